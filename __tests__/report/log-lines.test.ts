import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'

import { buildReport } from '../../src/report/build-report.js'
import {
  decisionLines,
  packageHeaderLine,
  packageResultLine,
  totalsLines,
  warningLines
} from '../../src/report/log-lines.js'
import { htmlReport } from '../../src/report/html/html-report.js'
import { progressLine } from '../../src/report/progress-line.js'
import type { RunRecord } from '../../src/report/run-record.js'
import { stepSummary } from '../../src/report/step-summary.js'
import type { VersionOutcome } from '../../src/plan/outcome.js'
import { golden } from './golden.js'
import { goes, NOW, outcome, packageRecord, planned, ref, run } from './record.js'
import { DRY_RUN, LIVE_RUN } from './runs.js'

function log(record: RunRecord): string[] {
  const report = buildReport(record)
  return [
    ...report.packages.flatMap((entry) => [
      packageHeaderLine(entry, report.dryRun),
      ...warningLines(entry),
      ...decisionLines(entry),
      packageResultLine(entry, report.dryRun)
    ]),
    ...totalsLines(report)
  ]
}

const APP = packageRecord(ref('app'), [goes(1, 'old', 'a'), goes(2, 'old', 'b'), planned(3, ['c'])])

test.each<[string, Partial<RunRecord>, readonly VersionOutcome[], string]>([
  ['a dry run', { dryRun: true }, [], '1 of 3 versions would stay'],
  ['a run that the fuse stopped', { fuse: 'too many' }, [], '3 of 3 versions are still there'],
  [
    'a run that a limit stopped',
    { stopped: 'time-limit' },
    [outcome(1, 'deleted'), outcome(2, 'remaining')],
    '2 of 3 versions are still there'
  ],
  [
    'a run that somebody was faster than',
    {},
    [outcome(1, 'deleted'), outcome(2, 'gone')],
    '1 of 3 versions is still there'
  ]
])('%s says what is still there, not what was to be kept', (_name, differing, outcomes, said) => {
  const record = { ...run([{ ...APP, outcomes }], { dryRun: false }), ...differing }

  expect(totalsLines(buildReport(record)).at(-1)).toContain(`1 package of acme: ${said}`)
})

test('a run that could not begin has no numbers', () => {
  const report = buildReport(run([], { dryRun: false, error: 'no such owner' }))
  const summary = stepSummary(report, { now: NOW })
  const html = htmlReport(report, { now: NOW })

  expect(totalsLines(report)).toEqual(['Package retention: the run could not begin'])
  expect(summary).toContain('no such owner')
  expect(summary).not.toMatch(/\| package|0 packages/)
  expect(html).not.toMatch(/0 packages|<h2 id="packages">/)
})

describe('a restore that finds nothing to do', () => {
  const there = (id: number) => planned(id, [`v${id}`], { reason: { code: 'already-there' } })
  const told = (versions: readonly number[] | null, dryRun: boolean) => {
    const rows = versions?.map((id) => there(id))
    const packages = rows === undefined ? [] : [packageRecord(ref('app'), rows)]
    const lines = totalsLines(buildReport(run(packages, { mode: 'restore', dryRun })))
    return lines.slice(-2)
  }

  test.each<[string, readonly number[] | null, boolean, string]>([
    ['all of them', [1, 2], false, ': nothing to restore: all 2 versions are there already'],
    ['the only one', [1], true, ', dry run: nothing to restore: the one version is there already'],
    ['none that fits', [], false, ': nothing to restore'],
    ['no package', null, false, ': nothing to restore']
  ])('says so in place of zeros: %s', (_name, versions, dryRun, said) => {
    const [first, second] = told(versions, dryRun)

    expect(first).toBe(`Package retention (restore)${said}`)
    expect(second).not.toMatch(/\b0 (?:packages|versions|of)/)
  })
})

test('why a package is frozen is told once beside its decisions', () => {
  const freeze = { code: 'missing-date', id: 7, name: '1.0.0' } as const
  const frozen = planned(1, ['a'], { reason: { code: 'frozen', freeze } })
  const record = packageRecord(ref('app'), [frozen], {}, { frozen: freeze })
  const [entry] = buildReport(run([record])).packages
  const text = entry === undefined ? '' : decisionLines(entry).join('\n')

  expect(text.match(/no date that can be read/g)).toHaveLength(1)
  expect(text).toContain('the package is frozen: a')
})

describe('the log as people see it', () => {
  test.each([
    ['log-dry-run.txt', DRY_RUN],
    ['log-live.txt', LIVE_RUN]
  ])('%s', (name, record) => {
    const text = `${log(record).join('\n')}\n`

    expect(text).toBe(golden(name, text))
  })
})

test('no name, tag or rule of a package makes a line that the runner would obey', () => {
  const evil = fc.stringMatching(/^[:#[\]a-z \n\r=]{1,30}$/)

  fc.assert(
    fc.property(evil, evil, evil, (name, tag, rule) => {
      const lines = log(
        run([packageRecord(ref(name), [goes(1, rule, tag)], { warnings: [tag], error: rule })])
      )
      for (const line of lines) {
        expect(line).not.toMatch(/[\n\r]|::|##\[/)
      }
    })
  )
})

test('a package with a hundred thousand versions takes a few lines', () => {
  const versions = Array.from({ length: 100_000 }, (_, id) => goes(id + 1, 'old', `pr-${id}`))
  const [entry] = buildReport(run([packageRecord(ref('app'), versions)])).packages

  expect(decisionLines(entry!)).toEqual([
    '  delete  100,000  old: a delete rule selects it: pr-99999; pr-99998; pr-99997 and 99,997 more [pr-99999 matches pr-*]'
  ])
})

test('more rules than a person reads are counted', () => {
  const versions = Array.from({ length: 30 }, (_, id) => goes(id + 1, `rule ${id}`, 'pr-1'))
  const [entry] = buildReport(run([packageRecord(ref('app'), versions)])).packages

  expect(decisionLines(entry!)).toHaveLength(26)
  expect(decisionLines(entry!).at(-1)).toBe('  … and 5 more groups, all in report.csv')
})

test.each([
  [
    'at the start nothing is known of the pace',
    { done: 0, total: 1200, failed: 0, perMinute: null, etaMs: null, waiting: null },
    '0 of 1,200 changes (0%)'
  ],
  [
    'on the way pace, rest and failures are said',
    { done: 361, total: 1200, failed: 2, perMinute: 179.6, etaMs: 280_000, waiting: null },
    '361 of 1,200 changes (30%), 2 failed, 180 a minute, about 4 minutes left'
  ],
  [
    'a wait says why',
    { done: 5, total: 10, failed: 0, perMinute: null, etaMs: null, waiting: 'waiting 60 seconds' },
    '5 of 10 changes (50%), waiting 60 seconds'
  ],
  [
    'nothing to do is all done',
    { done: 0, total: 0, failed: 0, perMinute: null, etaMs: 0, waiting: null },
    '0 of 0 changes (100%)'
  ]
])('%s', (_name, progress, line) => {
  expect(progressLine(progress)).toBe(line)
})
