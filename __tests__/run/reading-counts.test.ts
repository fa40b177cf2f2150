import { afterEach, expect, test } from '@jest/globals'
import { believablePackage, unspared } from '../../bench/believable-package.js'
import { totalManifestReads } from '../../src/emulator/registry-state.js'
import { closeRunSites, duration, openRunSite, packages, quick } from './run-site.js'

afterEach(closeRunSites)

/** On a machine that does three things at once. */
const PATIENCE_MS = 240_000

test(
  '10,000 versions: what a cold and a warm run read, and what they ask of the API',
  async () => {
    const site = await openRunSite({ limits: { hourly: 1e6 } })
    const app = believablePackage(site.emulated, 'app', 10_000)
    const { registry } = site.emulator
    const config = {
      dryRun: true,
      packages: packages('app'),
      rules: quick({ deleteTags: ['main-*'], deleteUntagged: true, olderThan: duration('90d') })
    }
    const pages = Math.ceil(app.versions.length / 100)

    const cold = await site.run(config)
    const coldReads = totalManifestReads(registry)
    expect(cold.failures).toEqual([])
    expect(cold.report.totals.selected).toBeGreaterThan(5000)
    expect(coldReads / unspared(app)).toBeLessThanOrEqual(1.15)
    expect(cold.report.requests.api).toBeLessThanOrEqual(pages + 5)

    const warm = await site.run(config)
    expect(totalManifestReads(registry) - coldReads).toBe(0)
    expect(warm.report.requests.api).toBeLessThanOrEqual(pages + 5)
    expect(warm.report.packages).toEqual(cold.report.packages)
  },
  PATIENCE_MS
)
