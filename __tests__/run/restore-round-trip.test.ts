import { afterEach, describe, expect, test } from '@jest/globals'
import type { Behaviour } from '../../src/emulator/behaviour.js'
import { addPackage, addVersion } from '../../src/emulator/builders.js'
import { lostPulls, pullEverything } from '../../src/emulator/registry-pull.js'
import type { PackageState } from '../../src/emulator/state.js'
import { PACKAGE_TYPES } from '../../src/model/package.js'
import { closeRunSites, DAY, duration, NOW, openRunSite, packages, quick } from './run-site.js'
import type { RunSite } from './run-site.js'
import { changesIn, patterns, restore, restoredIn, stateOf } from './restore-site.js'
import { publish, SHAPES } from './restore-shapes.js'

afterEach(closeRunSites)

/** What is not known of GitHub, in every way that it may be. */
const UNKNOWNS: readonly [string, Partial<Behaviour>][] = [
  ['tags come back', {}],
  ['tags do not come back', { tagsReturnOnRestore: false }],
  [
    'nothing is said about what was deleted',
    { tagsReturnOnRestore: false, deletedListShowsTags: false, deletedListShowsDate: false }
  ]
]

async function cleanUp(site: RunSite, app: PackageState) {
  const result = await site.run({
    packages: packages(app.name),
    packageTypes: [app.type],
    rules: quick({ deleteTags: ['pr-*'], olderThan: duration('30d') }, { untag: true })
  })
  expect(result.failures).toEqual([])
  expect(result.report.totals.deleted + result.report.totals.untagged).toBeGreaterThan(0)
  return result.report
}

describe.each(UNKNOWNS)('where %s', (_unknown, behaviour) => {
  test.each(SHAPES)('%s: restoring from the report undoes the clean-up', async (_shape, shape) => {
    const site = await openRunSite()
    Object.assign(site.emulated.behaviour, behaviour)
    const app = addPackage(site.emulated, 'acme', 'app')
    publish(site.emulated, app, shape)
    const [before, pulls] = [stateOf(app), pullEverything(app)]
    const report = await cleanUp(site, app)
    const { failures, report: undone } = await restore(site, report)

    expect(failures).toEqual([])
    expect(undone.totals).toMatchObject({ failed: 0, skipped: 0, remaining: 0 })
    expect(stateOf(app)).toEqual(before)
    expect(lostPulls(pulls, app, 'versions')).toEqual([])

    const first = site.emulator.requests.length
    const twice = await restore(site, report)

    expect(twice.failures).toEqual([])
    expect(changesIn(site, first)).toEqual([])
    expect(twice.report.totals.toRestore).toBe(0)
  })
})

test.each(SHAPES)(
  '%s: comes back by its tag, with all that belongs to it',
  async (_name, shape) => {
    const site = await openRunSite()
    const app = addPackage(site.emulated, 'acme', 'app')
    publish(site.emulated, app, shape)
    const [before, pulls] = [stateOf(app), pullEverything(app)]
    const report = await cleanUp(site, app)
    // What was untagged has nothing deleted to be found by; its stand-in is no image.
    const untagged = report.totals.untagged > 0
    const source = { kind: 'deleted' as const, tags: patterns('pr-*'), within: null }
    const { failures } = await restore(site, source, { packages: packages('app') })

    expect(failures).toEqual([])
    expect(lostPulls(pulls, app, 'tags')).toEqual([])
    if (!untagged) {
      const tagsBefore = Object.values(before).flat().toSorted()
      expect(Object.values(stateOf(app)).flat().toSorted()).toEqual(tagsBefore)
    }
  }
)

describe.each(PACKAGE_TYPES.filter((type) => type !== 'container'))('%s', (type) => {
  test('versions come back, by a report, by ids and by time', async () => {
    const site = await openRunSite()
    const ui = addPackage(site.emulated, 'acme', 'ui', { type, dockerTags: 'tags' })
    for (const age of [1, 40, 60, 80]) {
      const tags = type === 'docker' ? [`build-${age}`] : []
      addVersion(site.emulated, ui, { name: `1.0.${age}`, createdAt: NOW - age * DAY, tags })
    }
    const before = stateOf(ui)
    const rules = quick({ olderThan: duration('30d') })
    const where = { packages: packages('ui'), packageTypes: [type] }
    const { report } = await site.run({ ...where, rules })
    expect(Object.keys(stateOf(ui))).toHaveLength(1)
    const ids = report.packages[0]?.versions
      .filter(({ outcome }) => outcome === 'deleted')
      .map(({ id }) => id)

    await restore(site, { kind: 'ids', ids: ids?.slice(0, 1) ?? [] }, where)
    expect(Object.keys(stateOf(ui))).toHaveLength(2)
    await restore(site, { kind: 'deleted', tags: null, within: duration('1h') }, where)
    expect(stateOf(ui)).toEqual(before)
    const again = await site.run({ ...where, rules })
    expect(Object.keys(stateOf(ui))).toHaveLength(1)
    const undone = await restore(site, again.report)
    expect(undone.failures).toEqual([])
    expect(undone.report.totals).toMatchObject({ toRestore: 3, restored: 3 })
    expect(stateOf(ui)).toEqual(before)
  })

  test('a package that was deleted whole comes back whole', async () => {
    const site = await openRunSite()
    const ui = addPackage(site.emulated, 'acme', 'ui', { type, dockerTags: 'tags' })
    for (const age of [40, 60]) {
      const tags = type === 'docker' ? [`build-${age}`] : []
      addVersion(site.emulated, ui, { name: `1.0.${age}`, createdAt: NOW - age * DAY, tags })
    }
    const before = stateOf(ui)
    const { report } = await site.run({
      packages: packages('ui'),
      packageTypes: [type],
      rules: quick({ olderThan: duration('30d') }, { lastVersion: 'delete-package' })
    })
    expect(report.packages[0]).toMatchObject({
      packageDecision: 'delete',
      packageOutcome: 'deleted'
    })
    expect(stateOf(ui)).toEqual({})

    const preview = await restore(site, report, { dryRun: true })
    expect(preview.failures).toEqual([])
    expect(preview.report.totals).toMatchObject({ toRestore: 2, restored: 0 })
    const { failures, report: undone } = await restore(site, report)

    expect(failures).toEqual([])
    expect(stateOf(ui)).toEqual(before)
    expect(undone.packages[0]).toMatchObject({ packageOutcome: 'restored' })
    expect(undone.totals).toMatchObject({ toRestore: 2, restored: 2 })
  })
})

test('children come back before indexes, and subjects before referrers', async () => {
  const site = await openRunSite()
  const apps = SHAPES.map(([, shape], at) => {
    const app = addPackage(site.emulated, 'acme', `app-${at}`)
    publish(site.emulated, app, shape)
    return app
  })
  const { report } = await site.run({
    packages: packages('app-*'),
    rules: quick({ deleteTags: ['pr-*'], olderThan: duration('30d') })
  })
  await restore(site, report)
  const order = restoredIn(site)

  expect(order.length).toBeGreaterThan(40)
  expect(apps.flatMap((app) => tooEarly(app, order))).toEqual([])
})

/** Versions that came back before something that they name, as `ID before ID`. */
function tooEarly(app: PackageState, order: readonly number[]): string[] {
  const ids = new Map(app.versions.map(({ id, name }) => [name, id]))
  return app.versions
    .filter(({ id }) => order.includes(id))
    .flatMap(({ id, name }) => {
      const text = new TextDecoder().decode(app.manifests.get(name)?.bytes)
      const { manifests = [], subject } = JSON.parse(text) as Named
      return [...manifests, ...(subject === undefined ? [] : [subject])]
        .map(({ digest }) => ids.get(digest) ?? 0)
        .filter((named) => order.indexOf(named) > order.indexOf(id))
        .map((named) => `${id} before ${named}`)
    })
}

interface Named {
  readonly manifests?: readonly { readonly digest: string }[]
  readonly subject?: { readonly digest: string }
}
