import { afterEach, describe, expect, test } from '@jest/globals'
import { multiArch } from '../../src/emulator/image-index.js'
import { ociImage } from '../../src/emulator/image-manifest.js'
import { deleteVersion } from '../../src/emulator/publishing.js'
import type { RunResult } from '../../src/run/run-result.js'
import { duration, quick } from '../run/run-site.js'
import { runWithLists, type Lists } from './meddling.js'
import {
  closeStages,
  container,
  livingIn,
  onlyPackage,
  openStage,
  outcomesOf,
  pushed,
  type RunConfig,
  type Stage
} from './stage.js'

afterEach(closeStages)

const OLD = quick({
  deleteTags: ['pr-*'],
  deleteUntagged: true,
  olderThan: duration('30d')
})

const runListing = (stage: Stage, lists: Lists, config: RunConfig = { rules: OLD }) =>
  runWithLists(stage, lists, config)

/** What somebody else does right before a run reads the list again. */
function beforeSecondList(stage: Stage, happens: () => void): void {
  let lists = 0
  stage.emulator.onRequest(({ line }) => {
    if (/\/versions\?.*page=1$/.test(line) && (lists += 1) === 2) happens()
  })
}

const errorsIn = (result: RunResult) =>
  new Set(
    onlyPackage(result)
      .versions.filter(({ decision }) => decision === 'delete')
      .map(({ error }) => error)
  )

const DISBELIEVED = expect.stringMatching(/lacks .*, so nothing .* is changed on its word/)

describe('the second list', () => {
  test('lacks an index that is there: its parts stay with it, and nothing is called gone', async () => {
    const stage = await openStage()
    const app = container(stage)
    pushed(stage, app, multiArch('old'), 90, 'pr-1')
    pushed(stage, app, ociImage('kept'), 90, 'v1')
    const living = livingIn(app)

    const result = await runListing(stage, (listed, nth) =>
      nth === 1 ? listed : listed.filter(({ tags }) => tags?.includes('pr-1') !== true)
    )

    expect(livingIn(app)).toEqual(living)
    expect(Object.values(outcomesOf(result))).toEqual(['skipped', 'skipped', 'skipped'])
    expect([...errorsIn(result)]).toEqual([DISBELIEVED])
    expect(result.failures).toEqual([])
  })

  test('is empty: nothing goes, nothing is called gone', async () => {
    const stage = await openStage()
    const app = container(stage)
    for (let n = 1; n <= 3; n += 1) pushed(stage, app, ociImage(`old ${n}`), 90, `pr-${n}`)
    pushed(stage, app, ociImage('kept'), 90, 'v1')

    const result = await runListing(stage, (listed, nth) => (nth === 1 ? listed : []))

    expect(livingIn(app)).toHaveLength(4)
    expect(onlyPackage(result).totals).toMatchObject({ skipped: 3, gone: 0, deleted: 0 })
  })

  test('lacks more than can be asked about at once: one that is there is enough', async () => {
    const stage = await openStage()
    const app = container(stage)
    for (let n = 1; n <= 60; n += 1) pushed(stage, app, ociImage(`old ${n}`), 90, `pr-${n}`)
    pushed(stage, app, ociImage('kept'), 90, 'v1')

    const result = await runListing(stage, (listed, nth) => (nth === 1 ? listed : listed.slice(-5)))

    expect(livingIn(app)).toHaveLength(61)
    expect(onlyPackage(result).totals).toMatchObject({ skipped: 60, gone: 0 })
    expect([...errorsIn(result)]).toEqual([DISBELIEVED])
    expect(stage.taken().filter((line) => /versions\/\d+$/.test(line))).toHaveLength(50)
  })

  test('lacks many that somebody else has deleted: all of them are gone', async () => {
    const stage = await openStage()
    const app = container(stage)
    for (let n = 1; n <= 120; n += 1) pushed(stage, app, ociImage(`old ${n}`), 90 + n, `pr-${n}`)
    pushed(stage, app, ociImage('kept'), 90, 'v1')
    const others = app.versions.slice(0, 110)

    beforeSecondList(stage, () => {
      for (const one of others) deleteVersion(stage.emulated, app, one)
    })

    const result = await stage.run({ rules: OLD })

    expect(onlyPackage(result).totals).toMatchObject({ gone: 110, deleted: 10, skipped: 0 })
    expect(result.failures).toEqual([])
  })

  test('lacks one that is there behind many that are gone: nothing goes', async () => {
    const stage = await openStage()
    const app = container(stage)
    for (let n = 1; n <= 60; n += 1) pushed(stage, app, ociImage(`old ${n}`), 90 - n, `pr-${n}`)
    pushed(stage, app, ociImage('kept'), 90, 'v1')
    const others = app.versions.slice(1, 60)

    const result = await runListing(
      stage,
      (listed, nth) => {
        if (nth === 1) return listed
        for (const one of others) deleteVersion(stage.emulated, app, one)
        return listed.filter(({ tags }) => tags?.includes('v1') === true)
      },
      { rules: quick({ deleteTags: ['pr-*'] }) }
    )

    expect(livingIn(app)).toHaveLength(2)
    expect(onlyPackage(result).totals).toMatchObject({ deleted: 0, skipped: 60 })
  })

  test.each([
    ['a few of its versions were to go', 'v1', null],
    ['it was to be deleted as a whole', 'pr-0', 'delete']
  ])('can not be read, for somebody has deleted the package: %s', async (_name, tag, whole) => {
    const stage = await openStage()
    const app = container(stage)
    for (let n = 1; n <= 3; n += 1) pushed(stage, app, ociImage(`old ${n}`), 90 + n, `pr-${n}`)
    pushed(stage, app, ociImage('kept'), 90, tag)
    const rules = quick({ deleteTags: ['pr-*'] }, { lastVersion: 'delete-package' })

    beforeSecondList(stage, () => {
      app.deletedAt = stage.clock.now()
    })

    const result = await stage.run({ rules })

    expect(new Set(Object.values(outcomesOf(result)))).toEqual(new Set(['gone']))
    expect(onlyPackage(result)).toMatchObject({ error: null, packageDecision: whole })
    expect(result.failures).toEqual([])
  })

  test('lacks what somebody else has deleted: that is gone, each asked about once', async () => {
    const stage = await openStage()
    const app = container(stage)
    for (let n = 1; n <= 9; n += 1) pushed(stage, app, ociImage(`old ${n}`), 90 + n, `pr-${n}`)
    pushed(stage, app, ociImage('kept'), 90, 'v1')
    const others = app.versions.slice(0, 4)
    // Each deletion takes so long that the list is read again after each.
    stage.emulator.onRequest(({ method }) => {
      if (method === 'DELETE') stage.clock.pass(70_000)
    })

    const result = await runListing(
      stage,
      (listed, nth) => {
        if (nth !== 2) return listed
        for (const one of others) deleteVersion(stage.emulated, app, one)
        return listed.filter(({ id }) => !others.some((one) => one.id === id))
      },
      { rules: OLD, concurrency: 1 }
    )

    expect(onlyPackage(result).totals).toMatchObject({ gone: 4, deleted: 5, skipped: 0 })
    const asked = stage.taken().filter((line) => /^GET .*versions\/\d+$/.test(line))
    expect(new Set(asked).size).toBe(4)
    expect(asked).toHaveLength(4)
  })

  test('can not be asked about: nothing goes, and the run fails', async () => {
    const stage = await openStage()
    const app = container(stage)
    pushed(stage, app, ociImage('old'), 90, 'pr-1')
    pushed(stage, app, ociImage('older'), 91, 'pr-2')
    pushed(stage, app, ociImage('kept'), 90, 'v1')
    stage.emulator.addFault({
      method: 'GET',
      path: /versions\/\d+$/,
      trouble: { kind: 'answer', status: 500 }
    })

    const result = await runListing(stage, (listed, nth) =>
      nth === 1 ? listed : listed.filter(({ tags }) => tags?.includes('pr-1') !== true)
    )

    expect(livingIn(app)).toHaveLength(3)
    expect(result.failures).not.toEqual([])
  })
})
