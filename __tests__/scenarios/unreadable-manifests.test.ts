import { afterEach, describe, expect, test } from '@jest/globals'
import { multiArch } from '../../src/emulator/image-index.js'
import { ociImage } from '../../src/emulator/image-manifest.js'
import { manifestFault, type ManifestTrouble } from '../../src/emulator/registry-faults.js'
import { lostPulls, pullEverything } from '../../src/emulator/registry-pull.js'
import { annotations } from '../../src/report/annotations.js'
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

describe('the registry refuses', () => {
  const denied = {
    kind: 'answer' as const,
    status: 403,
    body: { errors: [{ code: 'DENIED', message: 'requested access is denied' }] }
  }

  async function twoPackages() {
    const stage = await openStage()
    const [app, other] = [container(stage, 'app'), container(stage, 'other')]
    for (const target of [app, other]) {
      pushed(stage, target, ociImage('old'), 90, 'pr-1')
      pushed(stage, target, ociImage('kept'), 90, 'v1')
    }
    return { stage, app, other }
  }

  test.each([true, false])(
    'a token for a whole package: frozen, and the run is red and says what to click; dry run: %s',
    async (dryRun) => {
      const { stage, app, other } = await twoPackages()
      stage.emulator.addFault({ path: /\/token\?.*acme(%2F|\/)app/i, trouble: denied })

      const result = await stage.run({ rules: CLOSED, packages: packages('app', 'other'), dryRun })

      expect(result.failures).toEqual([
        expect.stringMatching(
          /^container package app: the token lacks what the run needs: .*DENIED.*Manage Actions access/
        )
      ])
      const [ofApp, ofOther] = result.report.packages
      expect(ofApp?.frozen).toBe('the registry lets the token read nothing of it')
      expect(ofApp?.totals).toMatchObject({ selected: 0, kept: 2 })
      expect(livingIn(app)).toHaveLength(2)
      expect([ofOther?.error, livingIn(other).length]).toEqual([null, dryRun ? 2 : 1])
      expect(annotations(result.report).map(({ level }) => level)).toEqual(['error'])
    }
  )

  const answers = (status: number, code: string) => ({
    kind: 'answer' as const,
    status,
    body: { errors: [{ code, message: 'no' }] }
  })

  test.each([
    ['403 DENIED', answers(403, 'DENIED')],
    ['401', answers(401, 'UNAUTHORIZED')],
    ['404 NAME_UNKNOWN', answers(404, 'NAME_UNKNOWN')]
  ])('every manifest of a package with %s: frozen, and red', async (_name, trouble) => {
    const { stage, app, other } = await twoPackages()
    stage.emulator.addFault({ path: /\/app\/manifests\//, trouble })

    const result = await stage.run({ rules: CLOSED, packages: packages('app', 'other') })

    expect(result.failures).toEqual([
      expect.stringMatching(
        /^container package app: the token lacks what the run needs: .*Manage Actions access/
      )
    ])
    expect([livingIn(app).length, livingIn(other).length]).toEqual([2, 1])
  })

  test('all that it still has to be asked for, with the rest kept: red', async () => {
    const { stage, app } = await twoPackages()
    await stage.run({ rules: CLOSED, dryRun: true })
    pushed(stage, app, ociImage('new'), 1, 'v2')
    stage.emulator.addFault({ path: /\/app\/manifests\//, trouble: denied })

    const result = await stage.run({ rules: CLOSED })

    expect(result.failures).toEqual([expect.stringMatching(/reads? nothing of this package/)])
  })

  test('the one that is not kept: the others can be read, and the run is green', async () => {
    const { stage, app } = await twoPackages()
    await stage.run({ rules: CLOSED, dryRun: true })
    const young = ociImage('new')
    pushed(stage, app, young, 1, 'v2')
    stage.emulator.addFault({ path: new RegExp(`/app/manifests/${young.digest}`), trouble: denied })

    const result = await stage.run({ rules: CLOSED })

    expect(result.failures).toEqual([])
    expect(onlyPackage(result).frozen).toContain('DENIED')
    expect(livingIn(app)).toHaveLength(3)
  })

  test('one manifest: frozen with a warning, and the run is green', async () => {
    const { stage, app } = await twoPackages()
    stage.emulator.addFault({
      path: new RegExp(`/app/manifests/${ociImage('kept').digest}`),
      trouble: denied
    })

    const result = await stage.run({ rules: CLOSED, packages: packages('app', 'other') })

    expect(result.failures).toEqual([])
    expect(result.report.packages[0]).toMatchObject({
      error: null,
      frozen: expect.stringContaining('DENIED')
    })
    expect(livingIn(app)).toHaveLength(2)
    expect(annotations(result.report).map(({ level }) => level)).toEqual(['warning'])
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
