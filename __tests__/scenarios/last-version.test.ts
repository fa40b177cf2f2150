import { afterEach, describe, expect, test } from '@jest/globals'
import { addPackage, addVersion } from '../../src/emulator/builders.js'
import { multiArch } from '../../src/emulator/image-index.js'
import { ociImage } from '../../src/emulator/image-manifest.js'
import type { LastVersionWay } from '../../src/policy/policy.js'
import { duration, packages, quick } from '../run/run-site.js'
import {
  closeStages,
  container,
  DAY,
  livingIn,
  NOW,
  onlyPackage,
  openStage,
  pushed,
  tagsIn
} from './stage.js'

afterEach(closeStages)

const closed = (lastVersion: LastVersionWay) =>
  quick({ deleteTags: ['pr-*'], olderThan: duration('30d') }, { lastVersion })

describe("a container's last tagged version", () => {
  test('keep: the newest stays with its image', async () => {
    const stage = await openStage()
    const app = container(stage)
    pushed(stage, app, multiArch('older'), 90, 'pr-1')
    pushed(stage, app, multiArch('newer'), 60, 'pr-2')

    const result = await stage.run({ rules: closed('keep') })

    expect(result.failures).toEqual([])
    expect(Object.keys(tagsIn(app))).toEqual(['pr-2'])
    expect(livingIn(app)).toHaveLength(3)
  })

  test('delete-package: the package goes with one request', async () => {
    const stage = await openStage()
    const app = container(stage)
    pushed(stage, app, multiArch('older'), 90, 'pr-1')
    pushed(stage, app, multiArch('newer'), 60, 'pr-2')

    const result = await stage.run({ rules: closed('delete-package') })

    expect(app.deletedAt).not.toBeNull()
    expect(onlyPackage(result)).toMatchObject({
      packageDecision: 'delete',
      packageOutcome: 'deleted',
      totals: { selected: 6, deleted: 6 }
    })
    expect(stage.taken().filter((line) => line.startsWith('DELETE'))).toEqual([
      'DELETE /orgs/acme/packages/container/app'
    ])
  })

  test('delete-package acts as keep where a build is under way (ruling 8)', async () => {
    const stage = await openStage()
    const app = container(stage)
    const only = pushed(stage, app, ociImage('only'), 90, 'pr-1')
    const building = pushed(stage, app, ociImage('building'), 0.1)

    await stage.run({ rules: closed('delete-package') })

    expect(app.deletedAt).toBeNull()
    expect(livingIn(app)).toEqual([only.name, building.name].toSorted())
  })

  test('delete-package: a push right before it saves the package', async () => {
    const stage = await openStage()
    const app = container(stage)
    pushed(stage, app, ociImage('only'), 90, 'pr-1')
    let lists = 0
    stage.emulator.onRequest(({ line }) => {
      if (line.includes('/versions?') && (lists += 1) === 2) {
        pushed(stage, app, ociImage('new'), 0, 'v1')
      }
    })

    const result = await stage.run({ rules: closed('delete-package') })

    expect(app.deletedAt).toBeNull()
    expect(onlyPackage(result).totals).toMatchObject({ skipped: 1, deleted: 0 })
    expect(livingIn(app)).toHaveLength(2)
  })

  test('fail: nothing goes in it, other packages go on, and the run fails (ruling 25)', async () => {
    const stage = await openStage()
    const [app, other] = [container(stage), container(stage, 'other')]
    pushed(stage, app, ociImage('only'), 90, 'pr-1')
    pushed(stage, app, ociImage('too'), 90, 'pr-2')
    pushed(stage, other, ociImage('old'), 90, 'pr-1')
    pushed(stage, other, ociImage('kept'), 90, 'v1')
    const config = { rules: closed('fail'), packages: packages('app', 'other') }

    const dry = await stage.run({ ...config, dryRun: true })
    const result = await stage.run(config)

    for (const { failures } of [dry, result]) expect(failures.join()).toMatch(/app.*last-version/)
    const rows = result.report.packages.flatMap(({ versions }) => versions)
    expect(rows.map(({ decision, outcome }) => [decision, outcome])).toEqual([
      ['keep', null],
      ['keep', null],
      ['keep', null],
      ['delete', 'deleted']
    ])
    expect(livingIn(app)).toHaveLength(2)
    expect(livingIn(other)).toHaveLength(1)
  })

  test('GitHub refuses after all: retained, which fails nothing', async () => {
    const stage = await openStage()
    const app = container(stage)
    const old = pushed(stage, app, ociImage('old'), 90, 'pr-1')
    pushed(stage, app, ociImage('kept'), 90, 'v1')
    stage.emulator.onRequest(({ method }) => {
      if (method === 'DELETE') app.tags.delete('v1')
    })

    const result = await stage.run({ rules: closed('keep') })

    expect(result.failures).toEqual([])
    expect(onlyPackage(result).totals).toMatchObject({ retained: 1 })
    expect(livingIn(app)).toContain(old.name)
  })
})

test.each<[LastVersionWay, number]>([
  ['keep', 1],
  ['delete-package', 0],
  ['fail', 2]
])('a package without tags, last-version %s: %i of 2 versions are left', async (way, left) => {
  const stage = await openStage()
  const ui = addPackage(stage.emulated, 'acme', 'ui', { type: 'npm' })
  for (const age of [40, 60]) {
    addVersion(stage.emulated, ui, { name: `1.0.${age}`, createdAt: NOW - age * DAY })
  }

  const result = await stage.run({
    packages: packages('ui'),
    packageTypes: ['npm'],
    rules: quick({ olderThan: duration('30d') }, { lastVersion: way })
  })

  expect(ui.deletedAt === null ? livingIn(ui).length : 0).toBe(left)
  expect(result.failures).toHaveLength(way === 'fail' ? 1 : 0)
})
