import { describe, expect, test } from '@jest/globals'

import type { Outcome } from '../../src/plan/outcome.js'
import { buildReport } from '../../src/report/build-report.js'
import { headline } from '../../src/report/headline.js'
import { packageResultLine } from '../../src/report/log-lines.js'
import type { PackageRecord } from '../../src/report/run-record.js'
import { outcome, packageRecord, planned, ref, run } from './record.js'

function restored(packages: readonly PackageRecord[]) {
  const report = buildReport(run(packages, { mode: 'restore', dryRun: false, stopped: 'SIGTERM' }))
  const lines = report.packages.map((entry) => packageResultLine(entry, false))
  return { head: headline(report), lines }
}

const whole = (name: string, what: Outcome): PackageRecord =>
  packageRecord(ref(name), [], { packageOutcome: { outcome: what, error: null } })

describe('a package that a stop left before it was restored as a whole', () => {
  const LEFT = '1 package still to be restored as a whole'

  test('is told where nothing else was done', () => {
    const { head, lines } = restored([whole('app', 'remaining')])

    expect(head).toBe(`Package retention (restore): ${LEFT}`)
    expect(lines).toEqual([expect.stringMatching(/: still to be restored as a whole$/)])
  })

  test('is told beside another that is back', () => {
    const { head } = restored([whole('app', 'remaining'), whole('web', 'restored')])

    expect(head).toMatch(`: 1 package restored as a whole, no version by itself, ${LEFT}`)
  })

  test('is told beside versions that are back', () => {
    const plans = [planned(1, ['v1'], { decision: 'restore' })]
    const web = packageRecord(ref('web'), plans, { outcomes: [outcome(1, 'restored')] })

    const { head } = restored([whole('app', 'remaining'), web])
    expect(head).toMatch(`: 1 of 1 version restored, ${LEFT}`)
  })
})
