import { expect, test } from '@jest/globals'
import { followedRoots } from '../../src/graph/followed-root.js'
import {
  helperTag,
  image,
  index,
  nested,
  platform,
  replacement,
  samplePackage,
  unread
} from './sample-package.js'

const shared = samplePackage([
  unread('P'),
  index('old', [platform('P')], 'v1'),
  index('middle', [platform('P')], 'v2'),
  index('new', [platform('P')], 'v3')
])

test.each<[string, string[], string]>([
  ['the newest root that stays', ['old', 'middle'], 'middle'],
  ['a root that stays before a newer one that goes', ['old'], 'old'],
  ['the newest that goes where none stays', [], 'new']
])('ruling 65: a version follows %s', (_name, stays, root) => {
  const followed = followedRoots(
    shared.graph,
    new Set(stays.map(shared.idOf)),
    ({ createdAt }) => createdAt
  )

  expect(shared.namesOf(followed.keys())).toEqual(['P'])
  expect(shared.namesOf(followed.values())).toEqual([root])
})

test.each<[string, (id: number) => number, string]>([
  ['newest is by the date that is asked for', (id) => -id, 'old'],
  ['ties go to the higher id', () => 0, 'new']
])('ruling 65: %s', (_name, dateOf, root) => {
  const followed = followedRoots(shared.graph, new Set(), ({ id }) => dateOf(id))

  expect(shared.namesOf(followed.values())).toEqual([root])
})

test('a tagged part follows nothing, and what it needs follows the newest root of all', () => {
  const sample = samplePackage([
    unread('P'),
    index('J', [platform('P')], 'part'),
    unread('S', helperTag('J', '.sig')),
    index('I', [nested('J')], 'v1')
  ])
  const followed = followedRoots(sample.graph, new Set(), ({ createdAt }) => createdAt)

  expect(sample.namesOf(followed.keys()).sort()).toEqual(['P', 'S'])
  expect(sample.namesOf(new Set(followed.values()))).toEqual(['I'])
})

test('circles and replacements follow nothing', () => {
  const { graph } = samplePackage([
    image('A', helperTag('B')),
    image('B', helperTag('A')),
    replacement('M', 'main', 'main')
  ])

  expect(followedRoots(graph, new Set([1, 2, 3]), () => 0).size).toBe(0)
})
