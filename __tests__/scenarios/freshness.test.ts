import { afterEach, expect, test } from '@jest/globals'
import { addPackage, addVersion } from '../../src/emulator/builders.js'
import { ociImage } from '../../src/emulator/image-manifest.js'
import { runMode } from '../../src/run/run-mode.js'
import { duration, quick } from '../run/run-site.js'
import { closeStages, container, DAY, NOW, onlyPackage, openStage, pushed } from './stage.js'

afterEach(closeStages)

const LIST = /\/versions\?/

test.each([
  [0, 1],
  [4999, 1],
  [5000, 2],
  [61_000, 2]
])(
  'a list of versions without tags that was read %i ms before the first change is read %i times',
  async (ms, lists) => {
    const stage = await openStage()
    const ui = addPackage(stage.emulated, 'acme', 'ui', { type: 'npm' })
    for (let n = 1; n <= 3; n += 1) {
      addVersion(stage.emulated, ui, { name: `1.0.${n}`, createdAt: NOW - n * 40 * DAY })
    }
    const { secret, world } = stage.worldFor()
    const rules = quick({ olderThan: duration('60d') })
    const config = stage.configFor(secret, { rules, packages: null, packageTypes: ['npm'] })
    // The plan is written between the list and the first change.
    let isWritten = false
    const writeReport: typeof world.files.writeReport = async (report) => {
      if (!isWritten) stage.clock.pass(ms)
      isWritten = true
      await world.files.writeReport(report)
    }

    const result = await runMode(config, { ...world, files: { ...world.files, writeReport } })

    expect(onlyPackage(result).totals).toMatchObject({ deleted: 2 })
    const lines = stage.taken()
    const first = lines.findIndex((line) => line.startsWith('DELETE'))
    expect(lines.slice(0, first).filter((line) => LIST.test(line))).toHaveLength(lists)
  }
)

test('a list of versions with tags is always read again', async () => {
  const stage = await openStage()
  const app = container(stage)
  pushed(stage, app, ociImage('old'), 90, 'pr-1')
  pushed(stage, app, ociImage('kept'), 90, 'v1')

  const result = await stage.run({ rules: quick({ deleteTags: ['pr-*'] }) })

  expect(onlyPackage(result).totals).toMatchObject({ deleted: 1 })
  const lines = stage.taken()
  const first = lines.findIndex((line) => line.startsWith('DELETE'))
  expect(lines.slice(0, first).filter((line) => LIST.test(line))).toHaveLength(2)
})
