import type { Clock, EpochMs } from '../../src/model/time.js'

/** A clock that stands still but for sleeping, which takes no real time at all. */
export class InstantClock implements Clock {
  readonly sleeps: number[] = []
  #now: EpochMs

  constructor(now: EpochMs = Date.UTC(2026, 0, 31)) {
    this.#now = now
  }

  now(): EpochMs {
    return this.#now
  }

  async sleep(ms: number): Promise<void> {
    this.sleeps.push(ms)
    await new Promise(setImmediate)
    this.#now += Math.max(0, ms)
  }
}

/** A clock of which the time passes in `run` alone, from one sleeper's end to the next. */
export class SteppedClock implements Clock {
  readonly #sleepers: { readonly until: EpochMs; readonly wake: () => void }[] = []
  #now: EpochMs = 1_000_000

  now(): EpochMs {
    return this.#now
  }

  sleep(ms: number): Promise<void> {
    if (ms <= 0) return Promise.resolve()
    return new Promise((wake) => {
      this.#sleepers.push({ until: this.#now + ms, wake })
    })
  }

  /** Until nobody sleeps any more. */
  async run(): Promise<void> {
    await new Promise(setImmediate)
    for (let next = this.#takeNext(); next !== undefined; next = this.#takeNext()) {
      this.#now = Math.max(this.#now, next.until)
      next.wake()
      await new Promise(setImmediate)
    }
  }

  #takeNext(): { readonly until: EpochMs; readonly wake: () => void } | undefined {
    this.#sleepers.sort((a, b) => b.until - a.until)
    return this.#sleepers.pop()
  }
}
