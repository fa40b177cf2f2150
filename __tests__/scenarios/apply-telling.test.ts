import { afterEach, expect, test } from '@jest/globals'
import { multiArch } from '../../src/emulator/image-index.js'
import { ociImage } from '../../src/emulator/image-manifest.js'
import {
  decisionLines,
  notDoneLines,
  packageHeaderLine,
  warningLines
} from '../../src/report/log-lines.js'
import { summarySentence } from '../../src/report/headline.js'
import { readReport } from '../../src/report/read-report.js'
import type { PackageReport, Report, VersionRow } from '../../src/report/report.js'
import { stepSummary } from '../../src/report/step-summary.js'
import { BUILT_IN_SETTINGS } from '../../src/policy/settings.js'
import { runMode } from '../../src/run/run-mode.js'
import type { RunConfig, Stage } from './stage.js'
import { duration, quick } from '../run/run-site.js'
import { closeStages, container, NOW, openStage, pushed } from './stage.js'

afterEach(closeStages)

/** A package with two images that go by the plan, and one that stays. */
async function planned(): Promise<{ readonly stage: Stage; readonly plan: Report }> {
  const stage = await openStage()
  const app = container(stage)
  pushed(stage, app, multiArch('old'), 90, 'pr-1')
  pushed(stage, app, multiArch('other'), 90, 'pr-2')
  pushed(stage, app, ociImage('kept'), 90, 'v1')
  const rules = quick({ deleteTags: ['pr-*'], olderThan: duration('30d') })
  const { report } = await stage.run({ rules, dryRun: true })
  const read = readReport(JSON.stringify(report), 'report.json')
  if (!read.ok) throw new Error(read.errors.join())
  return { stage, plan: read.report }
}

function edited(plan: Report, edit: (row: VersionRow) => VersionRow | null): Report {
  const rowsOf = (entry: PackageReport): PackageReport => ({
    ...entry,
    versions: entry.versions.flatMap((row) => edit(row) ?? [])
  })
  return { ...plan, packages: plan.packages.map(rowsOf) }
}

/** What a run says in the log before its first change and after its last one, and its report. */
async function told(stage: Stage, plan: Report, dryRun: boolean) {
  const config: RunConfig = {
    mode: 'apply',
    plan,
    planMaxAge: duration('7d'),
    settings: BUILT_IN_SETTINGS,
    dryRun
  }
  const { secret, world } = stage.worldFor({ login: 'mona' }, config)
  const [before, after]: [string[], string[]] = [[], []]
  const telling = {
    note() {},
    progress() {},
    planned: (entry: PackageReport, isDry: boolean) => {
      before.push(packageHeaderLine(entry, isDry), ...warningLines(entry), ...decisionLines(entry))
    },
    changed: (entry: PackageReport) => {
      after.push(...notDoneLines(entry))
    }
  }
  const { report } = await runMode(stage.configFor(secret, config), { ...world, telling })
  return { before, after, report }
}

test('a live apply of an edited plan says what its dry run says, and why rows are skipped', async () => {
  const { stage, plan } = await planned()
  const withoutFirst = edited(plan, (row) => (row.tags?.includes('pr-1') === true ? null : row))

  const dry = await told(stage, withoutFirst, true)
  const live = await told(stage, withoutFirst, false)

  expect(live.before[0]).toBe(
    'acme/app (container): 7 versions, 3 to be deleted, 2 to stay, 2 not carried out'
  )
  expect(live.before.slice(1)).toEqual(dry.before.slice(1))
  expect(live.before.join('\n')).toContain(
    '[not carried out: needed by pr-1, which the plan no longer deletes]'
  )
  expect(live.after).toHaveLength(1)
  expect(live.after[0]).toMatch(
    /^ {2}2 skipped: needed by pr-1, which the plan no longer deletes: sha256:\w{12}; sha256:\w{12}$/
  )
  expect(live.report.totals).toMatchObject({ selected: 5, deleted: 3, skipped: 2 })
  const summary = stepSummary(live.report, { now: NOW })
  expect(summary).toContain('needed by pr-1, which the plan no longer deletes (')
  expect(summary).toMatch(/\| skipped \| 2 \|/)
  expect(summary).toMatch(/\| delete \| 3 \|/)
})

test('what an earlier run deleted is told apart from what is needed now', async () => {
  const { stage, plan } = await planned()
  const withoutFirst = edited(plan, (row) => (row.tags?.includes('pr-1') === true ? null : row))
  await told(stage, withoutFirst, false)

  const live = await told(stage, withoutFirst, false)
  const dry = await told(stage, withoutFirst, true)

  expect(live.before[0]).toBe(
    'acme/app (container): 7 versions, 2 to stay, 2 not carried out, 3 gone already'
  )
  expect(dry.before[0]).toBe(
    'acme/app (container): 7 versions, 7 would be kept, 3 of them gone already'
  )
  for (const { before } of [live, dry]) {
    expect(before.filter((line) => line.includes('not carried out:'))).toEqual([
      expect.stringMatching(/^ {2}keep +2 .*: needed by pr-1, which the plan no longer deletes\]$/)
    ])
    expect(before.filter((line) => line.includes('deleted meanwhile'))).toEqual([
      expect.stringMatching(/^ {2}gone +3 .*: pr-2; /)
    ])
  }
  expect(live.report.totals).toMatchObject({ selected: 5, kept: 2, skipped: 2, gone: 3 })
  expect(summarySentence(dry.report)).toContain(
    ': 7 of 7 versions would be kept, 3 of them gone already.'
  )
  expect(dry.report.totals).toMatchObject({ selected: 0, kept: 7, gone: 0 })
})

test('a plan of a plan says once that it is by the plan', async () => {
  const { stage, plan } = await planned()
  const again = (await told(stage, plan, true)).report
  const read = readReport(JSON.stringify(again), 'report.json')
  if (!read.ok) throw new Error(read.errors.join())

  const { report } = await told(stage, read.report, false)

  const reasons = report.packages.flatMap(({ versions }) => versions.map(({ reason }) => reason))
  expect(reasons.join('\n')).toContain('by the plan: ')
  expect(reasons.join('\n')).not.toContain('by the plan: by the plan')
})

test('keeps that were turned into deletions are never shown as what goes', async () => {
  const { stage, plan } = await planned()
  const forged = edited(plan, (row) => ({ ...row, decision: 'delete' }))

  const { before, report } = await told(stage, forged, false)

  const lines = before.join('\n')
  expect(before[0]).toContain('6 to be deleted, 1 not carried out')
  expect(lines.match(/^ {2}delete/gm)).toHaveLength(1)
  expect(lines).toContain(
    "1 row is not in the plan's own list of changes, so it is not carried out: by hand changes " +
      'can only be taken out of a plan: v1 ('
  )
  expect(report.totals).toMatchObject({ selected: 7, deleted: 6, skipped: 1 })
})
