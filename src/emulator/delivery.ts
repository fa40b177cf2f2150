import type { ServerResponse } from 'node:http'
import type { Trouble } from './faults.js'
import type { EmulatedRequest, EmulatedResponse } from './handler.js'

const REDIRECT_STATUS = 302

/** The answer as the faults leave it. */
export function spoil(
  request: EmulatedRequest,
  response: EmulatedResponse,
  troubles: readonly Trouble[],
  sentPath: string
): EmulatedResponse {
  return troubles.reduce(
    (spoilt, trouble) => spoilOnce(request, spoilt, trouble, sentPath),
    response
  )
}

function spoilOnce(
  request: EmulatedRequest,
  response: EmulatedResponse,
  trouble: Trouble,
  sentPath: string
): EmulatedResponse {
  const headers = response.headers ?? {}
  switch (trouble.kind) {
    case 'answer':
      return { status: trouble.status, body: trouble.body, headers: { ...trouble.headers } }
    case 'html':
      return {
        status: 200,
        headers: { ...headers, 'content-type': 'text/html; charset=utf-8' },
        body: '<!DOCTYPE html><html><body><h1>We will be right back</h1></body></html>'
      }
    case 'mistyped':
      return { ...response, body: mistyped(response.body) }
    case 'foreign-link':
      return { ...response, headers: withForeignLink(headers, request.baseUrl, trouble.origin) }
    case 'redirect':
      return {
        status: trouble.status ?? REDIRECT_STATUS,
        headers: { ...headers, location: trouble.origin + sentPath },
        body: { message: 'Moved Permanently' }
      }
    case 'clock':
      return { ...response, headers: { ...headers, date: shiftedDate(headers, trouble.offsetMs) } }
    case 'reset':
    case 'delay':
    case 'truncated':
    case 'endless':
      break
  }
  return response
}

function shiftedDate(headers: Readonly<Record<string, string>>, offsetMs: number): string {
  return new Date(Date.parse(headers['date'] ?? '') + offsetMs).toUTCString()
}

function withForeignLink(
  headers: Readonly<Record<string, string>>,
  baseUrl: string,
  origin: string
): Record<string, string> {
  const { link, ...others } = headers
  if (link === undefined) return { ...others }
  return { ...others, link: link.replaceAll(new URL(baseUrl).origin, origin) }
}

function mistyped(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(mistyped)
  if (typeof value === 'number') return { value }
  if (typeof value === 'string') return [value]
  if (typeof value === 'boolean' || value === null || value === undefined) return 'yes'
  if (value instanceof Uint8Array || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, mistyped(inner)]))
}

/** Writes the answer to the socket, as broken as the faults want it. */
export function deliver(
  outgoing: ServerResponse,
  request: EmulatedRequest,
  response: EmulatedResponse,
  troubles: readonly Trouble[]
): void {
  const bytes = bodyBytes(response.body)
  const truncated = troubles.find(({ kind }) => kind === 'truncated')
  const endless = troubles.find(({ kind }) => kind === 'endless')
  outgoing.writeHead(response.status, headersOf(response, bytes, endless !== undefined))
  if (request.method === 'HEAD' || isBodiless(response.status)) outgoing.end()
  else if (endless?.kind === 'endless') dribble(outgoing, bytes, endless.stalled ?? false)
  else if (truncated?.kind === 'truncated') cutOff(outgoing, bytes, truncated.clean ?? false)
  else outgoing.end(bytes)
}

function headersOf(
  response: EmulatedResponse,
  bytes: Uint8Array,
  isEndless: boolean
): Record<string, string> {
  const isText = typeof response.body === 'string' || response.body instanceof Uint8Array
  const type: Record<string, string> =
    response.body === undefined || isText
      ? {}
      : { 'content-type': 'application/json; charset=utf-8' }
  const hasLength = !isEndless && !isBodiless(response.status)
  const length: Record<string, string> = hasLength
    ? { 'content-length': String(bytes.byteLength) }
    : {}
  return { ...type, ...length, ...response.headers }
}

/** Of these a write would be swallowed, and so never end. */
function isBodiless(status: number): boolean {
  return status === 204 || status === 304
}

function bodyBytes(body: unknown): Uint8Array {
  if (body === undefined) return new Uint8Array()
  if (body instanceof Uint8Array) return body
  return Buffer.from(typeof body === 'string' ? body : JSON.stringify(body))
}

function cutOff(outgoing: ServerResponse, bytes: Uint8Array, isClean: boolean): void {
  const half = bytes.subarray(0, Math.floor(bytes.byteLength / 2))
  if (isClean) {
    // The length is already on its way; a clean cut fills it up with nothing that parses.
    outgoing.end(Buffer.concat([half, Buffer.alloc(bytes.byteLength - half.byteLength, ' ')]))
    return
  }
  outgoing.write(half, () => outgoing.destroy())
}

function dribble(outgoing: ServerResponse, bytes: Uint8Array, isStalled: boolean): void {
  outgoing.write(bytes.subarray(0, Math.floor(bytes.byteLength / 2)))
  if (isStalled) return
  const blanks = Buffer.alloc(1 << 16, ' ')
  const more = () => {
    while (!outgoing.destroyed && outgoing.write(blanks));
    outgoing.once('drain', () => setImmediate(more))
  }
  more()
}
