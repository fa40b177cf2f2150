import { afterEach, expect, test } from '@jest/globals'
import { addPackage } from '../../src/emulator/builders.js'
import { multiArch } from '../../src/emulator/image-index.js'
import { ociImage } from '../../src/emulator/image-manifest.js'
import { deleteVersion } from '../../src/emulator/publishing.js'
import { push } from '../../src/emulator/registry-publish.js'
import { headline } from '../../src/report/headline.js'
import { packageResultLine } from '../../src/report/log-lines.js'
import type { Report } from '../../src/report/report.js'
import type { RestoreSource } from '../../src/run/config.js'
import { patterns, restore, stateOf } from './restore-site.js'
import { closeRunSites, DAY, duration, NOW, openRunSite, packages, quick } from './run-site.js'

afterEach(closeRunSites)

const APP = { packages: packages('app') }
const WITHIN: RestoreSource = { kind: 'deleted', tags: null, within: duration('1h') }
const byTag = (pattern: string): RestoreSource => ({
  kind: 'deleted',
  tags: patterns(pattern),
  within: null
})

/** A package of four versions that a run deleted as a whole, and one that went long before. */
async function deleteWhole() {
  const site = await openRunSite()
  const app = addPackage(site.emulated, 'acme', 'app')
  const at = { at: NOW - 90 * DAY }
  push(site.emulated, app, ociImage('one'), { ...at, tags: ['v0'] })
  push(site.emulated, app, multiArch('pr-1'), { ...at, tags: ['pr-1'] })
  const earlier = push(site.emulated, app, ociImage('earlier'), { ...at, tags: ['v0-old'] })
  deleteVersion(site.emulated, app, earlier)
  earlier.deletedAt = NOW - 2 * DAY
  const before = stateOf(app)
  const rules = quick({ olderThan: duration('30d') }, { lastVersion: 'delete-package' })
  await site.run({ ...APP, rules })
  expect(stateOf(app)).toEqual({})
  return { site, app, before, earlier }
}

const resultOf = ({ packages: entries }: Report) =>
  entries.map((entry) => packageResultLine(entry, false)).join('\n')

test('a package that went whole comes back for a search by time, and all of it counts', async () => {
  const { site, app, before } = await deleteWhole()
  const { failures, report } = await restore(site, WITHIN, APP)

  expect(failures).toEqual([])
  expect(stateOf(app)).toEqual(before)
  expect(report.packages[0]).toMatchObject({ packageOutcome: 'restored', warnings: [] })
  expect(report.totals).toMatchObject({ toRestore: 4, restored: 4 })
  const codes = report.packages[0]?.versions.map(({ reasonCode }) => reasonCode)
  expect(new Set(codes)).toEqual(new Set(['came-with-package']))
  expect(headline(report)).toMatch(/4 of 4 versions restored$/)
})

test('where nothing says when the others went, that is told beside it', async () => {
  const { site, app, before } = await deleteWhole()
  site.emulated.behaviour.deletedListShowsDate = false
  const { failures, report } = await restore(site, WITHIN, APP)

  expect(failures).toEqual([])
  expect(stateOf(app)).toEqual(before)
  expect(report.totals).toMatchObject({ toRestore: 4, restored: 4 })
  expect(report.packages[0]?.warnings).toEqual([
    expect.stringMatching(/restored as a whole; .* does not say here when versions were deleted/)
  ])
})

test('what went before its package comes back where the time covers it', async () => {
  const { site, app, earlier } = await deleteWhole()
  const source: RestoreSource = { kind: 'deleted', tags: null, within: duration('3d') }
  const { report } = await restore(site, source, APP)

  expect(Object.keys(stateOf(app))).toContain(earlier.name)
  expect(report.totals).toMatchObject({ toRestore: 5, restored: 5 })
})

test('with tags those alone count, and what came back beside them is told', async () => {
  const { site, app, before } = await deleteWhole()
  const { failures, report } = await restore(
    site,
    { kind: 'deleted', tags: patterns('v0'), within: duration('1h') },
    APP
  )

  expect(failures).toEqual([])
  expect(stateOf(app)).toEqual(before)
  expect(report.totals).toMatchObject({ toRestore: 1, restored: 1 })
  expect(report.packages[0]?.notes).toContain(
    'the package was restored as a whole: 3 versions that were not asked for came back with it'
  )
})

test('where no version is meant, it is not said that nothing was changed', async () => {
  const { site, app, before } = await deleteWhole()
  const { failures, report } = await restore(site, byTag('nothing'), APP)

  expect(failures).toEqual([])
  expect(stateOf(app)).toEqual(before)
  expect(report.packages[0]?.warnings).toEqual([expect.stringContaining('no version in it is')])
  expect(headline(report)).toMatch(/: 1 package restored as a whole, no version by itself$/)
  expect(resultOf(report)).toContain('restored as a whole, no version by itself')
})

test('nor where the search fails once the package is back', async () => {
  const { site, app } = await deleteWhole()
  app.tags.clear()
  site.emulated.behaviour.deletedListShowsTags = false
  const { failures, report } = await restore(site, byTag('v0'), APP)

  expect(failures).toEqual([
    expect.stringMatching(/the package was restored as a whole, but GitHub lists no tags/)
  ])
  expect(headline(report)).toMatch(/: 1 package restored as a whole, no version by itself$/)
  expect(resultOf(report)).toContain('restored as a whole, no version by itself')
})

test.each([
  [WITHIN, ', whenever it was deleted'],
  [byTag('v0'), 'a live run restores it as a whole first. If that']
])('a dry run says what comes back: %j', async (source, text) => {
  const { site } = await deleteWhole()
  const { report } = await restore(site, source, { ...APP, dryRun: true })

  expect(report.packages[0]?.warnings).toEqual([expect.stringContaining(text)])
  expect(headline(report)).toMatch(/1 package is not there and would be restored as a whole$/)
})
