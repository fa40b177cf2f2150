import type { Fetch } from '../http/fetch.js'
import { sleepUnlessAborted } from '../http/unless-aborted.js'
import { MINUTE_MS, type Clock, type DurationMs } from '../model/time.js'
import { readBody } from './body.js'
import type { RegistryError } from './errors.js'
import { cutOff, faultOf, retriesAfter } from './fault.js'
import { createPace, type Complain } from './pace.js'
import type { RegistryAnswer, RegistryRequest } from './request.js'
import { isRateLimit, isWorthAnotherTry, waitAskedBy } from './rate-limit.js'
import { MAX_RETRIES, retryWaitMs } from './retry-wait.js'

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
  /** Once aborted, what is in flight is cut off, and nothing waits or is sent any more. */
  readonly signal?: AbortSignal
  readonly userAgent?: string
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
  const pace = createPace(clock, options.concurrency ?? 16, signal)
  const isCutOff = () => signal?.aborted === true
  let requestCount = 0
  let isUnheard = true

  async function attempt(request: RegistryRequest, complain: Complain): Promise<Attempt> {
    if (isCutOff()) return { retries: 0, asked: null, error: cutOff(request) }
    requestCount += 1
    try {
      const answer = await exchange(options, request)
      isUnheard = false
      const asked = waitAskedBy(answer, clock.now())
      if (isRateLimit(answer)) complain(mayWait(asked ?? 0) ? (asked ?? 0) : 0)
      return { retries: isWorthAnotherTry(answer) ? MAX_RETRIES : 0, asked, answer }
    } catch (cause) {
      if (isCutOff()) return { retries: 0, asked: null, error: cutOff(request) }
      const error = faultOf(request, cause)
      return { retries: retriesAfter(error, isUnheard), asked: null, error }
    }
  }

  async function send(request: RegistryRequest): Promise<RegistryAnswer> {
    for (let retry = 0; ; retry += 1) {
      const outcome = await pace.run((complain) => attempt(request, complain))
      const waitMs = retryWaitMs(retry, outcome.asked, random())
      const retries = request.isWorthRetrying === false ? 0 : outcome.retries
      if (retry >= retries || !mayWait(waitMs)) return unwrap(outcome)
      await sleepUnlessAborted(clock, waitMs, signal)
      if (isCutOff()) return unwrap(outcome)
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
  const source = sourceOf(url, response.url)
  const isRedirected = source !== 'unknown' && new URL(response.url).href !== url.href
  return { request, status, headers, body: bytes, isCut, source, isRedirected }
}

function sourceOf(asked: URL, answered: string): RegistryAnswer['source'] {
  if (!URL.canParse(answered)) return 'unknown'
  return new URL(answered).origin === asked.origin ? 'registry' : 'elsewhere'
}
