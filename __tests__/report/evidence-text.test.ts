import { expect, test } from '@jest/globals'
import { DAY_MS } from '../../src/model/time.js'
import { evidenceText } from '../../src/report/evidence-text.js'

test.each([
  [365 * DAY_MS + 500, '1y', '365 days old, past 1y'],
  [366 * DAY_MS, '1y', '366 days old, older than 1y'],
  [30 * DAY_MS, '1mo', '30 days old, past 1mo'],
  [31 * DAY_MS, '1mo', '31 days old, older than 1mo'],
  [366 * DAY_MS, '1y 1d', '366 days old, past 1y 1d'],
  [400 * DAY_MS, '365d', '400 days old, older than 365d']
])('an age of %d ms beyond %s reads as being beyond it', (ageMs, limit, text) => {
  expect(evidenceText({ code: 'older', ageMs, limit })).toBe(text)
})
