import { afterEach, describe, expect, test } from '@jest/globals'
import { ociIndex } from '../../src/emulator/image-index.js'
import { ociImage } from '../../src/emulator/image-manifest.js'
import { lostPulls, pullEverything } from '../../src/emulator/registry-pull.js'
import { deleteVersion } from '../../src/emulator/publishing.js'
import { duration, packages, quick } from '../run/run-site.js'
import { closeStages, container, livingIn, openStage, outcomesOf, pushed } from './stage.js'
import type { Stage } from './stage.js'

afterEach(closeStages)

const UNTAGGED = quick({ deleteUntagged: true, olderThan: duration('30d') })
const SECOND_PAGE = /\/app\/versions\?.*page=2$/

/** A hundred versions on the first page, two platforms among them, and their index on the second. */
async function indexOnSecondPage() {
  const stage = await openStage()
  stage.emulated.behaviour.versionOrder = 'oldest-first'
  const app = container(stage)
  const platforms = ['amd64', 'arm64'].map((name) => ociImage(`release ${name}`))
  for (const platform of platforms) pushed(stage, app, platform, 200)
  for (let n = 1; n <= 98; n += 1) pushed(stage, app, ociImage(`old ${n}`), 190)
  const entries = platforms.map((manifest, place) => ({
    manifest,
    platform: place === 0 ? 'linux/amd64' : 'linux/arm64'
  }))
  pushed(stage, app, ociIndex(entries), 180, 'v1')
  return { stage, app, platforms: platforms.map(({ digest }) => digest) }
}

function losePage(stage: Stage, skip: number, times = Infinity): void {
  const trouble = { kind: 'answer' as const, status: 200, body: [] }
  stage.emulator.addFault({ path: SECOND_PAGE, skip, times, trouble })
}

describe('the last page of the version list is lost, and with it the index of a release', () => {
  test('whenever it is asked for: nothing goes, and the next package is done', async () => {
    const { stage, app } = await indexOnSecondPage()
    const other = container(stage, 'other')
    pushed(stage, other, ociImage('old'), 90)
    pushed(stage, other, ociImage('kept'), 90, 'v1')
    const [before, living] = [pullEverything(app), livingIn(app)]
    losePage(stage, 0)

    const result = await stage.run({ rules: UNTAGGED, packages: packages('app', 'other') })

    expect(livingIn(app)).toEqual(living)
    expect(lostPulls(before, app)).toEqual([])
    expect(livingIn(other)).toHaveLength(1)
    expect(result.failures).toEqual([
      expect.stringMatching(/^container package app: .*page=2: rows are missing/)
    ])
  })

  test('from the second look on: nothing goes', async () => {
    const { stage, app } = await indexOnSecondPage()
    const living = livingIn(app)
    losePage(stage, 1)

    const result = await stage.run({ rules: UNTAGGED })

    expect(livingIn(app)).toEqual(living)
    expect(result.failures).not.toEqual([])
  })

  test.each([0, 1])(
    'once, after %i that came: the old ones go, the platforms stay',
    async (skip) => {
      const { stage, app, platforms } = await indexOnSecondPage()
      const before = pullEverything(app)
      losePage(stage, skip, 1)

      const result = await stage.run({ rules: UNTAGGED })

      expect(result.failures).toEqual([])
      expect(livingIn(app)).toEqual(expect.arrayContaining(platforms))
      expect(livingIn(app)).toHaveLength(3)
      expect(lostPulls(before, app)).toEqual([])
    }
  )
})

test('a list that has become shorter by a page while it was read is read again', async () => {
  const { stage, app } = await indexOnSecondPage()
  const old = app.versions.find(({ name }) => name === ociImage('old 98').digest)
  let isDone = false
  stage.emulator.onRequest(({ line }) => {
    if (isDone || old === undefined || !SECOND_PAGE.test(line)) return
    isDone = true
    deleteVersion(stage.emulated, app, old)
  })

  const result = await stage.run({ rules: UNTAGGED })

  expect(result.failures).toEqual([])
  expect(Object.values(outcomesOf(result))).toEqual(Array.from({ length: 97 }, () => 'deleted'))
  expect(livingIn(app)).toHaveLength(3)
})
