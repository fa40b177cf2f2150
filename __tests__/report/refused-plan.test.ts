import { expect, test } from '@jest/globals'
import { buildReport } from '../../src/report/build-report.js'
import { headline, summarySentence } from '../../src/report/headline.js'
import { htmlReport } from '../../src/report/html/html-report.js'
import { totalsLines } from '../../src/report/log-lines.js'
import type { Report } from '../../src/report/report.js'
import { stepSummary } from '../../src/report/step-summary.js'
import { goes, NOW, outcome, packageRecord, planned, ref, run } from './record.js'

const WHY = 'the plan is older than plan-max-age 7d'

function refused(dryRun: boolean, requests = 0): Report {
  const app = packageRecord(ref('app'), [planned(2, ['v1']), goes(1, 'old', 'a')], {
    outcomes: dryRun ? [] : [outcome(1, 'skipped', { error: WHY })]
  })
  const settings = { mode: 'apply', dryRun, error: WHY } as const
  return buildReport(run([app], { ...settings, requests: { api: requests, registry: 0 } }))
}

test.each([
  [false, 'Package retention (apply): the plan was refused, nothing was changed'],
  [true, 'Package retention (apply), dry run: the plan was refused']
])('a refused plan is no run that counted something (dry run: %s)', (dryRun, title) => {
  const report = refused(dryRun)

  expect(headline(report)).toBe(title)
  expect(summarySentence(report)).toBe(
    'The plan is about 2 versions in 1 package of acme. Nobody looked which of them are there.'
  )
})

test.each([false, true])(
  'nobody looked, so nothing is said to be there (dry run: %s)',
  (dryRun) => {
    const report = refused(dryRun)
    const summary = stepSummary(report, { now: NOW })
    const page = htmlReport(report, { now: NOW })

    expect(totalsLines(report)).toEqual([headline(report), summarySentence(report)])
    expect(summary).toContain(WHY)
    expect(page).toContain(WHY)
    for (const text of [summary, page.slice(page.indexOf('<body'), page.indexOf('<noscript'))]) {
      expect(text).toContain(summarySentence(report))
      expect(text).not.toMatch(
        /still there|would stay|to stay|<table|^\| (?:package|decision)|<svg|<dl/m
      )
    }
    expect(report.totals).toMatchObject({ versions: 2, kept: 1, selected: 1 })
  }
)

test('a run that asked, and failed then, counts what it found', () => {
  expect(headline(refused(false, 3))).toBe('Package retention (apply): 0 of 2 versions deleted')
  expect(summarySentence(refused(false, 3))).toContain('2 of 2 versions are still there')
})
