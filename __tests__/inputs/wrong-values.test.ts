import { describe, expect, test } from '@jest/globals'
import { INPUT_NAMES, INPUTS, type InputName } from '../../src/run/inputs/input-table.js'
import type { RawInputs } from '../../src/run/inputs/surroundings.js'
import { errorsOf, TOKEN, workflow } from './surroundings.js'

const RULE: RawInputs = { 'older-than': '30d' }

type Wrong = readonly [name: InputName, value: string, expected: string, beside?: RawInputs]

const PLAN = JSON.stringify({
  schema: '',
  version: 1,
  mode: 'cleanup',
  dryRun: true,
  startedAt: '2026-01-31T02:00:00.000Z',
  complete: true,
  packages: []
})

const restore = { mode: 'restore' }
const apply = { mode: 'apply' }

const WRONG: readonly Wrong[] = [
  ['owner', 'acme/app', 'one organisation or user'],
  ['owner', 'a b', 'one organisation or user'],
  ['owner', '@acme', 'one organisation or user'],
  ['package-type', 'contaner', 'did you mean container?'],
  ['package-type', 'Container', 'did you mean container?'],
  ['package-type', 'npm, gradle', 'expected one of container, docker'],
  ['packages', '!legacy', 'must begin with'],
  ['packages', 'app{a', 'not closed'],
  ['packages', '"app"', 'without them'],
  ['api-url', 'ftp://github.com', 'an address such as'],
  ['api-url', 'github.com', 'an address such as'],
  ['api-url', 'https://me:secret@ghe.example', 'credentials'],
  ['api-url', 'https://ghe.example/?a=b', 'query'],
  ['api-url', 'https://ghe.example/#', 'query'],
  ['registry-url', 'ghcr.io', 'an address such as'],
  ['npm-registry-url', 'https://a b', 'an address such as'],
  ['delete-tags', 'pr-{a', 'not closed'],
  ['delete-tags', 'feat/x', '"/"'],
  ['delete-tags', '“v*”', 'without them'],
  ['delete-tags', "'v*'", 'without them'],
  ['delete-tags', '***', 'masked'],
  ['keep-tags', 'v*, ***', 'masked'],
  ['delete-untagged', 'yes', 'true or false'],
  ['delete-untagged', '1', 'true or false'],
  ['delete-untagged', 'tRuE', 'true or false'],
  ['older-than', '30', 'the unit is missing'],
  ['older-than', '-5d', "can't be negative"],
  ['older-than', '3M', 'ambiguous'],
  ['older-than', '1.5d', 'whole numbers'],
  ['older-than', '30 fortnights', 'is no unit'],
  ['older-than', '99999999999y', 'longer than 1000 years'],
  ['older-than', '30d\u200B', 'U+200B'],
  ['delete-prereleases', 'on', 'true or false'],
  ['delete-broken', 'ghosts', 'ghost, partial'],
  ['keep-tags', 'v\u0000', 'U+0000'],
  ['keep-newest', '-1', 'whole number from 0'],
  ['keep-newest', '1e1', 'whole number from 0'],
  ['keep-newest', '010', 'whole number from 0'],
  ['keep-newest', '+1', 'whole number from 0'],
  ['keep-newest', '0x10', 'whole number from 0'],
  ['keep-newest', '10.0', 'whole number from 0'],
  ['keep-newest', '1,000', 'whole number from 0'],
  ['keep-newest', '10000000000000000', 'whole number from 0'],
  ['keep-newest', '١٠', 'whole number from 0'],
  ['keep-newest', 'ten', 'whole number from 0'],
  ['keep-newest-untagged', '-3', 'whole number from 0'],
  ['keep-newer-than', '2 weeks ago', 'expected a duration'],
  ['policy-file', 'nowhere.yml', 'no such file', { 'older-than': '' }],
  ['policy', 'version: 2', 'policy:1:10', { 'older-than': '' }],
  ['mode', 'clean', 'did you mean cleanup?'],
  ['mode', 'Restore', 'did you mean restore?'],
  ['dry-run', 'True ish', 'true or false'],
  ['plan', 'nowhere.json', 'no such file', { ...apply, 'older-than': '' }],
  ['plan-max-age', '7', 'the unit is missing', { ...apply, 'older-than': '', plan: 'plan.json' }],
  ['report', 'nowhere.json', 'no such file', { ...restore, 'older-than': '' }],
  ['version-ids', '12, x', 'ids of versions', { ...restore, 'older-than': '' }],
  ['version-ids', '0', 'ids of versions', { ...restore, 'older-than': '' }],
  ['deleted-tags', 'a:b', '":"', { ...restore, 'older-than': '' }],
  ['deleted-within', 'P1D2', 'ISO 8601', { ...restore, 'older-than': '' }],
  ['untag', 'y', 'true or false'],
  ['untagged-grace', '1', 'the unit is missing'],
  ['age-by', 'update', 'did you mean updated?'],
  ['last-version', 'delete', 'expected one of keep, delete-package, fail'],
  ['max-deletions', '101%', 'share from 0% to 100%'],
  ['max-deletions', '-1', 'whole number such as 500'],
  ['max-deletions', '1e3', 'whole number such as 500'],
  ['share', '0/20', 'from 1 to the second'],
  ['share', '21/20', 'from 1 to the second'],
  ['share', '3', 'a share such as 3/20'],
  ['share', '3/20/2', 'a share such as 3/20'],
  ['time-limit', '90', 'the unit is missing'],
  ['reserve-requests', '-100', 'whole number from 0'],
  ['concurrency', '0', 'from 1 to 50'],
  ['concurrency', '51', 'from 1 to 50'],
  ['manifest-cache', 'no', 'true or false'],
  ['report-directory', 'out\u202Eput', 'U+202E'],
  ['fail-on', 'errors', 'did you mean error?']
]

describe('a wrong value is one error that names the input, the value and what was expected', () => {
  test.each(WRONG)('%s: %j: %s', (name, value, expected, beside = {}) => {
    const errors = errorsOf({ ...RULE, ...beside, [name]: value }, workflow({ 'plan.json': PLAN }))

    const mine = errors.filter((message) => message.startsWith(`${name}: `))
    expect(mine.join('\n')).toContain(expected)
    expect(errors).toEqual(mine)
  })

  test('there is a wrong value for every input that can have one', () => {
    const asked = new Set<string>([...WRONG.map(([name]) => name), 'token'])

    expect(INPUT_NAMES.filter((name) => !asked.has(name))).toEqual([])
    expect(Object.keys(INPUTS)).toHaveLength(38)
  })
})

describe('token', () => {
  test.each(['', '  ', undefined])('without one (%j) nothing is asked of GitHub', (token) => {
    expect(errorsOf({ ...RULE, token })).toEqual([expect.stringContaining('token: none is given')])
  })

  test('a token with a space in it is an error that does not show it', () => {
    const errors = errorsOf({ ...RULE, token: 'top secret' })

    expect(errors.join()).toMatch(/^token: /)
    expect(errors.join()).not.toContain('secret')
  })

  test.each<[string, RawInputs]>([
    ['as another value', { 'older-than': TOKEN }],
    ['inside an address', { ...RULE, 'api-url': `https://${TOKEN}@ghe.example` }],
    ['as a pattern', { 'delete-tags': `/${TOKEN}` }],
    ['in a policy', { policy: `version: ${TOKEN}` }]
  ])('its value is in no error: %s', (_name, raw) => {
    const errors = errorsOf(raw)

    expect(errors).not.toEqual([])
    expect(errors.join()).not.toContain(TOKEN)
  })

  test('another token that stands in the wrong place is not shown either', () => {
    expect(errorsOf({ 'older-than': `ghs_${'a'.repeat(36)}` }).join()).not.toContain('aaaa')
  })
})

test('all that is wrong is told at once', () => {
  const errors = errorsOf({ 'older-than': '30', 'dry-run': 'yes', concurrency: '99', owner: '/' })

  expect(errors.map((message) => message.split(':')[0])).toEqual(
    expect.arrayContaining(['older-than', 'dry-run', 'concurrency', 'owner'])
  )
  expect(errors).toHaveLength(4)
})

test.each([
  ['keep-newset', 'keep-newest'],
  ['keep_newest', 'keep-newest'],
  ['dryrun', 'dry-run']
])('a misspelt input, %s, is an error that names %s', (name, nearest) => {
  expect(errorsOf({ ...RULE, [name]: '5' })).toEqual([
    `${name}: there is no such input; did you mean ${nearest}?`
  ])
})
