import { describe, expect, test } from '@jest/globals'

import { buildReport } from '../../src/report/build-report.js'
import { htmlReport } from '../../src/report/html/html-report.js'
import { packageResultLine, totalsLines } from '../../src/report/log-lines.js'
import { stepSummary } from '../../src/report/step-summary.js'
import { goes, NOW, outcome, packageRecord, planned, ref, run } from './record.js'

describe('bytes freed are an estimate, and say so wherever they are shown', () => {
  const going = [goes(1, 'old', 'pr-1'), planned(2, ['v1'])]
  const inPart = [{ ...goes(1, 'old', 'pr-1'), sizeBytes: null }, planned(2, ['v1'])]
  const unread = { ...planned(3, ['v0']), sizeBytes: null }

  test.each([
    ['a dry run', going, true, 2_500_000, '≈ 2.5 MB', 'about 2.5 MB would be freed'],
    ['a live run', going, false, 2_500_000, '≈ 2.5 MB', 'about 2.5 MB were freed'],
    [
      'some was not read',
      inPart,
      true,
      2_500_000,
      '≈ 2.5 MB or more',
      'about 2.5 MB or more would'
    ],
    ['some was not read, live', inPart, false, 2_500_000, '≈ 2.5 MB or more', 'or more were freed'],
    ['what stays was not read', [...going, unread], true, 99, '≈ 99 B', 'about 99 B would'],
    ['of what goes nothing was read', going, true, 0, 'not known', null],
    ['of what went nothing was read', going, false, 0, 'not known', null],
    ['nothing goes', [planned(2, ['v1'])], true, 0, '0', null]
  ])('%s', (_name, versions, dryRun, reclaimedBytes, cell, sentence) => {
    const outcomes = dryRun ? [] : [outcome(1, 'deleted')]
    const record = packageRecord(ref('app'), versions, { outcomes }, { reclaimedBytes })
    const report = buildReport(run([record], { dryRun }))
    const [entry] = report.packages
    const log = [packageResultLine(entry!, dryRun), ...totalsLines(report)].join('\n')
    const summary = stepSummary(report, { now: NOW })
    const page = htmlReport(report, { now: NOW })

    expect(log).toMatch(new RegExp(`${cell}$`, 'm'))
    expect(summary).toContain(` ${cell} |`)
    expect(page).toContain(`freed</dt><dd>${cell}</dd>`)
    for (const text of [log, summary, page]) {
      expect(text.includes(sentence ?? 'about ')).toBe(sentence !== null)
    }
  })
})
