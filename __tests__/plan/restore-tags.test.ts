import { expect, test } from '@jest/globals'
import type { ListedVersion } from '../../src/model/version.js'
import { tagsLeft } from '../../src/plan/restore-tags.js'

const living = (id: number, ...tags: string[]): ListedVersion => ({
  id,
  name: `sha256:${String(id).padStart(64, '0')}`,
  tags,
  createdAt: 0,
  updatedAt: 0,
  deletedAt: null
})

type Tag = readonly [id: number, tag: string]

test.each<[string, [number, string[]][], ListedVersion[], Tag[], Tag[]]>([
  ['a tag that came back needs nothing', [[1, ['a']]], [living(1, 'a')], [], []],
  ['one that nobody has is attached', [[1, ['a']]], [living(1), living(2, 'b')], [[1, 'a']], []],
  ['one that another has stays there', [[1, ['a']]], [living(1), living(2, 'a')], [], [[1, 'a']]],
  [
    'of two that are to have one, the newer gets it',
    [
      [1, ['a']],
      [2, ['a']]
    ],
    [living(1), living(2)],
    [[2, 'a']],
    []
  ],
  [
    'one that a list shows twice while it moves is on its version',
    [[1, ['a']]],
    [living(2, 'a'), living(1, 'a')],
    [],
    []
  ]
])('%s', (_name, wishes, versions, attach, taken) => {
  const work = tagsLeft(new Map(wishes), versions)

  expect(work.attach.map(({ id, tag }) => [id, tag])).toEqual(attach)
  expect(work.taken.map(({ id, tag }) => [id, tag])).toEqual(taken)
})
