import { expect, test } from '@jest/globals'
import { buildReport } from '../../src/report/build-report.js'
import { headline, summarySentence } from '../../src/report/headline.js'
import { htmlReport } from '../../src/report/html/html-report.js'
import { totalsLines } from '../../src/report/log-lines.js'
import { stepSummary } from '../../src/report/step-summary.js'
import { goes, NOW, outcome, packageRecord, ref, run } from './record.js'

const WHY = 'no entry of the policy matches it'
const aside = (name: string) => packageRecord(ref(name), [], { leftAlone: WHY })
const APP = packageRecord(ref('app'), [goes(1, 'old', 'a')], { outcomes: [outcome(1, 'deleted')] })

const SOME = buildReport(run([APP, aside('shop'), aside('charts/shop')], { dryRun: false }))
const ALL = buildReport(run([aside('shop'), aside('charts/shop')], { dryRun: false }))
const NAMED = 'acme/charts/shop (container) and acme/shop (container)'

test.each([
  ['some', SOME],
  ['all', ALL]
])('a run that leaves %s packages alone says so in log, summary and page', (_what, report) => {
  expect(totalsLines(report)).toContain(`left alone (${WHY}): ${NAMED}`)
  expect(stepSummary(report, { now: NOW })).toContain('2 packages left alone')
  expect(htmlReport(report, { now: NOW })).toContain('2 packages left alone')
})

test('a package that nobody looked into has no numbers in a table', () => {
  expect(totalsLines(SOME)).toContainEqual(
    expect.stringMatching(/^acme\/shop \(container\)(?: +–)+$/)
  )
  expect(stepSummary(SOME, { now: NOW })).toMatch(/acme\/shop<\/code> container .*\|(?: – \|)+\n/)
  expect(htmlReport(SOME, { now: NOW })).toMatch(/acme\/shop<.*(?:<td class="number">–<\/td>)+/)
  expect(SOME.totals).toMatchObject({ packages: 3, versions: 1, deleted: 1 })
})

test('versions are counted of the packages that were looked into', () => {
  expect(summarySentence(SOME)).toContain(
    '3 packages of acme, 2 of them left alone: 0 of 1 version are still there'
  )
})

test('where all are left alone nothing is counted at all', () => {
  expect(headline(ALL)).toBe('Package retention: all packages were left alone')
  expect(summarySentence(ALL)).toMatch(/^2 packages of acme: left alone\. It took /)
})

test('nor where none could be processed', () => {
  const record = packageRecord(ref('app'), [], { error: 'there is no such package' })
  const report = buildReport(run([record, aside('shop')], { dryRun: true }))

  expect(headline(report)).toBe('Package retention, dry run: no package was processed')
  expect(summarySentence(report)).not.toContain('0 versions')
})
