import { expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { distinctVersions } from '../../src/plan/list-check.js'
import { planPackage } from '../../src/plan/plan-package.js'
import type { ListedVersion } from '../../src/model/version.js'
import { planOf } from './a-plan.js'

const entry = (fields: Partial<ListedVersion>): ListedVersion => ({
  id: 1,
  name: 'a',
  tags: ['b', 'a'],
  createdAt: 1,
  updatedAt: 2,
  deletedAt: null,
  ...fields
})

test('ruling 60: entries with the same id are one', () => {
  expect(distinctVersions([entry({}), entry({ id: 2 }), entry({})])).toEqual([
    entry({ id: 2 }),
    entry({})
  ])
})

test('where they differ, their tags are put together and the younger dates hold', () => {
  const moved = entry({ tags: ['c', 'a'], updatedAt: 5 })
  expect(distinctVersions([entry({}), moved])).toEqual([
    entry({ tags: ['a', 'b', 'c'], updatedAt: 5 })
  ])
})

test('what one of them does not say is not known', () => {
  expect(distinctVersions([entry({}), entry({ tags: null, createdAt: null })])).toEqual([
    entry({ tags: null, createdAt: null })
  ])
})

test('the order of the entries does not matter', () => {
  const anyEntry = fc
    .record({
      id: fc.integer({ min: 1, max: 3 }),
      tags: fc.option(fc.subarray(['a', 'b', 'c'])),
      updatedAt: fc.option(fc.integer({ min: 0, max: 3 }))
    })
    .map(entry)
  fc.assert(
    fc.property(fc.array(anyEntry, { maxLength: 6 }), (entries) => {
      expect(distinctVersions(entries.toReversed())).toEqual(distinctVersions(entries))
    })
  )
})

test('ruling 60: one digest on two ids freezes the package', () => {
  const { input } = planOf('A[pr-1]\nB[pr-2]\nZ[v1]', 'delete: [{tags: "pr-*"}]')
  const [first, ...rest] = input.inventory.versions
  const versions = rest.map((version) => ({ ...version, name: first?.name ?? '' }))
  const inventory = { ...input.inventory, versions }
  expect(planPackage({ ...input, inventory }).frozen).toMatchObject({
    code: 'digest-on-two-versions',
    ids: [3, 2]
  })
})
