import { afterEach, describe, expect, test } from '@jest/globals'
import { addPackage, addVersion } from '../../src/emulator/builders.js'
import type { CleanupConfig } from '../../src/run/config.js'
import { repair } from './restore-site.js'
import { closeRunSites, DAY, NOW, openRunSite, packages, quick, type RunSite } from './run-site.js'

afterEach(closeRunSites)

const GONE = Array.from({ length: 20 }, (_one, index) => `gone-${index}`)

/** A site with `app`, of which one version goes, and `shop-ui` as npm. */
async function openShop(hourly: number | 'off' = 5000): Promise<RunSite> {
  const site = await openRunSite({ limits: { hourly } })
  const app = addPackage(site.emulated, 'acme', 'app')
  for (const age of [9, 8]) addVersion(site.emulated, app, { createdAt: NOW - age * DAY })
  addVersion(site.emulated, addPackage(site.emulated, 'acme', 'shop-ui', { type: 'npm' }))
  return site
}

function run(site: RunSite, names: readonly string[], config: Partial<CleanupConfig> = {}) {
  return site.run({
    packages: packages(...names),
    reserveRequests: 100,
    rules: quick({ keepNewestUntagged: 1 }),
    ...config
  })
}

function asked(site: RunSite, pattern: RegExp): string[] {
  return site.emulator.requests.map(({ line }) => line).filter((line) => pattern.test(line))
}

const LISTS = /\/packages\?/
/** Whether another type than container has such a name. */
const HINTS = /^GET \/orgs\/acme\/packages\/(?!container)\w+\/[\w-]+$/

describe('names that are not there', () => {
  test('read the list once for all of them, and ask other types of the first three', async () => {
    const site = await openShop()
    const { failures, report } = await run(site, ['app', ...GONE])

    expect(failures).toHaveLength(20)
    expect(report.totals).toMatchObject({ deleted: 1, remaining: 0 })
    expect(asked(site, LISTS)).toHaveLength(1)
    expect(asked(site, HINTS)).toHaveLength(15)
  })

  test('are looked for in other types after the changes alone', async () => {
    const site = await openShop()
    const { failures } = await run(site, ['app', 'shop-ui'])
    const lines = site.emulator.requests.map(({ line }) => line)

    expect(failures).toEqual([expect.stringContaining('shop-ui is there as npm: give ')])
    expect(lines.findIndex((line) => HINTS.test(line))).toBeGreaterThan(
      lines.findIndex((line) => line.startsWith('DELETE '))
    )
  })

  test('are looked for no further where the reserve is reached, be it with the list', async () => {
    const site = await openShop(110)
    const { failures, report } = await run(site, ['app', ...GONE])

    expect(failures).toHaveLength(20)
    expect(report.totals).toMatchObject({ remaining: 1 })
    expect(asked(site, LISTS)).toEqual([])
    expect(asked(site, HINTS)).toEqual([])
  })

  test('leave to the changes what the hour has', async () => {
    const site = await openShop(130)
    const { report } = await run(site, ['app', ...GONE])

    expect(report.totals).toMatchObject({ deleted: 1, remaining: 0 })
    expect(asked(site, HINTS)).toEqual([])
  })

  test('are looked for no further after a signal', async () => {
    const site = await openShop()
    site.emulator.addFault({
      path: LISTS,
      trouble: { kind: 'delay', ms: 0 },
      when: () => {
        site.interruption = 'SIGTERM'
        return false
      }
    })
    const { failures } = await run(site, ['shop-ui'])

    expect(failures).toHaveLength(1)
    expect(asked(site, HINTS)).toEqual([])
  })

  test('are asked for once where the answer is a failure', async () => {
    const site = await openShop()
    site.emulator.addFault({
      path: /\/packages\/(npm|maven)\//,
      trouble: { kind: 'answer', status: 500 }
    })
    const { failures } = await run(site, ['gone-0'])

    expect(failures).toEqual([expect.stringMatching(/^container package gone-0: there is no /)])
    expect(asked(site, HINTS)).toHaveLength(5)
    expect(site.clock.now()).toBe(NOW)
  })

  test('read the list once in repair too', async () => {
    const site = await openShop()
    const { failures } = await repair(site, { packages: packages(...GONE), dryRun: true })

    expect(failures).toHaveLength(20)
    expect(asked(site, LISTS)).toHaveLength(1)
  })
})
