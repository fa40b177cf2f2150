import type { Fetch } from '../../src/http/fetch.js'
import type { Clock, DurationMs, EpochMs } from '../../src/model/time.js'

/** Turns of the event loop in which nothing may have happened before time moves on. */
const QUIET_TURNS = 4

/**
 * A clock for a client and an emulated world that talk over real HTTP. Time stands still while
 * anything is going on; when everybody sleeps, it jumps to the end of the earliest sleep. So
 * what a run takes by it is what it would take if requests took no time at all.
 */
export class VirtualClock implements Clock {
  /** All that was slept, in order. */
  readonly sleeps: DurationMs[] = []
  readonly #sleepers: { readonly until: EpochMs; readonly wake: () => void }[] = []
  #now: EpochMs
  #inFlight = 0
  #quietTurns = 0
  #isTurning = false

  constructor(now: EpochMs) {
    this.#now = now
  }

  now(): EpochMs {
    return this.#now
  }

  sleep(ms: DurationMs): Promise<void> {
    this.sleeps.push(ms)
    if (ms <= 0) return Promise.resolve()
    return new Promise((wake) => {
      this.#sleepers.push({ until: this.#now + ms, wake })
      this.#quietTurns = 0
      this.#turn()
    })
  }

  /** Lets time pass though somebody is at work, as a test wants it. */
  pass(ms: DurationMs): void {
    this.#now += ms
  }

  /** The same `fetch`, while which is under way no time passes. */
  watching(fetch: Fetch): Fetch {
    return async (...request) => {
      this.#inFlight += 1
      try {
        return await fetch(...request)
      } finally {
        this.#inFlight -= 1
        this.#quietTurns = 0
      }
    }
  }

  #turn(): void {
    if (this.#isTurning || this.#sleepers.length === 0) return
    this.#isTurning = true
    setImmediate(() => {
      this.#isTurning = false
      if (this.#inFlight > 0) this.#quietTurns = 0
      else this.#quietTurns += 1
      if (this.#quietTurns >= QUIET_TURNS) this.#wakeEarliest()
      this.#turn()
    })
  }

  #wakeEarliest(): void {
    this.#quietTurns = 0
    this.#now = Math.max(this.#now, Math.min(...this.#sleepers.map(({ until }) => until)))
    const due = this.#sleepers.filter(({ until }) => until <= this.#now)
    this.#sleepers.splice(0, Infinity, ...this.#sleepers.filter(({ until }) => until > this.#now))
    for (const { wake } of due) wake()
  }
}
