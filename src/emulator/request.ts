import type { IncomingMessage } from 'node:http'
import { resolveCredentials } from './credentials.js'
import type { EmulatedRequest, Surface } from './handler.js'
import type { World } from './state.js'

/** A request that came in, as a test sees it afterwards. It never holds a token. */
export interface RecordedRequest {
  readonly method: string
  readonly surface: Surface
  /** As it was sent, prefix and query included, values of `token` in the query struck out. */
  readonly path: string
  /** `METHOD path`. */
  readonly line: string
  /** In lower case, sorted. */
  readonly headerNames: readonly string[]
  /** Values of the headers that are no secret: all but `authorization` and `cookie`. */
  readonly headers: Readonly<Record<string, string>>
  /** `basic`, `bearer`, `token`, or `null` where nothing was sent. */
  readonly authorization: string | null
  readonly body: string
  /** When it came in, by the world's clock. */
  readonly at: number
  /** What was answered; `null` before that, and where the connection was reset. */
  status: number | null
}

/** Where one listener is. */
export interface Site {
  readonly world: World
  /** Scheme, host and port. */
  readonly origin: string
  /** Of the API, such as `/api/v3`, or ''. */
  readonly apiPrefix: string
}

/** Makes a handler's request of a socket's. */
export function understand(
  site: Site,
  incoming: IncomingMessage,
  body: Uint8Array
): EmulatedRequest {
  const [rawPath = '/', queryText = ''] = (incoming.url ?? '/').split(/\?(.*)/s, 2)
  const surface = surfaceOf(rawPath, site.apiPrefix)
  const prefix = surface === 'api' ? site.apiPrefix : ''
  const path = rawPath.slice(prefix.length) || '/'
  const headers = plainHeaders(incoming)
  return {
    method: incoming.method ?? 'GET',
    surface,
    path,
    segments: path.slice(1).split('/'),
    query: new URLSearchParams(queryText),
    headers,
    body,
    baseUrl: site.origin + prefix,
    ...resolveCredentials(site.world, surface, headers['authorization'])
  }
}

function surfaceOf(path: string, apiPrefix: string): Surface {
  if (/^\/(v2|token)(\/|$)/.test(path)) return 'registry'
  if (/^\/(@|%40|-\/)/i.test(path)) return 'npm'
  return path === apiPrefix || path.startsWith(`${apiPrefix}/`) ? 'api' : 'web'
}

function plainHeaders(incoming: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(incoming.headers).map(([name, value]) => [name, [value ?? ''].flat().join(', ')])
  )
}

/** What a test may see of a request. */
export function recordOf(request: EmulatedRequest, sentPath: string, at: number): RecordedRequest {
  const path = sentPath.replace(/([?&]token=)[^&]*/g, '$1***')
  const { authorization, cookie: _cookie, ...headers } = request.headers
  return {
    method: request.method,
    surface: request.surface,
    path,
    line: `${request.method} ${path}`,
    headerNames: Object.keys(request.headers).sort(),
    headers,
    authorization: authorization?.split(' ')[0]?.toLowerCase() ?? null,
    body: Buffer.from(request.body).toString('utf8'),
    at,
    status: null
  }
}
