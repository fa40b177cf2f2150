import { afterEach, expect, test } from '@jest/globals'
import { ociImage } from '../../src/emulator/image-manifest.js'
import { runMode } from '../../src/run/run-mode.js'
import type { RunProgress } from '../../src/run/world.js'
import { duration, packages, quick } from '../run/run-site.js'
import { closeStages, container, openStage, pushed } from './stage.js'

afterEach(closeStages)

test('a run tells of each version how far it has come, over all packages', async () => {
  const stage = await openStage()
  for (const name of ['app', 'web']) {
    const target = container(stage, name)
    pushed(stage, target, ociImage(`${name} release`), 90, 'v1')
    for (let n = 1; n <= 3; n += 1) pushed(stage, target, ociImage(`${name} ${n}`), 90, `pr-${n}`)
  }
  const told: RunProgress[] = []
  const { secret, world } = stage.worldFor()
  const telling = { ...world.telling, progress: (progress: RunProgress) => told.push(progress) }
  const rules = quick({ deleteTags: ['pr-*'], olderThan: duration('30d') })
  const config = stage.configFor(secret, { rules, packages: packages('app', 'web') })

  await runMode(config, { ...world, telling })

  const changing = told.filter(({ phase }) => phase === 'changing')
  expect(changing).toEqual(
    [1, 2, 3, 4, 5, 6].map((done) => ({ phase: 'changing', done, total: 6 }))
  )
})
