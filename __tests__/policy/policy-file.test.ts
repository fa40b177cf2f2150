import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import type { Condition, KeepRule } from '../../src/policy/policy.js'
import { entryFor, parsePolicyFile } from '../../src/policy/policy-file.js'
import { policyOf, ruleIn, warningsOf } from './policy-document.js'

const owner = { login: 'acme' }

/** What a rule asks, with patterns as they were written. */
function plain(condition: Condition): unknown {
  if (condition.kind === 'tags') return { tags: condition.patterns.sources }
  if ('templates' in condition) {
    return { [condition.kind]: condition.templates.map(({ source }) => source) }
  }
  if ('age' in condition) return { [condition.kind]: condition.age.text }
  return condition
}

const rulesOf = (rules: readonly Pick<KeepRule, 'label' | 'conditions'>[]) =>
  rules.map(({ label, conditions }) => [label, ...conditions.map(plain)])

const EXAMPLE = `
version: 1
owner: acme                     # optional; the input \`owner\` otherwise
defaults:
  untagged-grace: 1d
  age-by: created
  untag: true
  last-version: keep
  max-deletions: 50%
packages:
  - names: [app, "services/*", "!services/legacy"]
    type: container
    keep:
      - name: releases
        tags: ["v*", latest]
      - newest: 10
        tags: "main-*"
      - tags: "{channel}-{build}"
        per: channel
        newest: 5
      - semver: ">=1"
        per: minor
        newest: 1
        by: semver
      - daily: 7
        weekly: 4
        monthly: 12
      - newer-than: 14d
      - open-pull-request: "pr-{number}"
      - live-branch: "{branch}-*"
      - release: true
      - listed-in: [deploy/**/*.yaml]
    delete:
      - name: closed pull requests
        closed-pull-request: "pr-{number}"
        older-than: 1d
      - tags: "main-*"
        older-than: 30d
      - untagged: true
        older-than: 7d
      - broken: [ghost, orphaned]
  - names: "*"
    type: [npm, nuget, maven, rubygems]
    keep: [{ prerelease: false }, { newest: 3 }]
    delete: [{ prerelease: true, older-than: 90d }, { superseded: true }]
`

describe('the example of 3-policy', () => {
  const file = policyOf(EXAMPLE)

  test('says who and what by default', () => {
    expect(file.owner).toBe('acme')
    expect(file.defaults).toMatchObject({
      untaggedGrace: { months: 0, exactMs: 86_400_000 },
      ageBy: 'created',
      untag: true,
      lastVersion: 'keep',
      maxDeletions: { kind: 'share', percent: 50 }
    })
  })

  test('has its delete rules under their names, or their numbers', () => {
    expect(rulesOf(file.entries[0]?.delete ?? [])).toEqual([
      ['closed pull requests', { 'older-than': '1d' }, { 'closed-pull-request': ['pr-{number}'] }],
      ['delete rule 2', { tags: ['main-*'] }, { 'older-than': '30d' }],
      ['delete rule 3', { kind: 'untagged', value: true }, { 'older-than': '7d' }],
      ['delete rule 4', { kind: 'broken', kinds: ['ghost', 'orphaned'] }]
    ])
  })

  test('has its keep rules with their conditions', () => {
    expect(rulesOf(file.entries[0]?.keep ?? [])).toEqual([
      ['releases', { tags: ['v*', 'latest'] }],
      ['keep rule 2', { tags: ['main-*'] }],
      ['keep rule 3', { tags: ['{channel}-{build}'] }],
      ['keep rule 4', { kind: 'semver', range: '>=1' }],
      ['keep rule 5'],
      ['keep rule 6', { 'newer-than': '14d' }],
      ['keep rule 7', { 'open-pull-request': ['pr-{number}'] }],
      ['keep rule 8', { 'live-branch': ['{branch}-*'] }],
      ['keep rule 9', { kind: 'release', value: true }],
      ['keep rule 10', { kind: 'listed-in', globs: ['deploy/**/*.yaml'] }]
    ])
  })

  test('has its quotas', () => {
    const counting = file.entries[0]?.keep
      .slice(1, 5)
      .map(({ quotas, per, by }) => [quotas, per, by])

    expect(counting).toEqual([
      [[{ kind: 'newest', count: 10 }], null, null],
      [[{ kind: 'newest', count: 5 }], { kind: 'capture', name: 'channel' }, null],
      [[{ kind: 'newest', count: 1 }], { kind: 'minor' }, 'semver'],
      [
        [
          { kind: 'daily', count: 7 },
          { kind: 'weekly', count: 4 },
          { kind: 'monthly', count: 12 }
        ],
        null,
        null
      ]
    ])
  })

  test.each([
    ['container', 'app', 0],
    ['container', 'services/a/b', 0],
    ['container', 'services/legacy', null],
    ['container', 'other', null],
    ['npm', 'app', 1],
    ['docker', 'app', null]
  ] as const)('the policy of the %s package %s is entry %s', (type, name, expected) => {
    const entry = entryFor(file, { owner, type, name })

    expect(entry).toBe(expected === null ? null : file.entries[expected])
  })
})

describe('what may be left out', () => {
  const file = policyOf('version: 1\npackages: [{names: app}]')

  test('leaves the owner to the input, and every setting to whoever gives it', () => {
    expect(file.owner).toBeNull()
    expect(Object.values(file.defaults)).toEqual([null, null, null, null, null])
  })

  test('makes an entry for all six types that deletes nothing', () => {
    expect(file.entries).toHaveLength(1)
    expect(file.entries[0]).toMatchObject({ keep: [], delete: [], path: 'packages[0]' })
    expect(file.entries[0]?.types).toHaveLength(6)
  })
})

test('an entry overrides any default for itself', () => {
  const file = policyOf(`
version: 1
defaults: { untagged-grace: 1d, untag: true }
packages:
  - names: app
    untagged-grace: 0
    age-by: updated
    untag: false
    last-version: delete-package
    max-deletions: 12.5%
`)

  expect(file.entries[0]?.settings).toEqual({
    untaggedGrace: { months: 0, exactMs: 0, text: '0' },
    ageBy: 'updated',
    untag: false,
    lastVersion: 'delete-package',
    maxDeletions: { kind: 'share', percent: 12.5 }
  })
})

describe('every key by itself', () => {
  const hex = 'a'.repeat(64)
  test.each<[string, unknown]>([
    ['tags: v1', { tags: ['v1'] }],
    ['tags: ["*", "!v*"]', { tags: ['*', '!v*'] }],
    ['tags: release-{a,b}', { tags: ['release-{a,b}'] }],
    ['tags: "1.10"', { tags: ['1.10'] }],
    ['tags: !!str 1.10', { tags: ['1.10'] }],
    ['tags: on', { tags: ['on'] }],
    ['untagged: false', { kind: 'untagged', value: false }],
    ['untagged: True', { kind: 'untagged', value: true }],
    ['semver: ^1.2', { kind: 'semver', range: '^1.2' }],
    ['prerelease: TRUE', { kind: 'prerelease', value: true }],
    ['superseded: true', { kind: 'superseded' }],
    ['older-than: 1w 2d', { 'older-than': '1w 2d' }],
    ['older-than: 0', { 'older-than': '0' }],
    ['older-than: "0"', { 'older-than': '0' }],
    ['newer-than: P30D', { 'newer-than': 'P30D' }],
    ['ids: 7', { kind: 'ids', ids: [7] }],
    ['ids: [1259730685, 7]', { kind: 'ids', ids: [1_259_730_685, 7] }],
    [`digests: sha256:${hex}`, { kind: 'digests', digests: [`sha256:${hex}`] }],
    ['broken: unpullable', { kind: 'broken', kinds: ['unpullable'] }],
    ['closed-pull-request: pr-{number}', { 'closed-pull-request': ['pr-{number}'] }],
    [
      'open-pull-request: ["pr-{number}", "mr-{number}-*"]',
      { 'open-pull-request': ['pr-{number}', 'mr-{number}-*'] }
    ],
    [
      'open-pull-request: /^pr-(?<number>[0-9]+)$/',
      { 'open-pull-request': ['/^pr-(?<number>[0-9]+)$/'] }
    ],
    ['gone-branch: "{branch}"', { 'gone-branch': ['{branch}'] }],
    ['live-branch: "{branch}-*"', { 'live-branch': ['{branch}-*'] }],
    ['release: false', { kind: 'release', value: false }],
    ['listed-in: deploy/*.yml', { kind: 'listed-in', globs: ['deploy/*.yml'] }]
  ])('%s', (rule, expected) => {
    for (const side of ['keep', 'delete'] as const) {
      const [entry] = policyOf(ruleIn(side, rule)).entries
      expect(entry?.[side][0]?.conditions.map(plain)).toEqual([expected])
    }
  })
})

describe('what `per` groups by', () => {
  test.each([
    ['a name that the only pattern captures', 'tags: "{a}-{b}"\nper: a', 'capture'],
    ['a name that all patterns capture', 'tags: ["{a}-x", "y-{a}"]\nper: a', 'capture'],
    ['a capture of a template', 'live-branch: "{branch}-*"\nper: branch', 'capture'],
    [
      'a capture that one condition has for certain, whatever the other asks',
      'tags: "main-*"\nlive-branch: "{branch}-*"\nper: branch',
      'capture'
    ],
    ['a capture goes before the word for a version', 'tags: "{minor}-{b}"\nper: minor', 'capture'],
    ['a word for a version where nothing captures it', 'tags: "v*"\nper: minor', 'minor'],
    ['a channel', 'semver: "*"\nper: channel', 'channel']
  ])('%s (rulings 22, 48)', (_name, rule, expected) => {
    const [entry] = policyOf(ruleIn('keep', `${rule}\nnewest: 1`)).entries

    expect(entry?.keep[0]?.per?.kind).toBe(expected)
  })
})

describe('YAML', () => {
  test('anchors and aliases work', () => {
    const { entries } = policyOf(`
version: 1
packages:
  - names: a
    keep: &keep [{ tags: &stable [v1, latest] }]
  - names: b
    keep: *keep
    delete: [{ tags: *stable, older-than: 1y }]
`)

    expect(entries[1]?.keep).toEqual(expect.arrayContaining([expect.objectContaining({})]))
    expect(rulesOf(entries[1]?.keep ?? [])).toEqual(rulesOf(entries[0]?.keep ?? []))
    expect(rulesOf(entries[1]?.delete ?? [])).toEqual([
      ['delete rule 1', { tags: ['v1', 'latest'] }, { 'older-than': '1y' }]
    ])
  })

  test('a list that every one of a thousand entries shares is no explosion', () => {
    const shared = Array.from({ length: 1000 }, (_, i) => `  - { names: p${i}, keep: *keep }`)
    const file = policyOf(
      `version: 1\npackages:\n  - { names: p, keep: &keep [{ tags: [a, b, c] }, { newest: 3 }] }\n${shared.join('\n')}\n`
    )

    expect(file.entries).toHaveLength(1001)
  })

  test.each([
    ['JSON', '{"$schema": "x", "version": 1, "packages": [{"names": "a"}]}'],
    ['JSON indented by tabs', '{\n\t"version": 1,\n\t"packages": [\n\t\t{"names": "a"}\n\t]\n}\n'],
    ['a byte order mark', '\uFEFFversion: 1\npackages: [{names: a}]'],
    ['lines that end as on Windows', 'version: 1\r\npackages:\r\n  - names: a\r\n'],
    ['a document marker', '---\nversion: 1\npackages: [{names: a}]\n...\n']
  ])('reads %s', (_name, source) => {
    expect(policyOf(source).entries[0]?.names.sources).toEqual(['a'])
  })
})

describe('warnings', () => {
  test.each<[string, string, string[]]>([
    ['nothing to warn of', EXAMPLE, []],
    [
      'semver on maven and rubygems alone (ruling 41)',
      ruleIn('keep', 'semver: ">=1"', 'names: a\n    type: [maven, rubygems]'),
      ['6:17: packages[0].keep[0].semver: versions of maven, rubygems are rarely']
    ],
    [
      'semver on more than those is fine',
      ruleIn('keep', 'semver: ">=1"', 'names: a\n    type: [maven, npm]'),
      []
    ],
    [
      'untagged beside what asks for a tag (ruling 1)',
      ruleIn('delete', 'untagged: true\nrelease: false'),
      ['5:19: packages[0].delete[0].untagged: beside release the rule never holds']
    ],
    [
      'ages that nothing has at once',
      ruleIn('delete', 'older-than: 30d\nnewer-than: 10d'),
      ['6:21: packages[0].delete[0].newer-than: beside older-than: 30d the rule never holds']
    ],
    [
      'a year and half a year, in keep too',
      ruleIn('keep', 'older-than: 1y\nnewer-than: 6mo'),
      ['newer-than: beside older-than: 1y the rule never holds']
    ],
    [
      'newer than nothing',
      ruleIn('delete', 'older-than: 1d\nnewer-than: 0'),
      ['newer-than: beside older-than: 1d the rule never holds']
    ],
    ['a span of ages is fine', ruleIn('delete', 'older-than: 10d\nnewer-than: 30d'), []],
    ['a month may have 31 days', ruleIn('delete', 'older-than: 30d\nnewer-than: 1mo'), []],
    ['older-than: 0 holds for all', ruleIn('delete', 'older-than: 0\nnewer-than: 1d'), []],
    ['untagged: false beside it is fine', ruleIn('delete', 'untagged: false\nrelease: false'), []]
  ])('%s', (_name, source, expected) => {
    expect(warningsOf(source)).toEqual(expected.map((text) => expect.stringContaining(text)))
  })
})

describe('an entry that an earlier one hides is a warning (ruling 54)', () => {
  test.each<[string, string[], boolean]>([
    ['the same name twice', ['names: app', 'names: app'], true],
    ['the same name in other letter case', ['names: app', 'names: App'], true],
    ['the same list twice', ['names: [a*, "!ab"]', 'names: [a*, "!ab"]'], true],
    ['everything, then a name', ['names: "*"', 'names: app'], true],
    ['everything, then a pattern', ['names: "**"', 'names: "a*"'], true],
    ['everything but one, then that one', ['names: ["*", "!app"]', 'names: app'], false],
    ['all but one, and then all again', ['names: ["!app", "*"]', 'names: app'], true],
    ['a pattern, then a name of it', ['names: "a*"', 'names: app'], true],
    ['a name, then a pattern of it', ['names: app', 'names: "a*"'], false],
    ['two entries that hide a third', ['names: a', 'names: b', 'names: [b, a]'], true],
    ['everything of one type', ['names: "*"\n    type: npm', 'names: "*"'], false],
    ['each of its types', ['names: "*"\n    type: npm', 'names: a\n    type: npm'], true],
    ['some of what it names', ['names: a', 'names: [a, b]'], false],
    ['one that starts from everything', ['names: a', 'names: "!a"'], false],
    ['everything, then one that starts from everything', ['names: "*"', 'names: "!a"'], true],
    [
      'a scope of npm',
      ['names: "@acme/*"\n    type: npm', 'names: "@acme/ui"\n    type: npm'],
      true
    ]
  ])('%s', (_name, entries, hidden) => {
    const source = `version: 1\npackages:\n${entries.map((entry) => `  - ${entry}\n`).join('')}`
    const expected = `packages[${entries.length - 1}]: earlier entries match all`

    expect(warningsOf(source)).toEqual(hidden ? [expect.stringContaining(expected)] : [])
  })
})

test('reading never throws, whatever the text', () => {
  const words =
    'version: 1\n|packages:\n|  - names: |app\n|    keep:\n|      - |tags: |[|]|{|}|*a|&a |!x |"|\'|>\n|' +
    '? |: |- |#|\t|newest: 1\n|per: |<<: |---\n|%YAML 1.1\n|1.10|null|~|/(a/|{a|\n'
  const fragments = fc.constantFrom(...words.split('|'))
  fc.assert(
    fc.property(fc.array(fragments, { maxLength: 40 }), fc.string(), (parts, noise) => {
      const source = parts.join('') + noise
      const result = parsePolicyFile(source, 'policy.yml')
      if (result.ok) expect(result.file.entries.length).toBeGreaterThan(0)
      else expect(result.errors.length).toBeGreaterThan(0)
    }),
    { numRuns: 1000 }
  )
})
