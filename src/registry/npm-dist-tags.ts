import { RegistryError } from './errors.js'
import { field, isJsonObject, parseJson } from './json-fields.js'
import { refusalOf } from './refusal.js'
import { requestLine, type RegistryAnswer } from './request.js'
import { createTransport, type TransportOptions } from './transport.js'

export interface NpmClientOptions extends TransportOptions {
  /** Such as `https://npm.pkg.github.com`; slashes at the end don't matter. */
  readonly npmRegistryUrl: string
  /** `null` to read as nobody. */
  readonly token: string | null
}

/** The npm registry, as far as rules about tags need it. */
export interface NpmClient {
  /**
   * The dist-tags of `@owner/name`, version by tag (ruling 34): by the registry's own route
   * for them, else from the package's document. `name` is without the scope, as the REST API
   * gives it.
   *
   * @throws RegistryError where neither gives them, or not in the shape that they must have:
   *   then nobody knows which version `latest` is
   */
  readDistTags(owner: string, name: string): Promise<Record<string, string>>
  /** Requests sent so far, retries included. */
  readonly requestCount: () => number
}

/** The whole document of a package with thousands of versions is large. */
const MAX_BYTES = 64 * 1024 * 1024
const REMEDY =
  'the token needs read:packages (in a workflow: permissions: packages: read) and at least the ' +
  'Read role on the package'

/**
 * A client of one npm registry with one token.
 *
 * @see https://github.com/npm/registry/blob/main/docs/REGISTRY-API.md
 * @see https://docs.github.com/packages/working-with-a-github-packages-registry/working-with-the-npm-registry
 */
export function createNpmClient(options: NpmClientOptions): NpmClient {
  const base = options.npmRegistryUrl.replace(/\/+$/, '')
  const transport = createTransport(options)

  /** The answer of 200, or `null` where there is no such route or package. */
  async function get(path: string): Promise<RegistryAnswer | null> {
    const answer = await transport.send({
      method: 'GET',
      url: new URL(`${base}${path}`),
      headers: { accept: 'application/json', ...authorizationOf(options.token) },
      maxBytes: MAX_BYTES
    })
    if (answer.status === 200) return answer
    if ([404, 405, 501].includes(answer.status)) return null
    throw refusalOf(answer, { expected: '200', remedy: REMEDY })
  }

  async function readDistTags(owner: string, name: string): Promise<Record<string, string>> {
    const path = `@${encodeURIComponent(owner.toLowerCase())}%2f${encodeURIComponent(name)}`
    const short = await get(`/-/package/${path}/dist-tags`)
    const tags = short === null ? null : parseTags(parseJson(short.body))
    // What was published has a tag: an empty answer comes of a route that is not really there.
    if (tags !== null && Object.keys(tags).length > 0) return tags
    return tagsOfDocument(path, await get(`/${path}`))
  }

  return { readDistTags, requestCount: transport.requestCount }
}

function tagsOfDocument(path: string, answer: RegistryAnswer | null): Record<string, string> {
  if (answer === null) {
    throw new RegistryError('NAME_UNKNOWN', 'the npm registry does not know this package', {
      status: 404,
      request: `GET /${path}`
    })
  }
  const tags = answer.isCut ? null : parseTags(field(parseJson(answer.body), 'dist-tags'))
  if (tags !== null) return tags
  throw new RegistryError('MALFORMED', 'the answer holds no dist-tags', {
    status: answer.status,
    request: requestLine(answer.request)
  })
}

function authorizationOf(token: string | null): Record<string, string> {
  if (token === null) return {}
  if (/^[\u0021-\u007e]+$/.test(token)) return { authorization: `Bearer ${token}` }
  // The HTTP library would repeat the whole header in its message.
  throw new RegistryError('UNAUTHORIZED', 'the token holds signs that no token has', {
    request: 'no request sent'
  })
}

/** `null` unless each tag has a version. */
function parseTags(json: unknown): Record<string, string> | null {
  if (!isJsonObject(json)) return null
  const tags: [string, string][] = []
  for (const [tag, version] of Object.entries(json)) {
    // npm's own client leaves this one out: it is no tag.
    if (tag === '_etag') continue
    if (typeof version !== 'string' || version === '') return null
    tags.push([tag, version])
  }
  return Object.fromEntries(tags)
}
