import type { EpochMs } from '../model/time.js'
import { ssoUrl } from './classify.js'
import { parseEpochSeconds, parseHttpDate, type AnswerHeaders } from './waits.js'

/** What GitHub's answers said so far about the token in use. */
export interface TokenFacts {
  /** Whether it was accepted by any answer yet. */
  readonly worked: boolean
  /** OAuth scopes; `null` where GitHub does not say: only for classic and OAuth tokens it does. */
  readonly scopes: readonly string[] | null
  /** Where it is authorised for an organisation's single sign-on; `null` where not asked for. */
  readonly ssoUrl: string | null
  /** Ids of organisations whose rows are missing from lists for want of single sign-on. */
  readonly ssoHiddenOrganizations: readonly string[]
  /** `null` where GitHub does not say. */
  readonly expiresAt: EpochMs | null
  /** Requests an hour; `null` where GitHub does not say. */
  readonly limit: number | null
  /** Requests left in this hour; `null` where GitHub does not say. */
  readonly remaining: number | null
  readonly resetAt: EpochMs | null
  /** The server's time at the last answer that gave one, and the local time of that answer. */
  readonly clocks: { readonly server: EpochMs; readonly local: EpochMs } | null
}

export const NO_TOKEN_FACTS: TokenFacts = {
  worked: false,
  scopes: null,
  ssoUrl: null,
  ssoHiddenOrganizations: [],
  expiresAt: null,
  limit: null,
  remaining: null,
  resetAt: null,
  clocks: null
}

/**
 * Adds what one answer says. Nothing is taken back by an answer that says nothing.
 *
 * @see https://docs.github.com/apps/oauth-apps/building-oauth-apps/scopes-for-oauth-apps
 * @see https://docs.github.com/rest/authentication/authenticating-to-the-rest-api#authenticating-with-saml-sso
 */
export function observe(
  facts: TokenFacts,
  status: number,
  headers: AnswerHeaders,
  now: EpochMs
): TokenFacts {
  const server = parseHttpDate(headers['date'])
  const hidden = hiddenOrganizations(headers['x-github-sso'])
  return {
    ...withUsage(facts, headers),
    worked: facts.worked || (status >= 200 && status < 300),
    scopes: commaList(headers['x-oauth-scopes']) ?? facts.scopes,
    ssoUrl: ssoUrl(headers) ?? facts.ssoUrl,
    ssoHiddenOrganizations: [...new Set([...facts.ssoHiddenOrganizations, ...hidden])],
    expiresAt: parseExpiry(headers['github-authentication-token-expiration']) ?? facts.expiresAt,
    clocks: server === null ? facts.clocks : { server, local: now }
  }
}

/** Answers overtake each other: within one hour the lowest count is the latest. */
function withUsage(facts: TokenFacts, headers: AnswerHeaders): TokenFacts {
  const resetAt = parseEpochSeconds(headers['x-ratelimit-reset'])
  const remaining = parseCount(headers['x-ratelimit-remaining'])
  const isCore = (headers['x-ratelimit-resource'] ?? 'core') === 'core'
  if (!isCore || remaining === null) return facts
  if (facts.resetAt !== null && resetAt !== null && resetAt < facts.resetAt) return facts
  const isSameHour = facts.resetAt === resetAt && facts.remaining !== null
  return {
    ...facts,
    limit: parseCount(headers['x-ratelimit-limit']) ?? facts.limit,
    remaining: isSameHour ? Math.min(facts.remaining ?? remaining, remaining) : remaining,
    resetAt
  }
}

function parseCount(text: string | undefined): number | null {
  return text !== undefined && /^\s*\d{1,9}\s*$/.test(text) ? Number(text) : null
}

function commaList(text: string | undefined): string[] | null {
  if (text === undefined) return null
  return text
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
}

function hiddenOrganizations(header: string | undefined): string[] {
  const match = /^\s*partial-results\b.*?organizations=([\d,\s]+)/i.exec(header ?? '')
  return commaList(match?.[1]) ?? []
}

/** `2024-06-01 00:00:00 UTC`, or with an offset such as `+0900`. */
function parseExpiry(text: string | undefined): EpochMs | null {
  const match = /^\s*(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2}) (UTC|[+-]\d{4})\s*$/.exec(text ?? '')
  if (match === null) return null
  const [, day = '', time = '', zone = ''] = match
  const offset = zone === 'UTC' ? 'Z' : `${zone.slice(0, 3)}:${zone.slice(3)}`
  const moment = Date.parse(`${day}T${time}${offset}`)
  return Number.isNaN(moment) ? null : moment
}
