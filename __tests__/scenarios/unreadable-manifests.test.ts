import { afterEach, describe, expect, test } from '@jest/globals'
import { multiArch } from '../../src/emulator/image-index.js'
import { ociImage } from '../../src/emulator/image-manifest.js'
import { manifestFault, type ManifestTrouble } from '../../src/emulator/registry-faults.js'
import { lostPulls, pullEverything } from '../../src/emulator/registry-pull.js'
import { duration, packages, quick } from '../run/run-site.js'
import {
  closeStages,
  container,
  livingIn,
  onlyPackage,
  openStage,
  pushed,
  tagsIn
} from './stage.js'

afterEach(closeStages)

const CLOSED = quick({ deleteTags: ['pr-*'], olderThan: duration('30d') }, { untag: true })

describe('a manifest that has to be read and can not be', () => {
  test.each<[string, ManifestTrouble, 'tagged' | 'untagged']>([
    ['answers 500', 'error', 'tagged'],
    ['answers 500 and has no tag', 'error', 'untagged'],
    ['is refused', 'denied', 'tagged'],
    ['is garbage', 'garbage', 'tagged'],
    ['has a wrong digest', 'other-bytes', 'untagged'],
    ['has 5 MiB', 'huge', 'tagged'],
    ['never ends', 'endless', 'untagged'],
    ['stops half-way', 'stalled', 'untagged'],
    ['breaks off', 'truncated', 'tagged']
  ])('%s: nothing goes in that package, the next one is done', async (_name, trouble, where) => {
    const stage = await openStage({ idleTimeoutMs: 1500, maxBodyBytes: 8 * 1024 * 1024 })
    const [app, other] = [container(stage, 'app'), container(stage, 'other')]
    for (const target of [app, other]) {
      pushed(stage, target, multiArch('old'), 90, 'pr-1')
      pushed(stage, target, ociImage('kept'), 90, 'v1', 'pr-2')
    }
    const bad = ociImage('bad')
    pushed(stage, app, bad, 60, ...(where === 'tagged' ? ['v2'] : []))
    stage.emulator.addFault(manifestFault(stage.emulated, app, bad.digest, trouble))
    const [living, tags] = [livingIn(app), tagsIn(app)]

    const result = await stage.run({ rules: CLOSED, packages: packages('app', 'other') })

    const [ofApp, ofOther] = result.report.packages
    expect(ofApp?.frozen).toMatch(new RegExp(bad.digest.slice(7, 19)))
    expect(ofApp?.totals).toMatchObject({ selected: 0, deleted: 0, untagged: 0 })
    expect([livingIn(app), tagsIn(app)]).toEqual([living, tags])
    expect(ofOther?.totals).toMatchObject({ deleted: 3, untagged: 1 })
    expect(Object.keys(tagsIn(other))).toEqual(['v1'])
    expect(result.failures).toEqual([])
  })
})

describe('a manifest that the registry does not know (ruling 9)', () => {
  test('is old: it stays and is named, and the rest goes', async () => {
    const stage = await openStage()
    const app = container(stage)
    const lost = ociImage('lost')
    pushed(stage, app, multiArch('old'), 90, 'pr-1')
    pushed(stage, app, ociImage('kept'), 90, 'v1')
    pushed(stage, app, lost, 60)
    stage.emulator.addFault(manifestFault(stage.emulated, app, lost.digest, 'absent'))
    const before = pullEverything(app)

    const result = await stage.run({ rules: CLOSED })

    expect(livingIn(app)).toEqual([lost.digest, ociImage('kept').digest].toSorted())
    expect(lostPulls(before, app)).toEqual([])
    const row = onlyPackage(result).versions.find(({ name }) => name === lost.digest)
    expect(row).toMatchObject({ kind: 'unknown', decision: 'keep', reasonCode: 'unknown-manifest' })
    expect(onlyPackage(result).warnings.join()).toContain(lost.digest.slice(0, 19))
  })

  test('is old, and a part: it goes with its image', async () => {
    const stage = await openStage()
    const app = container(stage)
    const old = multiArch('old')
    pushed(stage, app, old, 90, 'pr-1')
    pushed(stage, app, ociImage('kept'), 90, 'v1')
    const part = old.parts[0]?.digest ?? ''
    stage.emulator.addFault(manifestFault(stage.emulated, app, part, 'absent'))

    await stage.run({ rules: CLOSED })

    expect(livingIn(app)).toEqual([ociImage('kept').digest])
  })

  test('is selected by broken: unpullable, and by no other rule', async () => {
    const stage = await openStage()
    const app = container(stage)
    const lost = ociImage('lost')
    pushed(stage, app, ociImage('kept'), 90, 'v1')
    pushed(stage, app, lost, 60, 'pr-1')
    stage.emulator.addFault(manifestFault(stage.emulated, app, lost.digest, 'absent'))

    await stage.run({ rules: CLOSED })
    expect(livingIn(app)).toContain(lost.digest)

    await stage.run({ rules: quick({ deleteBroken: ['unpullable'] }) })
    expect(livingIn(app)).toEqual([ociImage('kept').digest])
  })

  test('is younger than a day: the package is frozen', async () => {
    const stage = await openStage()
    const app = container(stage)
    const young = ociImage('young')
    pushed(stage, app, multiArch('old'), 90, 'pr-1')
    pushed(stage, app, ociImage('kept'), 90, 'v1')
    pushed(stage, app, young, 0.5)
    stage.emulator.addFault(manifestFault(stage.emulated, app, young.digest, 'absent'))
    const living = livingIn(app)

    const result = await stage.run({ rules: CLOSED })

    expect(onlyPackage(result).frozen).not.toBeNull()
    expect(livingIn(app)).toEqual(living)
  })
})
