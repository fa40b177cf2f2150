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

describe('stand-ins that were restored and deleted again', () => {
  const met = (name: string, count: number, ids: readonly number[] = []): PackageRecord => {
    const there = { reason: { code: 'already-there' as const } }
    const plans = ids.map((id) => planned(id, [`v${id}`], there))
    return packageRecord(ref(name), plans, { standIns: count })
  }
  const idle = (packages: readonly PackageRecord[]) => {
    const report = buildReport(run(packages, { mode: 'restore', dryRun: false }))
    return {
      head: headline(report),
      line: report.packages.map((one) => packageResultLine(one, false))
    }
  }

  test.each([
    [1, '1 stand-in was restored and deleted again'],
    [2, '2 stand-ins were restored and deleted again'],
    [1234, '1,234 stand-ins were restored and deleted again']
  ])('%i of them are said where nothing else was done', (count, said) => {
    const { head, line } = idle([met('app', count)])

    expect(head).toBe(`Package retention (restore): nothing to restore: ${said}`)
    expect(line).toEqual([expect.stringMatching(`: ${said}$`)])
  })

  test('are counted over all packages, beside what is there already', () => {
    const { head } = idle([met('app', 1, [1, 2]), met('web', 2)])

    expect(head).toMatch(/all 2 versions are there already; 3 stand-ins were restored and deleted/)
  })

  test('no other note counts as one', () => {
    const record = packageRecord(ref('app'), [], { notes: ['1 deleted version was a surprise'] })

    expect(idle([record]).head).toMatch(/: nothing to restore$/)
  })
})
