import type { Fetch } from '../http/fetch.js'

/** What is asked of Octokit for each request. `url` is a path below the base URL. */
export interface OctokitRequest {
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly request?: { readonly signal: AbortSignal }
}

/**
 * As much of Octokit as is used here. Both `getOctokit()` of `@actions/github` and
 * `new Octokit()` of `@octokit/core` fit it; no plugin is needed, and none that throttles or
 * retries may be there: the client does both.
 */
export interface OctokitPort {
  request(options: OctokitRequest): Promise<unknown>
}

/** How an Octokit is made, besides its token. */
export interface OctokitSettings {
  readonly baseUrl: string
  readonly userAgent: string
  readonly request: { readonly fetch: Fetch; readonly log: typeof SILENT }
}

/**
 * The options with which both shells make their Octokit. `apiUrl` may have a path, as on
 * Enterprise Server, and a slash at its end.
 */
export function octokitOptions(options: {
  readonly apiUrl: string
  readonly fetch: Fetch
  readonly userAgent: string
}): OctokitSettings {
  return {
    baseUrl: options.apiUrl.trim().replace(/\/+$/, ''),
    userAgent: options.userAgent,
    request: { fetch: options.fetch, log: SILENT }
  }
}

/**
 * Sent with each request, because Octokit's constructor takes no headers. The version is the
 * one that Enterprise Server knows too.
 *
 * @see https://docs.github.com/rest/about-the-rest-api/api-versions
 */
export const API_HEADERS: Readonly<Record<string, string>> = {
  accept: 'application/vnd.github+json',
  'x-github-api-version': '2022-11-28'
}

const quiet = (): void => undefined

// Octokit would print deprecation notices between the lines of a report.
const SILENT = { debug: quiet, info: quiet, warn: quiet, error: quiet }
