import { afterEach, expect, test } from '@jest/globals'
import { addPackage } from '../../src/emulator/builders.js'
import { multiArch } from '../../src/emulator/image-index.js'
import { push } from '../../src/emulator/registry-publish.js'
import { closeRunSites, DAY, NOW, openRunSite, packages, quick } from './run-site.js'

afterEach(closeRunSites)

/** A run that a signal ends right after the first index of two is deleted, with nothing kept. */
async function cutOff() {
  const site = await openRunSite()
  const app = addPackage(site.emulated, 'acme', 'app')
  push(site.emulated, app, multiArch('release'), { tags: ['v1'], at: NOW - 90 * DAY })
  push(site.emulated, app, multiArch('closed'), { tags: ['pr-1'], at: NOW - 80 * DAY })
  const off = site.emulator.onRequest(({ method }) => {
    if (method === 'DELETE') site.interruption = 'a signal'
  })
  const config = {
    packages: packages('app'),
    concurrency: 1,
    manifestCache: false,
    rules: quick({ deleteTags: ['pr-*'] })
  }
  const { report } = await site.run(config)
  off()
  site.interruption = null
  return { site, app, config, report }
}

test('the next run finishes an image that a signal left in parts, from the report (ruling 64)', async () => {
  const { site, app, config, report } = await cutOff()
  expect(report.totals).toMatchObject({ deleted: 1, remaining: 2 })
  site.earlier = report
  const { report: next } = await site.run(config)

  expect(next.totals).toMatchObject({ selected: 2, deleted: 2, kept: 3 })
  expect(next.packages[0]?.versions.map(({ reasonCode }) => reasonCode)).toContain('left-over')
  expect(app.versions.filter(({ deletedAt }) => deletedAt === null)).toHaveLength(3)
})

test.each([
  ['without the report', () => null],
  ['by the report of a dry run', (report: object) => ({ ...report, dryRun: true })],
  ['by the report of a restore', (report: object) => ({ ...report, mode: 'restore' })]
])('%s nothing counts as left over', async (_what, change) => {
  const { site, config, report } = await cutOff()
  site.earlier = change(report) as typeof report | null
  const { report: next } = await site.run(config)

  expect(next.totals).toMatchObject({ selected: 0, deleted: 0 })
})
