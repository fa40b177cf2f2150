import { afterEach, expect, test } from '@jest/globals'
import { addPackage, addVersion } from '../../src/emulator/builders.js'
import { ociImage } from '../../src/emulator/image-manifest.js'
import { duration, packages, quick } from '../run/run-site.js'
import { closeStages, container, DAY, NOW, openStage, pushed, type Stage } from './stage.js'

afterEach(closeStages)

const MINUTE = 60_000
const OLD = quick({ olderThan: duration('30d') })
const ENFORCED = { limits: { enforcesSecondary: true } }

function oldVersions(stage: Stage, count: number, name: string): void {
  const target = addPackage(stage.emulated, 'acme', name, { type: 'npm' })
  addVersion(stage.emulated, target, { name: '9.0.0', createdAt: NOW - DAY })
  for (let n = 0; n < count; n += 1) {
    addVersion(stage.emulated, target, { name: `1.0.${n}`, createdAt: NOW - 90 * DAY + n })
  }
}

const npm = (...names: string[]) => ({
  rules: OLD,
  packageTypes: ['npm' as const],
  packages: packages(...names)
})

test('2,000 deletions in several packages: no limit is breached, and it takes 1.05 times 180 a minute at most', async () => {
  const stage = await openStage(ENFORCED)
  oldVersions(stage, 900, 'a')
  oldVersions(stage, 700, 'b')
  oldVersions(stage, 400, 'c')

  const result = await stage.run({ ...npm('a', 'b', 'c'), concurrency: 50 })

  expect(result.failures).toEqual([])
  expect(result.report.totals).toMatchObject({ deleted: 2000, failed: 0, remaining: 0 })
  expect(stage.emulator.load.breaches).toBe(0)
  expect(stage.emulator.load.mostPoints).toBeLessThanOrEqual(900)
  expect(stage.emulator.load.mostAtOnce).toBeLessThanOrEqual(100)
  const minutes = (stage.clock.now() - NOW) / MINUTE
  expect(minutes).toBeLessThanOrEqual((1.05 * 2000) / 180)
})

test('below the limit nothing is waited for at all', async () => {
  const stage = await openStage(ENFORCED)
  oldVersions(stage, 178, 'a')

  const result = await stage.run(npm('a'))

  expect(result.report.totals.deleted).toBe(178)
  expect(stage.clock.now()).toBe(NOW)
  expect(stage.clock.sleeps).toEqual([])
})

test('told to slow down, it slows down, and recovers: everything is done all the same', async () => {
  const stage = await openStage(ENFORCED)
  oldVersions(stage, 400, 'a')
  stage.emulator.addFault({
    method: 'DELETE',
    skip: 50,
    times: 3,
    trouble: {
      kind: 'answer',
      status: 403,
      headers: { 'retry-after': '30' },
      body: { message: 'You have exceeded a secondary rate limit. Please wait a few minutes.' }
    }
  })

  const result = await stage.run(npm('a'))

  expect(result.failures).toEqual([])
  expect(result.report.totals).toMatchObject({ deleted: 400, failed: 0 })
  expect(stage.emulator.load.breaches).toBe(0)
  const at = stage.emulator.requests
    .filter(({ method, status }) => method === 'DELETE' && status === 204)
    .map((request) => request.at - NOW)
  // Nobody asks during the pause, and the minute after it has half of the pace.
  const pause = at.findIndex((time) => time > 0)
  expect(at[pause] ?? 0).toBeGreaterThanOrEqual(30_000)
  const minute = at.filter((time) => time >= 30_000 && time < 90_000).length
  expect(minute).toBeLessThanOrEqual(100)
  expect((stage.clock.now() - NOW) / MINUTE).toBeLessThanOrEqual(6)
})

test("the registry's own limit is waited for as it says, and nothing else", async () => {
  const stage = await openStage({ registry: { readsPerMinute: 600, burst: 5 } })
  const app = container(stage)
  for (let n = 0; n < 60; n += 1) pushed(stage, app, ociImage(`old ${n}`), 90, `pr-${n}`)
  pushed(stage, app, ociImage('kept'), 1, 'v1')

  const result = await stage.run({ rules: quick({ deleteTags: ['pr-*'] }) })

  expect(result.failures).toEqual([])
  expect(result.report.totals.deleted).toBe(60)
  expect(stage.emulator.registry.tooMany).toBeGreaterThan(0)
  expect(stage.clock.now() - NOW).toBeLessThan(MINUTE)
})

test('the DELETE that worked though its answer was lost counts as deleted, once', async () => {
  const stage = await openStage()
  oldVersions(stage, 5, 'a')
  stage.emulator.addFault({
    method: 'DELETE',
    times: 3,
    trouble: { kind: 'reset', when: 'after' }
  })

  const result = await stage.run(npm('a'))

  expect(result.report.totals).toMatchObject({ deleted: 5, gone: 0, failed: 0 })
})
