/** A point in time: milliseconds since the Unix epoch, UTC. */
export type EpochMs = number

/** A length of time in milliseconds. */
export type DurationMs = number

export const SECOND_MS = 1000
export const MINUTE_MS = 60 * SECOND_MS
export const HOUR_MS = 60 * MINUTE_MS
export const DAY_MS = 24 * HOUR_MS

/**
 * The only way to learn the time or to wait. The shell passes the real one, a test
 * passes one that it moves itself.
 */
export interface Clock {
  now(): EpochMs
  /** Resolves after `ms`, at once where `ms` is not above 0. */
  sleep(ms: DurationMs): Promise<void>
}
