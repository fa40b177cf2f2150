import type { Clock } from '../../src/model/time.js'

/** A clock that does not keep anybody waiting: sleeping moves it. */
export interface FastClock extends Clock {
  readonly slept: number[]
  advance(ms: number): void
}

export function fastClock(start = Date.UTC(2026, 0, 31)): FastClock {
  let now = start
  const slept: number[] = []
  return {
    slept,
    now: () => now,
    async sleep(ms) {
      slept.push(ms)
      now += Math.max(0, ms)
    },
    advance(ms) {
      now += ms
    }
  }
}
