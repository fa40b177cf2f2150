import { afterEach, expect, test } from '@jest/globals'
import { ociImage } from '../../src/emulator/image-manifest.js'
import { BUILT_IN_SETTINGS } from '../../src/policy/settings.js'
import { annotations } from '../../src/report/annotations.js'
import { duration, packages, quick } from '../run/run-site.js'
import { closeStages, container, livingIn, openStage, pushed } from './stage.js'

afterEach(closeStages)

test('a limit while a reviewed plan is looked up: that package remains, the run is green', async () => {
  const stage = await openStage()
  const targets = ['app', 'other'].map((name) => container(stage, name))
  for (const target of targets) {
    pushed(stage, target, ociImage('old'), 90, 'pr-1')
    pushed(stage, target, ociImage('kept'), 90, 'v1')
  }
  const rules = quick({ deleteTags: ['pr-*'], olderThan: duration('30d') })
  const both = packages('app', 'other')
  const { report: plan } = await stage.run({ rules, packages: both, dryRun: true })
  const headers = { 'retry-after': '3600' }
  stage.emulator.addFault({
    path: /\/other\/versions\?/,
    trouble: { kind: 'answer', status: 429, headers }
  })
  const shared = { mode: 'apply' as const, plan, packages: both, settings: BUILT_IN_SETTINGS }

  const dry = await stage.run({ ...shared, planMaxAge: duration('7d'), dryRun: true })
  const result = await stage.run({ ...shared, planMaxAge: duration('7d') })

  expect([dry.failures, result.failures]).toEqual([[], []])
  const [app, other] = result.report.packages
  expect(other).toMatchObject({ error: null, frozen: expect.stringMatching(/^not looked at: /) })
  expect(other?.totals).toMatchObject({ selected: 1, remaining: 1, deleted: 0, failed: 0 })
  expect((app?.totals.deleted ?? 0) + (app?.totals.remaining ?? 0)).toBe(1)
  expect(livingIn(targets[1]!)).toHaveLength(2)
  expect(result.report.stopped).toMatch(/^not looked at: /)
  expect(annotations(result.report).every(({ level }) => level === 'warning')).toBe(true)
})
