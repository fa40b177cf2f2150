import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'

import { OUTCOMES } from '../../src/plan/outcome.js'
import { buildReport } from '../../src/report/build-report.js'
import { golden } from './golden.js'
import { goes, NOW, outcome, packageRecord, planned, ref, run } from './record.js'
import { DRY_RUN, LIVE_RUN } from './runs.js'

describe('report.json as people see it', () => {
  test.each([
    ['report-dry-run.json', DRY_RUN],
    ['report-live.json', LIVE_RUN]
  ])('%s', (name, record) => {
    const text = `${JSON.stringify(buildReport(record), null, 2)}\n`

    expect(text).toBe(golden(name, text))
  })
})

describe('the fields of 2-action, in their order', () => {
  const report = buildReport(DRY_RUN)
  const inOrder = (value: object, fields: string[]) =>
    expect(Object.keys(value).filter((key) => fields.includes(key))).toEqual(fields)

  test('of the run', () => {
    const fields = 'schema version tool mode dryRun startedAt finishedAt complete policyDigest'
    inOrder(report, [...fields.split(' '), 'totals', 'requests', 'packages'])
  })

  test('of the totals', () => {
    const fields = 'packages versions selected deleted untagged restored kept gone retained'
    const more = 'blocked skipped failed remaining reclaimedBytes'
    inOrder(report.totals, `${fields} ${more}`.split(' '))
  })

  test('of a package', () => {
    const fields = 'owner ownerKind type name error frozen packageDecision totals versions'
    inOrder(report.packages[0]!, fields.split(' '))
  })

  test('of a version', () => {
    const fields = 'id name tags createdAt updatedAt kind root sizeBytes decision rule reason'
    inOrder(report.packages[0]!.versions[0]!, `${fields} untag outcome error`.split(' '))
  })
})

const one = (record: Parameters<typeof packageRecord>, overrides = {}) =>
  buildReport(run([packageRecord(...record)], overrides)).packages[0]!

describe('counts (ruling 73)', () => {
  test('every version is kept, selected or to restore; outcomes are counted beside', () => {
    const versions = [
      planned(5, ['a'], { decision: 'untag', untag: ['a'] }),
      planned(4, ['b']),
      planned(3, [], { decision: 'restore', reason: { code: 'named-by-id' } }),
      goes(2, 'old', 'c'),
      goes(1, 'old', 'd')
    ]
    const outcomes = [
      outcome(5, 'untagged', { untagged: ['a'] }),
      outcome(3, 'restored'),
      outcome(2, 'retained'),
      outcome(1, 'deleted')
    ]
    const { totals } = one([ref('app'), versions, { outcomes }], { dryRun: false })

    expect(totals).toMatchObject({ versions: 5, kept: 2, toUntag: 1, selected: 2, toRestore: 1 })
    expect(totals).toMatchObject({ untagged: 1, restored: 1, retained: 1, deleted: 1, failed: 0 })
  })

  test.each(OUTCOMES)('an outcome %s has a count of its own', (what) => {
    const record = packageRecord(ref('app'), [goes(1, 'old', 'a')], {
      outcomes: [outcome(1, what)]
    })
    const { totals } = buildReport(run([record, record], { dryRun: false }))

    expect(OUTCOMES.map((name) => totals[name])).toEqual(
      OUTCOMES.map((name) => (name === what ? 2 : 0))
    )
  })
})

describe('reclaimed bytes are a lower bound', () => {
  const versions = [goes(3, 'old', 'a'), goes(2, 'old', 'b'), planned(1, ['c'])]
  const reclaimed = (outcomes: ReturnType<typeof outcome>[], dryRun = false) =>
    one([ref('app'), versions, { outcomes }, { reclaimedBytes: 1800 }], { dryRun }).totals
      .reclaimedBytes

  test('of a dry run those of the plan', () => {
    expect(reclaimed([], true)).toBe(1800)
  })

  test('of a live run that did all of it the same', () => {
    expect(reclaimed([outcome(3, 'deleted'), outcome(2, 'deleted')])).toBe(1800)
  })

  test('of one that did a part, less all that the rest may hold', () => {
    expect(reclaimed([outcome(3, 'deleted'), outcome(2, 'failed')])).toBe(800)
  })

  test('of one that did nothing, nothing', () => {
    expect(reclaimed([outcome(3, 'failed'), outcome(2, 'blocked')])).toBe(0)
  })
})

describe('a package that goes as a whole (ruling 69)', () => {
  const versions = [goes(2, 'old', 'a'), goes(1, 'old', 'b')]
  const whole = { packageDecision: 'delete' as const }

  test('its versions share its outcome', () => {
    const packageOutcome = { outcome: 'deleted' as const, error: null }
    const entry = one([ref('app'), versions, { packageOutcome }, whole], { dryRun: false })

    expect(entry).toMatchObject({ packageDecision: 'delete', packageOutcome: 'deleted' })
    expect(entry.versions.map((row) => row.outcome)).toEqual(['deleted', 'deleted'])
    expect(entry.totals.deleted).toBe(2)
  })

  test('but for those with an outcome of their own', () => {
    const packageOutcome = { outcome: 'blocked' as const, error: 'too many downloads' }
    const outcomes = [outcome(1, 'deleted')]
    const entry = one([ref('app'), versions, { packageOutcome, outcomes }, whole], {
      dryRun: false
    })

    expect(entry.versions.map((row) => [row.outcome, row.error])).toEqual([
      ['blocked', 'too many downloads'],
      ['deleted', null]
    ])
  })
})

test('of several outcomes of a version the last counts, and its tags add up', () => {
  const outcomes = [
    outcome(1, 'failed', { error: 'HTTP 500', untagged: ['a'] }),
    outcome(1, 'untagged', { untagged: ['b'] })
  ]
  const [row] = one([ref('app'), [planned(1, ['a', 'b'])], { outcomes }]).versions

  expect(row).toMatchObject({ outcome: 'untagged', error: null, untagged: ['a', 'b'] })
})

test('what is unknown is null', () => {
  const version = { ...planned(1, []).version, tags: null, createdAt: null, updatedAt: null }
  const [row] = one([ref('app'), [planned(1, [], { version, sizeBytes: null })]]).versions

  expect(row).toMatchObject({ tags: null, createdAt: null, updatedAt: null, sizeBytes: null })
})

test('a time that no date can say is null', () => {
  const version = { ...planned(1, []).version, createdAt: 9e15, updatedAt: Number.NaN }
  const [row] = one([ref('app'), [planned(1, [], { version })]]).versions

  expect(row).toMatchObject({ createdAt: null, updatedAt: null })
})

test('a run that goes on has no end and is not complete', () => {
  expect(buildReport(run([], { finishedAt: null, complete: false }))).toMatchObject({
    startedAt: '2026-01-31T02:00:00.000Z',
    finishedAt: null,
    complete: false
  })
})

test('that a package is frozen is said once, in its own field', () => {
  const freeze = { code: 'missing-date' as const, id: 7, name: 'x' }
  const entry = one([
    ref('app'),
    [planned(1, ['a'])],
    { warnings: ['by hand'] },
    { frozen: freeze, warnings: [{ code: 'frozen', freeze }] }
  ])

  expect(entry.frozen).toBe('version 7 (x) has no date that can be read')
  expect(entry.warnings).toEqual(['by hand'])
})

test('packages and versions come in one order, whatever order they were found in', () => {
  const records = [
    packageRecord(ref('b'), [planned(1, []), planned(3, []), planned(2, [])]),
    packageRecord(ref('a', 'npm'), []),
    packageRecord(ref('a'), []),
    packageRecord(ref('a', 'container', 'zoo'), [])
  ]
  const expected = buildReport(run(records))

  expect(expected.packages.map(({ type, name, owner }) => `${type} ${name} ${owner}`)).toEqual([
    'container a acme',
    'container a zoo',
    'container b acme',
    'npm a acme'
  ])
  expect(expected.packages[2]!.versions.map(({ id }) => id)).toEqual([3, 2, 1])
  fc.assert(
    fc.property(fc.shuffledSubarray(records, { minLength: 4 }), (shuffled) => {
      expect(buildReport(run(shuffled))).toEqual(expected)
    })
  )
})

test('a report is plain JSON', () => {
  const report = buildReport({ ...LIVE_RUN, startedAt: NOW })

  expect(JSON.parse(JSON.stringify(report))).toEqual(report)
})
