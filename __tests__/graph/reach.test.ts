import { expect, test } from '@jest/globals'
import { imageOf, reach } from '../../src/graph/reach.js'
import {
  helperTag,
  image,
  index,
  nested,
  platform,
  referrer,
  samplePackage,
  unread
} from './sample-package.js'

const sample = samplePackage([
  unread('P'),
  unread('Q'),
  index('J', [platform('P')]),
  index('I', [nested('J'), platform('Q')], 'v1'),
  unread('S', helperTag('P', '.sig')),
  referrer('R', 'I'),
  image('X', helperTag('Y')),
  image('Y', helperTag('X'), 'v2')
])

test.each<[string, string[], string[]]>([
  ['nothing reaches nothing', [], []],
  ['a leaf reaches itself', ['Q'], ['Q']],
  [
    'an index reaches entries of entries and the referrers of them',
    ['I'],
    ['I', 'J', 'P', 'Q', 'R', 'S']
  ],
  ['a part reaches what it needs itself', ['J'], ['J', 'P', 'S']],
  ['a circle ends', ['X'], ['X', 'Y']],
  ['several starts are taken together', ['Y', 'J'], ['J', 'P', 'S', 'X', 'Y']]
])('%s', (_name, from, reached) => {
  expect(sample.namesOf(reach(sample.graph, from.map(sample.idOf))).sort()).toEqual(reached)
})

test('what is not in the graph is not reached', () => {
  expect([...reach(sample.graph, [4711])]).toEqual([])
  expect(imageOf(sample.graph, 4711)).toEqual([])
})

test('an image is its root and then all that it leads to, highest id first', () => {
  expect(sample.namesOf(imageOf(sample.graph, sample.idOf('I')))).toEqual([
    'I',
    'R',
    'S',
    'J',
    'Q',
    'P'
  ])
})
