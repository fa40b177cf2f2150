import { GitHubError, type GitHubErrorCode } from '../github/errors.js'

/** Those that are refused once are refused again, whatever the version. */
const REFUSALS: ReadonlySet<GitHubErrorCode> = new Set([
  'forbidden',
  'missing-scope',
  'sso-required',
  'unauthorized'
])

/** Whether GitHub would refuse every other change of the package to this token alike. */
export function isRefusal(error: unknown): error is GitHubError {
  return error instanceof GitHubError && REFUSALS.has(error.code)
}
