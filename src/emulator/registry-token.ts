import { SECOND_MS } from '../model/time.js'
import type { EmulatedRequest, EmulatedResponse, Handler } from './handler.js'
import { maySee, ssoRefusal } from './registry-access.js'
import { denied, refusal } from './registry-answers.js'
import { packageAt, splitRepository } from './registry-route.js'
import type { Grant, Registry } from './registry-state.js'
import { digestOf } from './publishing.js'
import { findOwner } from './state.js'
import type { TokenState } from './state.js'

/**
 * `GET /token?service&scope`: gives a token of the registry for a GitHub token, sent as the
 * password of any user, or for nobody where the packages are public. Push is given to
 * whoever asks with a good token: it is at the push that ghcr.io looks at roles.
 *
 * @see https://distribution.github.io/distribution/spec/auth/token/
 */
export function tokenHandler(registry: Registry): Handler {
  return (request) => {
    if (request.surface !== 'registry' || request.path !== '/token') return undefined
    if (request.method !== 'GET') return refusal(405, 'UNSUPPORTED', 'method not allowed')
    if (request.credentials === 'bad') {
      return refusal(registry.behaviour.badCredentialsStatus, 'DENIED', 'denied')
    }
    const grants = request.query.getAll('scope').flatMap(parseScopes)
    return refuseGrants(registry, request.token, grants) ?? issue(registry, request, grants)
  }
}

/** `repository:owner/name:pull,push`, several separated by spaces. Others give nothing. */
function parseScopes(text: string): Grant[] {
  return text.split(' ').flatMap((scope) => {
    const [, repository, actions] = /^repository:([^:]+):([a-z,*]+)$/.exec(scope) ?? []
    if (repository === undefined || actions === undefined) return []
    return [{ repository, actions: actions.split(',') }]
  })
}

function refuseGrants(
  { world }: Registry,
  token: TokenState | null,
  grants: readonly Grant[]
): EmulatedResponse | undefined {
  for (const { repository, actions } of grants) {
    const sso = ssoRefusal(token, splitRepository(repository).owner)
    if (sso !== undefined) return sso
    const target = packageAt(world, repository)
    const isNew = target === undefined && token !== null && actions.includes('push')
    const owner = findOwner(world, splitRepository(repository).owner)
    const isOpen =
      target === undefined ? isNew && owner !== undefined : maySee(world, token, target)
    if (!isOpen) return denied()
  }
  return undefined
}

function issue(
  registry: Registry,
  { token }: EmulatedRequest,
  grants: readonly Grant[]
): EmulatedResponse {
  const { tokenField, tokenLifetimeS, saysExpiresIn } = registry.behaviour
  const name = new TextEncoder().encode(`registry token ${registry.issued.size + 1}`)
  const value = `djE6${digestOf(name).slice('sha256:'.length)}`
  const expiresAt = registry.world.now() + tokenLifetimeS * SECOND_MS
  registry.issued.set(value, { token, grants, expiresAt })
  return {
    status: 200,
    body: {
      ...(tokenField === 'access_token' ? {} : { token: value }),
      ...(tokenField === 'token' ? {} : { access_token: value }),
      ...(saysExpiresIn ? { expires_in: tokenLifetimeS } : {})
    }
  }
}
