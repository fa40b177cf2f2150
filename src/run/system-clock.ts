import { setTimeout as delay } from 'node:timers/promises'
import type { Clock } from '../model/time.js'

/** Longer waits than this overflow the timer and would end at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1

/** The time of this machine. */
export const SYSTEM_CLOCK: Clock = {
  now: () => Date.now(),
  sleep: async (ms) => {
    for (let left = ms; left > 0; left -= LONGEST_TIMER_MS) {
      await delay(Math.min(left, LONGEST_TIMER_MS))
    }
  }
}
