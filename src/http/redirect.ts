import { TransportError } from './errors.js'

/** One request on its way, possibly after redirects. */
export interface Hop {
  readonly method: string
  readonly url: URL
  readonly headers: readonly (readonly [name: string, value: string])[]
  /** Whether the body is sent: not after a redirect that turns the request into a GET. */
  readonly sendsBody: boolean
}

const REDIRECTS = new Set([301, 302, 303, 307, 308])
const CREDENTIALS = new Set(['authorization', 'cookie', 'proxy-authorization'])
const BODY_HEADERS = new Set(['content-type', 'content-length', 'content-encoding'])

/**
 * Where a redirect leads; `null` where the answer is none. Credentials stay behind when the
 * origin changes, and do not come back on a later hop. Methods change as fetch changes them.
 *
 * @throws TransportError `redirect`: from https to http, to another scheme, with credentials
 *   in the address, or to something that is no address.
 * @see https://fetch.spec.whatwg.org/#http-redirect-fetch
 */
export function nextHop(hop: Hop, status: number, location: string | null): Hop | null {
  if (!REDIRECTS.has(status) || location === null || location.trim() === '') return null
  const url = target(hop.url, location)
  const turned = becomesGet(hop.method, status)
  const dropped = new Set([
    ...(url.origin === hop.url.origin ? [] : CREDENTIALS),
    ...(turned ? BODY_HEADERS : [])
  ])
  return {
    method: turned ? 'GET' : hop.method,
    url,
    headers: hop.headers.filter(([name]) => !dropped.has(name.toLowerCase())),
    sendsBody: hop.sendsBody && !turned
  }
}

function target(from: URL, location: string): URL {
  if (!URL.canParse(location, from.href)) throw refused(from, 'to something that is no address')
  const url = new URL(location, from)
  if (from.protocol === 'https:' && url.protocol === 'http:') {
    throw refused(from, `from https to http at ${url.host}`)
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    throw refused(from, `to ${url.protocol}`)
  if (url.username !== '' || url.password !== '') throw refused(from, 'with credentials in it')
  return url
}

function refused(from: URL, why: string): TransportError {
  return new TransportError('redirect', `${from.host} redirects ${why}, which is not followed`)
}

function becomesGet(method: string, status: number): boolean {
  if (status === 303) return method !== 'GET' && method !== 'HEAD'
  return (status === 301 || status === 302) && method === 'POST'
}
