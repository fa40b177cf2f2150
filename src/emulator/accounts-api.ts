import { publicUser } from './account-json.js'
import {
  BAD_CREDENTIALS,
  NOT_FOR_INTEGRATIONS,
  NOT_FOUND,
  REQUIRES_AUTHENTICATION
} from './api-answers.js'
import { decodeSegment, type Handler } from './handler.js'
import { findOwner, type World } from './state.js'

/**
 * Organisations are found here too, with `type: "Organization"`.
 *
 * @see https://docs.github.com/rest/users/users#get-a-user
 */
export function getUser(world: World): Handler {
  return ({ method, surface, segments, credentials, baseUrl }) => {
    const [users, login = '', ...more] = segments
    if (method !== 'GET' || surface !== 'api' || users !== 'users' || more.length > 0) {
      return undefined
    }
    if (credentials === 'bad') return BAD_CREDENTIALS
    const owner = findOwner(world, decodeSegment(login) ?? '')
    return owner === undefined ? NOT_FOUND : { status: 200, body: publicUser(owner, baseUrl) }
  }
}

/** @see https://docs.github.com/rest/users/users#get-the-authenticated-user */
export function getAuthenticatedUser(world: World): Handler {
  return ({ method, surface, path, credentials, token, baseUrl }) => {
    if (method !== 'GET' || surface !== 'api' || path !== '/user') return undefined
    if (token === null) return credentials === 'bad' ? BAD_CREDENTIALS : REQUIRES_AUTHENTICATION
    const user = findOwner(world, token.login ?? '')
    return user === undefined
      ? NOT_FOR_INTEGRATIONS
      : { status: 200, body: publicUser(user, baseUrl) }
  }
}
