import { afterEach, describe, expect, test } from '@jest/globals'
import { addPackage } from '../../src/emulator/builders.js'
import { multiArch } from '../../src/emulator/image-index.js'
import { ociImage } from '../../src/emulator/image-manifest.js'
import { push } from '../../src/emulator/registry-publish.js'
import type { VersionState } from '../../src/emulator/state.js'
import type { Report } from '../../src/report/report.js'
import { closeRunSites, DAY, NOW, openRunSite, packages, quick } from './run-site.js'
import { restore, restoredIn, withRows } from './restore-site.js'

afterEach(closeRunSites)

const AT = { at: NOW - 90 * DAY }
const HOUR = DAY / 24
const LATER = '2026-01-31T05:00:00.000Z'

/** Five images, `pr-0` to `pr-4`, that one run deleted. */
async function cleanedUp() {
  const site = await openRunSite()
  const app = addPackage(site.emulated, 'acme', 'app')
  push(site.emulated, app, ociImage('stays'), { ...AT, tags: ['v0'] })
  const gone: VersionState[] = []
  for (const count of [0, 1, 2, 3, 4]) {
    gone.push(push(site.emulated, app, ociImage(`${count}`), { ...AT, tags: [`pr-${count}`] }))
  }
  const { report } = await site.run({
    packages: packages('app'),
    rules: quick({ deleteTags: ['pr-*'] })
  })
  expect(report.totals.deleted).toBe(5)
  return { site, app, report, ids: gone.map(({ id }) => id) }
}

/** The report of a run that was cut off when it knew the outcomes of `known`. */
function cutOff(report: Report, known: readonly number[]): Report {
  const cut = withRows(report, ({ id, outcome }) => ({
    outcome: known.includes(id) ? outcome : null
  }))
  return { ...cut, complete: false }
}

/** The report of a later run that deleted `ids`. */
function laterRun(report: Report, ids: readonly number[], outcome: 'deleted' | 'gone' = 'deleted') {
  const rows = withRows(report, ({ id }) => (ids.includes(id) ? { outcome } : { outcome: null }))
  return { ...rows, startedAt: LATER }
}

const sorted = (ids: readonly number[]) => [...ids].sort((a, b) => a - b)
const warningsOf = ({ packages: found }: Report) => found.flatMap(({ warnings }) => warnings)

describe('of what a cut-off run left without an outcome', () => {
  test('all that is deleted comes back where nobody else says anything, as uncertain', async () => {
    const { site, report, ids } = await cleanedUp()
    const { report: undone } = await restore(site, cutOff(report, ids.slice(0, 2)))

    expect(sorted(restoredIn(site))).toEqual(sorted(ids))
    const reasons = undone.packages.flatMap(({ versions }) =>
      versions.map(({ id, reason }) => [id, reason.startsWith('perhaps deleted by the run of')])
    )
    expect(Object.fromEntries(reasons)).toEqual(
      Object.fromEntries(ids.map((id, place) => [id, place >= 2]))
    )
    expect(warningsOf(undone)).toContainEqual(
      expect.stringMatching(/does not say of 3 versions whether its run or somebody else/)
    )
  })

  test('what a later run says that it deleted stays deleted, and is told', async () => {
    const { site, report, ids } = await cleanedUp()
    const later = [laterRun(report, ids.slice(3))]
    const source = { kind: 'report' as const, report: cutOff(report, ids.slice(0, 2)), later }
    const { failures, report: undone } = await restore(site, source)

    expect(failures).toEqual([])
    expect(sorted(restoredIn(site))).toEqual(sorted(ids.slice(0, 3)))
    expect(warningsOf(undone)).toContainEqual(
      expect.stringMatching(/^2 versions of which the report tells no outcome were .* stay deleted/)
    )
  })

  test('what a later run only found gone comes back', async () => {
    const { site, report, ids } = await cleanedUp()
    const later = [laterRun(report, ids.slice(3), 'gone')]
    await restore(site, { kind: 'report', report: cutOff(report, ids.slice(0, 2)), later })

    expect(sorted(restoredIn(site))).toEqual(sorted(ids))
  })

  test('what the run itself says that it deleted comes back whatever others say', async () => {
    const { site, report, ids } = await cleanedUp()
    await restore(site, { kind: 'report', report, later: [laterRun(report, ids)] })

    expect(sorted(restoredIn(site))).toEqual(sorted(ids))
  })

  test.each([
    ['two hours after the last that is known comes back', 2, true],
    ['a day after it stays deleted', 24, false]
  ])('one that went %s', async (_, hours, isBack) => {
    const { site, app, report, ids } = await cleanedUp()
    const then = NOW - 2 * DAY
    for (const version of app.versions) {
      if (version.deletedAt !== null) version.deletedAt = then
      if (version.id === ids[4]) version.deletedAt = then + hours * HOUR
    }
    const startedAt = new Date(then).toISOString()
    await restore(site, { ...cutOff(report, ids.slice(0, 2)), startedAt })

    expect(sorted(restoredIn(site))).toEqual(sorted(isBack ? ids : ids.slice(0, 4)))
  })
})

test('a part that a later run took as left over comes back with its root', async () => {
  const site = await openRunSite()
  const app = addPackage(site.emulated, 'acme', 'app')
  push(site.emulated, app, ociImage('stays'), { ...AT, tags: ['v0'] })
  const index = push(site.emulated, app, multiArch('a'), { ...AT, tags: ['pr-1'] })
  const rules = quick({ deleteTags: ['pr-*'] })
  const { report } = await site.run({ packages: packages('app'), rules })
  const parts = report.packages.flatMap(({ versions }) =>
    versions.flatMap(({ id, outcome }) => (outcome === 'deleted' && id !== index.id ? [id] : []))
  )
  expect(parts).toHaveLength(2)
  await restore(site, {
    kind: 'report',
    report: cutOff(report, [index.id]),
    later: [laterRun(report, parts)]
  })

  expect(sorted(restoredIn(site))).toEqual(sorted([index.id, ...parts]))
})

test('tags that a later run took off itself are not attached', async () => {
  const site = await openRunSite()
  const app = addPackage(site.emulated, 'acme', 'app')
  push(site.emulated, app, ociImage('kept'), { ...AT, tags: ['v1', 'pr-7', 'pr-8'] })
  const rules = quick({ deleteTags: ['pr-*'] }, { untag: true })
  const { report } = await site.run({ packages: packages('app'), rules })
  const cut = withRows(report, () => ({ outcome: null, untagged: ['pr-8'] }))
  const later = withRows({ ...report, startedAt: LATER }, () => ({ untagged: ['pr-7'] }))
  await restore(site, { kind: 'report', report: { ...cut, complete: false }, later: [later] })

  expect([...app.tags.keys()].toSorted()).toEqual(['pr-8', 'v1'])
})

test('a package that a later run deleted whole stays deleted', async () => {
  const site = await openRunSite()
  const app = addPackage(site.emulated, 'acme', 'app')
  push(site.emulated, app, ociImage('a'), { ...AT, tags: ['pr-1'] })
  const rules = quick({ deleteTags: ['pr-*'] }, { lastVersion: 'delete-package' })
  const { report } = await site.run({ packages: packages('app'), rules })
  expect(app.deletedAt).not.toBeNull()
  const entries = report.packages.map((entry) => ({ ...entry, packageOutcome: null }))
  const cut = { ...withRows({ ...report, packages: entries }, () => ({ outcome: null })) }
  const later = [{ ...report, startedAt: LATER }]
  await restore(site, { kind: 'report', report: { ...cut, complete: false }, later })

  expect(app.deletedAt).not.toBeNull()
})

test.each([
  [
    'says what will come back with it, and what will not',
    true,
    /^2 versions .* comes back with it/
  ],
  ['says only what stays deleted', false, /^1 version .* stays deleted .*: sha256:/]
])('a run over a package that a later one deleted whole %s', async (_what, dryRun, text) => {
  const { site, app, report, ids } = await cleanedUp()
  const [, , , third = 0, fourth = 0] = ids
  const alive = app.versions.find(({ id }) => id === third)
  if (alive !== undefined) alive.deletedAt = null
  app.deletedAt = NOW
  const source = {
    kind: 'report' as const,
    report: cutOff(report, ids.slice(0, 3)),
    later: [laterRun(report, [third, fourth])]
  }
  const { failures, report: undone } = await restore(site, source, { dryRun })

  expect(failures).toEqual([])
  const told = warningsOf(undone).filter((one) => one.includes('tells no outcome'))
  expect(told).toEqual([expect.stringMatching(text)])
  const gone = app.versions.filter(({ deletedAt }) => deletedAt !== null).map(({ id }) => id)
  expect(gone).toEqual(dryRun ? [...ids.slice(0, 3), fourth] : [fourth])
})
