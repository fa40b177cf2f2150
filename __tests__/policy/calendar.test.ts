import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { DAY_MS, HOUR_MS } from '../../src/model/time.js'
import { periodOf } from '../../src/policy/calendar.js'
import { CALENDAR_PERIODS } from '../../src/policy/policy.js'
import type { CalendarPeriod } from '../../src/policy/policy.js'

const at = (text: string): number => Date.parse(text)

/** Signs of an ISO date that tell a period from others, weeks aside. */
const SIGNS = { hourly: 13, daily: 10, monthly: 7, yearly: 4 } as const

describe('the period of an instant', () => {
  test('periods are those that an ISO date is written with', () => {
    const instant = fc.integer({ min: at('1960-01-01'), max: at('2090-01-01') })
    const apart = fc.oneof(
      fc.integer({ min: 0, max: 3 * HOUR_MS }),
      fc.integer({ min: 0, max: 800 * DAY_MS })
    )
    const kinds = ['hourly', 'daily', 'monthly', 'yearly'] as const
    fc.assert(
      fc.property(fc.constantFrom(...kinds), instant, apart, (period, one, distance) => {
        const written = (ms: number) => new Date(ms).toISOString().slice(0, SIGNS[period])
        const [a, b] = [periodOf(period, one), periodOf(period, one + distance)]
        expect(a === b).toBe(written(one) === written(one + distance))
        expect(a).toBeLessThanOrEqual(b)
      })
    )
  })

  test.each<[CalendarPeriod, string, string, boolean]>([
    ['hourly', '2026-01-31T02:00:00.000Z', '2026-01-31T02:59:59.999Z', true],
    ['hourly', '2026-01-31T02:59:59.999Z', '2026-01-31T03:00:00.000Z', false],
    ['daily', '2026-01-31T23:59:59.999Z', '2026-02-01T00:00:00.000Z', false],
    ['monthly', '2024-02-29T23:59:59.999Z', '2024-03-01T00:00:00.000Z', false],
    ['monthly', '2024-02-01T00:00:00.000Z', '2025-02-01T00:00:00.000Z', false],
    ['yearly', '1969-12-31T23:59:59.999Z', '1970-01-01T00:00:00.000Z', false],
    ['yearly', '+012345-06-07T08:09:10.000Z', '+012345-01-01T00:00:00.000Z', true]
  ])('%s: %s and %s are in one: %s', (period, one, other, isOne) => {
    expect(periodOf(period, at(one)) === periodOf(period, at(other))).toBe(isOne)
  })
})

describe('ruling 45: ISO weeks go with the ISO year', () => {
  test.each([
    ['2024-W52', '2024-12-23', '2024-12-29'],
    ['2025-W01', '2024-12-30', '2025-01-05'],
    ['2025-W02', '2025-01-06', '2025-01-12'],
    ['2020-W53', '2020-12-28', '2021-01-03'],
    ['2026-W53', '2026-12-28', '2027-01-03'],
    ['2015-W53', '2015-12-28', '2016-01-03'],
    ['2004-W53', '2004-12-27', '2005-01-02'],
    ['2000-W09', '2000-02-28', '2000-03-05'],
    ['1970-W01', '1969-12-29', '1970-01-04']
  ])('%s is from %s to %s', (_week, first, last) => {
    const start = at(`${first}T00:00:00Z`)
    const end = at(`${last}T23:59:59.999Z`)
    expect(periodOf('weekly', start)).toBe(periodOf('weekly', end))
    expect(periodOf('weekly', start - 1)).toBe(periodOf('weekly', start) - 1)
    expect(periodOf('weekly', end + 1)).toBe(periodOf('weekly', end) + 1)
  })

  test('a week is seven days from Monday, and no two have one number', () => {
    const monday = at('1990-01-01T00:00:00Z')
    const weeks = Array.from({ length: 52 * 60 }, (_, week) => monday + week * 7 * DAY_MS)
    const numbers = weeks.map((start) => {
      const days = [0, 1, 2, 3, 4, 5, 6].map((day) => periodOf('weekly', start + day * DAY_MS))
      expect(new Set(days).size).toBe(1)
      return days[0]
    })
    expect(new Set(numbers).size).toBe(weeks.length)
  })
})

test('a shorter period never spans two of a longer one, weeks aside', () => {
  const nested = CALENDAR_PERIODS.filter((period) => period !== 'weekly')
  const instant = fc.integer({ min: 0, max: 4e12 })
  fc.assert(
    fc.property(instant, fc.integer({ min: 0, max: 3 * HOUR_MS }), (a, apart) => {
      nested.slice(1).forEach((longer, i) => {
        const shorter = nested[i] ?? longer
        if (periodOf(shorter, a) === periodOf(shorter, a + apart)) {
          expect(periodOf(longer, a)).toBe(periodOf(longer, a + apart))
        }
      })
    })
  )
})
