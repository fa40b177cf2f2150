import { afterEach, expect, test } from '@jest/globals'
import { addPackage } from '../../src/emulator/builders.js'
import { ociImage } from '../../src/emulator/image-manifest.js'
import { push } from '../../src/emulator/registry-publish.js'
import { closeRunSites, DAY, NOW, openRunSite, packages, quick } from './run-site.js'
import { patterns, restore, stateOf, restoredIn } from './restore-site.js'

afterEach(closeRunSites)

const AT = { at: NOW - 90 * DAY }

/** A clean-up that deleted `pr-1` and `pr-2`, whose tags don't come back by themselves. */
async function cleanedUp() {
  const site = await openRunSite()
  site.emulated.behaviour.tagsReturnOnRestore = false
  const app = addPackage(site.emulated, 'acme', 'app')
  for (const tag of ['v1', 'pr-1', 'pr-2']) {
    push(site.emulated, app, ociImage(tag), { ...AT, tags: [tag] })
  }
  const before = stateOf(app)
  const rules = quick({ deleteTags: ['pr-*'] })
  const { report } = await site.run({ packages: packages('app'), rules })
  expect(report.totals.deleted).toBe(2)
  return { site, app, before, report }
}

const AGAIN = 'tags of 2 versions are still to be attached'

test.each(['a signal', 'a limit'])(
  'what was brought back before %s is restored; the next restore attaches its tags',
  async (what) => {
    const { site, app, before, report } = await cleanedUp()
    const limited = {
      kind: 'answer' as const,
      status: 429,
      headers: { 'retry-after': '3600' },
      body: { message: 'You have exceeded a secondary rate limit.' }
    }
    const ends: (() => void)[] = []
    const off = site.emulator.onRequest({
      after: () => {
        if (restoredIn(site).length < 2) return
        if (what === 'a signal') site.interruption = 'SIGTERM'
        else ends.push(site.emulator.addFault({ path: /\/versions\?/, trouble: limited }))
      }
    })

    const cut = await restore(site, report)

    expect(cut.failures).toEqual([])
    expect(cut.report.totals).toMatchObject({ restored: 2, remaining: 0, failed: 0 })
    expect(cut.report.packages[0]?.warnings).toContainEqual(expect.stringContaining(AGAIN))
    for (const { error } of cut.report.packages[0]?.versions ?? []) expect(error).toMatch(/tag/)
    expect(cut.report.stopped).not.toBeNull()
    expect(app.tags.has('pr-1')).toBe(false)

    off()
    site.interruption = null
    for (const end of ends) end()
    const { failures } = await restore(site, report)
    expect(failures).toEqual([])
    expect(stateOf(app)).toEqual(before)
  }
)

test('tags that a version lost while it stayed remain', async () => {
  const site = await openRunSite()
  const app = addPackage(site.emulated, 'acme', 'app')
  push(site.emulated, app, ociImage('kept'), { ...AT, tags: ['v1', 'pr-1'] })
  const rules = quick({ deleteTags: ['pr-*'] }, { untag: true })
  const { report } = await site.run({ packages: packages('app'), rules })
  site.emulator.onRequest({
    after: ({ line }) => {
      if (line.includes('state=deleted')) site.interruption = 'SIGTERM'
    }
  })

  const cut = await restore(site, report)

  expect(cut.report.totals).toMatchObject({ restored: 0, remaining: 1 })
  expect(cut.report.stopped).toBe('SIGTERM')
})

test('a search does not find them again: they are to be attached by hand', async () => {
  const { site } = await cleanedUp()
  site.emulator.onRequest({
    after: () => {
      if (restoredIn(site).length === 2) site.interruption = 'SIGTERM'
    }
  })

  const source = { kind: 'deleted' as const, tags: patterns('pr-*'), within: null }
  const { report } = await restore(site, source, { packages: packages('app') })

  expect(report.stopped).toBe('SIGTERM')
  const [entry] = report.packages
  expect(entry?.warnings).toContainEqual(expect.stringMatching(`^${AGAIN}, .* by hand`))
  expect(entry?.warnings.join()).not.toContain('same restore again')
  expect(entry?.versions.map(({ error }) => error).join()).toMatch(/tag pr-2 .*tag pr-1 /)
})
