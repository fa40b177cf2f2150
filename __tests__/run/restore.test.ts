import { afterEach, describe, expect, test } from '@jest/globals'
import { addPackage, addUser, addVersion } from '../../src/emulator/builders.js'
import { buildxIndex } from '../../src/emulator/image-attestation.js'
import { multiArch } from '../../src/emulator/image-index.js'
import { ociImage } from '../../src/emulator/image-manifest.js'
import { pushManifest } from '../../src/emulator/publishing.js'
import { lostPulls, pullEverything } from '../../src/emulator/registry-pull.js'
import { attest, cosign, push } from '../../src/emulator/registry-publish.js'
import type { PackageState } from '../../src/emulator/state.js'
import { replacementFor } from '../../src/registry/replacement.js'
import { headline } from '../../src/report/headline.js'
import type { Report } from '../../src/report/report.js'
import { closeRunSites, DAY, duration, NOW, openRunSite, packages, quick } from './run-site.js'
import type { RunSite } from './run-site.js'
import { changesIn, patterns, restore, restoredIn, stateOf, withRows } from './restore-site.js'

afterEach(closeRunSites)

const AT = { at: NOW - 90 * DAY }
const APP = { packages: packages('app') }

/** A container with `v0`, which stays, and a multi-arch image for each of `tags`. */
async function publish(...tags: string[]): Promise<{ site: RunSite; app: PackageState }> {
  const site = await openRunSite()
  const app = addPackage(site.emulated, 'acme', 'app')
  push(site.emulated, app, ociImage('stays'), { ...AT, tags: ['v0'] })
  for (const tag of tags) push(site.emulated, app, multiArch(tag), { ...AT, tags: [tag] })
  return { site, app }
}

async function cleanUp(site: RunSite, untag = false): Promise<Report> {
  const rules = quick({ deleteTags: ['pr-*'], olderThan: duration('30d') }, { untag })
  return (await site.run({ ...APP, rules })).report
}

function rowsOf(report: Report) {
  return report.packages.flatMap(({ versions }) => versions)
}

describe('tags', () => {
  test('one that a newer version took stays there, and is told', async () => {
    const { site, app } = await publish('pr-1')
    const report = await cleanUp(site)
    const newer = push(site.emulated, app, ociImage('newer'), { tags: ['pr-1'] })
    const { failures, report: undone } = await restore(site, report)

    expect(failures).toEqual([])
    expect(app.tags.get('pr-1')).toBe(newer.name)
    const text = expect.stringContaining(`the tag pr-1 belongs to version ${newer.id}`)
    expect(undone.packages[0]?.warnings).toContainEqual(text)
    expect(rowsOf(undone).find(({ tags }) => tags?.includes('pr-1'))).toMatchObject({
      outcome: 'restored',
      error: text
    })
  })

  test('those that a run took off are attached again (ruling 75)', async () => {
    const { site, app } = await publish()
    const kept = push(site.emulated, app, ociImage('kept'), { ...AT, tags: ['v1', 'pr-7'] })
    const report = await cleanUp(site, true)
    expect(app.tags.has('pr-7')).toBe(false)
    const { failures, report: undone } = await restore(site, report)

    expect(failures).toEqual([])
    expect(app.tags.get('pr-7')).toBe(kept.name)
    expect(rowsOf(undone)).toMatchObject([
      { id: kept.id, reasonCode: 'tags-lost', outcome: 'restored', retagged: ['pr-7'] }
    ])
  })

  test('one on the stand-in that a killed run left goes back to its version (ruling 71)', async () => {
    const { site, app } = await publish()
    const original = ociImage('kept')
    const kept = push(site.emulated, app, original, { ...AT, tags: ['v1', 'pr-7'] })
    const report = await cleanUp(site, true)
    const { bytes, mediaType } = replacementFor({
      tag: 'pr-7',
      nonce: 'killed',
      original: original.bytes
    })
    pushManifest(site.emulated, app, { bytes, mediaType }, 'pr-7')
    const inFlight = { decision: 'untag' as const, outcome: null, untagged: [] }
    const killed = withRows(report, (row) => (row.decision === 'untag' ? inFlight : {}))
    const { failures } = await restore(site, { ...killed, complete: false })

    expect(failures).toEqual([])
    expect(app.tags.get('pr-7')).toBe(kept.name)
  })

  test('a stand-in that a search finds is deleted again, and takes no tag', async () => {
    const { site, app } = await publish()
    push(site.emulated, app, ociImage('kept'), { ...AT, tags: ['v1', 'pr-7'] })
    await cleanUp(site, true)
    const before = stateOf(app)
    const { failures, report } = await restore(
      site,
      { kind: 'deleted', tags: patterns('pr-*'), within: null },
      APP
    )

    expect(failures).toEqual([])
    expect(stateOf(app)).toEqual(before)
    expect(app.tags.has('pr-7')).toBe(false)
    expect(rowsOf(report)).toEqual([])
    expect(report.packages[0]).toMatchObject({
      warnings: [],
      notes: expect.arrayContaining([
        expect.stringMatching(/^1 deleted version was a stand-in .* come back only by its report/)
      ])
    })
    expect(headline(report)).toMatch(/to restore: 1 stand-in was restored and deleted again$/)
  })

  test('a stand-in that can not be deleted again has failed', async () => {
    const { site, app } = await publish()
    push(site.emulated, app, ociImage('kept'), { ...AT, tags: ['v1', 'pr-7'] })
    await cleanUp(site, true)
    const trouble = { kind: 'answer' as const, status: 403 }
    site.emulator.addFault({ method: 'DELETE', path: /\/versions\/\d+$/, trouble })
    const source = { kind: 'deleted' as const, tags: null, within: duration('1h') }
    const { report } = await restore(site, source, APP)

    expect(rowsOf(report)).toMatchObject([
      { outcome: 'failed', error: expect.stringContaining('stand-in for the tag pr-7') }
    ])
  })
})

describe('what a search may find beside images', () => {
  test('a dry run says of what was deleted right after its push that it may be no image', async () => {
    const { site, app } = await publish('pr-1')
    const kept = push(site.emulated, app, ociImage('kept'), { ...AT, tags: ['v1', 'pr-7'] })
    const cleaned = await cleanUp(site, true)
    await restore(site, cleaned)
    await cleanUp(site)
    const source = { kind: 'deleted' as const, tags: null, within: duration('1h') }
    const { report } = await restore(site, source, { ...APP, dryRun: true })

    expect(report.packages[0]).toMatchObject({
      warnings: [expect.stringContaining(`the tag pr-7 belongs to version ${kept.id}`)],
      notes: [
        expect.stringMatching(/^platforms, attestations and signatures .* come back with them/),
        expect.stringMatching(/^1 of these versions was deleted within an hour .* by its report/)
      ]
    })
  })

  test.each([true, false])(
    'parts are told before images come back (dry run: %s)',
    async (dryRun) => {
      const { site } = await publish('pr-1')
      await cleanUp(site)
      const before = site.reports.length
      const source = { kind: 'deleted' as const, tags: patterns('pr-*'), within: null }
      await restore(site, source, { ...APP, dryRun })

      expect(site.reports[before]?.packages[0]?.notes).toEqual([
        expect.stringContaining('beyond the number here')
      ])
    }
  )

  test('from a report nothing is said of either: it names every version', async () => {
    const { site, app } = await publish('pr-1')
    push(site.emulated, app, ociImage('kept'), { ...AT, tags: ['v1', 'pr-7'] })
    const { report } = await restore(site, await cleanUp(site, true))

    expect(report.packages[0]?.notes).toEqual([])
  })
})

describe('what can not be restored', () => {
  test('half of it is past 30 days: it is said per version, the rest comes back', async () => {
    const { site, app } = await publish('pr-1', 'pr-2')
    const before = stateOf(app)
    const report = await cleanUp(site)
    const first = multiArch('pr-1')
    const late = [first.digest, ...first.parts.map(({ digest }) => digest)]
    for (const version of app.versions) {
      if (late.includes(version.name)) version.deletedAt = NOW - 31 * DAY
    }
    const { failures, report: undone } = await restore(site, report)

    expect(failures).toEqual(['3 versions could not be changed'])
    expect(Object.keys(stateOf(app))).toEqual(
      Object.keys(before).filter((name) => !late.includes(name))
    )
    const failed = rowsOf(undone).filter(({ outcome }) => outcome === 'failed')
    expect(failed.map(({ name }) => name).toSorted()).toEqual(late.toSorted())
    for (const { error } of failed) expect(error).toContain('30 days')
    expect(undone.totals).toMatchObject({ restored: 3, failed: 3 })
  })

  test('fail-on: never turns that into a warning', async () => {
    const { site, app } = await publish('pr-1')
    const report = await cleanUp(site)
    for (const version of app.versions) version.deletedAt &&= NOW - 31 * DAY
    const { failures, report: undone } = await restore(site, report, { failOn: 'never' })

    expect(failures).toEqual([])
    expect(undone.totals).toMatchObject({ restored: 0, failed: 3 })
  })

  test('a dry run says so before', async () => {
    const { site, app } = await publish('pr-1')
    const report = await cleanUp(site)
    for (const version of app.versions) version.deletedAt &&= NOW - 31 * DAY
    const first = site.emulator.requests.length
    const { failures, report: preview } = await restore(site, report, { dryRun: true })

    expect(failures).toEqual([])
    expect(changesIn(site, first)).toEqual([])
    expect(preview.packages[0]?.warnings).toContainEqual(
      expect.stringContaining('GitHub does not list 3 versions as deleted')
    )
  })

  test('a name that was used again', async () => {
    const site = await openRunSite()
    const ui = addPackage(site.emulated, 'acme', 'ui', { type: 'npm' })
    for (const age of [1, 40, 60]) {
      addVersion(site.emulated, ui, { name: `1.0.${age}`, createdAt: NOW - age * DAY })
    }
    const { report } = await site.run({
      packages: packages('ui'),
      packageTypes: ['npm'],
      rules: quick({ olderThan: duration('30d') })
    })
    const again = addVersion(site.emulated, ui, { name: '1.0.40' })
    const { failures, report: undone } = await restore(site, report)

    expect(failures).toEqual(['1 version could not be changed'])
    expect(rowsOf(undone).map(({ name, outcome, error }) => ({ name, outcome, error }))).toEqual(
      expect.arrayContaining([
        { name: '1.0.60', outcome: 'restored', error: null },
        {
          name: '1.0.40',
          outcome: 'failed',
          error: expect.stringContaining(`its name was used again by version ${again.id}`)
        }
      ])
    )
  })

  test('a container version that was pushed again is there already, and gets its tag', async () => {
    const { site, app } = await publish('pr-1')
    const report = await cleanUp(site)
    push(site.emulated, app, multiArch('pr-1'))
    const { failures, report: undone } = await restore(site, report)

    expect(failures).toEqual([])
    expect(app.tags.get('pr-1')).toBe(multiArch('pr-1').digest)
    expect(undone.totals).toMatchObject({ versions: 3, kept: 2, toRestore: 1, restored: 1 })
    expect(restoredIn(site)).toEqual([])
  })

  test('without the Admin role one refusal is enough', async () => {
    const { site, app } = await publish('pr-1', 'pr-2')
    const report = await cleanUp(site)
    addUser(site.emulated, 'ray')
    app.roles.set('ray', 'write')
    const as = { login: 'ray' }
    const { report: undone } = await restore(site, report, { as, concurrency: 1 })

    expect(undone.totals).toMatchObject({ restored: 0, failed: 1, skipped: 5 })
    expect(restoredIn(site)).toHaveLength(1)
    expect(rowsOf(undone).find(({ outcome }) => outcome === 'failed')?.error).toContain('Admin')
  })

  test('a missing scope is told before anything is changed', async () => {
    const { site } = await publish('pr-1')
    const report = await cleanUp(site)
    const first = site.emulator.requests.length
    const as = { login: 'mona', scopes: ['read:packages', 'delete:packages'] }
    const { failures } = await restore(site, report, { as })

    expect(failures).toEqual([expect.stringContaining('write:packages')])
    expect(changesIn(site, first)).toEqual([])
  })

  test('a dry run needs to read only', async () => {
    const { site } = await publish('pr-1')
    const report = await cleanUp(site)
    const as = { login: 'mona', scopes: ['read:packages'] }
    const { failures, report: preview } = await restore(site, report, { as, dryRun: true })

    expect(failures).toEqual([])
    expect(preview.totals).toMatchObject({ toRestore: 3, restored: 0 })
  })
})

describe('a restoration that is cut off', () => {
  test.each([1, 2, 4])('after %i versions goes on in the next run', async (count) => {
    const { site, app } = await publish('pr-1', 'pr-2')
    site.emulated.behaviour.tagsReturnOnRestore = false
    const [before, pulls] = [stateOf(app), pullEverything(app)]
    const report = await cleanUp(site)
    const off = site.emulator.onRequest({
      after: () => {
        if (restoredIn(site).length >= count) site.interruption = 'SIGTERM'
      }
    })
    const cut = await restore(site, report, { concurrency: 1 })
    expect(cut.report.totals.remaining).toBeGreaterThan(0)
    expect(stateOf(app)).not.toEqual(before)
    off()
    site.interruption = null
    const { failures } = await restore(site, report)

    expect(failures).toEqual([])
    expect(stateOf(app)).toEqual(before)
    expect(lostPulls(pulls, app, 'versions')).toEqual([])
  })

  test('by the time limit is green, and says what remains', async () => {
    const { site } = await publish('pr-1')
    const report = await cleanUp(site)
    const { failures, report: cut } = await restore(site, report, { timeLimit: duration('0') })

    expect(failures).toEqual([])
    expect(cut.totals).toMatchObject({ restored: 0, remaining: 3 })
    expect(cut.stopped).toMatch(/time-limit.*; run it again: it goes on where it stopped$/)
  })

  test('for the requests of the hour: says when to run it again, or how at once', async () => {
    const { site } = await publish('pr-1')
    const report = await cleanUp(site)
    const { failures, report: cut } = await restore(site, report, { reserveRequests: 1_000_000 })

    expect(failures).toEqual([])
    expect(cut.totals).toMatchObject({ restored: 0, remaining: 3 })
    expect(cut.stopped).toMatch(
      /run it again after \d{4}-\d\d-\d\d \d\d:\d\d UTC, or at once with reserve-requests: 0/
    )
  })
})

test('the report of a run that was killed tells what was in flight by what GitHub lists', async () => {
  const { site, app } = await publish('pr-1', 'pr-2')
  const before = stateOf(app)
  const report = await cleanUp(site)
  const killed = withRows(report, ({ decision }) =>
    decision === 'delete' ? { outcome: null } : {}
  )
  const mine = multiArch('pr-2').digest
  // Deleted long before that run: not by it.
  for (const version of app.versions) if (version.name === mine) version.deletedAt = NOW - DAY
  const { failures } = await restore(site, { ...killed, complete: false })

  expect(failures).toEqual([])
  expect(Object.keys(stateOf(app))).toEqual(Object.keys(before).filter((name) => name !== mine))
})

test('what was cut off in the second in which the run began comes back, too', async () => {
  const { site, app } = await publish('pr-1')
  const before = stateOf(app)
  const report = await cleanUp(site)
  const cut = withRows(report, ({ decision }) =>
    decision === 'delete' ? { outcome: 'failed', error: 'cut off: the next run will tell' } : {}
  )
  const second = Math.floor(Date.parse(report.startedAt) / 1000) * 1000 - 1000
  for (const version of app.versions) if (version.deletedAt !== null) version.deletedAt = second
  await restore(site, cut)

  expect(stateOf(app)).toEqual(before)
})

test('it says which rule took the versions, and that it will again (ruling 72)', async () => {
  const { site } = await publish('pr-1')
  const report = await cleanUp(site)
  const { report: undone } = await restore(site, report)
  const rule = rowsOf(report).find(({ tags }) => tags?.includes('pr-1'))?.rule

  expect(undone.packages[0]?.warnings).toEqual([
    expect.stringMatching(
      new RegExp(`^change the policy .* deletes .* again, .*: .*\\b${rule ?? '?'} \\(\\d+\\)$`)
    )
  ])
  expect(rowsOf(undone).find(({ tags }) => tags?.includes('pr-1'))).toMatchObject({
    rule,
    decision: 'restore',
    reason: `deleted by the run of ${report.startedAt}`
  })
})

describe('by ids and by time', () => {
  test('an id brings back the image with its parts and what is attached to it', async () => {
    const { site, app } = await publish()
    const built = buildxIndex('a')
    const image = push(site.emulated, app, built, { ...AT, tags: ['pr-1'] })
    attest(site.emulated, app, built, { seed: 'a', ...AT })
    cosign(site.emulated, app, built.digest, 'sig', AT)
    const [before, pulls] = [stateOf(app), pullEverything(app)]
    await cleanUp(site)
    const { failures } = await restore(site, { kind: 'ids', ids: [image.id] }, APP)

    expect(failures).toEqual([])
    expect(stateOf(app)).toEqual(before)
    expect(lostPulls(pulls, app, 'versions')).toEqual([])
  })

  test('an id that no list has is tried all the same', async () => {
    const { site, app } = await publish('pr-1')
    await cleanUp(site)
    const { failures, report } = await restore(site, { kind: 'ids', ids: [17] }, APP)

    expect(failures).toEqual(['1 version could not be changed'])
    expect(rowsOf(report)).toMatchObject([{ id: 17, name: '17', outcome: 'failed' }])
    expect(restoredIn(site)).toEqual([17])
    expect(Object.keys(stateOf(app))).toHaveLength(1)
  })

  test('time and tags both have to hold', async () => {
    const { site, app } = await publish('pr-1', 'pr-2', 'pr-3')
    await cleanUp(site)
    for (const version of app.versions) {
      if (version.name === multiArch('pr-1').digest) version.deletedAt = NOW - 5 * DAY
    }
    const source = {
      kind: 'deleted' as const,
      tags: patterns('pr-*', '!pr-3'),
      within: duration('2d')
    }
    const { failures } = await restore(site, source, APP)

    expect(failures).toEqual([])
    expect([...app.tags.keys()]).toEqual(['v0', 'pr-2'])
  })

  test.each([
    ['dates', { deletedListShowsDate: false }, null, 'deleted-within finds nothing'],
    ['tags', { deletedListShowsTags: false }, patterns('pr-*'), 'deleted-tags finds nothing']
  ])('where GitHub shows no %s the search says so', async (_what, behaviour, tags, said) => {
    const { site } = await publish('pr-1')
    await cleanUp(site)
    Object.assign(site.emulated.behaviour, behaviour)
    const within = tags === null ? duration('1d') : null
    const { failures } = await restore(site, { kind: 'deleted', tags, within }, APP)

    expect(failures).toEqual([expect.stringContaining(said)])
    expect(restoredIn(site)).toEqual([])
  })

  test('where nobody knows the tags that they had, it says so', async () => {
    const { site, app } = await publish('pr-1')
    await cleanUp(site)
    Object.assign(site.emulated.behaviour, {
      deletedListShowsTags: false,
      tagsReturnOnRestore: false
    })
    const ids = app.versions.filter(({ deletedAt }) => deletedAt !== null).map(({ id }) => id)
    const { report } = await restore(site, { kind: 'ids', ids }, APP)

    expect(report.packages[0]?.warnings).toEqual([
      expect.stringContaining('GitHub does not say which tags these versions had')
    ])
  })

  test('nothing that matches is a warning', async () => {
    const { site } = await publish('pr-1')
    await cleanUp(site)
    const source = { kind: 'deleted' as const, tags: patterns('latest'), within: null }
    const { failures, report } = await restore(site, source, APP)

    expect(failures).toEqual([])
    expect(report.packages[0]?.warnings).toEqual([
      'no deleted version is what deleted-tags and deleted-within ask for'
    ])
  })
})

describe("another user's package", () => {
  async function publishOfAda() {
    const site = await openRunSite()
    addUser(site.emulated, 'ada')
    site.emulated.behaviour.usersTakeState = false
    const app = addPackage(site.emulated, 'ada', 'app', { roles: { mona: 'admin' } })
    push(site.emulated, app, ociImage('stays'), { ...AT, tags: ['v0'] })
    push(site.emulated, app, multiArch('a'), { ...AT, tags: ['pr-1'] })
    const before = stateOf(app)
    const rules = quick({ deleteTags: ['pr-*'], olderThan: duration('30d') })
    const { report } = await site.run({ ...APP, owner: 'ada', rules })
    return { site, app, before, report }
  }

  test('comes back by its report, whoever the owner in the workflow is', async () => {
    const { site, app, before, report } = await publishOfAda()
    const { failures } = await restore(site, report)

    expect(failures).toEqual([])
    expect(stateOf(app)).toEqual(before)
  })

  test('can not be searched where its deleted versions are not listed, which is said', async () => {
    const { site } = await publishOfAda()
    const source = { kind: 'deleted' as const, tags: patterns('pr-*'), within: null }
    const { failures } = await restore(site, source, { ...APP, owner: 'ada' })

    expect(failures).toEqual([expect.stringContaining('Use version-ids or a report instead')])
  })
})

describe('a package that is not there', () => {
  test('and never was is an error that says what is near it', async () => {
    const { site } = await publish('pr-1')
    const source = { kind: 'deleted' as const, tags: patterns('*'), within: null }
    const { failures } = await restore(site, source, { packages: packages('apq') })

    expect(failures).toEqual([expect.stringMatching(/could not be restored.*near it: app/)])
  })

  test('comes back first when a search names it', async () => {
    const { site, app } = await publish('pr-1')
    app.deletedAt = NOW - DAY
    const source = { kind: 'deleted' as const, tags: patterns('pr-*'), within: null }
    const { failures, report } = await restore(site, source, APP)

    expect(failures).toEqual([])
    expect([...app.tags.keys()]).toEqual(['v0', 'pr-1'])
    expect(report.packages[0]).toMatchObject({ packageOutcome: 'restored' })
    expect(report.totals).toMatchObject({ toRestore: 1, restored: 1 })
  })

  test('and of which the name was used again stays deleted, and it is said what to do', async () => {
    const { site } = await publish('pr-1')
    const rules = quick({ olderThan: duration('30d') }, { lastVersion: 'delete-package' })
    const { report } = await site.run({ ...APP, rules })
    const app = addPackage(site.emulated, 'acme', 'app')
    push(site.emulated, app, ociImage('new'), { tags: ['v1'] })
    const { report: undone } = await restore(site, report)

    expect(undone.totals).toMatchObject({ restored: 0, failed: 4 })
    expect(undone.packages[0]?.warnings).toContainEqual(
      expect.stringContaining('delete it first to have the old one back')
    )
    expect([...app.tags.keys()]).toEqual(['v1'])
  })

  test('and is too old fails, with all its versions', async () => {
    const { site, app } = await publish('pr-1')
    const rules = quick({ olderThan: duration('30d') }, { lastVersion: 'delete-package' })
    const { report } = await site.run({ ...APP, rules })
    app.deletedAt = NOW - 31 * DAY
    const { failures, report: undone } = await restore(site, report)

    expect(failures).toEqual([
      expect.stringContaining('could not be restored'),
      '4 versions could not be changed'
    ])
    expect(undone.totals).toMatchObject({ restored: 0, failed: 4 })
  })
})

test.each([
  ['of a dry run', { dryRun: true }],
  ['of a restoration', { mode: 'restore' as const }]
])('the report %s is refused', async (_what, changed) => {
  const { site } = await publish('pr-1')
  const report = await cleanUp(site)
  const { failures } = await restore(site, { ...report, ...changed })

  expect(failures).toEqual([
    expect.stringContaining('give the report.json of the run that deleted')
  ])
  expect(restoredIn(site)).toEqual([])
})

test.each([
  [
    'the runs beside it that did',
    ['r/1.json', 'r/2.json'],
    '; runs beside it that did: r/1.json; r/2.json'
  ],
  ['nothing more where there are none', [], '']
])('the report of a run that changed nothing: tells %s', async (_what, beside, told) => {
  const { site } = await publish()
  const report = await cleanUp(site)
  const { report: undone } = await restore(site, { kind: 'report', report, beside })

  expect(undone.warnings).toEqual([
    `the run of ${report.startedAt} deleted and untagged nothing in the packages that were asked for${told}`
  ])
})

test('names narrow what comes back from a report of several packages', async () => {
  const { site, app } = await publish('pr-1')
  const other = addPackage(site.emulated, 'acme', 'other')
  push(site.emulated, other, ociImage('stays'), { ...AT, tags: ['v0'] })
  push(site.emulated, other, ociImage('b'), { ...AT, tags: ['pr-1'] })
  const rules = quick({ deleteTags: ['pr-*'], olderThan: duration('30d') })
  const { report } = await site.run({ packages: packages('app', 'other'), rules })
  const { report: undone } = await restore(site, report, { packages: packages('other') })

  expect(undone.packages.map(({ name }) => name)).toEqual(['other'])
  expect([app.tags.has('pr-1'), other.tags.has('pr-1')]).toEqual([false, true])
})
