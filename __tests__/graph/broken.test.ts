import { describe, expect, test } from '@jest/globals'
import { digestsToAsk } from '../../src/graph/broken.js'
import { BROKEN_KINDS, type BrokenKind } from '../../src/model/broken.js'
import type { Inventory } from '../../src/model/inventory.js'
import {
  absent,
  attests,
  digestOf,
  entry,
  helperTag,
  image,
  index,
  listed,
  nested,
  platform,
  referrer,
  replacement,
  samplePackage,
  unread,
  unreadable,
  type Spec
} from './sample-package.js'

/** `P` and `Q` are gone for good, `late` is pushed and not listed yet. */
const ANSWERS: Inventory['unlisted'] = {
  [digestOf('P')]: 'absent',
  [digestOf('Q')]: 'absent',
  [digestOf('late')]: 'present',
  [digestOf('dark')]: 'unreadable'
}

function brokenAmong(specs: readonly Spec[], name: string): readonly BrokenKind[] | undefined {
  const { graph, idOf } = samplePackage(specs, ANSWERS)
  return graph.nodes.get(idOf(name))?.broken
}

describe('an index', () => {
  test.each<[string, Spec[], BrokenKind[]]>([
    ['is whole with all entries', [unread('C'), index('I', [platform('C')], 'v1')], []],
    ['is a ghost without any', [index('I', [platform('P'), platform('Q')], 'v1')], ['ghost']],
    [
      'is partial where some are missing',
      [unread('C'), index('I', [platform('P'), platform('C')], 'v1')],
      ['partial']
    ],
    ['ruling 28: is no ghost without image entries', [index('I', [], 'v1')], []],
    [
      'ruling 28: is whole where an attestation alone is missing',
      [unread('C'), index('I', [platform('C'), attests('Q', 'C')], 'v1')],
      []
    ],
    [
      'ruling 28: is a ghost where an attestation alone is left',
      [unread('B'), index('I', [platform('P'), attests('B', 'P')], 'v1')],
      ['ghost']
    ],
    [
      'ruling 28: is whole where an artifact alone is missing',
      [index('I', [listed('P')], 'v1')],
      []
    ],
    [
      'ruling 28: an unknown platform alone is no image entry',
      [index('I', [entry('P', { platform: { os: 'unknown', architecture: 'unknown' } })], 'v1')],
      []
    ],
    ['ruling 28: an entry without platform is one', [index('I', [entry('P')], 'v1')], ['ghost']],
    [
      'ruling 28: a nested index that is there is not missing',
      [index('J', [platform('P'), platform('Q')]), index('I', [nested('J')], 'v1')],
      []
    ],
    [
      'ruling 31: nothing is missing that was not asked for',
      [index('I', [platform('N')], 'v1')],
      []
    ],
    [
      'ruling 31: what is there but not listed is not missing',
      [index('I', [platform('late')])],
      []
    ],
    ['ruling 31: nor is what the registry could not tell', [index('I', [platform('dark')])], []]
  ])('%s', (_name, specs, broken) => {
    expect(brokenAmong(specs, 'I')).toEqual(broken)
  })
})

describe('a referrer', () => {
  test.each<[string, Spec[], BrokenKind[]]>([
    ['with its subject is whole', [image('X', 'v1'), referrer('R', 'X', 'sbom')], []],
    ['without it is orphaned', [referrer('R', 'P')], ['orphaned']],
    ['is orphaned by its helper tag too', [unread('R', helperTag('P', '.sig'))], ['orphaned']],
    [
      'ruling 30: is not orphaned where one of several subjects is there',
      [image('X', 'v1'), index('R', [], 'user', helperTag('P'), helperTag('X'))],
      []
    ],
    [
      'ruling 30: is orphaned where none of several is there',
      [index('R', [], 'user', helperTag('P'), helperTag('Q'))],
      ['orphaned']
    ],
    ['ruling 30: that names itself alone is whole', [index('R', [], helperTag('R'))], []],
    [
      'ruling 30: naming itself beside a missing subject does not save it',
      [index('R', [], helperTag('R'), helperTag('P'))],
      ['orphaned']
    ],
    ['ruling 31: is not orphaned before the registry was asked', [referrer('R', 'N')], []],
    ['ruling 31: is not orphaned while the subject is not listed yet', [referrer('R', 'late')], []],
    [
      'ruling 30: is not orphaned as a part of something',
      [referrer('R', 'P'), index('F', [listed('R')], 'v1')],
      []
    ]
  ])('%s', (_name, specs, broken) => {
    expect(brokenAmong(specs, 'R')).toEqual(broken)
  })
})

test.each<[string, Spec, BrokenKind[]]>([
  ['ruling 9: what the registry does not know is unpullable', absent('V', 'v1'), ['unpullable']],
  ['ruling 9: what could not be read is not', unreadable('V', 'v1'), []],
  ['what nobody tried to read is not', unread('V', 'v1'), []],
  [
    'a version can be broken in two ways',
    absent('V', helperTag('P', '.sig')),
    ['orphaned', 'unpullable']
  ],
  ['ruling 71: a replacement is not broken', replacement('V', 'main', 'main'), []]
])('%s', (_name, spec, broken) => {
  expect(brokenAmong([spec], 'V')).toEqual(broken)
})

describe('what the registry has to be asked (ruling 31)', () => {
  const specs = [
    unread('C'),
    index('ghost', [platform('P'), platform('Q')], 'v1'),
    index('partial', [platform('C'), platform('R'), attests('B', 'C')], 'v2'),
    index('part', [platform('S')]),
    index('whole', [nested('part')], 'v3'),
    referrer('orphan', 'T'),
    image('X', 'v4'),
    index('held', [], helperTag('X'), helperTag('U')),
    unread('signature', helperTag('W', '.sig'))
  ]

  test.each<[string, BrokenKind[], string[]]>([
    ['nothing for nothing', [], []],
    ['nothing for unpullable', ['unpullable'], []],
    ['all entries of an index of which none is there, for ghost', ['ghost'], ['P', 'Q']],
    ['image entries that are not there, for partial', ['partial'], ['R', 'P', 'Q']],
    ['subjects of what has none that is there, for orphaned', ['orphaned'], ['W', 'T']],
    ['all of them, each once', [...BROKEN_KINDS], ['W', 'T', 'R', 'P', 'Q']]
  ])('%s', (_name, kinds, asked) => {
    const { graph } = samplePackage(specs)

    expect(digestsToAsk(graph, kinds)).toEqual(asked.map(digestOf))
  })

  test('not what it has answered', () => {
    const { graph } = samplePackage(specs)

    expect(digestsToAsk(graph, ['ghost'], { [digestOf('P')]: 'present' })).toEqual([digestOf('Q')])
  })
})
