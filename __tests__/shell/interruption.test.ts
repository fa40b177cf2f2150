import { EventEmitter } from 'node:events'
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'
import { Interruption } from '../../src/run/interruption.js'

beforeEach(() => {
  jest.useFakeTimers()
})
afterEach(() => {
  jest.useRealTimers()
})

function listening() {
  const source = new EventEmitter()
  const forced: string[] = []
  const interruption = new Interruption(source, (reason) => forced.push(reason))
  return { source, forced, interruption }
}

test('without a signal there is no reason to end', () => {
  const { interruption } = listening()
  jest.advanceTimersByTime(60_000)

  const { reason, stopping, signal } = interruption
  expect([reason, stopping.aborted, signal.aborted]).toEqual([null, false, false])
})

test.each(['SIGTERM', 'SIGINT'])(
  '%s: a reason at once, cut off at 4 s, ended before 5 (ruling 77)',
  (name) => {
    const { source, forced, interruption } = listening()
    source.emit(name)

    expect(interruption.reason).toContain(name)
    expect(interruption.stopping.aborted).toBe(true)
    jest.advanceTimersByTime(3_999)
    expect(interruption.signal.aborted).toBe(false)
    jest.advanceTimersByTime(1)
    expect([interruption.signal.aborted, forced.length]).toEqual([true, 0])
    jest.advanceTimersByTime(999)
    expect(forced).toEqual([interruption.reason])
  }
)

test('a second signal cuts off at once and leaves the reason as it is', () => {
  const { source, interruption } = listening()
  source.emit('SIGINT')
  source.emit('SIGTERM')

  expect(interruption.signal.aborted).toBe(true)
  expect(interruption.reason).toContain('SIGINT')
})

test('a run that has ended is not ended again', () => {
  const { source, forced, interruption } = listening()
  source.emit('SIGTERM')
  interruption.close()
  jest.advanceTimersByTime(60_000)

  expect(forced).toEqual([])
  expect(source.listenerCount('SIGTERM') + source.listenerCount('SIGINT')).toBe(0)
})
