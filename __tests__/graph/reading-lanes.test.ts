import { expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { readingLanes } from '../../src/graph/reading-lanes.js'

test.each<[string, number, number]>([
  ['nothing has no lane', 0, 0],
  ['few have one', 63, 1],
  ['a lane has at least 64', 127, 1],
  ['twice as many have two', 128, 2],
  ['there are at most 16', 100_000, 16]
])('%s', (_name, count, lanes) => {
  expect(readingLanes(Array.from({ length: count }, (_, at) => at))).toHaveLength(lanes)
})

test('lanes are stretches of the ids, highest first, none of them short', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(), { maxLength: 2000 }), (ids) => {
      const lanes = readingLanes(ids)

      expect(lanes.flat()).toEqual([...ids].sort((one, other) => other - one))
      if (lanes.length > 1)
        expect(Math.min(...lanes.map((lane) => lane.length))).toBeGreaterThan(63)
    })
  )
})
