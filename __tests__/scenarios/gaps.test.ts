import { afterEach, describe, expect, test } from '@jest/globals'
import { ociIndex } from '../../src/emulator/image-index.js'
import { ociImage } from '../../src/emulator/image-manifest.js'
import { manifestFault } from '../../src/emulator/registry-faults.js'
import { deleteVersion, restoreVersion } from '../../src/emulator/publishing.js'
import { push } from '../../src/emulator/registry-publish.js'
import { lostPulls } from '../../src/emulator/registry-pull.js'
import type { PackageState } from '../../src/emulator/state.js'
import { duration, quick } from '../run/run-site.js'
import { beforeDeletion, runWithLists, type Lists } from './meddling.js'
import { closeStages, container, onlyPackage, openStage, pushed, type Stage } from './stage.js'

// Between a list and the deletion that is based on it anybody can publish: what GitHub leaves of
// this gap the run closes by looking again, and where it can't, it says so.

afterEach(closeStages)

const CLOSED = quick({ deleteTags: ['pr-*'], olderThan: duration('30d') }, { untag: true })
const CHILD = ociImage('shared linux/amd64')

/** An index over the shared platform and one of its own. */
function over(other: string) {
  return ociIndex([
    { manifest: CHILD, platform: 'linux/amd64' },
    { manifest: ociImage(other), platform: 'linux/arm64' }
  ])
}

/** A release, and an old index whose parts go with it. */
async function begin(): Promise<{ readonly stage: Stage; readonly app: PackageState }> {
  const stage = await openStage()
  const app = container(stage)
  pushed(stage, app, ociImage('release'), 90, 'v1')
  pushed(stage, app, over('old'), 99, 'pr-1')
  return { stage, app }
}

const publish = ({ emulated }: Stage, app: PackageState) =>
  push(emulated, app, over('fresh'), { tags: ['v2'] })

describe('what is pushed over a part that goes that very moment is whole in the end', () => {
  test('where another look comes between the push and the end of the run', async () => {
    const { stage, app } = await begin()
    for (let n = 2; n < 250; n += 1) pushed(stage, app, ociImage(`other ${n}`), 80, `pr-${n}`)
    beforeDeletion(stage, 2, () => publish(stage, app))

    const result = await stage.run({ rules: CLOSED, concurrency: 1 })

    expect([lostPulls(new Map(), app), result.failures]).toEqual([[], []])
    expect(result.report.totals).toMatchObject({ restored: 1 })
    expect(onlyPackage(result).warnings).toEqual([])
    expect(onlyPackage(result).notes).toEqual([
      '1 version came back after deletion: somebody restored it, or something new needs it'
    ])
  })

  test('as soon as that look sees it, not only when the run ends', async () => {
    const { stage, app } = await begin()
    for (let n = 2; n < 250; n += 1) pushed(stage, app, ociImage(`other ${n}`), 80, `pr-${n}`)
    beforeDeletion(stage, 2, () => publish(stage, app))
    const lost: number[] = []
    beforeDeletion(stage, 240, () => lost.push(lostPulls(new Map(), app).length))

    await stage.run({ rules: CLOSED, concurrency: 1 })

    expect(lost).toEqual([0])
  })

  test('where the deleted index itself is pushed again', async () => {
    const { stage, app } = await begin()
    beforeDeletion(stage, 2, () => push(stage.emulated, app, over('old'), { tags: ['v2'] }))

    await stage.run({ rules: CLOSED, concurrency: 1 })

    expect(lostPulls(new Map(), app)).toEqual([])
  })

  test('where another deleted image is pushed again', async () => {
    const { stage, app } = await begin()
    pushed(stage, app, ociImage('other'), 80, 'pr-2')
    beforeDeletion(stage, 2, () => publish(stage, app))
    beforeDeletion(stage, 4, () => push(stage.emulated, app, ociImage('old'), { tags: ['pr-3'] }))

    await stage.run({ rules: CLOSED, concurrency: 1 })

    expect(lostPulls(new Map(), app)).toEqual([])
  })

  test.each([2, 3])('where somebody restores the index before deletion %i', async (nth) => {
    const { stage, app } = await begin()
    const old = app.versions.find(({ name }) => name === over('old').digest)
    if (old === undefined) throw new Error('the index is not there')
    beforeDeletion(stage, nth, () => restoreVersion(stage.emulated, app, old))

    const result = await stage.run({ rules: CLOSED, concurrency: 1 })

    expect([lostPulls(new Map(), app), onlyPackage(result).warnings]).toEqual([[], []])
    const row = onlyPackage(result).versions.find(({ id }) => id === old.id)
    expect(row).toMatchObject({
      outcome: 'restored',
      error: 'it was deleted, and somebody has restored it since'
    })
  })

  test('twice, though the lists do not show yet what came back the first time', async () => {
    const { stage, app } = await begin()
    const other = ociIndex([{ manifest: ociImage('other part'), platform: 'linux/amd64' }])
    pushed(stage, app, other, 98, 'pr-2')
    for (let n = 3; n < 250; n += 1) pushed(stage, app, ociImage(`other ${n}`), 80, `pr-${n}`)
    const fresh = ociIndex([
      { manifest: ociImage('other part'), platform: 'linux/amd64' },
      { manifest: ociImage('fresh part'), platform: 'linux/arm64' }
    ])
    beforeDeletion(stage, 2, () => publish(stage, app))
    beforeDeletion(stage, 245, () => push(stage.emulated, app, fresh, { tags: ['v3'] }))

    const result = await runListing(stage, (listed, nth) =>
      nth > 3 ? listed.filter(({ name }) => name !== CHILD.digest) : listed
    )

    expect([lostPulls(new Map(), app), onlyPackage(result).warnings]).toEqual([[], []])
  })

  test('where the closing list shows one tag on two versions', async () => {
    const { stage, app } = await begin()
    beforeDeletion(stage, 2, () => publish(stage, app))

    await runListing(stage, (listed, nth) =>
      nth === 3 ? listed.map((one) => ({ ...one, tags: [...(one.tags ?? []), 'moving'] })) : listed
    )

    expect(lostPulls(new Map(), app)).toEqual([])
  })
})

/** The third list closes a run that looks twice. */
const runListing = (stage: Stage, lists: Lists) =>
  runWithLists(stage, lists, { rules: CLOSED, concurrency: 1 })

const UNSEEN = /^nobody could look whether .* needs what was deleted \(.*\): mode: repair tells/

describe('where nobody can tell whether anything needs what went, a person is told', () => {
  test.each<'error' | 'denied' | 'absent'>(['error', 'denied', 'absent'])(
    'the new manifest answers with trouble: %s',
    async (trouble) => {
      const { stage, app } = await begin()
      beforeDeletion(stage, 2, () => {
        const { name } = publish(stage, app)
        stage.emulator.addFault(manifestFault(stage.emulated, app, name, trouble))
      })

      const result = await stage.run({ rules: CLOSED, concurrency: 1 })

      expect(onlyPackage(result).warnings).toEqual([expect.stringMatching(UNSEEN)])
      expect(onlyPackage(result).warnings[0]).toMatch(/does not tell what v2 needs/)
    }
  )

  test('the closing list fails', async () => {
    const { stage } = await begin()

    const result = await runListing(stage, (listed, nth) => {
      if (nth === 3) throw new Error('502 Bad Gateway')
      return listed
    })

    expect(onlyPackage(result).warnings).toEqual([expect.stringMatching(/\(502 Bad Gateway\)/)])
    expect(result.report.totals.deleted).toBe(3)
  })

  test('the closing list lacks what is there', async () => {
    const { stage } = await begin()

    const result = await runListing(stage, (listed, nth) => (nth === 3 ? [] : listed))

    expect(onlyPackage(result).warnings).toEqual([
      expect.stringMatching(/the version list lacks version \d+, which is there/)
    ])
  })

  test('a signal ends the run: as a note, for nothing failed', async () => {
    const { stage } = await begin()
    beforeDeletion(stage, 2, () => (stage.interruption = 'SIGTERM'))

    const result = await stage.run({ rules: CLOSED, concurrency: 1 })

    expect(onlyPackage(result).notes).toEqual([expect.stringMatching(UNSEEN)])
    expect(onlyPackage(result).warnings).toEqual([])
  })

  test('not of what is listed though it is gone already', async () => {
    const { stage, app } = await begin()
    let name = ''
    beforeDeletion(stage, 2, () => {
      const fresh = publish(stage, app)
      name = fresh.name
      deleteVersion(stage.emulated, app, fresh)
    })

    const result = await runListing(stage, (listed, nth) => {
      const [one] = listed
      return nth === 3 && one !== undefined
        ? [{ ...one, id: 77, name, tags: [] }, ...listed]
        : listed
    })

    expect(name).not.toBe('')
    expect(onlyPackage(result).warnings).toEqual([])
  })

  test('not where all was seen, and not of a package without images', async () => {
    const { stage } = await begin()

    const result = await stage.run({ rules: CLOSED })

    expect([onlyPackage(result).warnings, onlyPackage(result).notes]).toEqual([[], []])
  })
})

test('a second list that is not believed is a warning, not a silent green', async () => {
  const { stage, app } = await begin()
  const living = app.versions.length

  const result = await runListing(stage, (listed, nth) => (nth === 2 ? [] : listed))

  expect(app.versions.filter(({ deletedAt }) => deletedAt === null)).toHaveLength(living)
  expect(onlyPackage(result).warnings).toEqual([
    expect.stringMatching(/the version list lacks version \d+, which is there, so nothing more/)
  ])
})
