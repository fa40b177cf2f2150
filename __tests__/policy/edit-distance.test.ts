import { expect, test } from '@jest/globals'
import * as fc from 'fast-check'

import { editDistance } from '../../src/policy/file/nearest-word.js'

/** Few letters, so that words have much in common. */
const words = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 12 })

/** The same by its definition, with nothing left out. */
function byDefinition(one: string, other: string): number {
  const rows = Array.from({ length: one.length + 1 }, (): number[] => [])
  const at = (row: number, column: number) => rows[row]?.[column] ?? Infinity
  rows.forEach((cells, row) => {
    for (let column = 0; column <= other.length; column++) {
      const isSame = one[row - 1] === other[column - 1]
      const isSwapped =
        row > 1 &&
        column > 1 &&
        one[row - 1] === other[column - 2] &&
        one[row - 2] === other[column - 1]
      cells[column] =
        row === 0 || column === 0
          ? row + column
          : Math.min(
              at(row - 1, column) + 1,
              at(row, column - 1) + 1,
              at(row - 1, column - 1) + (isSame ? 0 : 1),
              isSwapped ? at(row - 2, column - 2) + 1 : Infinity
            )
    }
  })
  return at(one.length, other.length)
}

test('the letters that differ are those of the definition', () => {
  fc.assert(
    fc.property(words, words, (one, other) => {
      expect(editDistance(one, other)).toBe(byDefinition(one, other))
    }),
    { numRuns: 2000 }
  )
})

test('up to a limit they are the same, and beyond it there is no telling', () => {
  fc.assert(
    fc.property(words, words, fc.nat(4), (one, other, furthest) => {
      const exact = byDefinition(one, other)
      expect(editDistance(one, other, furthest)).toBe(exact <= furthest ? exact : Infinity)
    }),
    { numRuns: 5000 }
  )
})

test.each([
  ['latset', 'latest', 2, 1],
  ['stabel', 'stable', 2, 1],
  ['', 'ab', 2, 2],
  ['ab', '', 1, Infinity],
  ['main', 'main', 0, 0],
  ['feature-abcdefgh', 'feature-ijklmnop', 2, Infinity]
])('%s and %s within %d: %d', (one, other, furthest, distance) => {
  expect(editDistance(one, other, furthest)).toBe(distance)
})
