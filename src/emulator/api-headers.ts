import type { EmulatedRequest, EmulatedResponse } from './handler.js'
import { usageHeaders, type Usage } from './limits.js'
import type { TokenState, World } from './state.js'

/**
 * The answer with the headers that GitHub's API puts on every one. Those that it does not
 * promise are left out where the world says so.
 *
 * @see https://docs.github.com/apps/oauth-apps/building-oauth-apps/scopes-for-oauth-apps#available-scopes
 */
export function withApiHeaders(
  world: World,
  { token }: EmulatedRequest,
  response: EmulatedResponse,
  usage: Usage | null
): EmulatedResponse {
  const optional = world.behaviour.optionalHeaders
    ? {
        'x-github-request-id': requestId(world),
        'x-github-api-version-selected': '2022-11-28',
        ...(usage === null ? {} : usageHeaders(usage)),
        ...(token === null ? {} : tokenHeaders(token))
      }
    : {}
  return { ...response, headers: { ...optional, ...ownHeaders(world, token, response) } }
}

function tokenHeaders(token: TokenState): Record<string, string> {
  const expiry: Record<string, string> =
    token.expiresAt === null ? {} : { 'github-authentication-token-expiration': dateText(token) }
  return hasScopes(token)
    ? { 'x-oauth-scopes': token.scopes.join(', '), 'x-accepted-oauth-scopes': '', ...expiry }
    : expiry
}

const OPTIONAL = new Set(['x-accepted-oauth-scopes', 'x-github-sso'])

/** What a handler set, less what only tokens with scopes are told. */
function ownHeaders(
  world: World,
  token: TokenState | null,
  response: EmulatedResponse
): Record<string, string> {
  const isTold = world.behaviour.optionalHeaders && token !== null && hasScopes(token)
  return Object.fromEntries(
    Object.entries(response.headers ?? {}).filter(([name]) => isTold || !OPTIONAL.has(name))
  )
}

function hasScopes({ kind }: TokenState): boolean {
  return kind === 'classic' || kind === 'oauth'
}

function dateText({ expiresAt }: TokenState): string {
  return `${new Date(expiresAt ?? 0).toISOString().slice(0, 19).replace('T', ' ')} UTC`
}

function requestId(world: World): string {
  const hex = (number: number) => Math.abs(number).toString(16).toUpperCase()
  return `E${hex(world.lastId)}:${hex(world.now())}`
}
