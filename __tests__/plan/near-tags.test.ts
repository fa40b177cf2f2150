import { expect, test } from '@jest/globals'
import * as fc from 'fast-check'

import { nearTags } from '../../src/plan/near-tags.js'
import { editDistance } from '../../src/policy/file/nearest-word.js'

const tags = fc.string({ unit: fc.constantFrom('a', 'B', '1', '-'), minLength: 1, maxLength: 7 })

const digitsOf = (text: string) => text.replace(/\D/g, '')

test('the nearest three are those of comparing every tag, whatever its length', () => {
  fc.assert(
    fc.property(fc.uniqueArray(tags, { maxLength: 40 }), tags, (all, pattern) => {
      const isPlain = /^\w[\w.-]{2,}$/.test(pattern)
      const furthest = pattern.length <= 3 ? 1 : 2
      const expected = all
        .filter((tag) => isPlain && digitsOf(tag) === digitsOf(pattern))
        .map((tag) => [tag, editDistance(tag.toLowerCase(), pattern.toLowerCase())] as const)
        .filter(([, distance]) => distance <= furthest)
        .toSorted(([a, x], [b, y]) => x - y || (a < b ? -1 : 1))
        .slice(0, 3)
        .map(([tag]) => tag)
      expect(nearTags(new Set(all))([pattern])).toEqual(expected)
    }),
    { numRuns: 1000 }
  )
})

test('of several patterns the nearest of all come first', () => {
  const near = nearTags(new Set(['latest', 'main', 'mains']))

  expect(near(['latets', 'mian'])).toEqual(['latest', 'main', 'mains'])
})
