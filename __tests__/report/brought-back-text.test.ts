import { describe, expect, test } from '@jest/globals'

import type { Outcome } from '../../src/plan/outcome.js'
import { buildReport } from '../../src/report/build-report.js'
import { headline, summarySentence } from '../../src/report/headline.js'
import { readReport } from '../../src/report/read-report.js'
import type { PackageRecord } from '../../src/report/run-record.js'
import { outcome, packageRecord, planned, ref, run } from './record.js'

const whole = (name: string, what: Outcome = 'restored'): PackageRecord =>
  packageRecord(ref(name), [], { packageOutcome: { outcome: what, error: null } })

const broken = (name: string): PackageRecord => ({
  ...packageRecord(ref(name), []),
  error: 'the package is not there and could not be restored: Package not found.'
})

const missing = (name: string): PackageRecord => ({
  ...packageRecord(ref(name), []),
  isMissing: true
})

const versions = (name: string, what: Outcome | null = null): PackageRecord =>
  packageRecord(ref(name), [planned(1, ['v1'], { decision: 'restore' })], {
    outcomes: what === null ? [] : [outcome(1, what)]
  })

function told(packages: readonly PackageRecord[], dryRun: boolean) {
  const report = buildReport(run(packages, { mode: 'restore', dryRun }))
  return { head: headline(report), summary: summarySentence(report), report }
}

describe('a dry run of a restore', () => {
  test.each([
    [
      'one package that is not there',
      [missing('app')],
      '1 package is not there and would be restored as a whole',
      '1 package as a whole to bring back'
    ],
    [
      'two of them',
      [missing('app'), missing('web')],
      '2 packages are not there and would be restored as a whole',
      '2 packages as a whole to bring back'
    ],
    [
      'one beside versions of another',
      [missing('app'), versions('web')],
      '1 version would be restored; 1 package is not there and would be restored as a whole',
      '1 version and 1 package as a whole to bring back'
    ]
  ])('says of %s that it comes back', (_what, packages, head, summary) => {
    const said = told(packages, true)

    expect(said.head).toBe(`Package retention (restore), dry run: ${head}`)
    expect(said.summary).toContain(`: ${summary}. Nothing was changed. `)
  })

  test('is read again as it was written', () => {
    const { report } = told([missing('app'), versions('web')], true)
    expect(report.packages.map(({ isMissing }) => isMissing)).toEqual([true, undefined])
    expect(readReport(JSON.stringify(report), 'report.json')).toEqual({ ok: true, report })
  })
})

describe('a restore of whole packages', () => {
  test.each([
    ['the failure of another', [broken('web')], ', 1 package failed'],
    ['failures of two others', [broken('web'), broken('api')], ', 2 packages failed'],
    [
      'one that is left to restore',
      [whole('web', 'remaining')],
      ', 1 package still to be restored as a whole'
    ]
  ])('does not hide %s', (_what, others, added) => {
    const { head, summary } = told([whole('app'), ...others], false)

    expect(head).toBe(
      `Package retention (restore): 1 package restored as a whole, no version by itself${added}`
    )
    expect(summary).toContain(': 1 package was brought back as a whole. ')
  })

  test('does not tell twice what failed in a package that is back', () => {
    const { head } = told([{ ...whole('app'), error: 'the lists could not be read' }], false)

    expect(head).toMatch(/no version by itself$/)
  })

  test('is not counted as none of none where nothing was to be restored', () => {
    const { head, summary } = told([packageRecord(ref('app'), []), broken('web')], false)

    expect(head).toBe('Package retention (restore): no version restored, 1 package failed')
    expect(summary).toContain('2 packages of acme: no version was brought back. ')
  })

  test('counts packages that failed beside versions too', () => {
    expect(told([versions('app', 'restored'), broken('web')], false).head).toMatch(
      /: 1 of 1 version restored, 1 package failed$/
    )
  })
})
