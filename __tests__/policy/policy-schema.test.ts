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
