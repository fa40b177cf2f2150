import { parseDuration } from '../model/parse-duration.js'
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

/**
 * An age beyond a limit, in words: as `ageText`, but where that would say the limit itself, by how
 * much it is beyond: `30 days 4 hours` for one of `30d`.
 *
 * @param limit as a person wrote it, such as `30d`
 */
export function ageBeyondText(ms: DurationMs, limit: string): string {
  const parsed = parseDuration(limit)
  const text = ageText(ms)
  // Months have no length of their own, and years are rounded to tenths.
  if (!parsed.ok || parsed.duration.months > 0 || ms >= 2 * YEAR_MS) return text
  const { exactMs } = parsed.duration
  if (ms <= exactMs || text !== ageText(exactMs)) return text
  return ms - exactMs < SECOND_MS ? `just over ${text}` : `${text} ${largestUnit(ms - exactMs)}`
}

/**
 * Whether an age beyond a limit in months or years reads as if it were not: such a limit is as
 * long as these months are, so that 365 days may be beyond `1y`.
 */
export function seemsWithin(ms: DurationMs, limit: string): boolean {
  const parsed = parseDuration(limit)
  if (!parsed.ok || parsed.duration.months === 0) return false
  const { months, exactMs } = parsed.duration
  return ms < (months / 12) * YEAR_MS + exactMs
}

function largestUnit(ms: DurationMs): string {
  if (ms < MINUTE_MS) return plural(Math.floor(ms / SECOND_MS), 'second')
  if (ms < HOUR_MS) return plural(Math.floor(ms / MINUTE_MS), 'minute')
  return plural(Math.floor(ms / HOUR_MS), 'hour')
}
