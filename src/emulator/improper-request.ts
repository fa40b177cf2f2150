import { apiError } from './api-answers.js'
import type { Handler } from './handler.js'

const API_VERSIONS = ['2022-11-28', '2026-03-10']

/**
 * Refuses what GitHub's API refuses of every client: no user agent, and an API version that
 * it does not know.
 *
 * @see https://docs.github.com/rest/using-the-rest-api/getting-started-with-the-rest-api#user-agent-required
 * @see https://docs.github.com/rest/about-the-rest-api/api-versions
 */
export const improperRequest: Handler = ({ surface, headers }) => {
  if (surface !== 'api') return undefined
  if ((headers['user-agent'] ?? '') === '') {
    return {
      status: 403,
      body: 'Request forbidden by administrative rules. Please make sure your request has a User-Agent header (https://docs.github.com/rest/overview/resources-in-the-rest-api#user-agent-required).\n'
    }
  }
  const version = headers['x-github-api-version']
  return version === undefined || API_VERSIONS.includes(version)
    ? undefined
    : apiError(400, `"${version}" is not a valid API version.`)
}
