import { describe, expect, test } from '@jest/globals'
import {
  describersToRead,
  nestedEntries,
  sparedEntries,
  taggedToRead,
  untaggedToRead
} from '../../src/graph/reading.js'
import { buildGraph } from '../../src/graph/build-graph.js'
import type { IndexEntry } from '../../src/model/manifest.js'
import {
  absent,
  attests,
  digestOf,
  entry,
  helperTag,
  image,
  imageWith,
  index,
  listed,
  nested,
  OCI_INDEX,
  platform,
  referrer,
  replacement,
  samplePackage,
  unread,
  unreadable,
  type Spec
} from './sample-package.js'

describe('tagged versions to read first', () => {
  test.each<[string, Spec[], string[]]>([
    ['all with a user tag, highest id first', [unread('A', 'a'), unread('B', 'b')], ['B', 'A']],
    ['no untagged ones', [unread('U')], []],
    ['fallback indexes', [unread('F', helperTag('X'))], ['F']],
    ['helper tags with another suffix', [unread('V', helperTag('X', '.vex'))], ['V']],
    [
      'ruling 14: none that cosign tags name the subject of',
      [
        unread('S', helperTag('X', '.sig')),
        unread('T', helperTag('X', '.att'), helperTag('Y', '.att')),
        unread('U', helperTag('X', '.sbom'))
      ],
      []
    ],
    ['one with a user tag beside', [unread('S', helperTag('X', '.sig'), 'v1')], ['S']],
    [
      'none that was tried',
      [image('A', 'a'), absent('B', 'b'), unreadable('C', 'c'), unread('D', 'd')],
      ['D']
    ]
  ])('%s', (_name, specs, digests) => {
    const { versions, manifests, namesOfDigests } = samplePackage(specs)

    expect(namesOfDigests(taggedToRead(versions, manifests))).toEqual(digests)
  })

  test('all of them where nothing is said of what was read', () => {
    const { versions, namesOfDigests } = samplePackage([image('A', 'a')])

    expect(namesOfDigests(taggedToRead(versions))).toEqual(['A'])
  })
})

const UNKNOWN = { os: 'unknown', architecture: 'unknown' }

describe('ruling 14: untagged versions to read', () => {
  test.each<[string, Spec[], string[]]>([
    ['all that no index has, highest id first', [unread('A'), unread('B')], ['B', 'A']],
    ['no platform of an index', [unread('P'), index('I', [platform('P')], 'v1')], []],
    [
      'no BuildKit attestation of another entry',
      [unread('B'), index('I', [platform('P'), attests('B', 'P')], 'v1')],
      []
    ],
    [
      'an attestation of what is no entry of the same index',
      [unread('B'), index('I', [platform('P'), attests('B', 'Q')], 'v1')],
      ['B']
    ],
    [
      'an attestation of itself',
      [unread('B'), index('I', [platform('P'), attests('B', 'B')], 'v1')],
      ['B']
    ],
    ['an entry without platform', [unread('R'), index('F', [listed('R')], 'v1')], ['R']],
    [
      'an entry for no platform',
      [unread('P'), index('I', [entry('P', { platform: UNKNOWN })], 'v1')],
      ['P']
    ],
    [
      'an entry for a platform without a name',
      [unread('P'), index('I', [entry('P', { platform: { os: '', architecture: '' } })], 'v1')],
      ['P']
    ],
    [
      'a nested index, also where it has a platform',
      [unread('J'), index('I', [{ ...platform('J'), mediaType: OCI_INDEX }], 'v1')],
      ['J']
    ],
    [
      'what may be an index by a media type that nobody knows',
      [unread('J'), index('I', [{ ...platform('J'), mediaType: '' }], 'v1')],
      ['J']
    ],
    [
      'a nested index that another index calls a platform',
      [unread('J'), index('I', [nested('J')], 'v1'), index('K', [platform('J')], 'v2')],
      ['J']
    ],
    [
      'a nested index under a cosign tag',
      [unread('J', helperTag('X', '.sig')), index('I', [nested('J')], 'v1')],
      ['J']
    ],
    ['no tagged ones', [unread('A', 'a'), unread('S', helperTag('X', '.sig'))], []],
    ['none that was tried', [image('A'), absent('B'), unreadable('C')], []],
    [
      'the entries of a replacement',
      [unread('P'), { ...replacement('M', 'main', 'main'), ...replacementOfIndex('M') }],
      ['P']
    ]
  ])('%s', (_name, specs, digests) => {
    const { versions, manifests, namesOfDigests } = samplePackage(specs)

    expect(namesOfDigests(untaggedToRead(versions, manifests))).toEqual(digests)
  })

  test('an index that only a cache remembers spares nothing', () => {
    const { versions, manifests, namesOfDigests } = samplePackage([
      unread('P'),
      index('I', [platform('P')], 'v1')
    ])

    expect(namesOfDigests(untaggedToRead(versions.slice(0, 1), manifests))).toEqual(['P'])
  })

  function replacementOfIndex(name: string): Pick<Spec, 'reading'> {
    const { reading } = imageWith(name, { entries: [platform('P')], replacementOf: 'main' })
    return { reading }
  }
})

test('an index spares platforms and attestations of them, and names the indexes in it', () => {
  const entries: IndexEntry[] = [platform('P'), attests('B', 'P'), nested('J'), listed('R')]
  const { reading } = index('I', entries)
  if (reading?.kind !== 'read') throw new Error('an index has a manifest')

  expect(sparedEntries(reading.manifest)).toEqual(['P', 'B'].map(digestOf))
  expect(nestedEntries(reading.manifest)).toEqual([digestOf('J')])
})

describe('ruling 14: what has to be read before it goes', () => {
  const pair = [unread('P'), unread('B'), index('I', [platform('P'), attests('B', 'P')], 'v1')]

  test.each<[string, Spec[], string[], string[]]>([
    ['nothing where nothing goes', pair, [], []],
    ['nothing where an attestation goes with what it describes', pair, ['I', 'P', 'B'], []],
    ['an attestation whose platform stays', pair, ['I', 'B'], ['B']],
    ['no platform', pair, ['I', 'P'], []],
    ['an untagged version that no index has', [unread('U')], ['U'], ['U']],
    [
      'an entry of which nothing is known',
      [unread('R'), index('F', [listed('R')], 'v1')],
      ['F', 'R'],
      ['R']
    ],
    [
      'an attestation whose platform stays under another index only',
      [...pair, index('K', [platform('P')], 'v2')],
      ['I', 'B'],
      ['B']
    ],
    [
      'an attestation that another index calls a platform, while what it describes stays',
      [...pair, index('K', [platform('B')], 'v2')],
      ['K', 'B'],
      ['B']
    ],
    ['no cosign helper', [unread('S', helperTag('X', '.sig'))], ['S'], []],
    ['nothing that was tried', [image('A'), absent('B'), unreadable('C')], ['A', 'B', 'C'], []],
    ['highest id first', [unread('A'), unread('B')], ['A', 'B'], ['B', 'A']]
  ])('%s', (_name, specs, gone, digests) => {
    const { graph, idOf, namesOfDigests } = samplePackage(specs)

    expect(namesOfDigests(describersToRead(graph, new Set(gone.map(idOf))))).toEqual(digests)
  })

  test('nothing in a package without a graph', () => {
    const { versions } = samplePackage([unread('A')])

    expect(describersToRead(buildGraph('npm', versions, {}, {}), new Set([1]))).toEqual([])
  })
})

test('a reading that follows these rules is enough, and reads no more than it has to', () => {
  const builds = Array.from({ length: 40 }, (_, at) => [
    image(`p${at}`),
    image(`q${at}`),
    image(`b${at}`),
    index(
      `i${at}`,
      [platform(`p${at}`), platform(`q${at}`, 'arm64'), attests(`b${at}`, `p${at}`)],
      ...(at % 2 === 0 ? [`v1.${at}`] : [])
    ),
    image(`s${at}`, helperTag(`i${at}`, '.sig')),
    referrer(`r${at}`, `i${at}`),
    index(`f${at}`, [listed(`r${at}`)], helperTag(`i${at}`))
  ]).flat()
  const { versions, manifests } = samplePackage(builds)
  const known: Record<string, (typeof manifests)[string]> = {}
  const readAll = (digests: readonly string[]): void => {
    for (const digest of digests) known[digest] = manifests[digest]!
  }

  readAll(taggedToRead(versions, known))
  for (let [next] = untaggedToRead(versions, known); next !== undefined;) {
    readAll([next])
    next = untaggedToRead(versions, known)[0]
  }
  const graph = buildGraph('container', versions, known, {})
  const gone = new Set(versions.map(({ id }) => id))

  expect(describersToRead(graph, gone)).toEqual([])
  // An index, its referrer and its fallback index for each build; no platform, no signature.
  expect(Object.keys(known)).toHaveLength(3 * 40)
})
