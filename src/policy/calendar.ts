import type { EpochMs } from '../model/time.js'
import { DAY_MS, HOUR_MS } from '../model/time.js'
import type { CalendarPeriod } from './policy.js'

/**
 * A number for the period, in UTC, that an instant lies in: instants of one period have one
 * number, those of a later period a higher. Weeks are those of ISO 8601, which begin on Monday
 * and go with the ISO year: 31 December 2024 and 5 January 2025 are in one (ruling 45).
 */
export function periodOf(period: CalendarPeriod, instant: EpochMs): number {
  switch (period) {
    case 'hourly':
      return Math.floor(instant / HOUR_MS)
    case 'daily':
      return Math.floor(instant / DAY_MS)
    case 'weekly':
      // 1 January 1970 was a Thursday; ISO weeks are without a break, also between years.
      return Math.floor((instant / DAY_MS + 3) / 7)
    case 'monthly': {
      const date = new Date(instant)
      return date.getUTCFullYear() * 12 + date.getUTCMonth()
    }
    case 'yearly':
      return new Date(instant).getUTCFullYear()
    default:
      return period satisfies never
  }
}
