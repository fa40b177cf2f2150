import { afterEach, expect, test } from '@jest/globals'
import { multiArch } from '../../src/emulator/image-index.js'
import { ociImage } from '../../src/emulator/image-manifest.js'
import { duration, quick } from '../run/run-site.js'
import {
  closeStages,
  container,
  livingIn,
  onlyPackage,
  openStage,
  outcomesOf,
  pushed,
  type Stage
} from './stage.js'

afterEach(closeStages)

const CLOSED = quick({ deleteTags: ['pr-*'], olderThan: duration('30d') })
const FOUR_SECONDS = { rules: CLOSED, timeLimit: duration('4s') }

/** So many old images of one version each, and one that stays. */
function oldImages(stage: Stage, count: number) {
  const app = container(stage)
  for (let n = 1; n <= count; n += 1) pushed(stage, app, ociImage(`old ${n}`), 90 + n, `pr-${n}`)
  pushed(stage, app, ociImage('kept'), 90, 'v1')
  return app
}

const deletions = (stage: Stage) => stage.taken().filter((line) => line.startsWith('DELETE'))

test('a wait that GitHub asks for and that goes beyond it is not begun: all remains', async () => {
  const stage = await openStage()
  const app = oldImages(stage, 12)
  const headers = { 'retry-after': '20' }
  stage.emulator.addFault({ method: 'DELETE', trouble: { kind: 'answer', status: 429, headers } })
  const began = stage.clock.now()

  const result = await stage.run(FOUR_SECONDS)

  expect(stage.clock.now() - began).toBeLessThanOrEqual(4500)
  expect(onlyPackage(result).totals).toMatchObject({ remaining: 12, failed: 0, deleted: 0 })
  expect(livingIn(app)).toHaveLength(13)
  expect(result.failures).toEqual([])
  expect(result.report.stopped).toMatch(/429.*It can be tried again at/)
})

test('one that ends before it is waited for', async () => {
  const stage = await openStage()
  oldImages(stage, 3)
  const headers = { 'retry-after': '2' }
  stage.emulator.addFault({
    method: 'DELETE',
    times: 3,
    trouble: { kind: 'answer', status: 429, headers }
  })

  const result = await stage.run(FOUR_SECONDS)

  expect(onlyPackage(result).totals).toMatchObject({ deleted: 3, remaining: 0 })
  expect(result.report.stopped).toBeNull()
})

test('tries of a change that fail on and on end with it', async () => {
  const stage = await openStage()
  oldImages(stage, 3)
  stage.emulator.addFault({ method: 'DELETE', trouble: { kind: 'answer', status: 502 } })
  const began = stage.clock.now()

  const result = await stage.run(FOUR_SECONDS)

  expect(stage.clock.now() - began).toBeLessThanOrEqual(4500)
  expect(onlyPackage(result).totals).toMatchObject({ remaining: 3, failed: 0 })
  expect(onlyPackage(result).versions.find(({ outcome }) => outcome !== null)?.error).toMatch(
    /502.*the run's time leaves no other try.*it is still there: the next run goes on/
  )
  expect(result.failures).toEqual([])
})

test.each([
  ['before it was done', 'before', 'remaining', 2],
  ['after it was done', 'after', 'deleted', 1]
] as const)(
  'a deletion that breaks off %s is not tried again, but asked about',
  async (_name, when, outcome, living) => {
    const stage = await openStage()
    const app = oldImages(stage, 1)
    stage.emulator.onRequest(({ method }) => {
      if (method === 'DELETE') stage.clock.pass(30_000)
    })
    stage.emulator.addFault({ method: 'DELETE', trouble: { kind: 'reset', when } })

    const result = await stage.run(FOUR_SECONDS)

    expect(outcomesOf(result)).toEqual({ 'pr-1': outcome })
    expect(livingIn(app)).toHaveLength(living)
    expect(deletions(stage)).toHaveLength(1)
    expect(result.failures).toEqual([])
  }
)

test('an image that was begun is finished where nothing has to be waited for (ruling 64)', async () => {
  const stage = await openStage()
  const app = container(stage)
  pushed(stage, app, multiArch('old'), 90, 'pr-1')
  pushed(stage, app, multiArch('older'), 80, 'pr-2')
  pushed(stage, app, ociImage('kept'), 90, 'v1')
  stage.emulator.onRequest(({ method }) => {
    if (method === 'DELETE') stage.clock.pass(5000)
  })

  const result = await stage.run({ ...FOUR_SECONDS, concurrency: 1 })

  expect(onlyPackage(result).totals).toMatchObject({ deleted: 3, remaining: 3 })
})

test('a change whose turn at the pace comes after it is not made', async () => {
  const stage = await openStage()
  const app = oldImages(stage, 200)
  const began = stage.clock.now()

  const result = await stage.run({ ...FOUR_SECONDS, concurrency: 50 })

  const { deleted, remaining, failed } = onlyPackage(result).totals
  expect(stage.clock.now() - began).toBeLessThanOrEqual(4500)
  expect(deleted).toBeGreaterThan(100)
  expect({ failed, all: deleted + remaining }).toEqual({ failed: 0, all: 200 })
  expect(livingIn(app)).toHaveLength(remaining + 1)
  expect(result.failures).toEqual([])
})

test('the closing look does not wait for its turn after it', async () => {
  const stage = await openStage()
  oldImages(stage, 510)
  const began = stage.clock.now()

  const result = await stage.run({ ...FOUR_SECONDS, concurrency: 50 })

  expect(stage.clock.now() - began).toBeLessThanOrEqual(4500)
  expect(onlyPackage(result).totals.deleted).toBeGreaterThan(100)
  expect(result.failures).toEqual([])
})
