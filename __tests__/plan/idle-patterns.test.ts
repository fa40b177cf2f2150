import { describe, expect, test } from '@jest/globals'

import { idlePatterns } from '../../src/plan/idle-patterns.js'
import { NO_FACTS } from '../../src/policy/facts.js'
import type { PackagePolicy } from '../../src/policy/policy.js'
import { idleRuleText } from '../../src/report/idle-rule-text.js'
import { aPackage } from './a-package.js'
import { policy, quick } from './a-plan.js'

const of = (text: string, rules: string) => ofEntry(text, policy(rules))
const ofEntry = (text: string, entry: PackagePolicy, name = 'app') => {
  const { inventory } = aPackage(text)
  const named = { ...inventory, package: { ...inventory.package, name } }
  return { inventory: named, policy: entry, facts: NO_FACTS }
}
const ALL = { entry: null, packages: null } as const
const DELETES = { side: 'delete', ...ALL, near: [] } as const
const KEEPS = { side: 'keep', ...ALL, near: [] } as const
const RULES = 'delete: [{name: old, tags: ["nigthly-*", "main-*"]}, {untagged: true}]'

test('a pattern that matches no tag is told, with its rule', () => {
  expect(idlePatterns([of('A[nightly-1, main-2]', RULES)])).toEqual([
    { ...DELETES, rule: 'old', patterns: ['nigthly-*'] }
  ])
})

test('one that matches in one of several packages is not', () => {
  const entry = policy(RULES)
  const inputs = [ofEntry('A[main-1]', entry), ofEntry('A[nigthly-1]', entry)]

  expect(idlePatterns(inputs)).toEqual([])
  expect(idlePatterns(inputs.toReversed())).toEqual([])
})

test.each<[string, string, string]>([
  ['an exclusion takes nothing away', 'A[main-1]', 'delete: [{tags: ["main-*", "!x-*"]}]'],
  ['a later pattern matches the same tag', 'A[main-1]', 'delete: [{tags: ["main-1", "main-*"]}]'],
  ['the list starts from everything', 'A[main-1]', 'delete: [{tags: ["!x-*"]}]'],
  ['all that a keep rule excludes is not there', 'A[main-1]', 'keep: [{tags: ["main-*", "!x-*"]}]']
])('nothing is told where %s', (_sentence, text, rules) => {
  expect(idlePatterns([of(text, rules)])).toEqual([])
})

test('helper tags are no tags that a pattern could select', () => {
  const input = of('A[v1]\nS[sha256-A.sig]', 'delete: [{tags: "sha256-*"}]')

  expect(idlePatterns([input])).toEqual([
    { ...DELETES, rule: 'delete rule 1', patterns: ['sha256-*'] }
  ])
})

test('but patterns of keep rules keep by them (ruling 26)', () => {
  const input = of(
    'A[v1]\nS[sha256-A.sig]',
    'keep: [{tags: "sha256-*"}, {tags: "sha512-*"}]\ndelete: [{untagged: true}]'
  )

  expect(idlePatterns([input])).toEqual([{ ...KEEPS, rule: 'keep rule 2', patterns: ['sha512-*'] }])
})

test('for types without tags the names of versions stand in', () => {
  const { inventory } = aPackage('1.0.0-rc.1', { type: 'npm' })
  const rules = policy('delete: [{tags: ["*-rc.*", "*-beta.*"]}]')

  expect(idlePatterns([{ inventory, policy: rules, facts: NO_FACTS }])).toEqual([
    { ...DELETES, rule: 'delete rule 1', patterns: ['*-beta.*'] }
  ])
})

test.each([
  [['nigthly-*'], 'nigthly-* of delete-tags matches no tag of any package that was listed'],
  [['a', 'b'], 'a and b of delete-tags match no tag of any package that was listed']
])('in words: %j', (patterns, sentence) => {
  expect(idleRuleText({ ...DELETES, rule: 'delete-tags', patterns })).toBe(sentence)
})

test('quick rules have the name of their input', () => {
  const rules = quick({ deleteTags: ['nigthly-*'] })

  expect(
    idlePatterns([{ inventory: aPackage('A[v1]').inventory, policy: rules, facts: NO_FACTS }])
  ).toEqual([{ ...DELETES, rule: 'delete-tags', patterns: ['nigthly-*'] }])
})

test('nothing is told of a package of which the tags are not known', () => {
  const { inventory } = aPackage('A[main-1]')
  const versions = inventory.versions.map((one) => ({ ...one, tags: null }))
  const entry = policy(RULES)
  const input = { inventory: { ...inventory, versions }, policy: entry, facts: NO_FACTS }

  expect(idlePatterns([input, ofEntry('B[main-2]', entry)])).toEqual([])
})

test('patterns of keep rules are told first, with the tags that are near them', () => {
  const rules = 'keep: [{tags: [latset, stabel]}, {tags: "v*"}]\ndelete: [{tags: "pr-*"}]'

  expect(idlePatterns([of('A[latest, v1]\nB[stable, main-2]', rules)])).toEqual([
    {
      ...KEEPS,
      rule: 'keep rule 1',
      patterns: ['latset', 'stabel'],
      near: ['latest', 'stable']
    },
    { ...DELETES, rule: 'delete rule 1', patterns: ['pr-*'] }
  ])
})

test('rules of one name on both sides are two rules', () => {
  const rules = 'keep: [{name: x, tags: "v*"}]\ndelete: [{name: x, tags: "v*"}, {tags: b}]'

  expect(idlePatterns([of('A[a1]\nB[b]', rules)]).map(({ side, rule }) => [side, rule])).toEqual([
    ['keep', 'x'],
    ['delete', 'x']
  ])
})

test.each<[string, readonly string[], readonly string[]]>([
  ['another release is not near', ['v1.2.4'], []],
  ['nor is what has little in common', ['canary'], []],
  ['nor anything to a glob', ['latset*'], []],
  ['letter case is near', ['LATEST'], ['latest']],
  ['of several the nearest come first', ['latets', 'mian'], ['latest', 'main']]
])('near a pattern: %s', (_sentence, patterns, near) => {
  const rules = `keep: [{tags: ${JSON.stringify(patterns)}}]\ndelete: [{untagged: true}]`

  expect(idlePatterns([of('A[latest, v1.2.3]\nB[main]', rules)])).toEqual([
    { ...KEEPS, rule: 'keep rule 1', patterns, near }
  ])
})

test.each([
  ['are told', { known: true, value: { latest: '1.0.0' } }, ['next']],
  ['could not be read', { known: false, why: 'no' }, null]
] as const)(
  'dist-tags stand beside the versions of npm in keep rules: they %s (ruling 34)',
  (...row) => {
    const [, distTags, patterns] = row
    const { inventory } = aPackage('1.0.0', { type: 'npm' })
    const rules = policy('keep: [{tags: [latest, next]}]\ndelete: [{older-than: 1d}]')
    const facts = { ...NO_FACTS, distTags }

    expect(idlePatterns([{ inventory, policy: rules, facts }])).toEqual(
      patterns === null ? [] : [{ ...KEEPS, rule: 'keep rule 1', patterns }]
    )
  }
)

test.each([
  [
    ['latset', 'stabel'],
    ['latest', 'stable'],
    'latset and stabel of keep-tags match no tag of any package that was listed, so they keep nothing; near them: latest, stable'
  ],
  [
    ['x-*'],
    [],
    'x-* of keep-tags matches no tag of any package that was listed, so it keeps nothing'
  ]
])('of keep rules in words: %j', (patterns, near, sentence) => {
  expect(idleRuleText({ ...KEEPS, rule: 'keep-tags', patterns, near })).toBe(sentence)
})

describe('rules of one label in different entries', () => {
  const first = { ...policy('keep: [{tags: [v1, latset]}]'), entry: 'packages[0]' }
  const second = { ...policy('keep: [{tags: [v1, v2, latset]}]'), entry: 'packages[1]' }
  const inputs = [
    ofEntry('A[v1]', first, 'app'),
    ofEntry('A[v2]', second, 'web'),
    ofEntry('A[latest, v3]', second, 'api')
  ]

  test('are two rules, each for its own packages', () => {
    expect(idlePatterns(inputs)).toEqual([
      {
        ...KEEPS,
        rule: 'keep rule 1',
        entry: 'packages[0]',
        packages: ['app'],
        patterns: ['latset']
      },
      {
        ...KEEPS,
        rule: 'keep rule 1',
        entry: 'packages[1]',
        packages: ['web', 'api'],
        patterns: ['v1', 'latset'],
        near: ['latest']
      }
    ])
  })

  test('are told with their entry', () => {
    expect(idlePatterns(inputs).map(idleRuleText)).toEqual([
      'latset of keep rule 1 of packages[0] matches no tag of app, so it keeps nothing',
      'v1 and latset of keep rule 1 of packages[1] match no tag of web and api, so they keep ' +
        'nothing; near them: latest'
    ])
  })

  test('so are rules of one name in an entry', () => {
    const rules = 'delete: [{name: x, tags: a}, {name: x, tags: [a, b]}]'

    expect(idlePatterns([of('A[b]', rules)]).map(({ patterns }) => patterns)).toEqual([
      ['a'],
      ['a']
    ])
  })
})
