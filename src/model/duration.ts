import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from './time.js'
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

/** The earliest instant that a `Date` can hold. */
const EARLIEST: EpochMs = -8.64e15

/** No time at all: `0`. It switches a condition off (ruling 38). */
export const NO_TIME: Duration = { months: 0, exactMs: 0, text: '0' }

/** Whether the duration is no time, and so switches its condition off (ruling 38). */
export function isZero(duration: Duration): boolean {
  return duration.months === 0 && duration.exactMs === 0
}

/**
 * The instant that lies `duration` before `now`: months and years first, the day cut to the
 * last of the month that this leads to, then the exact part (ruling 19). What would lie
 * before all that a date can hold is the earliest instant that it can.
 */
export function limitBefore(now: EpochMs, duration: Duration): EpochMs {
  const limit = monthsBefore(now, duration.months) - duration.exactMs
  return Number.isNaN(limit) ? EARLIEST : Math.max(limit, EARLIEST)
}

function monthsBefore(now: EpochMs, months: number): EpochMs {
  if (months === 0) return now
  const date = new Date(now)
  const day = date.getUTCDate()
  // From the first of the month: from the 31st, setUTCMonth would run over into the next.
  date.setUTCDate(1)
  date.setUTCMonth(date.getUTCMonth() - months)
  date.setUTCDate(Math.min(day, daysInMonth(date)))
  return date.getTime()
}

function daysInMonth(date: Date): number {
  const last = new Date(date)
  last.setUTCMonth(last.getUTCMonth() + 1, 0)
  return last.getUTCDate()
}

/**
 * Whether `date` lies before the limit. Exactly at the limit is not older; `0` holds for all
 * (ruling 38).
 */
export function isOlder(date: EpochMs, now: EpochMs, duration: Duration): boolean {
  return isZero(duration) || date < limitBefore(now, duration)
}

/** The opposite of {@link isOlder}, without a gap: `0` holds for none (ruling 38). */
export function isNewer(date: EpochMs, now: EpochMs, duration: Duration): boolean {
  return !isOlder(date, now, duration)
}

const AGE_UNITS: readonly (readonly [DurationMs, string])[] = [
  [DAY_MS, 'day'],
  [HOUR_MS, 'hour'],
  [MINUTE_MS, 'minute'],
  [SECOND_MS, 'second']
]

/**
 * An age in its largest unit, rounded down: `12 days`, `1 hour`. Days are the largest, for
 * months are not all of one length. Less than a second, or less than nothing, is `0 seconds`.
 */
export function formatAge(ageMs: DurationMs): string {
  const [unitMs, unit] = AGE_UNITS.find(([ms]) => ageMs >= ms) ?? [SECOND_MS, 'second']
  return counted(Math.max(0, Math.floor(ageMs / unitMs)), unit)
}

/** A duration in long words, equal for equal lengths: `1 year 2 months 3 days`; `no time` for 0. */
export function formatDuration({ months, exactMs }: Duration): string {
  const parts: [number, string][] = [
    [Math.floor(months / 12), 'year'],
    [months % 12, 'month']
  ]
  let rest = exactMs
  for (const [unitMs, unit] of AGE_UNITS) {
    parts.push([Math.floor(rest / unitMs), unit])
    rest %= unitMs
  }
  const written = parts.filter(([count]) => count > 0).map(([count, unit]) => counted(count, unit))
  return written.length === 0 ? 'no time' : written.join(' ')
}

function counted(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? '' : 's'}`
}
