import type { EmulatedRequest, Surface } from './handler.js'
import type { TokenState, World } from './state.js'

type Credentials = Pick<EmulatedRequest, 'credentials' | 'token'>

/**
 * The token that an `Authorization` header carries: `Bearer`, `token` or the password of
 * `Basic`; for the registry a Bearer value is taken out of its base64 first. Revoked and
 * expired tokens are `bad`.
 *
 * @see https://docs.github.com/rest/authentication/authenticating-to-the-rest-api
 */
export function resolveCredentials(
  world: World,
  surface: Surface,
  authorization: string | undefined
): Credentials {
  if (authorization === undefined) return { credentials: 'none', token: null }
  const token = secretsIn(surface, authorization)
    .map((secret) => world.tokens.get(secret))
    .find((candidate) => candidate !== undefined && isUsable(world, candidate))
  return token === undefined ? { credentials: 'bad', token: null } : { credentials: 'good', token }
}

function isUsable(world: World, token: TokenState): boolean {
  return token.valid && (token.expiresAt === null || token.expiresAt > world.now())
}

function secretsIn(surface: Surface, authorization: string): string[] {
  const [scheme = '', value = ''] = authorization.split(/ +/, 2)
  switch (scheme.toLowerCase()) {
    case 'basic':
      return [decodeBase64(value).replace(/^[^:]*:/, '')]
    case 'bearer':
      return surface === 'registry' ? [decodeBase64(value)] : [value]
    case 'token':
      return [value]
    default:
      return []
  }
}

function decodeBase64(text: string): string {
  return Buffer.from(text, 'base64').toString('utf8')
}
