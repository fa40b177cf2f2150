import { describe, expect, test } from '@jest/globals'
import { parsePolicyFile } from '../../src/policy/policy-file.js'
import { errorsOf, ruleIn } from './policy-document.js'

const hex = 'a'.repeat(64)

describe('what is no text where text is expected has to be put in quotes (ruling 18)', () => {
  test.each([
    ['tags: [1.10, 1.20]', '5:16: packages[0].keep[0].tags[0]: found the number 1.10', 'it is 1.1'],
    ['tags: 20', '5:15: packages[0].keep[0].tags: found the number 20', 'put it in quotes'],
    ['tags: 0x1F', '5:15: packages[0].keep[0].tags: found the number 0x1F', 'it is 31'],
    ['tags: [a, null]', '5:19: packages[0].keep[0].tags[1]: found null', 'put it in quotes'],
    ['tags: ~', '5:15: packages[0].keep[0].tags: found ~', 'it is null'],
    ['tags: true', '5:15: packages[0].keep[0].tags: found true', 'put it in quotes'],
    ['tags: !pr-*', '5:15: packages[0].keep[0].tags: found the YAML tag', 'put it in quotes'],
    ['tags: [!pr-* , v1]', '5:16: packages[0].keep[0].tags[0]: found the YAML', 'put it in quotes'],
    ['tags: {number}', '5:15: packages[0].keep[0].tags: found a map', 'put it in quotes'],
    ['open-pull-request: {number}', '5:28: packages[0].keep[0].open-pull', 'put it in quotes'],
    ['tags: *-amd64', '5:15: packages[0].keep[0].tags: found *-amd64', 'has to be in quotes'],
    ['tags: *', '5:15: packages[0].keep[0].tags: found text that begins with *', 'in quotes'],
    ['tags: @x', '5:15: packages[0].keep[0].tags: found text that begins with', 'in quotes'],
    ['tags: [pr-{number}]', '5:19: ', 'has to be in quotes'],
    ['semver: 1.10', '5:17: packages[0].keep[0].semver: found the number 1.10', 'it is 1.1'],
    ['name: 7\ntags: a', '5:15: packages[0].keep[0].name: found the number 7', 'in quotes'],
    ['listed-in: 7', '5:20: packages[0].keep[0].listed-in: found the number 7', 'in quotes']
  ])('%s', (rule, start, end) => {
    const [error] = errorsOf(ruleIn('keep', rule))

    expect(error?.slice(0, start.length)).toBe(start)
    expect(error?.slice(-end.length)).toBe(end)
  })

  test.each(['names: 1.10', 'names: [app, 7]', 'names: "*"\n    type: 7'])('%s', (entry) => {
    expect(errorsOf(`version: 1\npackages:\n  - ${entry}\n`)).toHaveLength(1)
  })

  test('the word of the input package-type', () => {
    expect(errorsOf('version: 1\npackages: [{names: a, type: all}]')).toEqual([
      '2:29: packages[0].type: found the text "all", expected one of container, docker, npm, maven, nuget, rubygems: leave type out for all six'
    ])
  })

  test('an owner', () => {
    expect(errorsOf('version: 1\nowner: 123\npackages: [{names: a}]')).toEqual([
      '2:8: owner: found the number 123, expected an organisation or user: put it in quotes'
    ])
  })
})

describe('values of another form', () => {
  test.each([
    ['newest: 1.5', 'newest: found the number 1.5, expected a whole number from 0'],
    ['newest: -1', 'newest: found the number -1, expected a whole number from 0'],
    ['newest: "3"', 'newest: found the text "3", expected a whole number from 0'],
    ['newest: 1e1', 'newest: found the number 1e1, expected a whole number from 0'],
    ['newest:', 'newest: found nothing, expected a whole number from 0'],
    ['newest: .inf', 'newest: found the number .inf, expected a whole number from 0'],
    ['ids: [1e3]', 'ids[0]: found the number 1e3, expected a whole number from 1'],
    ['ids: [0]', 'ids[0]: found the number 0, expected a whole number from 1'],
    ['ids: ["7"]', 'ids[0]: found the text "7", expected a whole number from 1'],
    ['ids: 9007199254740993', 'ids: found the number 9007199254740993, expected a whole number'],
    ['untagged: yes', 'untagged: found the text "yes", expected true or false'],
    ['untagged: "true"', 'untagged: found the text "true", expected true or false'],
    ['superseded: false', 'superseded: found false, expected true'],
    ['release: 1', 'release: found the number 1, expected true or false'],
    ['older-than: 30', 'older-than: the number 30: the unit is missing'],
    ['older-than: "30"', 'older-than: the text "30": the unit is missing'],
    ['older-than: 3 fortnights', 'older-than: the text "3 fortnights": "fortnights" is no unit'],
    ['older-than: -1d', 'older-than: the text "-1d": a duration can\'t be negative'],
    ['older-than: true', 'older-than: found true, expected a duration'],
    ['older-than:', 'older-than: found nothing, expected a duration'],
    ['semver: "not a range"', 'semver: the text "not a range": '],
    ['tags: v[1', 'tags: the text "v[1": '],
    ['tags: "{a"', 'tags: the text "{a": '],
    ['tags: ""', 'tags: found the text "", expected a pattern'],
    ['tags: /a/g', 'tags: the text "/a/g": '],
    ['tags: "{a}-{a}"', 'tags: the text "{a}-{a}": '],
    ['tags: [[a]]', 'tags[0]: found a list, expected a pattern'],
    ['tags: []', 'tags: found an empty list, expected at least one entry'],
    ['ids: []', 'ids: found an empty list, expected at least one entry'],
    ['broken: []', 'broken: found an empty list, expected at least one entry'],
    ['listed-in: []', 'listed-in: found an empty list, expected at least one entry'],
    ['listed-in: "deploy/[a"', 'a [ is not closed; write \\[ for the sign itself'],
    ['listed-in: [a.yml, "b.{yml,yaml"]', 'listed-in[1]: the text "b.{yml,yaml"'],
    ['listed-in: ../x.yml', 'it leaves the workspace'],
    ['listed-in: "!deploy/{a,../b}.yml"', 'it leaves the workspace'],
    ['broken: gost', 'unpullable: did you mean ghost?'],
    ['broken: [ghost, 1]', 'broken[1]: found the number 1, expected one of ghost, partial'],
    [`digests: sha256:${hex}0`, 'digests: the text "sha256:aaaaaa'],
    [
      `digests: sha256:${hex.toUpperCase()}`,
      'no digest: expected sha256: and 64 digits from 0-9a-f'
    ],
    ['digests: latest', 'digests: the text "latest": no digest'],
    ['open-pull-request: pr-*', 'expected a pattern with {number} in it, such as "pr-{number}"'],
    ['closed-pull-request: "{branch}"', 'expected a pattern with {number} in it'],
    ['closed-pull-request: "{pr-{number},main}"', 'expected a pattern with {number} in it'],
    ['gone-branch: "!{branch}"', 'expected a pattern with {branch} in it'],
    ['live-branch: "/^(?<branch>.+)-/"', 'expected a pattern with {branch} in it'],
    ['live-branch: [a]', 'live-branch[0]: found the text "a", expected a pattern with {branch}'],
    ['name: ""\nnewest: 1', 'name: found the text "", expected a name']
  ])('%s', (rule, expected) => {
    expect(errorsOf(ruleIn('keep', rule))).toEqual([expect.stringContaining(expected)])
  })
})

describe('rules', () => {
  const cases: [string, 'keep' | 'delete', string, string][] = [
    [
      'a delete rule needs a condition (ruling 16)',
      'delete',
      'name: stale',
      'expected a condition'
    ],
    ['so does one with nothing in it', 'delete', '{}', 'found a rule with nothing in it'],
    ['and one that is commented out', 'delete', '# tags: x', 'found nothing, expected a map'],
    ['a keep rule needs a condition or a quota', 'keep', 'name: x', 'a condition or a quota'],
    [
      'per without a quota (ruling 46)',
      'keep',
      'tags: v*\nper: minor',
      'per: the text "minor": it needs'
    ],
    [
      'by without a quota (ruling 46)',
      'keep',
      'tags: v*\nby: created',
      'by: the text "created": it needs'
    ],
    ['calendar by semver (ruling 46)', 'keep', 'daily: 1\nby: semver', 'daily count by dates'],
    [
      'a quota in delete (ruling 46)',
      'delete',
      'tags: x\nnewest: 3',
      'only keep rules have quotas'
    ],
    ['per in delete (ruling 46)', 'delete', 'tags: x\nper: minor', 'only keep rules have quotas'],
    ['a setting in a rule', 'keep', 'tags: x\nuntag: true', 'it is a setting of the entry'],
    [
      'a pattern that matches without the capture (ruling 48)',
      'keep',
      'tags: ["{channel}-{build}", latest]\nper: channel\nnewest: 5',
      'per: the text "channel": the pattern latest matches without {channel}'
    ],
    [
      'a list that starts from everything captures nothing (ruling 48)',
      'keep',
      'tags: ["!x", "{a}-{b}"]\nper: a\nnewest: 5',
      'no pattern of the rule captures {a}'
    ],
    [
      'a slip in the name of a capture',
      'keep',
      'tags: "main-{build}"\nper: buld\nnewest: 1',
      'captures {buld}; did you mean build?'
    ],
    [
      'a name that nothing captures',
      'keep',
      'per: colour\nnewest: 1',
      'captures {colour}; expected one of major'
    ],
    ['a name used twice in one pattern (ruling 48)', 'keep', 'tags: "{a}{a}"', 'tags: the text'],
    ['merge keys', 'keep', '<<: x\ntags: a', 'merge keys are no part of YAML 1.2'],
    [
      'a key twice',
      'keep',
      'tags: a\ntags: b',
      '6:9: packages[0].keep[0].tags: found the key tags for'
    ]
  ]
  test.each(cases)('%s', (_name, side, rule, expected) => {
    expect(errorsOf(ruleIn(side, rule))).toEqual([expect.stringContaining(expected)])
  })
})

describe('conditions and patterns that the entry has no type for', () => {
  test.each([
    ['untagged versions of npm (ruling 37)', 'untagged: true', 'npm', 'only container and docker'],
    ['nor are they tagged (ruling 37)', 'untagged: false', '[npm, maven]', 'only container and'],
    ['broken versions of docker (ruling 37)', 'broken: ghost', 'docker', 'only container packages'],
    ['digests of nuget', `digests: sha256:${hex}`, 'nuget', 'only container and docker'],
    [
      'a colon in a tag (ruling 68)',
      'tags: app:v1',
      'container',
      'tags: the text "app:v1": it can never'
    ],
    [
      'a slash in a tag (ruling 68)',
      'tags: ["*", "!a/b"]',
      '[docker]',
      'tags[1]: the text "!a/b": it can'
    ],
    [
      'a space in a template (ruling 68)',
      'live-branch: "x {branch}"',
      'container',
      'live-branch: the text'
    ]
  ])('%s', (_name, rule, type, expected) => {
    const source = ruleIn('delete', rule, `names: app\n    type: ${type}`)

    expect(errorsOf(source)).toEqual([expect.stringContaining(expected)])
  })

  test.each([
    ['untagged: true', '[npm, docker]'],
    ['broken: ghost', '[npm, container]'],
    ['tags: a/b', '[npm, container]'],
    ['tags: /a:b/', 'container']
  ])('%s for %s is fine', (rule, type) => {
    expect(errorsOf(ruleIn('delete', rule, `names: app\n    type: ${type}`))).toEqual([])
  })

  test('type may stand after the rules', () => {
    const source =
      'version: 1\npackages:\n  - names: a\n    delete: [{ untagged: true }]\n    type: npm\n'

    expect(errorsOf(source)).toHaveLength(1)
  })
})

describe('the file and its entries', () => {
  test.each([
    ['an empty file', '', ['1:1: found nothing, expected a map']],
    ['a list', '- names: a', ['1:1: found a list, expected a map']],
    ['text', 'hello', ['1:1: found the text "hello", expected a map']],
    [
      'no version and no entries',
      'owner: acme',
      ['1:1: the key version is missing', '1:1: the key packages is missing']
    ],
    [
      'another version',
      'version: 2\npackages: [{names: a}]',
      ['1:10: version: found the number 2, expected 1, the only version of this format']
    ],
    [
      'a version in quotes',
      'version: "1"\npackages: [{names: a}]',
      ['1:10: version: found the text "1", expected 1, the only version of this format']
    ],
    [
      'no entry',
      'version: 1\npackages: []',
      ['2:11: packages: found an empty list, expected at least one entry']
    ],
    [
      'an entry without names (ruling 54)',
      'version: 1\npackages: [{type: npm}]',
      ['2:12: packages[0]: the key names is missing']
    ],
    [
      'an empty list of names',
      'version: 1\npackages: [{names: []}]',
      ['2:20: packages[0].names: found an empty list, expected at least one entry']
    ],
    [
      'rules that are commented out',
      'version: 1\npackages:\n  - names: a\n    keep:\n    # - tags: v*\n',
      ['4:10: packages[0].keep: found nothing, expected a list of rules']
    ],
    [
      'an unknown type',
      'version: 1\npackages: [{names: a, type: helm}]',
      [
        expect.stringContaining(
          'packages[0].type: found the text "helm", expected one of container'
        )
      ]
    ],
    [
      'a count in an entry (ruling 36)',
      'version: 1\npackages: [{names: a, max-deletions: 500}]',
      [
        expect.stringContaining(
          'a count is for the whole run; in an entry write a share such as 25%'
        )
      ]
    ],
    [
      'a share of more than all',
      'version: 1\ndefaults: {max-deletions: 101%}\npackages: [{names: a}]',
      [expect.stringContaining('defaults.max-deletions: the text "101%": expected a whole number')]
    ],
    [
      'keys of an entry at the top',
      'version: 1\nkeep: []\npackages: [{names: a}]',
      ['2:1: keep: it belongs in an entry of packages']
    ],
    [
      'a setting at the top',
      'version: 1\nuntag: true\npackages: [{names: a}]',
      ['2:1: untag: it belongs under defaults']
    ],
    [
      'a condition in an entry',
      'version: 1\npackages: [{names: a, older-than: 3d}]',
      ['2:23: packages[0].older-than: it belongs in a rule under keep or delete']
    ],
    [
      'a second document',
      'version: 1\npackages: [{names: a}]\n---\nversion: 1\n',
      ['3:1: found a second document, expected one document']
    ],
    [
      'a key that is no text',
      '1: a\nversion: 1\npackages: [{names: a}]',
      [expect.stringContaining('found the key 1, expected a key')]
    ],
    [
      'an alias inside of what it names',
      'version: 1\npackages: &p [{names: a, keep: *p}]',
      [
        expect.stringContaining(
          'packages[0].keep: found *p, expected no alias inside of what it names'
        )
      ]
    ]
  ])('%s', (_name, source, expected) => {
    expect(errorsOf(source)).toEqual(expected)
  })
})

describe('a misspelt key is an error with the nearest right one', () => {
  test.each([
    ['newst: 1', 'newest'],
    ['tag: v1', 'tags'],
    ['Tags: v1', 'tags'],
    ['older_than: 3d', 'older-than'],
    ['olderthan: 3d', 'older-than'],
    ['untaged: true', 'untagged'],
    ['montly: 3', 'monthly'],
    ['semvre: ">1"', 'semver'],
    ['close-pull-request: "{number}"', 'closed-pull-request'],
    ['openpullrequest: "{number}"', 'open-pull-request']
  ])('%s', (rule, nearest) => {
    const key = rule.slice(0, rule.indexOf(':'))

    expect(errorsOf(ruleIn('keep', rule))).toEqual([
      `5:9: packages[0].keep[0].${key}: unknown key ${key}: did you mean ${nearest}?`
    ])
  })

  test('where none is near, all are named', () => {
    expect(errorsOf('version: 1\nzzz: 1\npackages: [{names: a}]')).toEqual([
      '2:1: zzz: unknown key zzz: expected one of $schema, version, owner, defaults, packages'
    ])
  })
})

describe('texts that are made to do harm', () => {
  const bomb = [
    'a0: &a0 [x, x, x, x, x, x, x, x, x, x]',
    ...Array.from({ length: 30 }, (_, i) => {
      const aliases = Array.from({ length: 10 }, () => `*a${i}`).join(', ')
      return `a${i + 1}: &a${i + 1} [${aliases}]`
    })
  ].join('\n')

  test.each([
    ['aliases that explode', bomb, 'found aliases that explode, expected at most 100000 values'],
    ['flow lists nested without end', '['.repeat(200_000), 'values nested too deeply'],
    ['block lists nested without end', '- '.repeat(200_000), 'values nested too deeply'],
    ['maps nested without end', '{a: '.repeat(100_000), 'values nested too deeply'],
    ['more than a megabyte', `# ${'x'.repeat(1024 * 1024)}`, 'found a text of 1048578 characters']
  ])('%s are refused', (_name, source, expected) => {
    expect(errorsOf(source)).toEqual([expect.stringContaining(expected)])
  })
})

describe('all errors at once', () => {
  const source = `
version: 1
defaults:
  age-by: creation
packages:
  - names: app
    keep: &keep
      - newst: 3
      - tags: [1.10]
    delete:
      - newest: 3
  - names: other
    keep: *keep
`
  const result = parsePolicyFile(source, '.github/package-retention.yml')
  const errors = result.ok ? [] : result.errors

  test('in the order of the text, and what stands behind an alias once', () => {
    expect(errors.map(({ line, column, path }) => [line, column, path])).toEqual([
      [4, 11, 'defaults.age-by'],
      [8, 9, 'packages[0].keep[0].newst'],
      [9, 16, 'packages[0].keep[1].tags[0]'],
      [11, 9, 'packages[0].delete[0].newest']
    ])
  })

  test('each with its file, what was found and what was expected', () => {
    expect(errors[2]).toEqual({
      file: '.github/package-retention.yml',
      line: 9,
      column: 16,
      path: 'packages[0].keep[1].tags[0]',
      found: 'the number 1.10',
      expected: 'a pattern',
      message:
        '.github/package-retention.yml:9:16: packages[0].keep[1].tags[0]: ' +
        'found the number 1.10, expected a pattern: put it in quotes, without which it is 1.1'
    })
  })
})

describe('a name with a scope in an entry that is not about npm', () => {
  test.each([
    ['names: [app, "@acme/ui"]\n    type: container', '3:18: packages[0].names[1]'],
    ['type: [container, maven]\n    names: "@acme/*"', '4:12: packages[0].names']
  ])('%s', (entry, place) => {
    expect(errorsOf(`version: 1\npackages:\n  - ${entry}\n`)).toEqual([
      expect.stringMatching(
        new RegExp(
          `^${place.replaceAll(/[[\]]/g, '\\$&')}: the text "@acme/.*": only packages of npm ` +
            'have a scope, and this entry is about container'
        )
      )
    ])
  })

  test.each([
    'names: "@acme/ui"',
    'names: ["@acme/ui"]\n    type: [container, npm]',
    'names: [app, "!@acme/ui"]\n    type: container'
  ])('is fine in %s', (entry) => {
    expect(parsePolicyFile(`version: 1\npackages:\n  - ${entry}\n`, 'p.yml').ok).toBe(true)
  })
})
