import { afterEach, expect, test } from '@jest/globals'
import { ociImage } from '../../src/emulator/image-manifest.js'
import { moveTag } from '../../src/emulator/publishing.js'
import { BUILT_IN_SETTINGS } from '../../src/policy/settings.js'
import type { Report, VersionRow } from '../../src/report/report.js'
import { duration, quick } from '../run/run-site.js'
import { closeStages, container, onlyPackage, openStage, pushed } from './stage.js'

afterEach(closeStages)

const turned = (report: Report, edit: (row: VersionRow) => VersionRow | null): Report => ({
  ...report,
  packages: report.packages.map((entry) => ({
    ...entry,
    versions: entry.versions.flatMap((row) => edit(row) ?? [])
  }))
})

const isSecond = ({ tags }: VersionRow) => tags?.includes('pr-2') === true

test.each<[string, (report: Report) => Report, boolean, boolean]>([
  ['nothing is changed', (report) => report, false, true],
  [
    'its row is taken out',
    (report) => turned(report, (row) => (isSecond(row) ? null : row)),
    false,
    false
  ],
  [
    'its row is turned into a keep',
    (report) => turned(report, (row) => (isSecond(row) ? { ...row, decision: 'keep' } : row)),
    false,
    false
  ],
  ['its tag is on something else by now', (report) => report, true, false]
])('apply says what is freed of two images where, of one, %s', async (_name, edit, moves, both) => {
  const stage = await openStage()
  const app = container(stage)
  pushed(stage, app, ociImage('first'), 90, 'pr-1')
  pushed(stage, app, ociImage('second'), 90, 'pr-2')
  const kept = pushed(stage, app, ociImage('kept'), 90, 'v1')
  const freedBy = async (pattern: string) => {
    const rules = quick({ deleteTags: [pattern], olderThan: duration('30d') })
    return (await stage.run({ rules, dryRun: true })).report
  }
  const [plan, alone] = [await freedBy('pr-*'), await freedBy('pr-1')]
  const expected = (both ? plan : alone).totals.reclaimedBytes
  expect(plan.totals.reclaimedBytes).toBeGreaterThan(alone.totals.reclaimedBytes)
  expect(alone.totals.reclaimedBytes).toBeGreaterThan(0)
  if (moves) moveTag(app, 'pr-2', kept)
  const config = {
    mode: 'apply' as const,
    plan: edit(plan),
    planMaxAge: duration('7d'),
    settings: BUILT_IN_SETTINGS
  }

  const dry = await stage.run({ ...config, dryRun: true })
  const result = await stage.run(config)

  expect(onlyPackage(dry).totals.reclaimedBytes).toBe(expected)
  expect(onlyPackage(result).totals).toMatchObject({
    deleted: both ? 2 : 1,
    reclaimedBytes: expected
  })
})
