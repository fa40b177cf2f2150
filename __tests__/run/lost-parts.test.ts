import { afterEach, describe, expect, test } from '@jest/globals'
import { addPackage } from '../../src/emulator/builders.js'
import { multiArch } from '../../src/emulator/image-index.js'
import { ociImage } from '../../src/emulator/image-manifest.js'
import { deleteVersion } from '../../src/emulator/publishing.js'
import { push } from '../../src/emulator/registry-publish.js'
import type { PackageState } from '../../src/emulator/state.js'
import { closeRunSites, DAY, NOW, openRunSite, packages, quick, type RunSite } from './run-site.js'
import { repair, restore, stateOf } from './restore-site.js'

afterEach(closeRunSites)

const AT = { at: NOW - 90 * DAY }
const APP = { packages: packages('app') }
const LIMITED = {
  kind: 'answer' as const,
  status: 429,
  headers: { 'retry-after': '3600' },
  body: { message: 'You have exceeded a secondary rate limit.' }
}
const BROKEN = { kind: 'answer' as const, status: 500, body: { message: 'x' } }
const REFUSED = { kind: 'answer' as const, status: 422, body: { message: 'x' } }

async function open(): Promise<{ site: RunSite; app: PackageState }> {
  const site = await openRunSite()
  const app = addPackage(site.emulated, 'acme', 'app')
  push(site.emulated, app, ociImage('stays'), { ...AT, tags: ['v0'] })
  return { site, app }
}

/** Images that each miss a platform: `v1`, `v2`, and so on. Gives the digests of what is missing. */
async function damaged(count: number) {
  const { site, app } = await open()
  const before: string[] = []
  const missing = Array.from({ length: count }, (_, at) => {
    const built = multiArch(`image ${at}`)
    push(site.emulated, app, built, { ...AT, tags: [`v${at + 1}`] })
    return built.parts[0]?.digest ?? ''
  })
  before.push(...Object.keys(stateOf(app)))
  for (const version of app.versions) {
    if (missing.includes(version.name)) deleteVersion(site.emulated, app, version)
  }
  return { site, app, missing, before }
}

function warningsIn({ packages: found }: { packages: readonly { warnings: readonly string[] }[] }) {
  return found.flatMap(({ warnings }) => warnings).filter((text) => text.includes('misses'))
}

describe('repair', () => {
  test('what a limit left to the next run is not called missing', async () => {
    const { site, app, before } = await damaged(3)
    const end = site.emulator.addFault({ trouble: LIMITED, path: /\/restore$/, skip: 1 })

    const cut = await repair(site, APP)

    expect(cut.failures).toEqual([])
    expect(cut.report.totals).toMatchObject({ restored: 1, remaining: 2, failed: 0 })
    expect(warningsIn(cut.report)).toEqual([])
    end()
    const { report } = await repair(site, APP)
    expect(report.totals).toMatchObject({ restored: 2, remaining: 0 })
    expect(Object.keys(stateOf(app))).toEqual(before)
  })

  test.each([
    ['an error of the server', BROKEN, 'could not be restored this time'],
    ['a refusal', REFUSED, 'can not be restored']
  ])('after %s it is said whether another try may help', async (_, trouble, said) => {
    const { site, missing } = await damaged(1)
    site.emulator.addFault({ trouble, path: /\/restore$/ })

    const { report } = await repair(site, APP)

    expect(report.totals).toMatchObject({ restored: 0, failed: 1 })
    expect(warningsIn(report)).toEqual([
      `v1 misses 1 part that ${said}: ${missing[0]?.slice(0, 19)}`
    ])
  })
})

describe('restore', () => {
  test('by id, cut off by a limit: what is left is not called missing', async () => {
    const { site, app } = await open()
    const index = push(site.emulated, app, multiArch('a'), { ...AT, tags: ['v1'] })
    await site.run({ ...APP, rules: quick({ deleteTags: ['v1'] }) })
    site.emulator.addFault({ trouble: LIMITED, path: /\/restore$/, skip: 1 })

    const { report } = await restore(site, { kind: 'ids', ids: [index.id] }, APP)

    expect(report.totals).toMatchObject({ restored: 1, remaining: 2, failed: 0 })
    expect(warningsIn(report)).toEqual([])
  })

  test.each([
    ['an error of the server', BROKEN, 'could not be restored this time'],
    ['a refusal', REFUSED, 'can not be restored']
  ])('from a report: an image that lacks a part for %s is told', async (_, trouble, said) => {
    const { site, app } = await open()
    const built = multiArch('a')
    const index = push(site.emulated, app, built, { ...AT, tags: ['v1'] })
    const { report } = await site.run({ ...APP, rules: quick({ deleteTags: ['v1'] }) })
    const lost = app.versions.find(({ name }) => name === built.parts[0]?.digest)
    const path = new RegExp(`/versions/${lost?.id}/restore$`)
    site.emulator.addFault({ trouble, path })

    const undone = await restore(site, report)

    expect(undone.failures).toEqual(['1 version could not be changed'])
    expect(index.deletedAt).toBeNull()
    expect(app.tags.get('v1')).toBe(index.name)
    expect(warningsIn(undone.report)).toEqual([
      `v1 misses 1 part that ${said}: ${lost?.name.slice(0, 19)}`
    ])
  })

  test('from a report: where the image did not come back either, nothing misses a part', async () => {
    const { site, app } = await open()
    push(site.emulated, app, multiArch('a'), { ...AT, tags: ['v1'] })
    const { report } = await site.run({ ...APP, rules: quick({ deleteTags: ['v1'] }) })
    site.emulator.addFault({ trouble: REFUSED, path: /\/restore$/ })

    const undone = await restore(site, report)

    expect(undone.report.totals).toMatchObject({ restored: 0, failed: 3 })
    expect(warningsIn(undone.report)).toEqual([])
  })
})
