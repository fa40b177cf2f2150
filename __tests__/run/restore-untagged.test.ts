import { afterEach, expect, test } from '@jest/globals'
import { addPackage } from '../../src/emulator/builders.js'
import { ociImage } from '../../src/emulator/image-manifest.js'
import { deleteVersion } from '../../src/emulator/publishing.js'
import { push } from '../../src/emulator/registry-publish.js'
import type { RestoreSource } from '../../src/run/config.js'
import { changesIn, patterns, restore, stateOf } from './restore-site.js'
import { closeRunSites, DAY, duration, NOW, openRunSite, packages } from './run-site.js'

afterEach(closeRunSites)

const APP = { packages: packages('app') }
const PUSHED = { at: NOW - 90 * DAY }
const HOUR = 3_600_000
const byTag = (sources: readonly string[], within: string | null = null): RestoreSource => ({
  kind: 'deleted',
  tags: patterns(...sources),
  within: within === null ? null : duration(within)
})

/** A package with `v0`, in which an untagged image and one per tag were deleted two hours ago. */
async function untaggedBeside(...tags: string[]) {
  const site = await openRunSite()
  const app = addPackage(site.emulated, 'acme', 'app')
  push(site.emulated, app, ociImage('base'), { ...PUSHED, tags: ['v0'] })
  const gone = [
    push(site.emulated, app, ociImage('untagged'), PUSHED),
    ...tags.map((tag) => push(site.emulated, app, ociImage(tag), { ...PUSHED, tags: [tag] }))
  ]
  for (const version of gone) {
    deleteVersion(site.emulated, app, version)
    version.deletedAt = NOW - 2 * HOUR
  }
  return { site, app }
}

test.each([[['v1', 'v2']], [['v*', '!v0']]])(
  'a second search for the tags %j finds only untagged images, changes nothing and is green',
  async (sources) => {
    const { site, app } = await untaggedBeside('v1', 'v2')
    await restore(site, byTag(sources), APP)
    const after = stateOf(app)
    expect(Object.values(after).flat().toSorted()).toEqual(['v0', 'v1', 'v2'])
    const begun = site.emulator.requests.length
    const { failures, report } = await restore(site, byTag(sources), APP)

    expect(failures).toEqual([])
    expect(changesIn(site, begun)).toEqual([])
    expect(stateOf(app)).toEqual(after)
    expect(report.packages[0]?.warnings).toEqual([
      expect.stringMatching(/had none, or they are not shown\. Of what .* is there: v1 and v2$/)
    ])
  }
)

test.each([
  ['no tag of them', byTag(['v9'])],
  ['one of two', byTag(['v0', 'v9'])],
  ['only what is excluded', byTag(['v*', '!v0'])]
])('where %s is there, the search may have missed one and fails', async (_there, source) => {
  const { site } = await untaggedBeside()
  const { failures } = await restore(site, source, APP)

  expect(failures).toEqual([expect.stringContaining('So deleted-tags finds nothing')])
})

test.each([
  ['1h', []],
  ['3h', [expect.stringContaining('So deleted-tags finds nothing')]]
])('only what was deleted within %s can have been missed', async (within, failed) => {
  const { site } = await untaggedBeside()
  const { failures } = await restore(site, byTag(['v9'], within), APP)

  expect(failures).toEqual(failed)
})
