import { afterEach, expect, test } from '@jest/globals'
import { addPackage } from '../../src/emulator/builders.js'
import { multiArch } from '../../src/emulator/image-index.js'
import { ociImage } from '../../src/emulator/image-manifest.js'
import { deleteVersion } from '../../src/emulator/publishing.js'
import { push } from '../../src/emulator/registry-publish.js'
import type { PackageState } from '../../src/emulator/state.js'
import type { RestoreSource } from '../../src/run/config.js'
import { patterns, restore, restoredIn, stateOf } from './restore-site.js'
import type { RunSite } from './run-site.js'
import { closeRunSites, DAY, duration, NOW, openRunSite, packages } from './run-site.js'

afterEach(closeRunSites)

const APP = { packages: packages('app') }
const PUSHED = { at: NOW - 90 * DAY }
const within = (text: string): RestoreSource => ({
  kind: 'deleted',
  tags: null,
  within: duration(text)
})
const byTag = (...sources: string[]): RestoreSource => ({
  kind: 'deleted',
  tags: patterns(...sources),
  within: null
})

/** A package with `v0`, in which what `fill` adds was deleted two days before the package went. */
async function goneBefore(fill: (site: RunSite, app: PackageState) => void) {
  const site = await openRunSite()
  const app = addPackage(site.emulated, 'acme', 'app')
  push(site.emulated, app, ociImage('base'), { ...PUSHED, tags: ['v0'] })
  const there = new Set(app.versions)
  fill(site, app)
  const before = stateOf(app)
  for (const version of app.versions.filter((one) => !there.has(one))) {
    deleteVersion(site.emulated, app, version)
    version.deletedAt = NOW - 2 * DAY
  }
  return { site, app, before }
}

function goesWhole(app: PackageState): void {
  app.deletedAt = NOW - 3_600_000
}

const ids = (...numbers: number[]): RestoreSource => ({ kind: 'ids', ids: numbers })

test.each([true, false])(
  'an index that is named by its id comes back with its parts and its tag (GitHub: %s)',
  async (tagsReturnOnRestore) => {
    const wanted: number[] = []
    const { site, app, before } = await goneBefore(({ emulated }, target) => {
      wanted.push(push(emulated, target, multiArch('m'), { ...PUSHED, tags: ['v1'] }).id)
    })
    site.emulated.behaviour.tagsReturnOnRestore = tagsReturnOnRestore
    goesWhole(app)
    const { failures, report } = await restore(site, ids(...wanted), APP)

    expect(failures).toEqual([])
    expect(stateOf(app)).toEqual(before)
    const [entry] = report.packages
    expect(entry?.warnings).toEqual([])
    expect(entry?.versions.find(({ id }) => wanted.includes(id))).toMatchObject({
      name: expect.stringMatching(/^sha256:/),
      tags: ['v1'],
      reasonCode: 'named-by-id',
      outcome: 'restored'
    })
    expect(entry?.versions.map(({ outcome }) => outcome)).not.toContain(null)
  }
)

test('an id that came back with its package is restored, and one that never was is not', async () => {
  const { site, app } = await goneBefore(() => undefined)
  const id = app.versions[0]?.id ?? 0
  goesWhole(app)
  const { report } = await restore(site, ids(id, 999), APP)

  const rows = report.packages[0]?.versions.map((row) => [row.id, row.outcome, row.tags])
  expect(rows).toEqual([
    [id, 'restored', ['v0']],
    [999, 'failed', null]
  ])
  expect(report.packages[0]?.warnings).toEqual([
    expect.stringContaining('GitHub does not list 1 version as deleted'),
    expect.anything()
  ])
  expect(restoredIn(site)).toEqual([999])
})

test('an id of which GitHub shows no tags is warned of, once the package is back', async () => {
  const wanted: number[] = []
  const { site, app } = await goneBefore(({ emulated }, target) => {
    wanted.push(push(emulated, target, ociImage('two'), { ...PUSHED, tags: ['v1'] }).id)
  })
  site.emulated.behaviour.deletedListShowsTags = false
  goesWhole(app)
  const { report } = await restore(site, ids(...wanted), APP)

  expect(report.packages[0]?.warnings).toEqual([
    expect.stringContaining('GitHub does not say which tags these versions had')
  ])
})

/** A package in which an image was deleted, and the same pushed again, perhaps as another tag. */
async function pushedAgain(tag: string) {
  const { site, app } = await goneBefore(({ emulated }, target) => {
    push(emulated, target, ociImage('dup'), { ...PUSHED, tags: ['v1'] })
  })
  push(site.emulated, app, ociImage('dup'), { at: NOW - DAY, tags: [tag] })
  const { name } = app.versions.at(-1) ?? { name: '' }
  return { site, app, name, before: stateOf(app) }
}

test.each([
  ['by time', within('3d'), 2],
  ['by its tag', byTag('v1'), 1]
])(
  'what was pushed again before its package went is there already, %s',
  async (_how, source, count) => {
    const { site, app, before } = await pushedAgain('v1')
    goesWhole(app)
    const { failures, report } = await restore(site, source, APP)

    expect(failures).toEqual([])
    expect(stateOf(app)).toEqual(before)
    expect(restoredIn(site)).toEqual([])
    expect(report.totals).toMatchObject({ toRestore: count, restored: count, failed: 0 })
  }
)

test('what was pushed again under another tag gets the tag back that it had', async () => {
  const { site, app, name } = await pushedAgain('v2')
  goesWhole(app)
  const { failures } = await restore(site, within('3d'), APP)

  expect(failures).toEqual([])
  expect(stateOf(app)[name]).toEqual(['v1', 'v2'])
  expect(restoredIn(site)).toEqual([])
})

test('also where the tag alone was asked for, as in a package that is there', async () => {
  for (const isWhole of [true, false]) {
    const { site, app, name } = await pushedAgain('v2')
    if (isWhole) goesWhole(app)
    const { failures, report } = await restore(site, byTag('v1'), APP)

    expect(failures).toEqual([])
    expect(stateOf(app)[name]).toEqual(['v1', 'v2'])
    expect(report.packages[0]?.versions).toMatchObject([
      { decision: 'restore', reasonCode: 'tags-lost', outcome: 'restored', retagged: ['v1'] }
    ])
  }
})

test('where GitHub shows no tags, what a search may have missed is told beside what it found', async () => {
  const { site, app } = await goneBefore(({ emulated }, target) => {
    push(emulated, target, ociImage('old'), { ...PUSHED, tags: ['v0-old'] })
  })
  site.emulated.behaviour.deletedListShowsTags = false
  goesWhole(app)
  const { failures, report } = await restore(site, byTag('v0*'), APP)

  expect(failures).toEqual([])
  expect(report.totals).toMatchObject({ toRestore: 1, restored: 1 })
  expect(report.packages[0]?.warnings).toEqual([
    expect.stringMatching(/of what went before it: GitHub lists no tags of what was deleted/)
  ])
})

test('a package of which only untagged images came back is no failure', async () => {
  const site = await openRunSite()
  const app = addPackage(site.emulated, 'acme', 'app')
  push(site.emulated, app, ociImage('untagged'), PUSHED)
  const before = stateOf(app)
  goesWhole(app)
  const { failures, report } = await restore(site, byTag('v1'), APP)

  expect(failures).toEqual([])
  expect(stateOf(app)).toEqual(before)
  expect(report.packages[0]?.warnings).toEqual([expect.stringContaining('no version in it is')])
})

/** A package of one image that GitHub lists `seconds` after the package came back. */
async function listedLate(seconds: number) {
  const site = await openRunSite()
  const app = addPackage(site.emulated, 'acme', 'app')
  const late = push(site.emulated, app, ociImage('late'), { ...PUSHED, tags: ['v1'] })
  late.listedFrom = NOW + seconds * 1000
  goesWhole(app)
  return { site, late }
}

test.each([
  ['by time', () => within('1d')],
  ['by its tag', () => byTag('v1')],
  ['by its id', (id: number) => ids(id)]
])(
  'what GitHub lists only seconds after its package came back is found %s',
  async (_how, source) => {
    const { site, late } = await listedLate(3)
    const { failures, report } = await restore(site, source(late.id), APP)

    expect(failures).toEqual([])
    expect(report.packages[0]?.versions).toMatchObject([
      { id: late.id, tags: ['v1'], outcome: 'restored' }
    ])
    expect(report.packages[0]?.warnings).toEqual([])
    expect(restoredIn(site)).toEqual([])
  }
)

test('a package of which nothing is listed for long is not taken for an empty one', async () => {
  const { site } = await listedLate(3600)
  const { failures, report } = await restore(site, within('1d'), APP)

  expect(failures).toEqual([expect.stringContaining('but GitHub does not list what is in it yet')])
  expect(report.packages[0]).toMatchObject({ packageOutcome: 'restored', warnings: [] })
})
