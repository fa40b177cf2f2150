import type { ReadableStream } from 'node:stream/web'
import { fetch as undiciFetch, type Dispatcher, type Response as UndiciResponse } from 'undici'
import { MINUTE_MS, SECOND_MS, type DurationMs } from '../model/time.js'
import { Deadline } from './deadline.js'
import { createDispatchers } from './dispatchers.js'
import { connectionError, TransportError } from './errors.js'
import type { Environment } from './proxy.js'
import { nextHop, type Hop } from './redirect.js'

/** What a request may say besides its address: the part of `RequestInit` that is used here. */
export interface FetchInit {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array | null
  readonly signal?: AbortSignal | null
}

/**
 * As the global `fetch`, with the whole body read before it resolves: what breaks while the
 * body comes is an error of the call, not of reading it later.
 *
 * @throws TransportError where there is no complete answer; the signal's reason when aborted.
 */
export type Fetch = (url: string | URL, init?: FetchInit) => Promise<Response>

export interface FetchOptions {
  /** Where `http_proxy`, `https_proxy` and `no_proxy` are read. None by default. */
  readonly environment?: Environment
  /** Whether loopback addresses go through the proxy too. */
  readonly proxyLoopback?: boolean
  /** More bytes of body, after decompression, are an error. 64 MiB by default. */
  readonly maxBodyBytes?: number
  /** For one request with all its redirects. A minute by default. */
  readonly totalTimeoutMs?: DurationMs
  /** Between two signs of life. 30 seconds by default. */
  readonly idleTimeoutMs?: DurationMs
}

const MAX_REDIRECTS = 5
const MAX_BODY_BYTES = 64 * 1024 * 1024

/**
 * Makes the `fetch` that REST and registry clients share: through the environment's proxy,
 * with time-outs and a limit on the body, keeping connections alive, and following at most
 * five redirects without ever handing credentials to another origin.
 */
export function createFetch(options: FetchOptions = {}): Fetch {
  const dispatcherFor = createDispatchers(options.environment ?? {}, options.proxyLoopback ?? false)
  const totalMs = options.totalTimeoutMs ?? MINUTE_MS
  const idleMs = options.idleTimeoutMs ?? 30 * SECOND_MS
  return async (url, init = {}) => {
    const deadline = new Deadline(totalMs, idleMs, init.signal ?? null)
    try {
      const first = firstHop(url, init)
      const { response, from } = await follow(first, init.body ?? null, dispatcherFor, deadline)
      const body = await readBody(response, options.maxBodyBytes ?? MAX_BODY_BYTES, deadline)
      return answer(response, from, body)
    } catch (error) {
      if (deadline.signal.aborted) throw deadline.signal.reason
      throw error instanceof TransportError ? error : connectionError(error)
    } finally {
      deadline.close()
    }
  }
}

function firstHop(url: string | URL, init: FetchInit): Hop {
  return {
    method: (init.method ?? 'GET').toUpperCase(),
    url: new URL(url),
    headers: Object.entries(init.headers ?? {}),
    sendsBody: true
  }
}

/** An answer that is no redirect, and the address that it comes from. */
interface Arrival {
  readonly response: UndiciResponse
  readonly from: URL
}

async function follow(
  first: Hop,
  body: string | Uint8Array | null,
  dispatcherFor: (url: URL) => Dispatcher,
  deadline: Deadline
): Promise<Arrival> {
  let hop = first
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects += 1) {
    const response = await undiciFetch(hop.url, {
      method: hop.method,
      headers: hop.headers.map(([name, value]) => [name, value]),
      body: hop.sendsBody ? body : null,
      redirect: 'manual',
      signal: deadline.signal,
      dispatcher: dispatcherFor(hop.url)
    })
    deadline.touch()
    const next = nextHop(hop, response.status, response.headers.get('location'))
    if (next === null) return { response, from: hop.url }
    await response.body?.cancel()
    hop = next
  }
  throw new TransportError(
    'redirect',
    `more than ${MAX_REDIRECTS} redirects from ${first.url.host}`
  )
}

async function readBody(
  response: UndiciResponse,
  maxBytes: number,
  deadline: Deadline
): Promise<Buffer> {
  const body: ReadableStream<Uint8Array> | null = response.body
  if (body === null) return Buffer.alloc(0)
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of body) {
    deadline.touch()
    bytes += chunk.byteLength
    if (bytes > maxBytes) throw new TransportError('too-large', `more than ${maxBytes} bytes`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

const WITHOUT_BODY = new Set([204, 205, 304])

function answer(
  { status, statusText, headers }: UndiciResponse,
  from: URL,
  body: Buffer
): Response {
  const kept = new Headers([...headers])
  // Both would speak of the bytes before decompression.
  if (kept.has('content-encoding')) kept.delete('content-length')
  kept.delete('content-encoding')
  const init = { status, statusText, headers: kept }
  const made = new Response(WITHOUT_BODY.has(status) ? null : body, init)
  // One that is made has no address of its own; callers ask it whether a redirect led away.
  return Object.defineProperty(made, 'url', { value: from.href })
}
