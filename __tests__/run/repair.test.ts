import { afterEach, describe, expect, test } from '@jest/globals'
import type { Behaviour } from '../../src/emulator/behaviour.js'
import { addPackage, addUser } from '../../src/emulator/builders.js'
import { buildxIndex } from '../../src/emulator/image-attestation.js'
import { buildCache } from '../../src/emulator/image-artifact.js'
import { multiArch, ociIndex } from '../../src/emulator/image-index.js'
import { ociImage } from '../../src/emulator/image-manifest.js'
import { deleteVersion } from '../../src/emulator/publishing.js'
import { lostPulls, pullEverything } from '../../src/emulator/registry-pull.js'
import { attest, cosign, push } from '../../src/emulator/registry-publish.js'
import type { PackageState, VersionState, World } from '../../src/emulator/state.js'
import { tagsOf } from '../../src/emulator/state.js'
import { headline } from '../../src/report/headline.js'
import { closeRunSites, DAY, NOW, openRunSite, packages, quick } from './run-site.js'
import type { RunSite } from './run-site.js'
import { changesIn, repair, restoredIn, stateOf } from './restore-site.js'

afterEach(closeRunSites)

const AT = { at: NOW - 90 * DAY }
const APP = { packages: packages('app') }

async function open(): Promise<{ site: RunSite; app: PackageState }> {
  const site = await openRunSite()
  return { site, app: addPackage(site.emulated, 'acme', 'app') }
}

/** Images of every shape, all of which can be pulled whole. */
function publishAll(world: World, app: PackageState): void {
  push(world, app, multiArch('plain'), { ...AT, tags: ['v1'] })
  push(world, app, buildxIndex('provenance'), { ...AT, tags: ['v2'] })
  push(world, app, buildxIndex('artifact', { attestations: 'artifact' }), { ...AT, tags: ['v3'] })
  const nested = ociIndex([{ manifest: multiArch('in') }, { manifest: ociImage('out') }])
  push(world, app, nested, { ...AT, tags: ['v4'] })
  const signed = multiArch('signed')
  push(world, app, signed, { ...AT, tags: ['v5'] })
  cosign(world, app, signed.digest, 'sig', AT)
  attest(world, app, signed, { seed: 'one', ...AT })
  attest(world, app, signed, { seed: 'two', ...AT })
}

/** What another tool does that takes every version without a tag for litter. */
function sweepUntagged(world: World, app: PackageState): void {
  for (const version of living(app)) {
    if (tagsOf(app, version).length === 0) deleteVersion(world, app, version)
  }
}

function living(app: PackageState): VersionState[] {
  return app.versions.filter(({ deletedAt }) => deletedAt === null)
}

function remove({ site, app }: { site: RunSite; app: PackageState }, ...names: string[]): void {
  for (const version of living(app)) {
    if (names.includes(version.name)) deleteVersion(site.emulated, app, version)
  }
}

const UNKNOWNS: readonly [string, Partial<Behaviour>][] = [
  ['tags come back', {}],
  ['tags do not come back', { tagsReturnOnRestore: false }],
  [
    'nothing is said about what was deleted',
    { tagsReturnOnRestore: false, deletedListShowsTags: false, deletedListShowsDate: false }
  ]
]

describe.each(UNKNOWNS)('where %s', (_unknown, behaviour) => {
  test('after a sweep of untagged versions all tags can be pulled whole again', async () => {
    const { site, app } = await open()
    Object.assign(site.emulated.behaviour, behaviour)
    publishAll(site.emulated, app)
    const pulls = pullEverything(app)
    sweepUntagged(site.emulated, app)
    expect(lostPulls(pulls, app)).not.toEqual([])
    const { failures, report } = await repair(site, APP)

    expect(failures).toEqual([])
    expect(lostPulls(pulls, app)).toEqual([])
    expect(report.packages[0]?.warnings).toEqual([])
    expect(report.totals).toMatchObject({ failed: 0, kept: 0 })
    expect(report.totals.restored).toBe(report.totals.toRestore)

    const first = site.emulator.requests.length
    const twice = await repair(site, APP)
    expect(twice.report.totals.toRestore).toBe(0)
    expect(changesIn(site, first)).toEqual([])
  })
})

test('a signature that its tag names comes back, with its tag', async () => {
  const { site, app } = await open()
  site.emulated.behaviour.tagsReturnOnRestore = false
  const built = ociImage('a')
  push(site.emulated, app, built, { ...AT, tags: ['v1'] })
  const signature = cosign(site.emulated, app, built.digest, 'sig', AT)
  const before = stateOf(app)
  remove({ site, app }, signature.name)
  const { failures, report } = await repair(site, APP)

  expect(failures).toEqual([])
  expect(stateOf(app)).toEqual(before)
  expect(report.packages[0]?.versions).toMatchObject([
    { id: signature.id, outcome: 'restored', reason: 'signature of v1, where it is missing' }
  ])
})

test('a list of referrers comes back before what it lists can be known to be missing', async () => {
  const { site, app } = await open()
  const built = ociImage('a')
  push(site.emulated, app, built, { ...AT, tags: ['v1'] })
  const { referrer, index } = attest(site.emulated, app, built, AT)
  const before = stateOf(app)
  remove({ site, app }, referrer.name, index.name)
  const { failures, report } = await repair(site, APP)

  expect(failures).toEqual([])
  expect(stateOf(app)).toEqual(before)
  expect(report.totals).toMatchObject({ toRestore: 2, restored: 2 })
})

test('a healthy package is told to be one, with what was looked at', async () => {
  const { site, app } = await open()
  publishAll(site.emulated, app)
  const { failures, report } = await repair(site, APP)

  expect(failures).toEqual([])
  expect(report.packages[0]?.notes).toEqual([
    `${living(app).length} versions in 5 images were looked at: nothing is missing`
  ])
  expect(headline(report)).toBe('Package retention (repair): nothing to bring back')
})

test('of a damaged one it is told how much of what is missing was found', async () => {
  const { site, app } = await open()
  const built = multiArch('a')
  push(site.emulated, app, built, { ...AT, tags: ['v1'] })
  remove({ site, app }, built.parts[0]?.digest ?? '')
  const { report } = await repair(site, { ...APP, dryRun: true })

  expect(report.packages[0]?.notes).toEqual([
    '2 versions in 1 image were looked at: 1 missing part is among the deleted versions'
  ])
})

test('nothing is called whole that could not be read', async () => {
  const { site, app } = await open()
  const built = push(site.emulated, app, multiArch('a'), { ...AT, tags: ['v1'] })
  site.emulator.addFault({
    trouble: { kind: 'answer', status: 400 },
    path: new RegExp(built.name)
  })
  const { report } = await repair(site, APP)

  expect(report.packages[0]?.notes).toEqual([
    expect.stringMatching(/were looked at: of what could be read, nothing is missing$/)
  ])
})

test('what was read is kept for the next repair, and what a cleanup has kept is not read', async () => {
  const { site, app } = await open()
  publishAll(site.emulated, app)
  const manifestsRead = async (run: () => Promise<unknown>) => {
    const first = site.emulator.requests.length
    await run()
    return site.emulator.requests.slice(first).filter(({ path }) => path.includes('/manifests/'))
      .length
  }

  expect(await manifestsRead(() => repair(site, { ...APP, dryRun: true }))).toBeGreaterThan(5)
  expect(await manifestsRead(() => repair(site, APP))).toBe(0)
  expect(await manifestsRead(() => repair(site, { ...APP, manifestCache: false }))).toBeGreaterThan(
    5
  )
  site.kept = null
  await site.run({ ...APP, rules: quick({ deleteUntagged: true }), dryRun: true })
  expect(await manifestsRead(() => repair(site, APP))).toBe(0)
})

test('a part is named by the tag that people know, not by a list of referrers without one', async () => {
  const { site, app } = await open()
  const built = ociImage('a')
  push(site.emulated, app, built, { ...AT, tags: ['2.20.0'] })
  const { referrer } = attest(site.emulated, app, built, { seed: 'one', ...AT })
  attest(site.emulated, app, built, { seed: 'two', at: NOW - 80 * DAY })
  remove({ site, app }, referrer.name)
  const { report } = await repair(site, { ...APP, dryRun: true })

  expect(report.packages[0]?.versions.map(({ reason }) => reason)).toEqual([
    expect.stringMatching(/of 2\.20\.0, where it is missing$/)
  ])
})

test.each([
  ['everything', /\/manifests\//, ['container package app: the token lacks what the run needs: ']],
  [
    'the token for it',
    /\/token\?/,
    ['container package app: the token lacks what the run needs: ']
  ],
  ['one manifest', new RegExp(`/manifests/${ociImage('bad').digest}`), []]
])('a registry that refuses %s makes a repair red only where that is all', async (...row) => {
  const [, path, expected] = row
  const { site, app } = await open()
  publishAll(site.emulated, app)
  push(site.emulated, app, ociImage('bad'), { ...AT, tags: ['v9'] })
  const body = { errors: [{ code: 'DENIED', message: 'requested access is denied' }] }
  site.emulator.addFault({ path, trouble: { kind: 'answer', status: 403, body } })

  const { failures } = await repair(site, APP)

  expect(failures).toEqual(expected.map((text) => expect.stringContaining(text)))
})

test('what was deleted on purpose stays deleted', async () => {
  const { site, app } = await open()
  publishAll(site.emulated, app)
  const [old, loose] = [multiArch('old'), ociImage('loose')]
  push(site.emulated, app, old, { ...AT, tags: ['pr-1'] })
  push(site.emulated, app, loose, AT)
  remove({ site, app }, old.digest, loose.digest, ...old.parts.map(({ digest }) => digest))
  const { failures } = await repair(site, APP)

  expect(failures).toEqual([])
  expect(restoredIn(site)).toEqual([])
})

test('layers of a build cache are no missing parts', async () => {
  const { site, app } = await open()
  push(site.emulated, app, buildCache('cache', 'index'), { ...AT, tags: ['cache'] })
  const { failures, report } = await repair(site, APP)

  expect(failures).toEqual([])
  expect(report.packages[0]?.warnings).toEqual([])
})

test('what nobody can restore is listed', async () => {
  const { site, app } = await open()
  const built = multiArch('a')
  push(site.emulated, app, built, { ...AT, tags: ['v1'] })
  const [lost, late] = built.parts
  remove({ site, app }, lost?.digest ?? '', late?.digest ?? '')
  for (const version of app.versions) {
    if (version.name === lost?.digest) version.deletedAt = NOW - 31 * DAY
  }
  const { failures, report } = await repair(site, APP)

  expect(failures).toEqual([])
  expect(report.packages[0]?.warnings).toEqual([
    `v1 misses 1 part that can not be restored: ${lost?.digest.slice(0, 19) ?? ''}`
  ])
  expect(report.totals).toMatchObject({ restored: 1, failed: 0 })
})

test('a dry run changes nothing, and says what would come back', async () => {
  const { site, app } = await open()
  publishAll(site.emulated, app)
  sweepUntagged(site.emulated, app)
  const before = stateOf(app)
  const as = { login: 'mona', scopes: ['read:packages'] }
  const { failures, report } = await repair(site, { ...APP, as, dryRun: true })

  expect(failures).toEqual([])
  expect(report.totals.toRestore).toBeGreaterThan(8)
  expect(report.totals.restored).toBe(0)
  expect(stateOf(app)).toEqual(before)
  expect(changesIn(site)).toEqual([])
})

test('a manifest that can not be read is told, and the rest is healed', async () => {
  const { site, app } = await open()
  publishAll(site.emulated, app)
  const unread = push(site.emulated, app, multiArch('unread'), { ...AT, tags: ['v9'] })
  const pulls = pullEverything(app)
  sweepUntagged(site.emulated, app)
  site.emulator.addFault({
    trouble: { kind: 'answer', status: 400 },
    path: new RegExp(unread.name)
  })
  const { failures, report } = await repair(site, APP)

  expect(failures).toEqual([])
  expect(report.packages[0]?.warnings).toEqual([
    expect.stringContaining('1 manifest could not be read')
  ])
  const lost = lostPulls(pulls, app)
  expect(new Set(lost.map(({ reference }) => reference))).toEqual(new Set(['v9']))
})

test('where deleted versions are not listed, what is missing is an error that says so', async () => {
  const site = await openRunSite()
  addUser(site.emulated, 'ada')
  site.emulated.behaviour.usersTakeState = false
  const app = addPackage(site.emulated, 'ada', 'app', { roles: { mona: 'admin' } })
  push(site.emulated, app, multiArch('a'), { ...AT, tags: ['v1'] })
  sweepUntagged(site.emulated, app)
  const { failures } = await repair(site, { ...APP, owner: 'ada' })

  expect(failures).toEqual([expect.stringMatching(/2 parts of images are missing.*own packages/)])
})

test('packages of other types are left alone, and a warning names them', async () => {
  const { site } = await open()
  for (const name of ['ui', 'api']) addPackage(site.emulated, 'acme', name, { type: 'npm' })
  const { failures, report } = await repair(site, { packageTypes: ['container', 'npm'] })

  expect(failures).toEqual([])
  expect(report.warnings).toEqual([
    'only container packages have parts to repair: npm package api and npm package ui were left alone'
  ])
  expect(report.packages.map(({ type, leftAlone }) => [type, leftAlone === null])).toEqual([
    ['container', true],
    ['npm', false],
    ['npm', false]
  ])
})

test('a name is one of a container, and a wrong one is an error', async () => {
  const { site } = await open()
  addPackage(site.emulated, 'acme', 'ui', { type: 'npm' })
  const types = ['container', 'npm'] as const
  const { failures, report } = await repair(site, {
    packages: packages('ui'),
    packageTypes: [...types]
  })

  expect(failures).toEqual([expect.stringContaining('there is no container package')])
  expect(report.packages.map(({ type }) => type)).toEqual(['container'])
})
