import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from '@jest/globals'
import { isMap, isScalar, parseDocument } from 'yaml'
import { QUICK_INPUTS } from '../../src/policy/quick-inputs.js'

// The tables of 2-action, in their order; `null` where action.yml declares no default, so that
// what was given can be told from what was not (rulings 36, 74).
const INPUTS: readonly (readonly [string, string | null])[] = [
  ['token', '${{ github.token }}'],
  ['owner', '${{ github.repository_owner }}'],
  ['package-type', null],
  ['packages', null],
  ['api-url', '${{ github.api_url }}'],
  ['registry-url', null],
  ['npm-registry-url', null],
  ...QUICK_INPUTS.map((name) => [name, null] as const),
  ['policy-file', null],
  ['policy', null],
  ['mode', 'cleanup'],
  ['dry-run', 'false'],
  ['plan', null],
  ['plan-max-age', null],
  ['report', null],
  ['version-ids', null],
  ['deleted-tags', null],
  ['deleted-within', null],
  ['untag', null],
  ['untagged-grace', null],
  ['age-by', null],
  ['last-version', null],
  ['max-deletions', null],
  ['share', null],
  ['time-limit', null],
  ['reserve-requests', '100'],
  ['concurrency', '10'],
  ['manifest-cache', 'true'],
  ['report-directory', null],
  ['fail-on', 'error']
]
const OUTPUTS = [
  'packages',
  'versions',
  'selected',
  'deleted',
  'untagged',
  'restored',
  'kept',
  'gone',
  'retained',
  'blocked',
  'skipped',
  'failed',
  'remaining',
  'reclaimed-bytes',
  'report',
  'report-html',
  'report-csv'
]
// Defaults that the description says though none is declared.
const BUILT_IN: Readonly<Record<string, string>> = {
  'package-type': '`container`',
  packages: 'the name of the repository',
  'delete-prereleases': '`false`',
  'plan-max-age': '`7d`',
  untag: '`false`',
  'untagged-grace': '`1d`',
  'age-by': '`created`',
  'last-version': '`keep`',
  'report-directory': '`$RUNNER_TEMP/package-retention`'
}

const action = parseDocument(readFileSync('action.yml', 'utf8'))

test('runs the committed bundle under Node 24', () => {
  expect(action.errors).toEqual([])
  expect(action.toJS()).toMatchObject({ runs: { using: 'node24', main: 'dist/index.js' } })
})

describe('inputs', () => {
  let inputs: ReadonlyMap<string, Entry>
  beforeAll(() => {
    inputs = entriesOf('inputs')
  })

  test('are those of the contract, in its order, with its defaults', () => {
    expect(Array.from(inputs, ([name, { fallback }]) => [name, fallback])).toEqual(INPUTS)
  })

  test.each(INPUTS)('%s says its default %s', (name, fallback) => {
    const description = inputs.get(name)?.description ?? ''
    const said = /Default: (.+)\.$/s.exec(description)?.[1] ?? ''

    expect(said).not.toBe('')
    if (fallback !== null && !fallback.startsWith('$')) expect(said).toBe(`\`${fallback}\``)
    if (name in BUILT_IN) expect(said).toContain(BUILT_IN[name])
  })

  test.each(QUICK_INPUTS)('the quick rule %s says that it is not for policies', (name) => {
    expect(inputs.get(name)?.description).toMatch(/[Nn]ot with `policy` or `policy-file`/)
  })
})

describe('outputs', () => {
  test('are those of the contract, in its order', () => {
    expect([...entriesOf('outputs').keys()]).toEqual(OUTPUTS)
  })

  test.each(OUTPUTS)('%s is described', (name) => {
    expect(entriesOf('outputs').get(name)?.description).toMatch(/^\w.+\.$/)
  })
})

interface Entry {
  readonly description: string
  readonly fallback: string | null
}

/** By name, in the order of the file; only what an entry may have. */
function entriesOf(section: string): ReadonlyMap<string, Entry> {
  const map: unknown = action.get(section)
  if (!isMap(map)) throw new Error(`action.yml has no ${section}`)
  return new Map(
    map.items.map(({ key, value }) => {
      if (!isScalar(key) || !isMap(value)) throw new Error(`${section}: ${String(key)} is no map`)
      const strange = value.items.filter(
        (item) => !['description', 'default'].includes(String(item.key))
      )
      expect(strange).toEqual([])
      const description = textOf(value.get('description')) ?? ''
      return [String(key.value), { description, fallback: textOf(value.get('default')) }]
    })
  )
}

/** Anything else than text would reach the runner in another form than it is written in. */
function textOf(value: unknown): string | null {
  if (value === undefined) return null
  if (typeof value !== 'string') throw new Error(`${JSON.stringify(value)} is no text`)
  return value
}
