import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS, type DurationMs } from '../model/time.js'
import { plural } from './wording.js'

const YEAR_MS = 365.25 * DAY_MS

/**
 * A length of time in words: `45 seconds`, `90 minutes`, `36 hours`, `12 days`, `2.5 years`.
 * Rounded down, and in days up to two years, so that it can be compared with limits such as 30d.
 * The sign is left out.
 */
export function ageText(ms: DurationMs): string {
  const age = Math.abs(ms)
  if (age < 2 * MINUTE_MS) return plural(Math.floor(age / SECOND_MS), 'second')
  if (age < 2 * HOUR_MS) return plural(Math.floor(age / MINUTE_MS), 'minute')
  if (age < 2 * DAY_MS) return plural(Math.floor(age / HOUR_MS), 'hour')
  if (age < 2 * YEAR_MS) return plural(Math.floor(age / DAY_MS), 'day')
  const years = Math.floor((age / YEAR_MS) * 10) / 10
  return `${years} years`
}
