import { setMaxListeners } from 'node:events'
import { SECOND_MS, type DurationMs } from '../model/time.js'
import { TransportError } from './errors.js'

/**
 * Cuts a request off when it takes too long in all, when nothing arrives for too long, or
 * when its caller gives it up. Must be closed at the end, or its timers run on.
 */
export class Deadline {
  readonly #controller = new AbortController()
  readonly #total: NodeJS.Timeout
  readonly #idle: NodeJS.Timeout
  readonly #outer: AbortSignal | null
  readonly #giveUp = (): void => this.#controller.abort(this.#outer?.reason)

  constructor(totalMs: DurationMs, idleMs: DurationMs, outer: AbortSignal | null) {
    this.#outer = outer
    // One listener for each request under way is no leak.
    if (outer !== null) setMaxListeners(0, outer)
    this.#total = this.#abortAfter(totalMs, `took longer than ${totalMs / SECOND_MS} s`)
    this.#idle = this.#abortAfter(idleMs, `nothing came for ${idleMs / SECOND_MS} s`)
    if (outer?.aborted === true) this.#giveUp()
    else outer?.addEventListener('abort', this.#giveUp, { once: true })
  }

  /** Aborted with a `TransportError` of code `timed-out`, or with the caller's reason. */
  get signal(): AbortSignal {
    return this.#controller.signal
  }

  /** Says that something arrived. */
  touch(): void {
    this.#idle.refresh()
  }

  close(): void {
    clearTimeout(this.#total)
    clearTimeout(this.#idle)
    this.#outer?.removeEventListener('abort', this.#giveUp)
  }

  #abortAfter(ms: DurationMs, why: string): NodeJS.Timeout {
    return setTimeout(() => this.#controller.abort(new TransportError('timed-out', why)), ms)
  }
}
