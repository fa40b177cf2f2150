import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { readFileSync } from 'node:fs'
import type { PackageType } from '../../../src/model/package.js'
import { compareTyped, parseVersionOf } from '../../../src/policy/versions/typed-version.js'
import type { TypedVersion } from '../../../src/policy/versions/typed-version.js'

const version = (type: PackageType, text: string): TypedVersion => {
  const parsed = parseVersionOf(type, text)
  if (parsed === null) throw new Error(`${text} is no version of ${type}`)
  return parsed
}
const compare = (type: PackageType, a: string, b: string): number =>
  Math.sign(compareTyped(version(type, a), version(type, b)))

/** From the oldest; those that are one version are in one list. */
const ORDERS: [string, PackageType, string[][]][] = [
  [
    'SemVer 2, its own example',
    'container',
    [
      ['1.0.0-alpha'],
      ['1.0.0-alpha.1'],
      ['1.0.0-alpha.beta'],
      ['1.0.0-beta'],
      ['1.0.0-beta.2'],
      ['1.0.0-beta.11', 'v1.0.0-beta.11'],
      ['1.0.0-rc.1'],
      ['1.0.0', 'v1.0.0'],
      ['1.0.1'],
      ['1.9.0'],
      ['1.10.0']
    ]
  ],
  ['npm with build metadata', 'npm', [['1.0.0-0'], ['1.0.0', '1.0.0+5', 'v1.0.0+x'], ['2.0.0']]],
  [
    "NuGet, its documentation's example",
    'nuget',
    [
      ['1.0.1-aaa'],
      ['1.0.1-alpha.2', '1.0.1-Alpha.2', '1.0.1.0-ALPHA.2+5'],
      ['1.0.1-alpha.10'],
      ['1.0.1-beta'],
      ['1.0.1-open'],
      ['1.0.1-rc.2'],
      ['1.0.1-rc.10'],
      ['1.0.1-zzz'],
      ['1.0.1', '1.0.1.0', '1.00.01', '1.0.1+meta'],
      ['1.0.1.1'],
      ['1.0.10']
    ]
  ],
  ['NuGet from one number to four', 'nuget', [['1', '1.0', '1.0.0', '1.0.0.0'], ['1.0.0.1']]],
  [
    'NuGet: numbers before words, fewer first',
    'nuget',
    [['1-1'], ['1-2'], ['1-a'], ['1-a.1'], ['1']]
  ],
  [
    'gems, from the documentation of Gem::Version',
    'rubygems',
    [
      ['1.a1'],
      ['1.a2'],
      ['1.a10'],
      ['1.b1'],
      ['1', '1.0', '1.0.0', '1.00', '1.0-java'],
      ['1.0.1'],
      ['1.3'],
      ['1.3.1'],
      ['1.10']
    ]
  ],
  ['gems: words by code point', 'rubygems', [['2.A'], ['2.B'], ['2.a'], ['2.rc'], ['2']]],
  [
    'gems: zeros before a word',
    'rubygems',
    [['1.0.0.rc1', '1.rc1', '1.0.rc1.0'], ['1.rc2'], ['1']]
  ],
  [
    'gems: platforms do not count',
    'rubygems',
    [['1.2.a'], ['1.2-x86_64-linux', '1.2', '1.2-arm64-darwin']]
  ],
  [
    'Maven, known words',
    'maven',
    [
      ['1-alpha', '1.0.alpha'],
      ['1-beta-2', '1-b2', '1-beta2'],
      ['1-milestone'],
      ['1-rc', '1-CR'],
      ['1-SNAPSHOT', '1.0.0-snapshot'],
      ['1', '1.0', '1-ga', '1.0.Final', '1.0.0.RELEASE'],
      ['1-sp'],
      ['1-whatever'],
      ['1-1'],
      ['1.1'],
      ['1.9'],
      ['1.10']
    ]
  ],
  [
    'Maven, names that are no numbers',
    'maven',
    [['Greenwich.SR1'], ['Hoxton.SR2'], ['Hoxton.SR12']]
  ]
]

describe('versions are ordered as their type does', () => {
  test.each(ORDERS)('%s', (_name, type, order) => {
    const all = order.flatMap((texts, rank) => texts.map((text) => ({ text, rank })))
    const found = all.flatMap((a) =>
      all.map((b) => `${a.text} ${compare(type, a.text, b.text)} ${b.text}`)
    )
    const expected = all.flatMap((a) =>
      all.map((b) => `${a.text} ${Math.sign(a.rank - b.rank)} ${b.text}`)
    )
    expect(found).toEqual(expected)
  })

  test('numbers of any length', () => {
    const [a, b] = ['20260131120000123456788', '20260131120000123456789']
    expect(compare('maven', a, b)).toBe(-1)
    expect(compare('rubygems', `1.${a}`, `1.${b}`)).toBe(-1)
  })

  test('versions of different types are never compared', () => {
    expect(() => compareTyped(version('npm', '1.0.0'), version('maven', '1.0.0'))).toThrow(
      TypeError
    )
  })
})

describe("Maven's order, as ComparableVersion of Maven 3.9.6 gives it", () => {
  const file = new URL('maven-order.json', import.meta.url)
  const vectors = JSON.parse(readFileSync(file, 'utf8')) as [string, string, number][]

  test('all vectors', () => {
    expect(vectors.length).toBeGreaterThan(500)
    const wrong = vectors.filter(([a, b, order]) => compare('maven', a, b) !== order)
    expect(wrong).toEqual([])
  })

  test('all vectors the other way round', () => {
    expect(vectors.filter(([a, b, order]) => compare('maven', b, a) !== 0 - order)).toEqual([])
  })
})

describe('what is no version', () => {
  test.each<[PackageType, string[]]>([
    [
      'container',
      ['latest', '1.2', '1', 'V1.2.3', '=1.2.3', 'vv1.2.3', 'v 1.2.3', '01.2.3', '1.2.3-', '']
    ],
    [
      'container',
      [' 1.2.3', '1.2.3 ', '1.2.3.4', '1.2.3-01', 'release-1.2.3', '99999999999999999999.0.0']
    ],
    ['npm', ['1.2', 'next']],
    ['nuget', ['v1.0', '1.2.3.4.5', '1.0-', '1.0-a..b', 'a', '', '2147483648', '1.']],
    ['rubygems', ['v1.0', 'a.1', '', '1..2', '.1', '1.0_1', '-java']]
  ])('%s: %j', (type, texts) => {
    expect(texts.filter((text) => parseVersionOf(type, text) !== null)).toEqual([])
  })

  test('ruling 41: to Maven every name is one', () => {
    for (const text of ['', 'main', '-', '...', '1.0+x', '😀']) {
      expect(parseVersionOf('maven', text)).not.toBeNull()
    }
  })
})

describe('an order is one, whatever the versions', () => {
  const dotted = fc
    .array(fc.constantFrom('0', '1', '2', '10', 'a', 'rc1', 'beta', '00'), { maxLength: 4 })
    .map((parts) => ['1', ...parts].join('.'))
  const semantic = fc
    .tuple(
      fc.nat(2),
      fc.nat(2),
      fc.nat(2),
      fc.constantFrom('', '-rc.1', '-rc.2', '-alpine', '+x', '-1')
    )
    .map(([major, minor, patch, rest]) => `${major}.${minor}.${patch}${rest}`)
  const texts: [PackageType, fc.Arbitrary<string>][] = [
    ['container', semantic],
    ['nuget', semantic],
    ['rubygems', dotted]
  ]

  test.each(texts)('%s', (type, text) => {
    fc.assert(
      fc.property(text, text, text, (a, b, c) => {
        expect(compare(type, a, b)).toBe(0 - compare(type, b, a))
        if (compare(type, a, b) <= 0 && compare(type, b, c) <= 0) {
          expect(compare(type, a, c)).toBeLessThanOrEqual(0)
        }
      })
    )
  })
})
