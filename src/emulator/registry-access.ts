import { hasScope, isAtLeast, roleOf } from './access.js'
import type { EmulatedResponse } from './handler.js'
import { denied } from './registry-answers.js'
import { splitRepository } from './registry-route.js'
import { findOwner } from './state.js'
import type { PackageState, TokenState, World } from './state.js'

/** Whether the token, or nobody's, may pull: public, or the read role and scope. */
export function maySee(world: World, token: TokenState | null, target: PackageState): boolean {
  if (target.visibility === 'public') return true
  return (
    token !== null &&
    hasScope(token, 'read:packages') &&
    isAtLeast(roleOf(world, token, target), 'read')
  )
}

/** Why the token may not push there, or nothing. A new package needs an owner that it may write to. */
export function pushRefusal(
  world: World,
  token: TokenState | null,
  repository: string,
  target: PackageState | undefined
): EmulatedResponse | undefined {
  if (token === null) return denied()
  const isApp = token.kind === 'actions' || token.kind === 'installation'
  if (token.kind === 'fine-grained' || !hasScope(token, 'write:packages')) {
    return denied('permission_denied: The token provided does not match expected scopes.')
  }
  const isAllowed =
    target === undefined
      ? mayCreate(world, token, repository)
      : isAtLeast(roleOf(world, token, target), 'write')
  if (isAllowed) return undefined
  if (!isApp) return denied('permission_denied: write_package')
  const verb = target === undefined ? 'Create' : 'Write'
  return denied(`installation not allowed to ${verb} organization package`)
}

/**
 * The refusal for an organisation with single sign-on that the token was not authorised for,
 * or nothing.
 */
export function ssoRefusal(token: TokenState | null, owner: string): EmulatedResponse | undefined {
  const manner = token?.sso.get(owner.toLowerCase())
  if (manner === 'hide') return denied()
  if (manner === undefined) return undefined
  return denied(
    'permission_denied: Resource protected by organization SAML enforcement. ' +
      'You must grant your Personal Access token access to this organization.'
  )
}

function mayCreate(world: World, token: TokenState, repository: string): boolean {
  const login = splitRepository(repository).owner
  const owner = findOwner(world, login)
  if (owner === undefined || token.kind === 'installation') return false
  if (token.kind === 'actions')
    return token.repository?.toLowerCase().startsWith(`${login}/`) === true
  const user = token.login?.toLowerCase() ?? ''
  return owner.login.toLowerCase() === user || owner.members.has(user) || owner.admins.has(user)
}
