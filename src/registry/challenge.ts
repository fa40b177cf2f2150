/** One challenge of a `WWW-Authenticate` header, its scheme and parameter names lower-case. */
export interface Challenge {
  readonly scheme: string
  readonly parameters: ReadonlyMap<string, string>
}

const PART = /[\s,]*([\w!#$%&'*+.^`|~-]+)(?:[ \t]*=[ \t]*(?:"((?:[^"\\]|\\.)*)"|([^\s,"]+)))?/y

/**
 * The challenges of a header, in order; nothing of what stands after a part that makes no
 * sense.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#field.www-authenticate
 * @see https://distribution.github.io/distribution/spec/auth/token/
 */
export function parseChallenges(header: string): readonly Challenge[] {
  const challenges: { scheme: string; parameters: Map<string, string> }[] = []
  const part = new RegExp(PART)
  for (let match = part.exec(header); match !== null; match = part.exec(header)) {
    const [, name = '', quoted, bare] = match
    const value = quoted?.replace(/\\(.)/g, '$1') ?? bare
    if (value === undefined) challenges.push({ scheme: name.toLowerCase(), parameters: new Map() })
    else challenges.at(-1)?.parameters.set(name.toLowerCase(), value)
  }
  return challenges
}

/**
 * Where to get a token by a Bearer challenge: an http(s) address, relative ones taken from
 * the registry, without a user or password in it. `null` where there is none.
 */
export function realmOf(challenge: Challenge, registryUrl: string): URL | null {
  const realm = challenge.parameters.get('realm')
  if (realm === undefined || !URL.canParse(realm, registryUrl)) return null
  const url = new URL(realm, registryUrl)
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null
  url.username = ''
  url.password = ''
  url.hash = ''
  return url
}

/**
 * Whether the token may be sent to the realm of a challenge: to the registry's own origin alone,
 * of which loopback has several names. GitHub's registries give out their tokens themselves, and
 * a GitHub token is for nobody else.
 */
export function mayHoldCredentials(realm: URL, registryUrl: string): boolean {
  const registry = new URL(registryUrl)
  if (realm.origin === registry.origin) return true
  return realm.port === registry.port && isLoopback(realm) && isLoopback(registry)
}

function isLoopback({ hostname }: URL): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname)
}
