import { mayHoldCredentials, parseChallenges, realmOf } from './challenge.js'
import type { RegistryAnswer } from './request.js'

/** How a registry wants to be convinced. */
export type TokenEndpoint =
  /** Not at all. */
  | { readonly kind: 'none' }
  /** By the token itself with each request. */
  | { readonly kind: 'basic' }
  | BearerEndpoint

/** Where a registry's own tokens are given out. */
export interface BearerEndpoint {
  readonly kind: 'bearer'
  readonly realm: URL
  readonly service: string
  /** Whether the user's token may be sent there. */
  readonly isTrusted: boolean
  /** The registry did not say so itself. */
  readonly isGuess: boolean
}

/**
 * What an answer says about authorization: none is needed where it is a success, as the
 * challenge has it where it is 401. `null` where it says nothing, or came from elsewhere.
 */
export function namedEndpoint(
  { status, headers, source }: RegistryAnswer,
  registryUrl: string
): TokenEndpoint | null {
  if (source === 'elsewhere') return null
  if (status >= 200 && status < 300) return { kind: 'none' }
  if (status !== 401) return null
  const challenges = parseChallenges(headers.get('www-authenticate') ?? '')
  for (const challenge of challenges) {
    const realm = challenge.scheme === 'bearer' ? realmOf(challenge, registryUrl) : null
    if (realm === null) continue
    const service = challenge.parameters.get('service') ?? new URL(registryUrl).host
    const isTrusted = mayHoldCredentials(realm, registryUrl)
    return { kind: 'bearer', realm, service, isTrusted, isGuess: false }
  }
  return challenges.some(({ scheme }) => scheme === 'basic') ? { kind: 'basic' } : null
}

/** `/token` at the registry itself, as on ghcr.io. */
export function guessedEndpoint(registryUrl: string): TokenEndpoint {
  const realm = new URL(`${registryUrl}/token`)
  return { kind: 'bearer', realm, service: realm.host, isTrusted: true, isGuess: true }
}
