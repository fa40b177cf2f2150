import { describe, expect, test } from '@jest/globals'
import { Ajv2020 } from 'ajv/dist/2020.js'
import * as fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { parsePolicyFile } from '../../src/policy/policy-file.js'
import { POLICY_SCHEMA_ID, policySchema } from '../../src/policy/policy-schema.js'

const committed: unknown = JSON.parse(readFileSync('schema/policy-v1.json', 'utf8'))
const ajv = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true })
const accepts = ajv.compile(policySchema())

const schemaSays = (document: unknown): boolean => accepts(document)
const parserSays = (document: unknown): boolean =>
  parsePolicyFile(JSON.stringify(document), 'policy.json').ok

test('the committed schema is the one that the table of keys makes: run scripts/generate-schema.mjs', () => {
  expect(committed).toEqual(policySchema())
})

test('its address is where the repository publishes it', () => {
  const { repository } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    repository: { url: string }
  }
  const path = repository.url.replace(/^git\+https:\/\/github\.com\/(.*)\.git$/, '$1')

  expect(POLICY_SCHEMA_ID).toBe(
    `https://raw.githubusercontent.com/${path}/v1/schema/policy-v1.json`
  )
})

test('every key has a description for editors', () => {
  const without: string[] = []
  const visit = (schema: unknown, path: string): void => {
    if (typeof schema !== 'object' || schema === null) return
    for (const [keyword, value] of Object.entries(schema)) {
      if (keyword !== 'properties' || path.endsWith('.if')) {
        visit(value, `${path}.${keyword}`)
        continue
      }
      for (const [key, property] of Object.entries(value as Record<string, unknown>)) {
        const { description } = property as { description?: string }
        if (description === undefined || description.length < 20) without.push(`${path}.${key}`)
        visit(property, `${path}.${key}`)
      }
    }
  }
  visit(policySchema(), '')

  expect(without).toEqual([])
})

const hex = 'a'.repeat(64)
const withRule = (side: string, rule: unknown) => ({
  version: 1,
  packages: [{ names: 'app', [side]: [rule] }]
})
const withEntry = (entry: object) => ({ version: 1, packages: [{ names: 'app', ...entry }] })

describe('schema and parser agree on', () => {
  test.each<[boolean, unknown]>([
    [true, withEntry({})],
    [true, { $schema: POLICY_SCHEMA_ID, version: 1, owner: 'acme', packages: [{ names: ['a'] }] }],
    [false, { version: 1, packages: [] }],
    [false, { version: 2, packages: [{ names: 'a' }] }],
    [false, { version: '1', packages: [{ names: 'a' }] }],
    [false, { packages: [{ names: 'a' }] }],
    [false, { version: 1 }],
    [false, { version: 1, owner: 'a b', packages: [{ names: 'a' }] }],
    [false, { version: 1, owner: 7, packages: [{ names: 'a' }] }],
    [false, { version: 1, keep: [], packages: [{ names: 'a' }] }],
    [false, { version: 1, defaults: null, packages: [{ names: 'a' }] }],
    [true, { version: 1, defaults: { 'max-deletions': 500 }, packages: [{ names: 'a' }] }],
    [true, { version: 1, defaults: { 'max-deletions': '500' }, packages: [{ names: 'a' }] }],
    [false, { version: 1, defaults: { 'max-deletions': -1 }, packages: [{ names: 'a' }] }],
    [false, { version: 1, defaults: { 'max-deletions': 1.5 }, packages: [{ names: 'a' }] }],
    [false, withEntry({ names: '' })],
    [false, withEntry({ names: [] })],
    [false, withEntry({ names: 7 })],
    [false, withEntry({ nmaes: 'a' })],
    [true, withEntry({ type: 'npm' })],
    [true, withEntry({ type: ['npm', 'docker'] })],
    [false, withEntry({ type: 'all' })],
    [false, withEntry({ type: [] })],
    [true, withEntry({ keep: [], delete: [] })],
    [false, withEntry({ keep: null })],
    [false, withEntry({ keep: { newest: 1 } })],
    [false, withEntry({ 'older-than': '3d' })],
    [true, withEntry({ 'max-deletions': '12.5%' })],
    [true, withEntry({ 'max-deletions': '100%' })],
    [false, withEntry({ 'max-deletions': '101%' })],
    [false, withEntry({ 'max-deletions': 500 })],
    [true, withEntry({ 'untagged-grace': 0, 'age-by': 'updated', untag: true })],
    [false, withEntry({ untag: 'true' })],
    [false, withEntry({ 'age-by': 'creation' })],
    [true, withEntry({ 'last-version': 'delete-package' })],
    [false, withEntry({ 'last-version': 'delete' })],
    [false, withRule('delete', {})],
    [false, withRule('delete', { name: 'stale' })],
    [false, withRule('keep', { name: 'x' })],
    [true, withRule('keep', { newest: 0 })],
    [false, withRule('keep', { newest: -1 })],
    [false, withRule('keep', { newest: 1.5 })],
    [false, withRule('keep', { newest: 1e21 })],
    [false, withRule('delete', { tags: 'a', newest: 1 })],
    [false, withRule('delete', { tags: 'a', per: 'minor' })],
    [false, withRule('keep', { tags: 'a', per: 'minor' })],
    [true, withRule('keep', { tags: 'a', per: 'minor', newest: 1 })],
    [false, withRule('keep', { tags: 'a', by: 'semver' })],
    [true, withRule('keep', { newest: 1, by: 'semver' })],
    [false, withRule('keep', { newest: 1, daily: 1, by: 'semver' })],
    [true, withRule('keep', { newest: 1, daily: 1, by: 'updated' })],
    [false, withRule('keep', { newest: 1, by: 'age' })],
    [false, withRule('delete', { tags: [] })],
    [false, withRule('delete', { tags: [1.1] })],
    [false, withRule('delete', { tags: ' ' })],
    [false, withRule('delete', { untagged: 'true' })],
    [false, withRule('delete', { superseded: false })],
    [true, withRule('delete', { ids: [7, 8] })],
    [false, withRule('delete', { ids: ['7'] })],
    [true, withRule('delete', { digests: `sha256:${hex}` })],
    [false, withRule('delete', { digests: `sha256:${hex}0` })],
    [false, withRule('delete', { broken: ['ghost', 'gost'] })],
    [true, withRule('delete', { 'closed-pull-request': 'pr-{number}' })],
    [false, withRule('delete', { 'closed-pull-request': 'pr-*' })],
    [false, withRule('delete', { 'closed-pull-request': '{branch}' })],
    [false, withRule('delete', { 'gone-branch': '!{branch}' })],
    [false, withRule('delete', { 'gone-branch': '/^(?<branch>.*)-x$/' })],
    [false, withRule('delete', { release: 'yes' })],
    [false, withRule('delete', { 'listed-in': [] })]
  ])('%s: %j', (expected, document) => {
    expect([schemaSays(document), parserSays(document)]).toEqual([expected, expected])
  })
})

describe('schema and parser agree on durations', () => {
  test.each<[boolean, unknown]>([
    ...[
      '90s',
      '45m',
      '36h',
      '30d',
      '2w',
      '6mo',
      '1y',
      '1w 2d',
      '30 days',
      '1 Week',
      '0',
      '1MO'
    ].map((text): [boolean, unknown] => [true, text]),
    ...['P30D', 'PT12H', 'P1Y2M', 'P2W', 'P1DT1H', ' 3d '].map((text): [boolean, unknown] => [
      true,
      text
    ]),
    ...[
      '',
      '30',
      '3M',
      '-1d',
      '1.5d',
      '1d2h',
      'P',
      'PT',
      'P1DT',
      'p30d',
      '3 fortnights',
      '0 0'
    ].map((text): [boolean, unknown] => [false, text]),
    [true, 0],
    [false, 30],
    [false, null],
    [false, true]
  ])('%s: %j', (expected, age) => {
    const document = withRule('delete', { 'older-than': age })

    expect([schemaSays(document), parserSays(document)]).toEqual([expected, expected])
  })
})

const asTags = (source: string) => withRule('delete', { tags: source })
const asNames = (source: string) => withEntry({ names: source })
const asNumber = (source: string) => withRule('delete', { 'closed-pull-request': source })
const asBranch = (source: string) => withRule('keep', { 'live-branch': source })
const asRange = (source: string) => withRule('delete', { semver: source })

describe('schema and parser agree on patterns', () => {
  test.each<[boolean, unknown]>([
    ...[
      'v*',
      '!v1',
      '! v1',
      '[!a-z]*',
      '[]a]',
      '[[:alpha:]]-x',
      '[[:alpha:]{[^a]a',
      '{a,b}-{1..3}',
      '{channel}-{build}',
      'a\\*',
      '@(a|b)',
      '/^v\\d+$/',
      '/rc/i',
      '!/rc/',
      '/a[/(?=]b/',
      '/\\(?=x/',
      '/(?:rc|beta)[.-]?\\d+/',
      '/(?<channel>[a-z]+)/'
    ].map((source): [boolean, unknown] => [true, asTags(source)]),
    ...[
      '!',
      '!!v1',
      '[a',
      'x-[!]',
      '{a',
      'a\\',
      '/a',
      '/a/x',
      '/a/ ',
      '//',
      '/[a/',
      '/(?=a)b/',
      '/(?<!a)b/',
      '/(a)\\1/',
      '/\\A/',
      '/(?P<name>a)/'
    ].map((source): [boolean, unknown] => [false, asTags(source)]),
    ...['app', 'services/*', '!a', '@acme/ui', '/^a/'].map((source): [boolean, unknown] => [
      true,
      asNames(source)
    ]),
    ...['!', '[a', '/a', '/(?!a)/'].map((source): [boolean, unknown] => [false, asNames(source)]),
    ...['pr-{number}', '{pr-{number},mr-{number}}', '/^pr-(?<number>\\d+)$/'].map(
      (source): [boolean, unknown] => [true, asNumber(source)]
    ),
    ...[
      'pr-\\{number}',
      'pr-[{number}]',
      '!pr-{number}',
      'pr-{numbers}',
      '/pr-(?P<number>\\d+)/',
      '(?<number>1)',
      '/pr-{number}/',
      '/[(?<number>]/',
      'pr-{number}-[a'
    ].map((source): [boolean, unknown] => [false, asNumber(source)]),
    ...['{branch}', '{branch}-*', '\\{{branch}'].map((source): [boolean, unknown] => [
      true,
      asBranch(source)
    ]),
    ...['\\{branch}', '/(?<branch>a)/', 'branch'].map((source): [boolean, unknown] => [
      false,
      asBranch(source)
    ]),
    ...['>=1 <2', '^1.4', '*', 'x', '1.2.3-rc.1+b || ~2', ' 1 - 2 '].map(
      (source): [boolean, unknown] => [true, asRange(source)]
    ),
    ...['', ' ', '>=1, <2', '1/2', '"1"'].map((source): [boolean, unknown] => [
      false,
      asRange(source)
    ])
  ])('%s: %j', (expected, document) => {
    expect([schemaSays(document), parserSays(document)]).toEqual([expected, expected])
  })
})

describe('what only the parser can tell', () => {
  test.each<[string, unknown]>([
    ['a group that is not closed', asTags('@(a|b')],
    ['braces that are not closed one by one', asTags('{a,{b}')],
    ['braces that stand for too many patterns', asTags('{1..999}')],
    ['a set of signs that nobody knows', asTags('[[:letters:]]')],
    ['a range of signs that runs backwards', asTags('[z-a]')],
    ['a capture that stands twice', asTags('{a}-{a}')],
    ['a pattern that no tag can match (ruling 68)', asTags('a b')],
    [
      'a pattern that no version of this type can match',
      withEntry({ type: 'nuget', delete: [{ tags: 'a_b' }] })
    ],
    ['a regular expression that does not parse', asTags('/a)/')],
    ['a pattern of more than 2,000 signs', asTags('a'.repeat(2001))],
    ['{number} beside a digit (ruling 11)', asNumber('1{number}')],
    ['a capture that one alternative lacks', asNumber('{pr-{number},latest}')],
    ['a group that may be left out', asNumber('/pr-(?<number>\\d+)?/')],
    ['a range of wrong parts', asRange('>=one')],
    ['a name that nothing captures', withRule('keep', { newest: 1, per: 'channels' })],
    [
      'a pattern that matches without the captured name',
      withRule('keep', { tags: ['{a}-x', 'latest'], newest: 1, per: 'a' })
    ],
    [
      'a condition that none of the types has (ruling 37)',
      withEntry({ type: 'npm', delete: [{ untagged: true }] })
    ],
    ['a unit that stands twice', withRule('delete', { 'older-than': '1d 2d' })],
    ['more than a thousand years', withRule('delete', { 'older-than': '9999y' })]
  ])('%s', (_name, document) => {
    expect([schemaSays(document), parserSays(document)]).toEqual([true, false])
  })
})

describe('what the parser accepts of generated patterns, the schema does', () => {
  const pieces = [
    'a 1 - * ? ! / ( ) [ ] { } , \\ | < ^ . >= ~ \u{1f600} \\d \\k [^a] [a-z] @( [:alpha:] /i',
    '{number} {branch} {x} (?<number>\\d) (?: (?= (?P<n>'
  ].flatMap((line) => line.split(' '))
  const piece = fc.constantFrom(...pieces, ' ', '\n')
  const source = fc.oneof(
    fc.array(piece, { minLength: 1, maxLength: 8 }).map((all) => all.join('')),
    fc.array(piece, { minLength: 1, maxLength: 6 }).map((all) => `/${all.join('')}/`)
  )

  test.each([
    ['tags', asTags],
    ['names', asNames],
    ['templates of numbers', asNumber],
    ['templates of branches', asBranch],
    ['ranges', asRange]
  ])('%s', (_name, documentOf) => {
    fc.assert(
      fc.property(source, (text) => {
        const document = documentOf(text)
        expect(parserSays(document) && !schemaSays(document)).toBe(false)
      }),
      { numRuns: 500 }
    )
  })
})

/** Right and wrong values for every key, among them none that only the parser can tell. */
const VALUES: Readonly<Record<string, readonly unknown[]>> = {
  name: ['releases', '', 7],
  tags: ['v*', ['v*', '!v1'], [], 1.1, null, ['a', true]],
  untagged: [true, false, 'true', 0],
  semver: ['>=1', 1, ['>=1']],
  prerelease: [true, 'no'],
  superseded: [true, false],
  'older-than': ['30d', 0, '0', 30, 'soon', 'P1M'],
  'newer-than': ['1w 2d', 7, ''],
  ids: [1, [1, 2], [], 0, '1', 1.5],
  digests: [`sha256:${hex}`, [`sha256:${hex}`], 'latest', []],
  broken: ['ghost', ['ghost', 'orphaned'], 'gost', []],
  'closed-pull-request': ['pr-{number}', ['{number}'], 'pr-*', 7],
  'open-pull-request': ['{number}-x', '!{number}', []],
  'gone-branch': ['{branch}', '{number}'],
  'live-branch': [['{branch}-*'], ['{branch}', 'x']],
  release: [true, false, null],
  'listed-in': ['deploy/*.yaml', ['a', 'b'], [], 7],
  newest: [0, 3, -1, 1.5, '3'],
  hourly: [1, null],
  daily: [7, []],
  weekly: [4, {}],
  monthly: [12, 'x'],
  yearly: [1, true],
  per: ['minor', 'channel', '', 7],
  by: ['created', 'semver', 'age'],
  type: ['container', ['npm', 'container'], 'helm', []],
  'untagged-grace': ['1d', 0, 1],
  'age-by': ['created', 'semver'],
  untag: [true, 'on'],
  'last-version': ['keep', 'fail', 'empty'],
  'max-deletions': ['25%', '7.5%', '250%', '%', null],
  misspelt: ['x']
}

const anySection = (keys: readonly string[]): fc.Arbitrary<Record<string, unknown>> =>
  fc
    .uniqueArray(fc.constantFrom(...keys), { minLength: 1, maxLength: 4 })
    .chain((chosen) =>
      fc
        .tuple(
          ...chosen.map((key) =>
            fc.oneof(
              { arbitrary: fc.constant(VALUES[key]?.[0]), weight: 12 },
              { arbitrary: fc.constantFrom(...(VALUES[key] ?? [])), weight: 1 }
            )
          )
        )
        .map((values) => Object.fromEntries(chosen.map((key, index) => [key, values[index]])))
    )

const QUOTAS = ['newest', 'hourly', 'daily', 'weekly', 'monthly', 'yearly', 'per', 'by']
const SETTINGS = ['untagged-grace', 'age-by', 'untag', 'last-version', 'max-deletions']
const CONDITIONS = Object.keys(VALUES).filter(
  (key) => ![...QUOTAS, ...SETTINGS, 'type', 'misspelt'].includes(key)
)
const anyKeep = anySection([...CONDITIONS, ...CONDITIONS, ...QUOTAS, ...QUOTAS, 'misspelt'])
const anyDelete = anySection([...CONDITIONS, ...CONDITIONS, 'newest', 'misspelt'])
const anyEntry = fc
  .tuple(
    fc.constantFrom<unknown>('app', ['a', '!b'], 'b', ['c'], 'd', 'e', [], 7, null),
    anySection([...SETTINGS, 'type']),
    fc.option(fc.array(anyKeep, { maxLength: 2 }), { nil: undefined }),
    fc.option(fc.array(anyDelete, { maxLength: 2 }), { nil: undefined })
  )
  .map(([names, settings, keep, rules]) => ({
    ...settings,
    ...(names === null ? {} : { names }),
    ...(keep === undefined ? {} : { keep }),
    ...(rules === undefined ? {} : { delete: rules })
  }))
const anyDocument = fc
  .tuple(
    fc.constantFrom<unknown>(...Array.from({ length: 9 }, () => 1), '1', 2),
    anySection(SETTINGS),
    fc.array(anyEntry, { minLength: 0, maxLength: 2 })
  )
  .map(([version, defaults, packages]) => ({ version, defaults, packages }))

describe('schema and parser agree on generated documents', () => {
  test('made of right and wrong values for every key', () => {
    let accepted = 0
    fc.assert(
      fc.property(anyDocument, (document) => {
        const result = parsePolicyFile(JSON.stringify(document), 'policy.json')
        expect(result.ok).toBe(schemaSays(document))
        if (result.ok) accepted += 1
      }),
      { numRuns: 1000 }
    )
    expect(accepted).toBeGreaterThan(100)
  })

  test('and what the parser accepts, the schema does, whatever the document', () => {
    const anyJson = fc.letrec((tie) => ({
      node: fc.oneof(
        { depthSize: 'small' },
        fc.constantFrom<unknown>(1, 0, '1', 'app', true, null, 'v*', '30d', '{number}'),
        fc.array(tie('node'), { maxLength: 3 }),
        fc.dictionary(
          fc.constantFrom('version', 'packages', 'names', 'keep', 'delete', ...Object.keys(VALUES)),
          tie('node'),
          { maxKeys: 4 }
        )
      )
    })).node
    const anyFile = fc.record({
      version: fc.constant(1),
      packages: fc.array(fc.record({ names: fc.constant('a'), keep: fc.array(anyJson) }))
    })
    fc.assert(
      fc.property(fc.oneof(anyJson, anyFile), (document) => {
        expect(parserSays(document) && !schemaSays(document)).toBe(false)
      }),
      { numRuns: 1000 }
    )
  })
})
