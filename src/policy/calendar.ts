import { DAY_MS } from '../model/time.js'
import type { EpochMs } from '../model/time.js'
import type { CalendarPeriod } from './policy.js'

/**
 * The period, in UTC, that an instant lies in, as people write it: `2026-01-31T02` for an
 * hour, `2026-01-31`, `2026-W05`, `2026-01`, `2026`. Weeks are those of ISO 8601, which begin
 * on Monday and go with the ISO year: 31 December 2024 lies in `2025-W01` (ruling 45).
 * Instants of one period have one text, others another.
 */
export function periodOf(period: CalendarPeriod, instant: EpochMs): string {
  const text = new Date(instant).toISOString()
  // A year beyond 9999 is written with a sign and two more digits.
  const yearLength = text.indexOf('-', 1)
  switch (period) {
    case 'hourly':
      return text.slice(0, yearLength + 9)
    case 'daily':
      return text.slice(0, yearLength + 6)
    case 'weekly':
      return isoWeekOf(instant)
    case 'monthly':
      return text.slice(0, yearLength + 3)
    case 'yearly':
      return text.slice(0, yearLength)
    default:
      return period satisfies never
  }
}

/** A week belongs to the year that its Thursday is in. */
function isoWeekOf(instant: EpochMs): string {
  const daysSinceMonday = (new Date(instant).getUTCDay() + 6) % 7
  const thursday = new Date(instant + (3 - daysSinceMonday) * DAY_MS)
  const newYear = new Date(thursday)
  newYear.setUTCMonth(0, 1)
  const week = Math.floor((thursday.getTime() - newYear.getTime()) / (7 * DAY_MS)) + 1
  return `${periodOf('yearly', thursday.getTime())}-W${String(week).padStart(2, '0')}`
}
