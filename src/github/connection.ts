import { setMaxListeners } from 'node:events'
import { sleepUnlessAborted } from '../http/unless-aborted.js'
import { MINUTE_MS, type Clock, type DurationMs, type EpochMs } from '../model/time.js'
import { classify } from './classify.js'
import { GitHubError, type GitHubErrorCode } from './errors.js'
import { aborted, exchange, requestLine, type Answer, type Call } from './exchange.js'
import type { OctokitPort } from './octokit.js'
import { OvertakenError, PausedError, TooLateError, type Pace } from './pace.js'
import { silenceText } from './nobody-there.js'
import {
  isLimit,
  mayHaveBeenDone,
  mostRetries,
  planRetry,
  type RetryHistory,
  type RetryPlan
} from './retry.js'
import { NO_TOKEN_FACTS, observe, type TokenFacts } from './token-facts.js'

/** A request that was sent, for logs. */
export interface SentRequest {
  readonly method: string
  readonly path: string
  /** `null` where there was no answer. */
  readonly status: number | null
  readonly tookMs: DurationMs
}

/** That there was no answer to a request, which is sent again: for people. */
export interface Silence {
  /** In a few words, such as `refused`. */
  readonly why: string
  /** The try that comes next; 2 is the first one again. */
  readonly nextTry: number
  readonly of: number
}

export interface ConnectionOptions {
  readonly octokit: OctokitPort
  readonly clock: Clock
  readonly pace: Pace
  /** Numbers from 0 to 1, so that waits differ. */
  readonly random: () => number
  /** Asked before a wait that GitHub asked for. */
  readonly mayWait: (ms: DurationMs) => boolean
  /** No wait goes beyond it, be it for a turn or for another try. */
  readonly deadline: EpochMs
  /** Called for each request, tries again included. */
  readonly onRequest?: ((request: SentRequest) => void) | undefined
  /** Called before another try, as long as nobody has answered any request. */
  readonly onSilence?: ((silence: Silence) => void) | undefined
  /** Once aborted nothing waits any more: what is not sent at once is not sent at all. */
  readonly stopping?: AbortSignal | undefined
  /** Cuts off what is under way, and nothing is sent after it. */
  readonly signal?: AbortSignal | undefined
}

const WRITE_POINTS = 5
const READ_POINTS = 1

/**
 * Sends requests at the token's pace, again where that helps, and remembers what the answers
 * say about the token.
 */
export class Connection {
  readonly #options: ConnectionOptions
  #tokenFacts = NO_TOKEN_FACTS
  #requestCount = 0
  #openCount = 0
  #isUnheard = true

  constructor(options: ConnectionOptions) {
    this.#options = options
    for (const signal of [options.stopping, options.signal]) {
      if (signal === undefined) continue
      // One listener for each request under way is no leak.
      setMaxListeners(0, signal)
      if (signal.aborted) options.pace.end()
      else signal.addEventListener('abort', () => options.pace.end(), { once: true })
    }
  }

  get tokenFacts(): TokenFacts {
    return this.#tokenFacts
  }

  /** Requests sent so far, tries again included. */
  get requestCount(): number {
    return this.#requestCount
  }

  /** Requests that wait for their turn, their answer or another try. */
  get openCount(): number {
    return this.#openCount
  }

  /**
   * The answer with the expected status.
   *
   * @throws GitHubError for anything else, after all tries; with `retryAt` where one more
   *   would have had to wait longer than it may.
   */
  async send(call: Call): Promise<Answer> {
    this.#openCount += 1
    try {
      return await this.#sendWithRetries(call)
    } finally {
      this.#openCount -= 1
    }
  }

  async #sendWithRetries(call: Call): Promise<Answer> {
    const codes: GitHubErrorCode[] = []
    for (;;) {
      const afterFault = codes.some(mayHaveBeenDone)
      const outcome = await this.#attempt(call, afterFault)
      if (!(outcome instanceof GitHubError)) return outcome
      const error = outcome.with({ tries: codes.length + 1, afterFault })
      const history = {
        retries: codes.length,
        codes,
        tokenWorked: this.#tokenFacts.worked,
        isUnheard: this.#isUnheard
      }
      const plan = call.isSentOnce === true ? null : planRetry(error, history, this.#options.random)
      if (plan === null) throw this.#givenUp(error)
      this.#tellSilence(error, history)
      await this.#wait(error, plan)
      codes.push(error.code)
    }
  }

  #tellSilence(error: GitHubError, history: RetryHistory): void {
    if (!this.#isUnheard) return
    this.#options.onSilence?.({
      why: silenceText(error),
      nextTry: history.retries + 2,
      of: mostRetries(error, history) + 1
    })
  }

  async #attempt(call: Call, afterFault: boolean): Promise<Answer | GitHubError> {
    const { clock, deadline, pace, signal } = this.#options
    const notAfter = Math.max(deadline, clock.now())
    const turn = { isStillMeant: call.isStillMeant, notAfter }
    try {
      if (signal?.aborted === true) throw new TooLateError()
      const points = call.method === 'GET' ? READ_POINTS : WRITE_POINTS
      return await pace.run(points, () => this.#sendOnce(call), turn)
    } catch (error) {
      if (error instanceof GitHubError) return error
      throw this.#notSent(call, error)?.with({ afterFault }) ?? error
    }
  }

  #notSent(call: Call, error: unknown): GitHubError | null {
    if (error instanceof PausedError) return refusedByPause(call, error.until)
    if (error instanceof OvertakenError) return overtaken(call)
    return error instanceof TooLateError ? tooLate(call, this.#isStopped()) : null
  }

  #isStopped(): boolean {
    const { stopping, signal } = this.#options
    return stopping?.aborted === true || signal?.aborted === true
  }

  async #sendOnce(call: Call): Promise<Answer> {
    const { octokit, clock, onRequest, signal } = this.#options
    const startedAt = clock.now()
    let status: number | null = null
    this.#requestCount += 1
    try {
      const answer = await orAborted(exchange(octokit, call, signal), signal, call)
      status = answer.status
      this.#isUnheard = false
      this.#tokenFacts = observe(this.#tokenFacts, status, answer.headers, clock.now())
      if (status === call.expects) return answer
      throw this.#failure(call, answer, startedAt)
    } finally {
      const tookMs = clock.now() - startedAt
      onRequest?.({ method: call.method, path: call.path, status, tookMs })
    }
  }

  #failure(call: Call, { status, headers, data }: Answer, startedAt: EpochMs): GitHubError {
    const { clock, pace } = this.#options
    const meaning = classify(status, headers, data, clock.now())
    if (meaning.code === 'secondary-rate-limited') pace.slowDown(startedAt)
    return new GitHubError({
      ...meaning,
      request: requestLine(call),
      problem: `expected ${call.expects}, got ${status}${meaning.said === '' ? '' : `: ${meaning.said}`}`,
      status,
      requestId: headers['x-github-request-id'] ?? null
    })
  }

  /** One that was refused too often for a limit stops the others as well. */
  #givenUp(error: GitHubError): GitHubError {
    if (!isLimit(error.code)) return error
    const retryAt = this.#options.clock.now() + (error.failure.waitMs ?? MINUTE_MS)
    this.#options.pace.pauseUntil(retryAt)
    return error.with({ retryAt })
  }

  async #wait(error: GitHubError, { waitMs, waits, isAsked }: RetryPlan): Promise<void> {
    const { clock, pace, mayWait, deadline, stopping, signal } = this.#options
    const until = clock.now() + waitMs
    if (waits === 'everybody') pace.pauseUntil(until)
    if (isAsked && !mayWait(waitMs)) throw error.with({ retryAt: until })
    if (until > deadline) throw outOfTime(error, "the run's time leaves")
    if (waits === 'everybody') return
    await sleepUnlessAborted(clock, waitMs, stopping, signal)
    if (this.#isStopped()) throw outOfTime(error, 'the end of the run leaves')
  }
}

function refusedByPause(call: Call, until: EpochMs): GitHubError {
  return new GitHubError({
    code: 'rate-limited',
    request: requestLine(call),
    problem: 'not sent, because the token is rate-limited',
    retryAt: until
  })
}

/** Not tried again; a limit stays one. */
function outOfTime(error: GitHubError, whatLeaves: string): GitHubError {
  if (isLimit(error.code)) return error
  return error.with({
    code: 'out-of-time',
    problem: `${error.failure.problem}, and ${whatLeaves} no other try`,
    afterFault: error.failure.afterFault === true || mayHaveBeenDone(error.code)
  })
}

function tooLate(call: Call, isStopped: boolean): GitHubError {
  return new GitHubError({
    code: 'out-of-time',
    request: requestLine(call),
    problem: isStopped
      ? 'not sent, because the run had to end before its turn came'
      : "not sent, because its turn would have come after the run's time"
  })
}

function overtaken(call: Call): GitHubError {
  return new GitHubError({
    code: 'overtaken',
    request: requestLine(call),
    problem: 'not sent, because what it is based on grew too old while it waited'
  })
}

/** Ends at once when the caller gives up, whatever the transport does. */
function orAborted<T>(work: Promise<T>, signal: AbortSignal | undefined, call: Call): Promise<T> {
  if (signal === undefined) return work
  return new Promise((resolve, reject) => {
    const giveUp = (): void => reject(aborted(call))
    signal.addEventListener('abort', giveUp, { once: true })
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', giveUp))
  })
}
