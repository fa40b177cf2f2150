import { TransportError } from '../http/errors.js'
import type { Fetch } from '../http/fetch.js'
import { MINUTE_MS, type Clock, type DurationMs } from '../model/time.js'
import { readBody } from './body.js'
import { concealed } from './concealed.js'
import { RegistryError } from './errors.js'
import { createPace, type Complain } from './pace.js'
import {
  askedWaitMs,
  isPassing,
  MAX_RETRIES,
  MAX_TIMED_OUT_RETRIES,
  retryWaitMs
} from './retry-wait.js'

export interface TransportOptions {
  /** Must not carry `authorization` on to another origin when it follows a redirect. */
  readonly fetch: Fetch
  readonly clock: Clock
  /** 0 to 1, for the jitter. */
  readonly random: () => number
  /** Requests in flight at once; 16 where it is not said. */
  readonly concurrency?: number
  /** Whether the run can afford a pause of this length; up to five minutes where it is not said. */
  readonly mayWait?: (ms: DurationMs) => boolean
  /** Once aborted, what is in flight is cut off and nothing is tried again. */
  readonly signal?: AbortSignal
  readonly userAgent?: string
}

export interface RegistryRequest {
  readonly method: 'GET' | 'HEAD' | 'PUT'
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  readonly body?: Uint8Array
  /** Reading of the body stops beyond so many bytes. */
  readonly maxBytes: number
  /** `false`: the first answer is as good as any. */
  readonly isWorthRetrying?: boolean
}

export interface RegistryAnswer {
  readonly request: RegistryRequest
  readonly status: number
  readonly headers: Headers
  readonly body: Uint8Array<ArrayBuffer>
  /** The body has more than `maxBytes`; what is in `body` is its beginning. */
  readonly isCut: boolean
  /**
   * `elsewhere`: a redirect led to another origin, and nothing in here is the registry's own
   * word. `unknown` where the response does not say where it came from.
   */
  readonly source: 'registry' | 'elsewhere' | 'unknown'
}

/** Sends requests, and sends them again where 4-running says so. */
export interface Transport {
  /**
   * The last answer, whatever its status.
   *
   * @throws RegistryError `CONNECTION` or `TIMED_OUT` where no answer came, `TOO_LARGE` where
   *   the body goes beyond what `fetch` takes
   */
  send(request: RegistryRequest): Promise<RegistryAnswer>
  /** Tries sent so far, retries included. */
  readonly requestCount: () => number
}

/** A transport with its own limit of requests in flight, count and pace. */
export function createTransport(options: TransportOptions): Transport {
  const { clock, random, signal, mayWait = (ms) => ms <= 5 * MINUTE_MS } = options
  const pace = createPace(clock, options.concurrency ?? 16)
  let requestCount = 0

  async function attempt(request: RegistryRequest, complain: Complain): Promise<Attempt> {
    requestCount += 1
    try {
      const answer = await exchange(options, request)
      const asked = askedOf(answer, clock)
      if (answer.status === 429) complain(mayWait(asked ?? 0) ? (asked ?? 0) : 0)
      return { retries: isPassing(answer.status) ? MAX_RETRIES : 0, asked, answer }
    } catch (cause) {
      const error = faultOf(request, cause)
      return { retries: signal?.aborted === true ? 0 : retriesAfter(error), asked: null, error }
    }
  }

  async function send(request: RegistryRequest): Promise<RegistryAnswer> {
    for (let retry = 0; ; retry += 1) {
      const outcome = await pace.run((complain) => attempt(request, complain))
      const waitMs = retryWaitMs(retry, outcome.asked, random())
      const retries = request.isWorthRetrying === false ? 0 : outcome.retries
      if (retry >= retries || !mayWait(waitMs)) return unwrap(outcome)
      await clock.sleep(waitMs)
      if (signal?.aborted === true) return unwrap(outcome)
    }
  }

  return { send, requestCount: () => requestCount }
}

interface AttemptCommon {
  /** How many retries the request may have had after this: 0 where another try is no use. */
  readonly retries: number
  readonly asked: DurationMs | null
}

type Attempt = AttemptCommon &
  ({ readonly answer: RegistryAnswer } | { readonly error: RegistryError })

function unwrap(outcome: Attempt): RegistryAnswer {
  if ('error' in outcome) throw outcome.error
  return outcome.answer
}

function askedOf({ status, headers, body }: RegistryAnswer, clock: Clock): DurationMs | null {
  if (!isPassing(status)) return null
  return askedWaitMs(headers.get('retry-after'), new TextDecoder().decode(body), clock.now())
}

async function exchange(
  { fetch, signal, userAgent }: TransportOptions,
  request: RegistryRequest
): Promise<RegistryAnswer> {
  const { method, url, maxBytes } = request
  const response = await fetch(url.href, {
    method,
    headers: {
      ...request.headers,
      ...(userAgent === undefined ? {} : { 'user-agent': userAgent })
    },
    ...(request.body === undefined ? {} : { body: request.body }),
    ...(signal === undefined ? {} : { signal })
  })
  const { bytes, isCut } = await readBody(response, maxBytes)
  const { status, headers } = response
  return { request, status, headers, body: bytes, isCut, source: sourceOf(url, response.url) }
}

function sourceOf(asked: URL, answered: string): RegistryAnswer['source'] {
  if (!URL.canParse(answered)) return 'unknown'
  return new URL(answered).origin === asked.origin ? 'registry' : 'elsewhere'
}

/** `GET /v2/acme/app/manifests/latest`: the query and the headers stay out. */
export function requestLine({ method, url }: RegistryRequest): string {
  return `${method} ${url.pathname}`
}

function faultOf(request: RegistryRequest, cause: unknown): RegistryError {
  const errors = chainOf(cause)
  const why = concealed(wordsOf(errors), request.headers['authorization'] ?? '')
  const code = faultCodeOf(errors)
  const what = FAULTS[code] + (why === '' ? '' : ` (${why})`)
  return new RegistryError(code, what, { request: requestLine(request), cause })
}

const FAULTS = {
  CONNECTION: 'the connection failed',
  TIMED_OUT: 'no answer in time',
  TOO_LARGE: 'the answer is too large',
  UNEXPECTED_STATUS: 'a redirect that is not followed'
} as const

function faultCodeOf(errors: readonly Error[]): keyof typeof FAULTS {
  const [first] = errors
  if (first instanceof TransportError && first.code === 'too-large') return 'TOO_LARGE'
  if (first instanceof TransportError && first.code === 'redirect') return 'UNEXPECTED_STATUS'
  const isTimeOut = errors.some((error) => /timed?[-_]?out/i.test(`${error.name} ${codeOf(error)}`))
  return isTimeOut ? 'TIMED_OUT' : 'CONNECTION'
}

/** What stalls once for a minute mostly stalls again: that is not tried as often. */
function retriesAfter({ code }: RegistryError): number {
  if (code === 'TIMED_OUT') return MAX_TIMED_OUT_RETRIES
  return code === 'CONNECTION' ? MAX_RETRIES : 0
}

/** The error and its causes: fetch hides `ECONNRESET` behind `fetch failed`. */
function chainOf(cause: unknown): readonly Error[] {
  const errors: Error[] = []
  for (let error = cause; error instanceof Error && errors.length < 10; error = error.cause) {
    errors.push(error)
  }
  return errors
}

function wordsOf(errors: readonly Error[]): string {
  const [first] = errors
  if (first instanceof TransportError) return first.message
  const deepest = errors.at(-1)
  return deepest === undefined ? '' : codeOf(deepest) || deepest.message
}

function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : ''
}
