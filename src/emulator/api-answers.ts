import type { EmulatedResponse } from './handler.js'

const DOCUMENTATION = 'https://docs.github.com/rest/packages/packages'

/**
 * An error as GitHub's API words it; `status` is a string there.
 *
 * @see https://docs.github.com/rest/using-the-rest-api/troubleshooting-the-rest-api
 */
export function apiError(status: number, message: string): EmulatedResponse {
  return {
    status,
    body: { message, documentation_url: DOCUMENTATION, status: String(status) }
  }
}

/** 401 without a token. */
export const REQUIRES_AUTHENTICATION = apiError(401, 'Requires authentication')
/** 401 with a token that is none, or no more. */
export const BAD_CREDENTIALS = apiError(401, 'Bad credentials')
/** 404 of what is no package. */
export const NOT_FOUND = apiError(404, 'Not Found')
/** 404 of a package that is not there, hidden, or not the token's to change. */
export const PACKAGE_NOT_FOUND = apiError(404, 'Package not found.')
/** 404 of a version that is not there, or not there any more. */
export const VERSION_NOT_FOUND = apiError(404, 'Package version not found.')
/** 400 for a list of packages with a token that may not list. @see https://github.com/cli/cli/issues/9606 */
export const INVALID_ARGUMENT = apiError(400, 'Invalid argument.')
/** 403 for tokens of GitHub Apps. */
export const NOT_FOR_INTEGRATIONS = apiError(403, 'Resource not accessible by integration')
/** 403 for fine-grained tokens. */
export const NOT_FOR_FINE_GRAINED = apiError(
  403,
  'Resource not accessible by personal access token'
)

/** Done, nothing to say. */
export const NO_CONTENT: EmulatedResponse = { status: 204 }
