import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import {
  formatAge,
  formatDuration,
  isNewer,
  isOlder,
  isZero,
  limitBefore
} from '../../src/model/duration.js'
import type { Duration } from '../../src/model/duration.js'
import { parseDuration } from '../../src/model/parse-duration.js'
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../../src/model/time.js'

const duration = (text: string): Duration => {
  const parsed = parseDuration(text)
  if (!parsed.ok) throw new Error(`${text}: ${parsed.why}`)
  return parsed.duration
}
const at = (text: string): number => Date.parse(text)

describe('a duration is read', () => {
  test.each<[string, number, number]>([
    ['90s', 0, 90 * SECOND_MS],
    ['45m', 0, 45 * MINUTE_MS],
    ['36h', 0, 36 * HOUR_MS],
    ['30d', 0, 30 * DAY_MS],
    ['2w', 0, 14 * DAY_MS],
    ['6mo', 6, 0],
    ['1y', 12, 0],
    ['1w 2d', 0, 9 * DAY_MS],
    ['2d 1w', 0, 9 * DAY_MS],
    ['1y 6mo 3d', 18, 3 * DAY_MS],
    ['30 days', 0, 30 * DAY_MS],
    ['1 day', 0, DAY_MS],
    ['2 weeks', 0, 14 * DAY_MS],
    ['1 month', 1, 0],
    ['2 Years', 24, 0],
    ['10 minutes 5 seconds', 0, 10 * MINUTE_MS + 5 * SECOND_MS],
    ['1 w 2 d', 0, 9 * DAY_MS],
    ['30D', 0, 30 * DAY_MS],
    ['6MO', 6, 0],
    ['  7d\n', 0, 7 * DAY_MS],
    ['P30D', 0, 30 * DAY_MS],
    ['PT12H', 0, 12 * HOUR_MS],
    ['PT5M', 0, 5 * MINUTE_MS],
    ['P5M', 5, 0],
    ['P1Y2M', 14, 0],
    ['P2W', 0, 14 * DAY_MS],
    ['P1DT12H30M15S', 0, DAY_MS + 12 * HOUR_MS + 30 * MINUTE_MS + 15 * SECOND_MS],
    ['0', 0, 0],
    ['0d', 0, 0],
    ['P0D', 0, 0],
    ['1000y', 12000, 0]
  ])('%s', (text, months, exactMs) => {
    expect(parseDuration(text)).toEqual({
      ok: true,
      duration: { months, exactMs, text: text.trim() }
    })
  })
})

describe('a duration is refused, and why', () => {
  test.each<[string, string]>([
    ['', 'empty'],
    ['   ', 'empty'],
    ['30', '30d is days'],
    ['00', 'unit is missing'],
    ['1w 2', 'unit of 2 is missing'],
    ['-5d', 'negative'],
    ['1d -2h', 'negative'],
    ['1.5d', 'whole numbers'],
    ['1,5d', 'whole numbers'],
    ['P1.5D', 'whole numbers'],
    ['3M', '3m is minutes, 3mo is months'],
    ['3 M', '3m is minutes, 3mo is months'],
    ['1w2d', 'put a space'],
    ['1d 2d', 'days are named twice'],
    ['1d 2 days', 'days are named twice'],
    ['5 fortnights', '"fortnights" is no unit'],
    ['5ms', '"ms" is no unit'],
    ['d', 'not a number with a unit'],
    ['+5d', 'not a number with a unit'],
    ['1e3d', 'put a space'],
    ['1w, 2d', 'is not a number with a unit'],
    ['one week', 'is not a number with a unit'],
    ['P', 'not an ISO 8601'],
    ['P1DT', 'not an ISO 8601'],
    ['P30', 'not an ISO 8601'],
    ['P1D1Y', 'not an ISO 8601'],
    ['p30d', 'written in capitals: P30D'],
    ['1001y', 'longer than 1000 years'],
    ['99999999999999999999999d', 'longer than 1000 years'],
    [`${'9'.repeat(400)}y`, 'longer than 1000 years']
  ])('"%s"', (text, why) => {
    expect(parseDuration(text)).toEqual({ ok: false, why: expect.stringContaining(why) })
  })

  test('never throws, whatever the text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const parsed = parseDuration(text)
        expect(parsed.ok ? parsed.duration.exactMs : parsed.why.length).toBeGreaterThanOrEqual(0)
      })
    )
  })
})

describe('ruling 19: the limit is now less the months, the day cut, less the exact part', () => {
  test.each<[string, string, string]>([
    ['2026-03-31T10:00:00.123Z', '1mo', '2026-02-28T10:00:00.123Z'],
    ['2026-03-31T00:00:00.000Z', '2mo', '2026-01-31T00:00:00.000Z'],
    ['2024-02-29T00:00:00.000Z', '1y', '2023-02-28T00:00:00.000Z'],
    ['2024-02-29T00:00:00.000Z', '4y', '2020-02-29T00:00:00.000Z'],
    ['2026-03-01T00:00:00.000Z', '1mo 1d', '2026-01-31T00:00:00.000Z'],
    ['2026-03-01T00:00:00.000Z', '1d 1mo', '2026-01-31T00:00:00.000Z'],
    ['2024-03-30T00:00:00.000Z', '1y 1mo', '2023-02-28T00:00:00.000Z'],
    ['2026-01-31T00:00:00.000Z', '2mo', '2025-11-30T00:00:00.000Z'],
    ['2026-01-15T00:00:00.000Z', '1mo', '2025-12-15T00:00:00.000Z'],
    ['2026-05-31T23:59:59.999Z', '30d', '2026-05-01T23:59:59.999Z'],
    ['2026-01-31T00:00:00.000Z', '0', '2026-01-31T00:00:00.000Z'],
    ['2026-01-31T00:00:00.000Z', '100y', '1926-01-31T00:00:00.000Z'],
    ['2026-01-31T00:00:00.000Z', '1000y', '1026-01-31T00:00:00.000Z'],
    ['1000-03-31T00:00:00.000Z', '950y 1mo', '0050-02-28T00:00:00.000Z']
  ])('%s less %s', (now, text, limit) => {
    expect(new Date(limitBefore(at(now), duration(text))).toISOString()).toBe(limit)
  })

  test('a version of 1 March is not a month old on 31 March', () => {
    const now = at('2026-03-31T00:00:00Z')
    expect(isOlder(at('2026-03-01T00:00:00Z'), now, duration('1mo'))).toBe(false)
    expect(isOlder(at('2026-02-27T23:59:59Z'), now, duration('1mo'))).toBe(true)
  })

  test('nothing is older than a limit before all dates', () => {
    const limit = limitBefore(-8.64e15, duration('1y 3d'))
    expect(limit).toBe(-8.64e15)
    expect(isOlder(-8.64e15, -8.64e15, duration('1y'))).toBe(false)
  })

  test('a longer duration never has a later limit', () => {
    const months = fc.integer({ min: 0, max: 600 })
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4e12 }), months, months, (now, a, b) => {
        const [fewer, more] = [Math.min(a, b), Math.max(a, b)]
        const of = (count: number): Duration => ({ months: count, exactMs: 0, text: '' })
        expect(limitBefore(now, of(more))).toBeLessThanOrEqual(limitBefore(now, of(fewer)))
      })
    )
  })
})

describe('ruling 38: at the limit, and zero', () => {
  const now = at('2026-01-31T00:00:00Z')

  test.each<[string, number, string, boolean]>([
    ['exactly as old is not older', now - 14 * DAY_MS, '14d', false],
    ['a millisecond more is', now - 14 * DAY_MS - 1, '14d', true],
    ['a millisecond less is not', now - 14 * DAY_MS + 1, '14d', false],
    ['zero holds for now', now, '0', true],
    ['zero holds for the future', now + DAY_MS, '0', true],
    ['zero in another spelling', now + DAY_MS, 'PT0S', true],
    ['the future is not older', now + DAY_MS, '1s', false]
  ])('%s', (_name, date, text, older) => {
    expect(isOlder(date, now, duration(text))).toBe(older)
    expect(isNewer(date, now, duration(text))).toBe(!older)
  })

  test('only no time is zero', () => {
    expect(['0', '0d', '0mo', '1s', '1mo'].map((text) => isZero(duration(text)))).toEqual([
      true,
      true,
      true,
      false,
      false
    ])
  })
})

describe('ages and durations are written', () => {
  test.each<[number, string]>([
    [12 * DAY_MS + 5 * HOUR_MS, '12 days'],
    [DAY_MS, '1 day'],
    [DAY_MS - 1, '23 hours'],
    [3 * HOUR_MS, '3 hours'],
    [HOUR_MS, '1 hour'],
    [59 * MINUTE_MS, '59 minutes'],
    [1000, '1 second'],
    [999, '0 seconds'],
    [0, '0 seconds'],
    [-5 * DAY_MS, '0 seconds'],
    [400 * DAY_MS, '400 days']
  ])('%d ms old is %s', (ageMs, text) => {
    expect(formatAge(ageMs)).toBe(text)
  })

  test.each([
    ['0', 'no time'],
    ['P1Y2M3DT4H5M6S', '1 year 2 months 3 days 4 hours 5 minutes 6 seconds'],
    ['14mo', '1 year 2 months'],
    ['36h', '1 day 12 hours'],
    ['2w', '14 days']
  ])('%s is %s', (text, written) => {
    expect(formatDuration(duration(text))).toBe(written)
  })

  test('what is written is read as the same length', () => {
    const whole = fc.record({
      months: fc.integer({ min: 0, max: 2400 }),
      exactMs: fc.integer({ min: 0, max: 3e9 }).map((seconds) => seconds * SECOND_MS)
    })
    fc.assert(
      fc.property(whole, ({ months, exactMs }) => {
        fc.pre(months + exactMs > 0)
        const read = duration(formatDuration({ months, exactMs, text: '' }))
        expect([read.months, read.exactMs]).toEqual([months, exactMs])
      })
    )
  })
})
