import { hasScope, isAtLeast, isGranular, roleOf } from './access.js'
import {
  apiError,
  BAD_CREDENTIALS,
  INVALID_ARGUMENT,
  NOT_FOR_FINE_GRAINED,
  NOT_FOR_INTEGRATIONS,
  NOT_FOUND,
  PACKAGE_NOT_FOUND,
  REQUIRES_AUTHENTICATION
} from './api-answers.js'
import type { EmulatedRequest, EmulatedResponse } from './handler.js'
import type { PackagesCall } from './packages-call.js'
import {
  findOwner,
  findPackage,
  type OwnerState,
  type PackageState,
  type Role,
  type TokenState,
  type World
} from './state.js'

/** What an operation asks of the token. */
export interface Demand {
  /** Besides `read:packages`. */
  readonly scope: 'read:packages' | 'write:packages' | 'delete:packages'
  readonly role: Role
  /** How GitHub ends `You need at least … scope`. */
  readonly purpose: string
}

type Admission<Granted> = { readonly refusal: EmulatedResponse } | Granted

const SSO_MESSAGE =
  'Resource protected by organization SAML enforcement. You must grant your Personal Access token access to this organization.'

/**
 * The owner of a request that lists packages, for a token that may list at all.
 *
 * @see https://github.com/cli/cli/issues/9606
 */
export function admitToList(
  world: World,
  request: EmulatedRequest,
  call: PackagesCall,
  demand: Demand
): Admission<{ readonly owner: OwnerState; readonly token: TokenState }> {
  const { token } = request
  if (token === null) return { refusal: unauthenticated(request) }
  if (token.kind !== 'classic' && token.kind !== 'oauth') return { refusal: INVALID_ARGUMENT }
  const owner = ownerOf(world, call, token)
  const refusal = ssoRefusal(token, owner) ?? scopeRefusal(token, demand)
  if (refusal !== undefined) return { refusal }
  return owner === undefined ? { refusal: NOT_FOUND } : { owner, token }
}

/** The package of a request that names one, deleted or not, for a token that may do that. */
export function admitToPackage(
  world: World,
  request: EmulatedRequest,
  call: PackagesCall,
  demand: Demand
): Admission<{ readonly target: PackageState }> {
  const { token } = request
  if (token === null) return { refusal: unauthenticated(request) }
  const owner = ownerOf(world, call, token)
  const refusal =
    kindRefusal(token, call, demand) ?? ssoRefusal(token, owner) ?? scopeRefusal(token, demand)
  if (refusal !== undefined) return { refusal }
  const target =
    owner === undefined ? undefined : findPackage(world, owner.login, call.type, call.name)
  if (target === undefined || !isAtLeast(roleVia(world, call, token, target), demand.role)) {
    return { refusal: PACKAGE_NOT_FOUND }
  }
  return repositoryScopeRefusal(world, token, target, demand) ?? { target }
}

function unauthenticated({ credentials }: EmulatedRequest): EmulatedResponse {
  return credentials === 'bad' ? BAD_CREDENTIALS : REQUIRES_AUTHENTICATION
}

/** `/orgs` takes organisations only, `/users` takes both kinds. */
function ownerOf(world: World, call: PackagesCall, token: TokenState): OwnerState | undefined {
  const owner = findOwner(world, call.login ?? token.login ?? '')
  return call.family === 'orgs' && owner?.kind !== 'organization' ? undefined : owner
}

/** @see https://docs.github.com/rest/using-the-rest-api/troubleshooting-the-rest-api */
function kindRefusal(
  token: TokenState,
  call: PackagesCall,
  demand: Demand
): EmulatedResponse | undefined {
  if (token.kind === 'fine-grained') return NOT_FOR_FINE_GRAINED
  if (token.login === null && call.family === 'user') return NOT_FOR_INTEGRATIONS
  if (token.kind === 'installation') return PACKAGE_NOT_FOUND
  if (token.kind !== 'actions') return undefined
  const isEnough =
    token.packagesPermission === 'write' ||
    (token.packagesPermission === 'read' && demand.role === 'read')
  return isEnough ? undefined : NOT_FOR_INTEGRATIONS
}

function ssoRefusal(
  token: TokenState,
  owner: OwnerState | undefined
): EmulatedResponse | undefined {
  if (owner === undefined || token.sso.get(owner.login.toLowerCase()) !== 'refuse') return undefined
  const url = `https://github.com/orgs/${owner.login}/sso?authorization_request=AB${owner.id}`
  return { ...apiError(403, SSO_MESSAGE), headers: { 'x-github-sso': `required; url=${url}` } }
}

function scopeRefusal(token: TokenState, { scope, purpose }: Demand): EmulatedResponse | undefined {
  const missing = [scope, 'read:packages'].find((needed) => !hasScope(token, needed))
  return missing === undefined
    ? undefined
    : apiError(403, `You need at least ${missing} scope ${purpose}.`)
}

/** Where permissions are the repository's, changes need its scope as well. */
function repositoryScopeRefusal(
  world: World,
  token: TokenState,
  target: PackageState,
  { role, purpose }: Demand
): { readonly refusal: EmulatedResponse } | undefined {
  if (isGranular(world, target.type) || hasScope(token, 'repo')) return undefined
  if (target.visibility !== 'public') return { refusal: PACKAGE_NOT_FOUND }
  if (role === 'read') return undefined
  return { refusal: apiError(403, `You need at least repo scope ${purpose}.`) }
}

/** The token's role in the package by this way in; `null` where it is hidden. */
function roleVia(
  world: World,
  call: PackagesCall,
  token: TokenState,
  target: PackageState
): Role | null {
  const isHidden =
    token.sso.has(target.owner.toLowerCase()) ||
    (call.family === 'users' && !world.behaviour.usersShowPrivate && target.visibility !== 'public')
  if (isHidden) return null
  const role = roleOf(world, token, target)
  const isCapped =
    token.kind === 'actions' &&
    target.visibility === 'internal' &&
    !world.behaviour.workflowDeletesInternal
  return isCapped && role === 'admin' ? 'write' : role
}
