import type { DurationMs } from '../model/time.js'
import { SECOND_MS } from '../model/time.js'

/** What is in flight this long after the signal is cut off (ruling 77). */
const CUT_OFF_MS: DurationMs = 4 * SECOND_MS
/** Within 5 seconds the process has ended (4-running), its last lines included. */
const FORCE_MS: DurationMs = 4.7 * SECOND_MS

const SIGNALS = ['SIGTERM', 'SIGINT'] as const

/** Where signals come from: the process, or a test. */
export interface SignalSource {
  on(event: (typeof SIGNALS)[number], listener: () => void): unknown
  off(event: (typeof SIGNALS)[number], listener: () => void): unknown
}

/**
 * Listens for the signals that end a run: the first gives a reason at once, and an end to what
 * waits to be begun, cuts off what is in flight 4 seconds later, and has the process ended before
 * 5 have passed. A second one cuts off at once.
 */
export class Interruption {
  readonly #source: SignalSource
  readonly #onForce: (reason: string) => void
  readonly #stopping = new AbortController()
  readonly #controller = new AbortController()
  readonly #timers: NodeJS.Timeout[] = []
  readonly #listeners: (readonly [(typeof SIGNALS)[number], () => void])[] = []
  #reason: string | null = null

  /** `onForce` has to end the process: nothing has come to an end by itself. */
  constructor(source: SignalSource, onForce: (reason: string) => void) {
    this.#source = source
    this.#onForce = onForce
    for (const name of SIGNALS) {
      const listener = () => this.#interrupt(name)
      this.#listeners.push([name, listener])
      source.on(name, listener)
    }
  }

  /** Why the run has to end, or `null`. */
  get reason(): string | null {
    return this.#reason
  }

  /** Aborted at once: nothing waits to be begun any more. */
  get stopping(): AbortSignal {
    return this.#stopping.signal
  }

  /** Aborted when what is in flight is to be cut off. */
  get signal(): AbortSignal {
    return this.#controller.signal
  }

  /** Stops listening: the run has come to its end. */
  close(): void {
    for (const timer of this.#timers) clearTimeout(timer)
    for (const [name, listener] of this.#listeners) this.#source.off(name, listener)
  }

  #interrupt(name: string): void {
    if (this.#reason !== null) {
      this.#controller.abort()
      return
    }
    const reason = `the run was ended by ${name}`
    this.#reason = reason
    this.#stopping.abort()
    this.#timers.push(
      setTimeout(() => this.#controller.abort(), CUT_OFF_MS),
      setTimeout(() => this.#onForce(reason), FORCE_MS)
    )
  }
}
