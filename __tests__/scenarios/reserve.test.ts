import { afterEach, expect, test } from '@jest/globals'
import { addPackage, addVersion } from '../../src/emulator/builders.js'
import { ociImage } from '../../src/emulator/image-manifest.js'
import { duration, quick } from '../run/run-site.js'
import {
  closeStages,
  container,
  DAY,
  NOW,
  onlyPackage,
  openStage,
  pushed,
  type Stage
} from './stage.js'

afterEach(closeStages)

const OLD = quick({ olderThan: duration('30d') })

/** So many requests of the token's hour that the run leaves. */
function left(stage: Stage, hourly: number): number {
  return hourly - stage.taken().filter((line) => !/\/v2\/|\/token|\/rate_limit/.test(line)).length
}

function npmVersions(stage: Stage, count: number): void {
  const target = addPackage(stage.emulated, 'acme', 'app', { type: 'npm' })
  addVersion(stage.emulated, target, { name: '9.0.0', createdAt: NOW - DAY })
  for (let n = 1; n < count; n += 1) {
    addVersion(stage.emulated, target, { name: `1.0.${n}`, createdAt: NOW - 90 * DAY + n })
  }
}

const hour = (hourly: number) => ({ limits: { hourly, enforcesPrimary: true } })

test('a list that would go below it is not read again: nothing is deleted, all remains', async () => {
  const stage = await openStage(hour(130))
  npmVersions(stage, 1500)
  // The list was read too long ago to be the one right before the first change.
  stage.emulator.onRequest(() => stage.clock.pass(1000))

  const result = await stage.run({ rules: OLD, packageTypes: ['npm'], reserveRequests: 100 })

  expect(onlyPackage(result).totals).toMatchObject({ deleted: 0, failed: 0, remaining: 1499 })
  expect(left(stage, 130)).toBeGreaterThanOrEqual(100)
  expect(result.report.stopped).toMatch(/reserve-requests/)
  expect(result.failures).toEqual([])
})

test('a list that grew a minute old on the way is not read again below it', async () => {
  const stage = await openStage(hour(150))
  npmVersions(stage, 1500)
  stage.emulator.onRequest(({ method }) => {
    if (method === 'DELETE') stage.clock.pass(10_000)
  })

  const result = await stage.run({
    rules: OLD,
    packageTypes: ['npm'],
    reserveRequests: 100,
    concurrency: 1
  })

  expect(onlyPackage(result).totals.deleted).toBeGreaterThan(0)
  expect(left(stage, 150)).toBeGreaterThanOrEqual(100)
  expect(result.failures).toEqual([])
})

test('the list that closes the work is counted before: it does not go below it either', async () => {
  const stage = await openStage(hour(80))
  const app = container(stage)
  for (let n = 1; n <= 450; n += 1) pushed(stage, app, ociImage(`old ${n}`), 90, `pr-${n}`)
  pushed(stage, app, ociImage('kept'), 1, 'v1')

  const result = await stage.run({ rules: OLD, reserveRequests: 40 })

  const lines = stage.taken().filter((line) => !/\/v2\/|\/token|\/rate_limit/.test(line))
  expect(onlyPackage(result).totals.deleted).toBeGreaterThan(0)
  expect(80 - lines.length).toBeGreaterThanOrEqual(40)
  expect(lines.at(-1)).toMatch(/^GET .*\/versions\?/)
})

test('versions that are not listed any more are not asked about below it', async () => {
  const stage = await openStage(hour(60))
  const app = container(stage)
  for (let n = 1; n <= 80; n += 1) pushed(stage, app, ociImage(`old ${n}`), 90, `pr-${n}`)
  pushed(stage, app, ociImage('kept'), 1, 'v1')
  let lists = 0
  stage.emulator.onRequest(({ line }) => {
    if (!line.includes('/versions?') || (lists += 1) !== 2) return
    for (const one of app.versions.slice(0, 70)) one.deletedAt = stage.clock.now()
  })

  const result = await stage.run({ rules: OLD, reserveRequests: 30 })

  expect(onlyPackage(result).totals).toMatchObject({ deleted: 0, failed: 0, remaining: 80 })
  expect(left(stage, 60)).toBeGreaterThanOrEqual(30)
  expect(result.report.stopped).toMatch(/reserve-requests/)
})
