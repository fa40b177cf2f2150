import { describe, expect, test } from '@jest/globals'
import { askedWaitMs, isPassing, retryWaitMs } from '../../src/registry/retry-wait.js'

const NOW = Date.UTC(2026, 0, 31, 12)

describe('how long the registry asks to wait', () => {
  test.each<[string, string | null, string, number | null]>([
    ['seconds', '2', '', 2000],
    ['zero', '0', '', 0],
    ['a date', 'Sat, 31 Jan 2026 12:00:05 GMT', '', 5000],
    ['a date that has passed', 'Sat, 31 Jan 2026 11:00:00 GMT', '', 0],
    ['the header before the text', '1', 'retry-after: 9s', 1000],
    ['a blank header', ' ', 'retry-after: 1.16676ms, allowed: 44000/minute', 1.16676],
    ['nonsense in the header', 'soon', 'retry-after: 12.5ms, allowed: 2000/minute', 12.5],
    ['a negative number', '-1', '', null],
    ['minutes and seconds', null, 'retry-after: 1m2.5s', 62_500],
    ['hours', null, 'Retry-After: 1h0m0.5s', 3_600_500],
    ['microseconds', null, 'retry-after: 500µs', 0.5],
    ['microseconds with the other mu', null, 'retry-after: 500μs', 0.5],
    ['microseconds in ASCII', null, 'retry-after: 500us', 0.5],
    ['nanoseconds', null, 'retry-after: 250000ns', 0.25],
    ['nothing', null, 'allowed: 44000/minute', null],
    ['a bare number in the text', null, 'retry-after: 5', null]
  ])('%s', (_case, header, text, expected) => {
    const asked = askedWaitMs(header, text, NOW)

    if (expected === null) expect(asked).toBeNull()
    else expect(asked).toBeCloseTo(expected, 9)
  })
})

test.each([
  [408, true],
  [429, true],
  [500, true],
  [503, true],
  [200, false],
  [401, false],
  [403, false],
  [404, false],
  [400, false]
])('%i is worth another try: %p', (status, expected) => {
  expect(isPassing(status)).toBe(expected)
})

test('each pause is at least what was asked for, doubles, and is jittered upwards only by half', () => {
  expect(retryWaitMs(0, null, 0)).toBe(250)
  expect(retryWaitMs(0, null, 1)).toBe(500)
  expect(retryWaitMs(3, null, 1)).toBe(4000)
  expect(retryWaitMs(0, 2000, 0)).toBe(2250)
})
