import { afterEach, expect, test } from '@jest/globals'
import { addPackage } from '../../src/emulator/builders.js'
import { ociImage } from '../../src/emulator/image-manifest.js'
import { push } from '../../src/emulator/registry-publish.js'
import { annotations } from '../../src/report/annotations.js'
import { headline } from '../../src/report/headline.js'
import type { RunResult } from '../../src/run/run-result.js'
import { closeRunSites, DAY, NOW, openRunSite, packages, quick, type RunSite } from './run-site.js'
import { patterns, repair, restore, stateOf } from './restore-site.js'

afterEach(closeRunSites)

const AT = { at: NOW - 90 * DAY }
const APP = { packages: packages('app') }
const LATER = /^not looked at: .*; the next run goes on$/

/** A clean-up that deleted `pr-1` and took `pr-2` off `v1`. */
async function cleanedUp() {
  const site = await openRunSite()
  const app = addPackage(site.emulated, 'acme', 'app')
  push(site.emulated, app, ociImage('kept'), { ...AT, tags: ['v1', 'pr-2'] })
  const gone = push(site.emulated, app, ociImage('old'), { ...AT, tags: ['pr-1'] })
  const before = stateOf(app)
  const rules = quick({ deleteTags: ['pr-*'] }, { untag: true })
  const { report } = await site.run({ ...APP, rules })
  expect(report.totals).toMatchObject({ deleted: 1, untagged: 1 })
  return { site, app, before, report, gone }
}

function limited(site: RunSite, path: RegExp) {
  const headers = { 'retry-after': '3600' }
  return site.emulator.addFault({ path, trouble: { kind: 'answer', status: 429, headers } })
}

function expectGreen({ failures, report }: RunResult): void {
  expect(failures).toEqual([])
  expect(report).toMatchObject({ error: null, stopped: expect.stringMatching(LATER) })
  const levels = annotations(report).map(({ level }) => level)
  expect(levels).toContain('warning')
  expect(levels).not.toContain('error')
}

test.each([
  ['who the owner is', /\/users\/acme$/],
  ['the versions', /\/versions\?/],
  ['what was deleted', /\/versions\?.*state=deleted/]
])(
  'a limit while %s is asked for: a restore is green, and the next goes on',
  async (what, path) => {
    const { site, app, before, report } = await cleanedUp()
    const end = limited(site, path)

    const cut = await restore(site, report)

    expectGreen(cut)
    if (what !== 'who the owner is') {
      expect(cut.report.totals).toMatchObject({ toRestore: 2, remaining: 2, restored: 0 })
    }
    end()
    expect((await restore(site, report)).failures).toEqual([])
    expect(stateOf(app)).toEqual(before)
  }
)

test('a limit while versions are brought back: the report says until when', async () => {
  const { site, report } = await cleanedUp()
  limited(site, /\/restore$/)

  const { failures, report: cut } = await restore(site, report)

  expect(failures).toEqual([])
  expect(cut.totals).toMatchObject({ failed: 0, remaining: 2 })
  expect(cut.stopped).toMatch(/tried again at \d{4}-/)
})

test('a dry run is green too, and nothing has an outcome', async () => {
  const { site, report } = await cleanedUp()
  limited(site, /\/versions\?/)

  const preview = await restore(site, report, { dryRun: true })

  expectGreen(preview)
  expect(preview.report.totals).toMatchObject({ toRestore: 2, remaining: 0 })
})

test('ids remain; of what is searched for by tags nothing is known', async () => {
  const { site, gone } = await cleanedUp()
  limited(site, /\/versions\?/)

  const byId = await restore(site, { kind: 'ids', ids: [gone.id] }, APP)
  const byTag = await restore(site, { kind: 'deleted', tags: patterns('pr-*'), within: null }, APP)

  expectGreen(byId)
  expect(byId.report.totals).toMatchObject({ toRestore: 1, remaining: 1 })
  expectGreen(byTag)
  expect(byTag.report.packages).toMatchObject([{ leftAlone: expect.stringMatching(LATER) }])
})

test('a repair is green, and does not say that nothing is missing', async () => {
  const { site } = await cleanedUp()
  limited(site, /\/versions\?/)

  const result = await repair(site, APP)

  expectGreen(result)
  expect(headline(result.report)).not.toContain('nothing to bring back')
  expect(result.report.packages).toMatchObject([{ leftAlone: expect.stringMatching(LATER) }])
})
