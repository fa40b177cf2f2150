import type { EmulatedRequest, EmulatedResponse } from './handler.js'
import { maySee, pushRefusal, ssoRefusal } from './registry-access.js'
import { denied, refusal } from './registry-answers.js'
import { packageAt, splitRepository } from './registry-route.js'
import type { Grant, Registry } from './registry-state.js'
import type { TokenState } from './state.js'

/** Who asks: `grants` is `all` for a GitHub token that was sent without an exchange. */
interface Caller {
  readonly token: TokenState | null
  readonly grants: readonly Grant[] | 'all'
}

/**
 * Why this request may not be answered, or nothing. 401 with a challenge without a good
 * token of the registry for this very package and action; 403 where the token is good and
 * the package is not for it.
 *
 * @see https://distribution.github.io/distribution/spec/auth/token/
 */
export function authorise(
  registry: Registry,
  request: EmulatedRequest,
  repository: string,
  action: 'pull' | 'push'
): EmulatedResponse | undefined {
  const caller = callerOf(registry, request)
  if (caller === null || !isGranted(caller, repository, action)) {
    return challenge(registry, request, `repository:${repository}:${scopeFor(action)}`)
  }
  const { world } = registry
  const target = packageAt(world, repository)
  const sso = ssoRefusal(caller.token, splitRepository(repository).owner)
  if (sso !== undefined) return sso
  if (action === 'push') return pushRefusal(world, caller.token, repository, target)
  if (target === undefined) return refusal(404, 'NAME_UNKNOWN', 'repository name not known')
  return maySee(world, caller.token, target) ? undefined : denied()
}

/** `GET /v2/`: 200 to whoever has a good token, a challenge to others. */
export function greet(registry: Registry, request: EmulatedRequest): EmulatedResponse {
  const caller = callerOf(registry, request)
  if (caller === null) return challenge(registry, request, 'repository:user/image:pull')
  return { status: 200, headers: { 'docker-distribution-api-version': 'registry/2.0' }, body: {} }
}

/** The GitHub token behind a request that was let through; `null` for an anonymous one. */
export function tokenBehind(registry: Registry, request: EmulatedRequest): TokenState | null {
  return callerOf(registry, request)?.token ?? null
}

function callerOf(registry: Registry, request: EmulatedRequest): Caller | null {
  const [scheme = '', value = ''] = (request.headers['authorization'] ?? '').split(/ +/, 2)
  if (scheme.toLowerCase() !== 'bearer') return null
  if (request.token !== null) return { token: request.token, grants: 'all' }
  const issued = registry.issued.get(value)
  return issued === undefined || issued.expiresAt <= registry.world.now() ? null : issued
}

function isGranted({ grants }: Caller, repository: string, action: string): boolean {
  if (grants === 'all') return true
  // skopeo asks for `*` where it means to delete.
  return grants.some(
    (grant) =>
      grant.repository === repository &&
      (grant.actions.includes(action) || grant.actions.includes('*'))
  )
}

function scopeFor(action: 'pull' | 'push'): string {
  return action === 'push' ? 'pull,push' : 'pull'
}

function challenge(
  { behaviour }: Registry,
  { baseUrl }: EmulatedRequest,
  scope: string
): EmulatedResponse {
  return refusal(401, 'UNAUTHORIZED', 'authentication required', {
    'www-authenticate': `Bearer realm="${baseUrl}/token",service="${behaviour.service}",scope="${scope}"`
  })
}
