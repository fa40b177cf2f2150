import { expect, test } from '@jest/globals'
import { buildReport } from '../../src/report/build-report.js'
import { decisionGroups } from '../../src/report/decision-groups.js'
import { stepSummary } from '../../src/report/step-summary.js'
import { goes, NOW, outcome, packageRecord, planned, ref, run } from './record.js'

/** How many versions stand in each group of a run that skipped one for each of the reasons. */
function countsOf(reasons: readonly string[]): readonly number[] {
  const versions = reasons.map((_, place) => goes(place + 1, 'old', `pr-${place}`))
  const outcomes = reasons.map((error, place) => outcome(place + 1, 'skipped', { error }))
  const record = packageRecord(ref('app'), versions, { outcomes })
  const rows = buildReport(run([record], { dryRun: false })).packages[0]?.versions ?? []
  return decisionGroups(rows).map(({ count }) => count)
}

test('what was not carried out is in a group for each reason', () => {
  expect(countsOf(['moved', 'needed by a', 'moved'])).toEqual([2, 1])
})

test('in a summary too what is gone already does not stay', () => {
  const gone = planned(1, ['pr-1'], { rule: 'old', reason: { code: 'already-gone' } })
  const record = packageRecord(ref('app'), [gone, planned(2, ['v1'])])
  const summary = stepSummary(buildReport(run([record], { mode: 'apply' })), { now: NOW })

  expect(summary).toContain('</code> 2 would be kept, 1 of them gone already</summary>')
  expect(summary).toContain('2 of 2 versions would be kept, 1 of them gone already')
  expect(summary).toMatch(/\n\| gone \| 1 \| old \| deleted meanwhile \|/)
  expect(summary).not.toContain('2 would stay')
  expect(summary).toContain('| 2 | 2 |')
})

test('very many reasons share a group, so that there is room for the others', () => {
  const reasons = Array.from({ length: 30 }, (_, place) => `needed by v${place}`)

  expect(countsOf(reasons)).toEqual([30])
})
