import type { DurationMs, EpochMs } from './time.js'

/**
 * A length of time as a person writes it: years and months are calendar arithmetic in UTC,
 * everything shorter is exact (a day is 24 hours). Ruling 19 says how they are taken off.
 */
export interface Duration {
  /** Whole months, years counted as twelve. */
  readonly months: number
  readonly exactMs: DurationMs
  /** As it was written, for messages. */
  readonly text: string
}

export type { DurationMs, EpochMs }
