import { describe, expect, test } from '@jest/globals'

import { buildReport } from '../../src/report/build-report.js'
import { htmlReport } from '../../src/report/html/html-report.js'
import { packageResultLine, totalsLines } from '../../src/report/log-lines.js'
import { stepSummary } from '../../src/report/step-summary.js'
import { goes, NOW, outcome, packageRecord, planned, ref, run } from './record.js'

describe('bytes freed are a lower bound wherever they are shown', () => {
  /** Parts of a multi-arch image are not read: their bytes are not known. */
  const unread = [goes(1, 'old', 'pr-1'), planned(2, ['v1'])]

  test.each([
    ['a dry run in which something goes', unread, true, '≥ 0 B', 'at least 0 B would be freed'],
    ['a live run in which something went', unread, false, '≥ 0 B', 'at least 0 B were freed'],
    ['one in which nothing goes', [planned(2, ['v1'])], true, '0', null]
  ])('%s', (_name, versions, dryRun, cell, sentence) => {
    const record = packageRecord(ref('app'), versions, {
      outcomes: dryRun ? [] : [outcome(1, 'deleted')]
    })
    const report = buildReport(run([record], { dryRun }))
    const [entry] = report.packages
    const log = [packageResultLine(entry!, dryRun), ...totalsLines(report)].join('\n')
    const summary = stepSummary(report, { now: NOW })
    const page = htmlReport(report, { now: NOW })

    expect(report.totals.reclaimedBytes).toBe(0)
    expect(log).toMatch(new RegExp(`${cell}$`, 'm'))
    expect(summary).toContain(` ${cell} |`)
    expect(page).toContain(`freed</dt><dd>${cell}</dd>`)
    for (const text of [log, summary, page]) {
      expect(text.includes(sentence ?? 'at least')).toBe(sentence !== null)
    }
  })
})
