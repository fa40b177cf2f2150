import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'

import { DAY_MS } from '../../src/model/time.js'
import { ageChart } from '../../src/report/age-chart.js'
import { buildReport } from '../../src/report/build-report.js'
import { isPlanToApply } from '../../src/report/planned-changes.js'
import { stepSummary } from '../../src/report/step-summary.js'
import { golden } from './golden.js'
import { goes, NOW, outcome, packageRecord, planned, ref, run } from './record.js'
import { DRY_RUN, LIVE_RUN } from './runs.js'

const MIB = 1024 * 1024
const undo = {
  command: 'package-retention restore --report report.json',
  needs: 'The artifact is there.',
  workflowStep: '- uses: package-retention/package-retention@v1\n  with:\n    mode: restore',
  until: NOW + 30 * DAY_MS
}

describe('the summary as people see it', () => {
  test.each([
    ['summary-dry-run.md', DRY_RUN],
    ['summary-live.md', LIVE_RUN]
  ])('%s', (name, record) => {
    const summary = stepSummary(buildReport(record), { now: NOW, undo })

    expect(summary).toBe(golden(name, summary))
  })
})

describe('how to undo a run', () => {
  test('says what that needs', () => {
    const summary = stepSummary(buildReport(LIVE_RUN), { now: NOW, undo })

    expect(summary).toContain('The artifact is there.\n\nOn a terminal:')
  })

  test.each([
    ['is not said of a dry run', DRY_RUN, false],
    ['is said of a run that changed something', LIVE_RUN, true],
    ['is not said of one that changed nothing', run([], { dryRun: false }), false]
  ])('%s', (_name, record, said) => {
    expect(stepSummary(buildReport(record), { now: NOW, undo }).includes('Undo this run')).toBe(
      said
    )
  })
})

test.each([
  [0, '30 more days'],
  [1000, '30 more days'],
  [29 * DAY_MS, '1 more day'],
  [31 * DAY_MS, '0 more days']
])('%i ms after the run there are %s to undo it', (passed, left) => {
  const summary = stepSummary(buildReport(LIVE_RUN), { now: NOW + passed, undo })

  expect(summary).toContain(`(possible for ${left})`)
})

test('a plan names its own report to carry it out, one without changes none', () => {
  const empty = stepSummary(buildReport(run([], { dryRun: true })), { now: NOW })

  expect(stepSummary(buildReport(DRY_RUN), { now: NOW })).toMatch(
    /give its `report-[\w.-]+Z-cleanup-dry-run\.json` as `plan`/
  )
  expect(empty).not.toContain('mode: apply')
})

test('a plan beyond max-deletions is not said to be one to carry out: that is sure to fail', () => {
  const report = buildReport({ ...DRY_RUN, fuse: 'too many' })

  expect(isPlanToApply(buildReport(DRY_RUN))).toBe(true)
  expect(isPlanToApply(report)).toBe(false)
  expect(stepSummary(report, { now: NOW })).not.toContain('mode: apply')
})

test('columns with nothing in them are left out, but for the basic ones', () => {
  const record = packageRecord(ref('app'), [goes(1, 'old', 'a')], {
    outcomes: [outcome(1, 'deleted')]
  })

  expect(stepSummary(buildReport(run([record], { dryRun: false })), { now: NOW })).toContain(
    '| package | versions | kept | selected | deleted | freed |\n'
  )
})

test('no name, tag, rule or error breaks out of its place', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc
      .array(
        fc.constantFrom('|', '\n', '</details>', '```', '<img src=x>', '[a](b)', '> [!NOTE]', '#'),
        { maxLength: 6 }
      )
      .map((parts) => parts.join(''))
  )

  fc.assert(
    fc.property(text, text, text, text, (name, rule, tag, error) => {
      const record = packageRecord(ref(name), [goes(1, rule, tag)], {
        outcomes: [outcome(1, 'failed', { error })],
        error,
        warnings: [error]
      })
      const summary = stepSummary(buildReport(run([record], { dryRun: false })), { now: NOW })
      const rows = summary.split('\n').filter((line) => line.startsWith('|'))
      const tags = summary.match(/<(?!!-- -->)[^>]*>/g) ?? []

      // Seven columns of the packages, five of the decisions, and the empty ends.
      expect(new Set(rows.map((row) => row.split('|').length))).toEqual(new Set([9, 7]))
      expect(new Set(tags)).toEqual(
        new Set(['<code>', '</code>', '<details>', '<summary>', '</summary>', '</details>'])
      )
      expect(summary.match(/```/g)).toHaveLength(2)
    })
  )
})

describe('it never takes more than it may', () => {
  const many = Array.from({ length: 1000 }, (_, n) =>
    packageRecord(
      ref(`services/${'long-name-'.repeat(8)}${n}`),
      Array.from({ length: 100 }, (_unused, id) =>
        goes(id + 1, `rule ${id} ${'😀'.repeat(40)}`, `pr-${id}`)
      ),
      {
        warnings: [`warning ${n}`],
        outcomes: [outcome(1, 'failed', { error: `fault ${n}`.repeat(500) })]
      }
    )
  )
  const report = buildReport(run(many, { dryRun: false }))

  test('100,000 versions in 1,000 packages stay under 1 MiB, and say what is left out', () => {
    const summary = stepSummary(report, { now: NOW, undo })

    expect(Buffer.byteLength(summary)).toBeLessThan(MIB)
    expect(summary).toMatch(/^## Package retention: 0 of 100,000 versions deleted, 1,000 failed\n/)
    expect(summary).toMatch(
      /The decisions of \d+ more packages are in report\.html and report\.csv\./
    )
  })

  test.each([0, 50, 300, 1000, 5000, 20_000, 100_000, 500_000])(
    '%d bytes are enough',
    (limitBytes) => {
      const some = buildReport(run(many.slice(0, 100), { dryRun: false }))
      const summary = stepSummary(some, { now: NOW, undo, limitBytes })

      expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(limitBytes)
      expect((summary.match(/<details>/g) ?? []).length).toBe(
        (summary.match(/<\/details>/g) ?? []).length
      )
      expect((summary.match(/```/g) ?? []).length % 2).toBe(0)
    }
  )

  test('what is cut last are the title, what stands out, and the way back', () => {
    const done = buildReport(
      run(
        many.map((record) => ({ ...record, outcomes: [outcome(1, 'deleted')] })),
        { dryRun: false }
      )
    )
    const summary = stepSummary(done, { now: NOW, undo, limitBytes: 4000 })

    expect(summary).toContain('1,000 of 100,000 versions deleted')
    expect(summary).toContain('1,000 warnings')
    expect(summary).toContain(undo.command)
    expect(summary).toMatch(/… and \d+ more packages|^(?!.*\| package)/s)
  })

  test('a package with a hundred thousand versions and as many reasons takes a few lines', () => {
    const versions = Array.from({ length: 100_000 }, (_, id) =>
      goes(id + 1, `rule ${id}`, `pr-${id}`)
    )
    const summary = stepSummary(buildReport(run([packageRecord(ref('app'), versions)])), {
      now: NOW
    })

    expect(Buffer.byteLength(summary)).toBeLessThan(20_000)
    expect(summary).toContain('99,975 more groups in report.html.')
  })
})

describe('versions by age', () => {
  const chart = (...versions: ReturnType<typeof planned>[]) =>
    ageChart(buildReport(run([packageRecord(ref('app'), versions)])), NOW)

  test('the longest bar is of forty blocks, and what is there at all is seen', () => {
    const old = Array.from({ length: 100 }, (_, n) => goes(1000 + n, 'old', 'x'))

    expect(chart(planned(3, ['a']), ...old)).toBe(
      [
        '                    █ would stay  ░ would be deleted',
        '       1 to 7 days  █ 1 would stay',
        '      7 to 30 days',
        '     30 to 90 days',
        '    90 to 180 days',
        '180 days to 1 year',
        '      1 to 2 years',
        `      over 2 years  ${'░'.repeat(40)} 100 would be deleted`
      ].join('\n')
    )
  })

  test('a version of the future has a line of its own', () => {
    const version = { ...planned(1, []).version, createdAt: NOW + 1 }

    expect(chart(planned(1, [], { version }))).toMatch(/in the future {2}█+ 1 would stay$/)
  })

  test.each(['restore', 'repair'] as const)(
    'mode: %s has none, for nothing is kept or deleted in it',
    (mode) => {
      const back = planned(3, ['a'], {
        decision: 'restore',
        reason: { code: 'deleted-by-run', startedAt: '2026-01-30T02:00:00.000Z' }
      })
      const record = packageRecord(ref('app'), [back, planned(4, ['b'])], {
        outcomes: [outcome(3, 'restored')]
      })
      const summary = stepSummary(buildReport(run([record], { mode, dryRun: false })), { now: NOW })

      expect(summary).toContain('1 of 1 version restored')
      expect(summary).not.toMatch(/Versions by age|█/)
    }
  )

  test('a version without a date is in none, and without any there is no chart', () => {
    const version = { ...planned(1, []).version, createdAt: null }

    expect(chart(planned(1, [], { version }))).toBeNull()
  })
})
