import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'
import { ProgressTicker, progressText } from '../../src/run/progress-ticker.js'

beforeEach(() => {
  jest.useFakeTimers({ now: 0 })
})
afterEach(() => {
  jest.useRealTimers()
})

function ticking() {
  const lines: string[] = []
  const say = (line: string) => lines.push(line)
  return { lines, ticker: new ProgressTicker({ everyMs: 10_000, say, now: () => Date.now() }) }
}

test('a thousand steps in ten seconds are one line', () => {
  const { lines, ticker } = ticking()
  for (let done = 1; done <= 1000; done += 1) {
    jest.advanceTimersByTime(10)
    ticker.progress({ phase: 'changing', done, total: 1000 })
  }

  expect(lines).toHaveLength(1)
})

test('a minute without news is six lines, and none after the end', () => {
  const { lines, ticker } = ticking()
  ticker.progress({ phase: 'reading', done: 3, total: 40 })
  jest.advanceTimersByTime(60_000)
  ticker.close()
  jest.advanceTimersByTime(60_000)

  expect(lines).toEqual(Array.from({ length: 6 }, () => 'read 3 of 40 packages'))
})

test('changes are told with their pace and what is left', () => {
  const text = progressText({ phase: 'changing', done: 90, total: 360 }, 30_000)

  expect(text).toBe('90 of 360 changes (25%), 180 a minute, about 90 seconds left')
})
