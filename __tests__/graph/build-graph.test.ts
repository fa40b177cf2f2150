import { describe, expect, test } from '@jest/globals'
import { buildGraph } from '../../src/graph/build-graph.js'
import { reach } from '../../src/graph/reach.js'
import type { PackageType } from '../../src/model/package.js'
import {
  attests,
  digestOf,
  entry,
  helperTag,
  image,
  imageWith,
  index,
  listed,
  nested,
  platform,
  referrer,
  replacement,
  samplePackage,
  unread,
  type SamplePackage,
  type Spec
} from './sample-package.js'

/** All edges as `needer>needed`, sorted. */
function edgesOf({ graph, namesOf }: SamplePackage): string[] {
  return [...graph.nodes.values()]
    .flatMap(({ version, needs }) => needs.map((needed) => namesOf([version.id, needed]).join('>')))
    .sort()
}

const rootsOf = ({ graph, namesOf }: SamplePackage): string[] => namesOf(graph.roots).sort()
const circleOf = ({ graph, namesOf }: SamplePackage): string[] => namesOf(graph.circle).sort()

type Case = [name: string, specs: Spec[], edges: string[], roots: string[]]

describe('edges and roots', () => {
  test.each<Case>([
    ['an image needs nothing and is a root', [image('X', 'v1')], [], ['X']],
    ['an untagged image is a root too', [image('X')], [], ['X']],
    [
      'ruling 10: an index needs its entries',
      [unread('P'), unread('Q'), index('I', [platform('P'), platform('Q')], 'v1')],
      ['I>P', 'I>Q'],
      ['I']
    ],
    [
      'ruling 10: a nested index needs its own entries',
      [unread('P'), index('J', [platform('P')]), index('I', [nested('J')], 'v1')],
      ['I>J', 'J>P'],
      ['I']
    ],
    [
      'ruling 10: an untagged index is the root of its entries',
      [unread('P'), index('I', [platform('P')])],
      ['I>P'],
      ['I']
    ],
    [
      'ruling 10: a subject needs its referrers, so it is the root and they are not',
      [image('X'), referrer('R', 'X')],
      ['X>R'],
      ['X']
    ],
    [
      'ruling 10: what a cosign tag names needs the signature',
      [image('X'), unread('S', helperTag('X', '.sig'))],
      ['X>S'],
      ['X']
    ],
    [
      'ruling 27: a helper tag may have any suffix, and its hex any case',
      [
        image('X'),
        unread(
          'S',
          helperTag('X', '.vex').replace(/[a-f]/g, (hex) => hex.toUpperCase())
        )
      ],
      ['X>S'],
      ['X']
    ],
    [
      'ruling 27: what is no helper tag is a user tag',
      [image('X', 'v1'), image('S', `${helperTag('X')}-sig`)],
      [],
      ['S', 'X']
    ],
    [
      'ruling 10: a fallback index belongs to what its tag names',
      [image('X', 'v1'), referrer('R', 'X'), index('F', [listed('R')], helperTag('X'))],
      ['F>R', 'X>F', 'X>R'],
      ['X']
    ],
    [
      'ruling 10: BuildKit attestations with a subject are entry and referrer at once',
      [
        image('P'),
        imageWith('B', { subject: digestOf('P') }),
        index('I', [platform('P'), attests('B', 'P')], 'v1')
      ],
      ['I>B', 'I>P', 'P>B'],
      ['I']
    ],
    [
      'ruling 10: a tagged part is a root and still needed',
      [unread('P', 'v1-amd64'), index('I', [platform('P')], 'v1')],
      ['I>P'],
      ['I', 'P']
    ],
    [
      'ruling 10: two indexes may need one entry, and name it twice',
      [
        unread('P'),
        index('I', [platform('P'), platform('P', 'arm64')], 'v1'),
        index('K', [platform('P')], 'v2')
      ],
      ['I>P', 'K>P'],
      ['I', 'K']
    ],
    [
      'ruling 10: edges to itself do not count',
      [image('S', helperTag('S')), referrer('R', 'R'), index('I', [entry('I')])],
      [],
      ['I', 'R', 'S']
    ],
    [
      'ruling 10: edges to what is not there do not count',
      [
        referrer('R', 'gone'),
        unread('S', helperTag('gone', '.sig')),
        index('I', [platform('gone')])
      ],
      [],
      ['I', 'R', 'S']
    ],
    [
      'ruling 78: a version with both kinds of tags is a root, and needed',
      [image('Y', 'v2'), image('X', 'v1', helperTag('Y'))],
      ['Y>X'],
      ['X', 'Y']
    ],
    [
      'ruling 40: a tagged referrer is a root, and its subject needs it',
      [image('X', 'v1'), referrer('R', 'X', 'sbom-1')],
      ['X>R'],
      ['R', 'X']
    ],
    [
      'ruling 30: an empty fallback index may belong to several',
      [image('A', 'a'), image('B', 'b'), index('F', [], helperTag('A'), helperTag('B'))],
      ['A>F', 'B>F'],
      ['A', 'B']
    ]
  ])('%s', (_name, specs, edges, roots) => {
    const sample = samplePackage(specs)

    expect(edgesOf(sample)).toEqual(edges)
    expect(rootsOf(sample)).toEqual(roots)
    expect(circleOf(sample)).toEqual([])
  })
})

describe('ruling 56: a superseded fallback index', () => {
  const subject = [image('X', 'v1'), referrer('R1', 'X'), referrer('R2', 'X')]

  test.each<[string, Spec[], boolean]>([
    ['follows the one subject of its entries', [...subject, index('F0', [listed('R1')])], true],
    [
      'follows though an entry is gone',
      [...subject, index('F0', [listed('R1'), listed('gone')])],
      true
    ],
    [
      'is a root where all its entries are gone',
      [...subject, index('F0', [listed('gone')])],
      false
    ],
    ['is a root where it has no entry', [...subject, index('F0', [])], false],
    [
      'is a root where its entries have several subjects',
      [...subject, image('Y'), referrer('R3', 'Y'), index('F0', [listed('R1'), listed('R3')])],
      false
    ],
    [
      'is a root where an entry has no subject',
      [...subject, image('Z'), index('F0', [listed('R1'), listed('Z')])],
      false
    ],
    [
      'is a root where an entry was not read',
      [...subject, unread('U'), index('F0', [listed('R1'), listed('U')])],
      false
    ],
    [
      'is a root where the subject is not there',
      [referrer('R1', 'gone'), index('F0', [listed('R1')])],
      false
    ],
    ['is a root where it has a tag', [...subject, index('F0', [listed('R1')], 'kept')], false]
  ])('%s', (_name, specs, follows) => {
    const sample = samplePackage(specs)

    expect(edgesOf(sample).includes('X>F0')).toBe(follows)
    expect(rootsOf(sample).includes('F0')).toBe(!follows)
  })
})

describe('ruling 57: circles', () => {
  test('versions whose helper tags name each other are a circle, with what they need', () => {
    const sample = samplePackage([
      unread('A', helperTag('B', '.sig')),
      image('B', helperTag('A', '.att')),
      referrer('R', 'B'),
      image('X', 'v1')
    ])

    expect(rootsOf(sample)).toEqual(['X'])
    expect(circleOf(sample)).toEqual(['A', 'B', 'R'])
  })

  test('a circle that a root leads to is none', () => {
    const sample = samplePackage([
      unread('A', helperTag('B', '.sig')),
      image('B', helperTag('A', '.att')),
      index('I', [entry('A')], 'v1')
    ])

    expect(circleOf(sample)).toEqual([])
  })

  test('a user tag on one of them makes a root of it', () => {
    const sample = samplePackage([
      unread('A', helperTag('B', '.sig'), 'v1'),
      image('B', helperTag('A', '.att'))
    ])

    expect(rootsOf(sample)).toEqual(['A'])
    expect(circleOf(sample)).toEqual([])
  })
})

describe('ruling 71: a replacement left behind', () => {
  const isReplacement = ({ graph, idOf }: SamplePackage, name: string): boolean | undefined =>
    graph.nodes.get(idOf(name))?.isReplacement

  test.each<[string, Spec[], boolean]>([
    ['with its tag alone is no root', [replacement('M', 'main-5', 'main-5')], true],
    ['that lost its tag is no root', [replacement('M', 'main-5')], true],
    ['with another tag is a version like any other', [replacement('M', 'main-5', 'v1')], false],
    ['with a second tag is one too', [replacement('M', 'main-5', 'main-5', 'v1')], false],
    [
      'that an index has as an entry is one too, or the index would break',
      [replacement('M', 'main-5'), index('I', [platform('M')], 'v1')],
      false
    ]
  ])('%s', (_name, specs, expected) => {
    const sample = samplePackage(specs)

    expect(isReplacement(sample, 'M')).toBe(expected)
    expect(rootsOf(sample).includes('M')).toBe(!expected && !specs.some(({ name }) => name === 'I'))
    expect(circleOf(sample)).toEqual([])
  })

  test('has no edges in or out', () => {
    const { reading } = replacement('M', 'main-5')
    if (reading?.kind !== 'read') throw new Error('a replacement has a manifest')
    const manifest = { ...reading.manifest, entries: [platform('P')], subject: digestOf('X') }
    const sample = samplePackage([
      image('P'),
      image('X', 'v1'),
      { name: 'M', tags: ['main-5'], reading: { kind: 'read', manifest } },
      referrer('R', 'M')
    ])

    expect(edgesOf(sample)).toEqual([])
    expect(rootsOf(sample)).toEqual(['P', 'R', 'X'])
  })
})

test.each<PackageType>(['docker', 'npm', 'maven', 'nuget', 'rubygems'])(
  'ruling 33: every %s version is a root that nothing follows',
  (type) => {
    const { versions, manifests } = samplePackage([
      image('P', helperTag('I')),
      index('I', [platform('P')], 'v1')
    ])
    const graph = buildGraph(type, versions, manifests, {})

    expect(graph.roots).toEqual([2, 1])
    expect(graph.circle).toEqual([])
    expect([...graph.nodes.values()]).toEqual(
      [versions[1], versions[0]].map((version) => ({
        version,
        kind: 'version',
        reading: 'unread',
        manifest: null,
        needs: [],
        neededBy: [],
        broken: [],
        sizeBytes: null,
        isReplacement: false,
        isRoot: true
      }))
    )
  }
)

test('ruling 14: what a cache remembers of versions that are gone makes no edge', () => {
  const { versions, manifests } = samplePackage([
    image('X'),
    image('P'),
    index('I', [platform('X'), platform('P')], 'v1')
  ])
  const graph = buildGraph('container', versions.slice(0, 2), manifests, {})

  expect(graph.roots).toEqual([2, 1])
})

test('names that every object has are digests like any other', () => {
  const version = (id: number, name: string) => ({
    id,
    name,
    tags: [],
    createdAt: 0,
    updatedAt: 0,
    deletedAt: null
  })
  const graph = buildGraph(
    'container',
    [version(1, 'constructor'), version(2, '__proto__')],
    {},
    {}
  )

  expect(graph.roots).toEqual([2, 1])
  expect([...graph.nodes.values()].map(({ reading }) => reading)).toEqual(['unread', 'unread'])
})

test('a chain of 100,000 indexes is walked to its end', () => {
  const length = 100_000
  const specs = Array.from({ length }, (_, at) => index(`c${at}`, [nested(`c${at - 1}`)]))
  const { graph } = samplePackage(specs)

  expect(graph.roots).toEqual([length])
  expect(reach(graph, [length]).size).toBe(length)
})
