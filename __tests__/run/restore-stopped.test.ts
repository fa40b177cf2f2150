import { afterEach, describe, expect, test } from '@jest/globals'
import { addPackage } from '../../src/emulator/builders.js'
import { multiArch, ociIndex } from '../../src/emulator/image-index.js'
import { ociImage } from '../../src/emulator/image-manifest.js'
import { deleteVersion } from '../../src/emulator/publishing.js'
import { push } from '../../src/emulator/registry-publish.js'
import type { PackageState } from '../../src/emulator/state.js'
import { annotations } from '../../src/report/annotations.js'
import { headline } from '../../src/report/headline.js'
import { packageResultLine } from '../../src/report/log-lines.js'
import type { Report } from '../../src/report/report.js'
import type { RestoreSource } from '../../src/run/config.js'
import { patterns, repair, restore, restoredIn, stateOf } from './restore-site.js'
import type { RunSite } from './run-site.js'
import { closeRunSites, DAY, duration, NOW, openRunSite, packages, quick } from './run-site.js'

afterEach(closeRunSites)

const AT = { at: NOW - 90 * DAY }
const APP = { packages: packages('app') }
const HOUR = 60 * 60 * 1000

const byTag = (tag: string): RestoreSource => ({
  kind: 'deleted',
  tags: patterns(tag),
  within: null
})
const lastHour: RestoreSource = { kind: 'deleted', tags: null, within: duration('1h') }

/** `v0` is there; `v1`, an index, was deleted just now with all that belongs to it. */
async function withDeletedIndex(built = multiArch('m')) {
  const site = await openRunSite()
  const app = addPackage(site.emulated, 'acme', 'app')
  const kept = push(site.emulated, app, ociImage('kept'), { ...AT, tags: ['v0'] })
  const index = push(site.emulated, app, built, { ...AT, tags: ['v1'] })
  const before = stateOf(app)
  deleteAllBut(site, app, kept.id)
  return { site, app, index, before }
}

function deleteAllBut(site: RunSite, app: PackageState, kept: number): void {
  for (const version of app.versions) {
    if (version.id === kept) continue
    deleteVersion(site.emulated, app, version)
    version.deletedAt = NOW - 1000
  }
}

/** Calls back once, when so many versions were restored. */
function afterRestored(site: RunSite, count: number, act: () => void): void {
  const off = site.emulator.onRequest({
    after: () => {
      if (restoredIn(site).length < count) return
      off()
      act()
    }
  })
}

/** A signal also keeps the registry from being read: gives how to end both. */
function interrupt(site: RunSite): () => void {
  site.interruption = 'SIGTERM'
  const trouble = { kind: 'answer' as const, status: 500 }
  const end = site.emulator.addFault({ method: 'GET', path: /\/manifests\/sha256:/, trouble })
  return () => {
    site.interruption = null
    end()
  }
}

function warningsOf({ packages: [entry] }: Report): string {
  return (entry?.warnings ?? []).join('\n')
}

function levelsOf(report: Report): readonly string[] {
  return annotations(report).map(({ level }) => level)
}

describe('a stop between an image and its parts', () => {
  test('by a limit: the parts that its manifest names remain, and a repair brings them back', async () => {
    const { site, app, before } = await withDeletedIndex()
    afterRestored(site, 1, () => void site.clock.sleep(HOUR))

    const { failures, report } = await restore(site, byTag('v1'), {
      ...APP,
      timeLimit: duration('5m')
    })

    expect(failures).toEqual([])
    expect(report.totals).toMatchObject({ restored: 1, remaining: 2, failed: 0 })
    expect(report.stopped).toMatch(/^time-limit/)
    expect(report.stopped).not.toMatch(/where it stopped/)
    expect(warningsOf(report)).toMatch(
      /^2 parts of v1 are still to be restored, .*stopped.*mode: repair/
    )
    expect(headline(report)).toMatch(/1 of 3 versions restored, 2 remaining$/)
    expect(levelsOf(report)).toContain('warning')

    const healed = await repair(site, APP)
    expect(healed.failures).toEqual([])
    expect(stateOf(app)).toEqual(before)
  })

  test('by a signal, which lets nothing be read: that parts may be missing is told', async () => {
    const { site, app, before } = await withDeletedIndex()
    let end = () => {}
    afterRestored(site, 1, () => (end = interrupt(site)))

    const { failures, report } = await restore(site, byTag('v1'), APP)

    expect(failures).toEqual([])
    expect(report.totals).toMatchObject({ restored: 1, failed: 0 })
    expect(report.stopped).toBe('SIGTERM')
    expect(warningsOf(report)).toMatch(/^parts of v1 may be missing, .*stopped.*mode: repair/)
    expect(levelsOf(report)).toContain('warning')

    end()
    await repair(site, APP)
    expect(stateOf(app)).toEqual(before)
  })

  test('within an index in an index: the inner one is told of', async () => {
    const nested = ociIndex([{ manifest: multiArch('in') }, { manifest: ociImage('out') }])
    const { site, app, before } = await withDeletedIndex(nested)
    let end = () => {}
    afterRestored(site, 3, () => (end = interrupt(site)))

    const { report } = await restore(site, byTag('v1'), APP)

    expect(report.totals).toMatchObject({ restored: 3 })
    expect(report.stopped).toBe('SIGTERM')
    expect(warningsOf(report)).toMatch(/^parts of .* may be missing/)

    end()
    await repair(site, APP)
    expect(stateOf(app)).toEqual(before)
  })

  test('the same ids again go on where it stopped', async () => {
    const { site, app, index, before } = await withDeletedIndex()
    const ids: RestoreSource = { kind: 'ids', ids: [index.id] }
    let end = () => {}
    afterRestored(site, 1, () => (end = interrupt(site)))
    expect((await restore(site, ids, APP)).report.stopped).toBe('SIGTERM')
    end()

    expect((await restore(site, ids, APP)).failures).toEqual([])
    expect(stateOf(app)).toEqual(before)
  })

  test('no part counts twice where the search found the parts as well', async () => {
    const { site } = await withDeletedIndex()
    afterRestored(site, 1, () => void site.clock.sleep(HOUR))

    const options = { ...APP, timeLimit: duration('5m'), concurrency: 1 }
    const { report } = await restore(site, lastHour, options)

    expect(report.totals).toMatchObject({ versions: 3, restored: 1, remaining: 2 })
  })
})

test('a manifest that can not be read is told in a run that nothing stopped', async () => {
  const { site } = await withDeletedIndex()
  const trouble = { kind: 'answer' as const, status: 500 }
  site.emulator.addFault({ method: 'GET', path: /\/manifests\/sha256:/, trouble })

  const { report } = await restore(site, byTag('v1'), APP)

  expect(report.stopped).toBeNull()
  expect(warningsOf(report)).toMatch(/^parts of v1 may be missing, .*not be read.*mode: repair/)
})

test('a repair that is stopped before its first change says what remains', async () => {
  const { site, app } = await withDeletedIndex()
  await restore(site, byTag('v1'), APP)
  for (const version of app.versions) {
    if (version.name !== app.tags.get('v0') && version.name !== app.tags.get('v1')) {
      deleteVersion(site.emulated, app, version)
    }
  }

  const { report } = await repair(site, { ...APP, timeLimit: duration('0s') })

  expect(report.totals).toMatchObject({ restored: 0, remaining: 2 })
  expect(report.stopped).toMatch(/^time-limit/)
})

describe('a stop after a stand-in came back', () => {
  /** A run took `x` off: what had it for a moment is a stand-in. */
  async function withStandIn() {
    const site = await openRunSite()
    const app = addPackage(site.emulated, 'acme', 'app')
    push(site.emulated, app, ociImage('kept'), { ...AT, tags: ['v1', 'x'] })
    await site.run({ ...APP, rules: quick({ deleteTags: ['x'] }, { untag: true }) })
    return { site, app, before: stateOf(app) }
  }

  test('by a limit: it is deleted again', async () => {
    const { site, app, before } = await withStandIn()
    afterRestored(site, 1, () => void site.clock.sleep(HOUR / 2))

    const { failures, report } = await restore(site, lastHour, {
      ...APP,
      timeLimit: duration('5m')
    })

    expect(failures).toEqual([])
    expect(stateOf(app)).toEqual(before)
    expect(report.totals.restored).toBe(0)
  })

  test('by a signal: it is told as what it may be, and the next clean-up deletes it', async () => {
    const { site, app, before } = await withStandIn()
    let end = () => {}
    afterRestored(site, 1, () => (end = interrupt(site)))

    const { report } = await restore(site, lastHour, APP)

    expect(report.stopped).toBe('SIGTERM')
    expect(warningsOf(report)).toMatch(/stand-in.* no image.* next clean-up .*deletes it/)
    expect(app.tags.has('x')).toBe(true)

    end()
    await site.run({ ...APP, rules: quick({ deleteTags: ['nothing'] }) })
    expect(stateOf(app)).toEqual(before)
  })

  test('by a limit of the API: it remains, and has not failed', async () => {
    const { site } = await withStandIn()
    const headers = { 'retry-after': '3600' }
    const trouble = { kind: 'answer' as const, status: 429, headers }
    site.emulator.addFault({ method: 'DELETE', path: /\/versions\/\d+$/, trouble })

    const { failures, report } = await restore(site, lastHour, APP)

    expect(failures).toEqual([])
    expect(report.totals).toMatchObject({ remaining: 1, failed: 0, restored: 0 })
    expect(report.stopped).not.toBeNull()
    expect(report.packages[0]?.versions[0]?.error).toContain('stand-in for the tag x')
  })
})

describe('a stop before a package is restored as a whole', () => {
  async function withDeletedPackage() {
    const site = await openRunSite()
    const app = addPackage(site.emulated, 'acme', 'app')
    push(site.emulated, app, ociImage('one'), { ...AT, tags: ['v1'] })
    const before = stateOf(app)
    app.deletedAt = NOW - HOUR
    return { site, app, before }
  }

  test.each([
    ['the time limit', /^time-limit/, { timeLimit: duration('0s') }],
    ['the requests of the hour', /^reserve-requests/, { reserveRequests: 1_000_000 }]
  ])('by %s is green and told, and the next run goes on', async (_what, why, limits) => {
    const { site, app, before } = await withDeletedPackage()

    const { failures, report } = await restore(site, lastHour, { ...APP, ...limits })

    expect(failures).toEqual([])
    expect(report.stopped).toMatch(why)
    expect(levelsOf(report)).toContain('warning')
    expect(warningsOf(report)).toMatch(/^the package is still to be restored as a whole: /)
    expect(headline(report)).toMatch(/1 package still to be restored as a whole$/)
    const [entry] = report.packages
    expect(entry && packageResultLine(entry, false)).toMatch(/: still to be restored as a whole$/)

    expect((await restore(site, lastHour, APP)).report.totals).toMatchObject({ restored: 1 })
    expect(stateOf(app)).toEqual(before)
  })

  test('by a limit of the API too', async () => {
    const { site } = await withDeletedPackage()
    const headers = { 'retry-after': '3600' }
    const trouble = { kind: 'answer' as const, status: 429, headers }
    site.emulator.addFault({ path: /\/restore$/, trouble })

    const { failures, report } = await restore(site, lastHour, APP)

    expect(failures).toEqual([])
    expect(report.stopped).toMatch(/tried again at \d{4}-/)
    expect(warningsOf(report)).toMatch(/^the package is still to be restored as a whole: /)
  })
})
