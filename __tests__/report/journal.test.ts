import { describe, expect, test } from '@jest/globals'

import { buildReport } from '../../src/report/build-report.js'
import { formatJournalLine, type JournalEntry } from '../../src/report/journal-entry.js'
import { applyJournal } from '../../src/report/journal.js'
import type { RunRecord } from '../../src/report/run-record.js'
import { goes, outcome, packageRecord, planned, ref, run } from './record.js'

const APP = { owner: 'acme', type: 'container', name: 'app' }
const begun = { dryRun: false, finishedAt: null, complete: false }

const record = packageRecord(
  ref('app'),
  [planned(3, ['pr-9', 'v1']), goes(2, 'old', 'a'), goes(1, 'old', 'b')],
  {},
  { reclaimedBytes: 2000 }
)
const report = buildReport(run([record], begun))

const did = (...entry: Parameters<typeof outcome>): JournalEntry => ({
  kind: 'version',
  package: APP,
  outcome: outcome(...entry)
})
const lines = (...entries: JournalEntry[]) => entries.map((one) => formatJournalLine(one)).join('')
const outcomesOf = (text: string, of = report) =>
  applyJournal(of, text).packages[0]!.versions.map((row) => row.outcome)

test('a line is one line of JSON, whatever is in it', () => {
  const line = formatJournalLine(did(1, 'failed', { error: 'a\nb' }))

  expect(line).toMatch(/^[^\n]+\n$/)
})

test('a killed run is completed to what it would have reported', () => {
  const outcomes = [
    outcome(2, 'deleted'),
    outcome(1, 'failed', { error: 'HTTP 500' }),
    outcome(3, 'untagged', { untagged: ['pr-9'] })
  ]
  const text = lines(
    ...outcomes.map((one) => ({ kind: 'version', package: APP, outcome: one }) as const)
  )
  const whole: RunRecord = run([{ ...record, outcomes }], begun)

  expect(applyJournal(report, text)).toEqual(buildReport(whole))
})

test('a package deleted as a whole takes its versions with it (ruling 69)', () => {
  const all = packageRecord(
    ref('app'),
    [goes(2, 'old', 'a'), goes(1, 'old', 'b')],
    {},
    {
      packageDecision: 'delete'
    }
  )
  const text = lines({
    kind: 'package',
    package: APP,
    outcome: { outcome: 'deleted', error: null }
  })
  const done = applyJournal(buildReport(run([all], begun)), text)

  expect(done.totals.deleted).toBe(2)
  expect(done.packages[0]).toMatchObject({ packageOutcome: 'deleted' })
})

test('applying it twice changes nothing', () => {
  const text = lines(did(2, 'deleted'), did(3, 'untagged', { untagged: ['pr-9'] }))
  const once = applyJournal(report, text)

  expect(applyJournal(once, text)).toEqual(once)
})

test('a journal without lines changes nothing', () => {
  expect(applyJournal(report, '')).toEqual(report)
})

describe('lines that can not be used are passed over', () => {
  const good = lines(did(2, 'deleted'))

  test('a last line at whatever byte it was torn', () => {
    const torn = lines(did(1, 'deleted')).trimEnd()
    for (let length = 0; length < torn.length; length++) {
      expect(outcomesOf(good + torn.slice(0, length))).toEqual([null, 'deleted', null])
    }
  })

  test.each([
    ['no JSON', 'oops\n'],
    ['no object', '17\n'],
    ['a kind that is not known', '{"kind":"weather","outcome":{}}\n'],
    ['no kind', '{}\n'],
    ['an outcome that is not known', good.replace('"deleted"', '"melted"').replace(':2,', ':1,')],
    ['an id in quotes', good.replace('"id":2', '"id":"1"')],
    [
      'another package',
      lines({ kind: 'version', package: { ...APP, name: 'b' }, outcome: outcome(1, 'deleted') })
    ],
    ['a version that the report does not have', lines(did(99, 'deleted'))],
    ['a carriage return', '\r\n']
  ])('%s', (_name, line) => {
    expect(outcomesOf(line + good)).toEqual([null, 'deleted', null])
  })

  test('lines of another run that wrote to the same file', () => {
    const text = lines(
      { kind: 'run', startedAt: '2026-01-30T02:00:00.000Z' },
      did(1, 'deleted'),
      { kind: 'run', startedAt: report.startedAt },
      did(2, 'deleted')
    )

    expect(outcomesOf(text)).toEqual([null, 'deleted', null])
  })
})

test('letter case of the owner does not matter', () => {
  const text = lines({
    kind: 'version',
    package: { ...APP, owner: 'ACME' },
    outcome: outcome(1, 'deleted')
  })

  expect(outcomesOf(text)).toEqual([null, null, 'deleted'])
})
