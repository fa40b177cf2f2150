import { expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import type { VersionKind } from '../../src/graph/graph.js'
import { restoreOrder } from '../../src/plan/restore-order.js'
import type { Restorable } from '../../src/plan/restore-order.js'

const of = (id: number, kind: VersionKind, root: number | null = null): Restorable => ({
  id,
  kind,
  root
})

test.each<[string, Restorable[], number[][][]]>([
  ['nothing', [], []],
  ['versions without manifests at once', [of(2, 'version'), of(1, 'version')], [[[1], [2]]]],
  [
    'platforms, then their index, even where a platform was pushed again later',
    [of(5, 'index'), of(3, 'image', 5), of(9, 'image', 5)],
    [[[3], [9]], [[5]]]
  ],
  [
    "BuildKit's attestations before the index of which they are entries",
    [of(5, 'index'), of(3, 'image', 5), of(4, 'attestation', 5)],
    [[[3]], [[4]], [[5]]]
  ],
  [
    'what is attached after its subject, the list of it last',
    [of(5, 'index'), of(3, 'image', 5), of(6, 'signature', 5), of(7, 'referrers', 5)],
    [[[3]], [[5]], [[6]], [[7]]]
  ],
  [
    'the inner of nested indexes first, one after another',
    [of(7, 'index'), of(6, 'index', 7), of(5, 'index', 7), of(4, 'image', 7)],
    [[[4]], [[5, 6]], [[7]]]
  ],
  [
    'a signature of an attestation after it',
    [of(1, 'image'), of(3, 'signature', 1), of(2, 'attestation', 1)],
    [[[1]], [[2, 3]]]
  ],
  [
    'images side by side, but roots of which one may be part of another by age',
    [of(4, 'index'), of(9, 'index'), of(3, 'attestation', 4), of(8, 'attestation', 9)],
    [[[3], [8]], [[4, 9]]]
  ],
  [
    'what nobody knows more of than the id, by age',
    [of(3, 'unknown'), of(1, 'unknown'), of(2, 'unknown')],
    [[[1, 2, 3]]]
  ]
])('%s', (_name, versions, order) => {
  expect(restoreOrder(versions)).toEqual(order)
  expect(restoreOrder(versions.toReversed())).toEqual(order)
})

const KINDS: readonly VersionKind[] = [
  'image',
  'index',
  'attestation',
  'signature',
  'referrers',
  'artifact',
  'unknown'
]

test('every version has its place once', () => {
  const versions = fc.uniqueArray(
    fc.record({
      id: fc.integer({ min: 1, max: 60 }),
      kind: fc.constantFrom(...KINDS),
      root: fc.option(fc.integer({ min: 1, max: 60 }))
    }),
    { selector: ({ id }) => id }
  )
  fc.assert(
    fc.property(versions, (given) => {
      const ids = restoreOrder(given).flat(2)
      expect(ids.toSorted((a, b) => a - b)).toEqual(
        given.map(({ id }) => id).toSorted((a, b) => a - b)
      )
    })
  )
})
