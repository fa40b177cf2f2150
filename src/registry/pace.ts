import { sleepUnlessAborted } from '../http/unless-aborted.js'
import type { Clock, DurationMs, EpochMs } from '../model/time.js'

/** Answers without a complaint before one more request may be in flight again. */
const ANSWERS_TO_RECOVER = 20

/** Says that the registry complained of too many requests, and wants none for so long. */
export type Complain = (pauseMs: DurationMs) => void

/** How many requests go to one registry at once, and when none may. */
export interface Pace {
  /** Runs `task` when its turn comes, first come first served. */
  run<T>(task: (complain: Complain) => Promise<T>): Promise<T>
}

/**
 * At most `concurrency` requests in flight. After a complaint nothing starts until the pause
 * is over, and half as many run at once, never less than one; for every few answers without a
 * complaint there is room for one more. Once `signal` is aborted no pause is waited for: the
 * tasks are run at once, and have to see for themselves that there is nothing left to do.
 */
export function createPace(clock: Clock, concurrency: number, signal?: AbortSignal): Pace {
  const most = Math.max(1, concurrency)
  const waiting: (() => void)[] = []
  let limit = most
  let inFlight = 0
  let answered = 0
  let pausedUntil: EpochMs = 0
  let slowdowns = 0

  function startNext(): void {
    while (inFlight < limit) {
      const start = waiting.shift()
      if (start === undefined) return
      inFlight += 1
      start()
    }
  }

  async function turn(): Promise<void> {
    await new Promise<void>((resolve) => {
      waiting.push(resolve)
      startNext()
    })
    for (let left = pausedUntil - clock.now(); left > 0; left = pausedUntil - clock.now()) {
      if (signal?.aborted === true) return
      await sleepUnlessAborted(clock, left, signal)
    }
  }

  // Requests that were in flight together complain together: that slows down once.
  function slowDown(slowdownsAtStart: number, pauseMs: DurationMs): void {
    pausedUntil = Math.max(pausedUntil, clock.now() + pauseMs)
    answered = 0
    if (slowdowns !== slowdownsAtStart) return
    slowdowns += 1
    limit = Math.max(1, Math.floor(limit / 2))
  }

  function finish(): void {
    inFlight -= 1
    answered += 1
    if (answered >= ANSWERS_TO_RECOVER) {
      answered = 0
      limit = Math.min(most, limit + 1)
    }
    startNext()
  }

  return {
    async run(task) {
      await turn()
      const slowdownsAtStart = slowdowns
      try {
        return await task((pauseMs) => slowDown(slowdownsAtStart, pauseMs))
      } finally {
        finish()
      }
    }
  }
}
