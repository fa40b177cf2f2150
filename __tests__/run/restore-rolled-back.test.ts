import { afterEach, expect, test } from '@jest/globals'
import { addPackage } from '../../src/emulator/builders.js'
import { ociImage } from '../../src/emulator/image-manifest.js'
import { push } from '../../src/emulator/registry-publish.js'
import { deleteVersion } from '../../src/emulator/publishing.js'
import { closeRunSites, DAY, NOW, openRunSite, packages } from './run-site.js'
import { patterns, restore } from './restore-site.js'

afterEach(closeRunSites)

const APP = { packages: packages('app') }
const LATEST = { kind: 'deleted' as const, tags: patterns('latest'), within: null }

/** A tag that was put on a bad image for some minutes, and is back where it was. */
async function rollBack() {
  const site = await openRunSite()
  const app = addPackage(site.emulated, 'acme', 'app')
  const good = push(site.emulated, app, ociImage('good'), { at: NOW - 9 * DAY, tags: ['latest'] })
  const bad = push(site.emulated, app, ociImage('bad'), { tags: ['latest'] })
  deleteVersion(site.emulated, app, bad)
  app.tags.set('latest', good.name)
  return { site, good }
}

test.each([true, false])(
  'that the tag of an image is back on an older one is told (dry run: %s)',
  async (dryRun) => {
    const { site, good } = await rollBack()
    const { report } = await restore(site, LATEST, { ...APP, dryRun })

    expect(report.packages[0]?.warnings).toEqual([
      expect.stringContaining(`the tag latest belongs to version ${good.id}`)
    ])
  }
)
