import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { DAY_MS, HOUR_MS } from '../../src/model/time.js'
import { periodOf } from '../../src/policy/calendar.js'
import { CALENDAR_PERIODS } from '../../src/policy/policy.js'

const at = (text: string): number => Date.parse(text)

describe('the period of an instant', () => {
  test.each<[string, string[]]>([
    ['2026-01-31T02:59:59.999Z', ['2026-01-31T02', '2026-01-31', '2026-W05', '2026-01', '2026']],
    ['2026-01-31T03:00:00.000Z', ['2026-01-31T03', '2026-01-31', '2026-W05', '2026-01', '2026']],
    ['1969-12-31T23:00:00.000Z', ['1969-12-31T23', '1969-12-31', '1970-W01', '1969-12', '1969']],
    [
      '+012345-06-07T08:09:10.000Z',
      ['+012345-06-07T08', '+012345-06-07', '+012345-W23', '+012345-06', '+012345']
    ]
  ])('%s', (text, periods) => {
    expect(CALENDAR_PERIODS.map((period) => periodOf(period, at(text)))).toEqual(periods)
  })
})

describe('ruling 45: ISO weeks go with the ISO year', () => {
  test.each([
    ['2024-12-29', '2024-W52'],
    ['2024-12-30', '2025-W01'],
    ['2024-12-31', '2025-W01'],
    ['2025-01-05', '2025-W01'],
    ['2025-01-06', '2025-W02'],
    ['2020-12-31', '2020-W53'],
    ['2021-01-03', '2020-W53'],
    ['2021-01-04', '2021-W01'],
    ['2027-01-01', '2026-W53'],
    ['2016-01-01', '2015-W53'],
    ['2005-01-02', '2004-W53'],
    ['2000-02-29', '2000-W09']
  ])('%s lies in %s', (date, week) => {
    expect(periodOf('weekly', at(`${date}T00:00:00Z`))).toBe(week)
    expect(periodOf('weekly', at(`${date}T23:59:59.999Z`))).toBe(week)
  })

  test('a week is seven days from Monday, and no two have one name', () => {
    const monday = at('1990-01-01T00:00:00Z')
    const weeks = Array.from({ length: 52 * 60 }, (_, week) => monday + week * 7 * DAY_MS)
    const names = weeks.map((start) => {
      const days = [0, 1, 2, 3, 4, 5, 6].map((day) => periodOf('weekly', start + day * DAY_MS))
      expect(new Set(days).size).toBe(1)
      return days[0]
    })
    expect(new Set(names).size).toBe(weeks.length)
  })
})

test('a shorter period never spans two of a longer one, weeks aside', () => {
  const nested = ['hourly', 'daily', 'monthly', 'yearly'] as const
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
