import { afterEach, expect, test } from '@jest/globals'
import { addPackage, addVersion } from '../../src/emulator/builders.js'
import { annotations } from '../../src/report/annotations.js'
import { totalsLines } from '../../src/report/log-lines.js'
import { closeRunSites, openRunSite, packages, policy } from './run-site.js'

afterEach(closeRunSites)

const RULES = policy(`version: 1
packages:
  - names: "*"
    delete: [{ name: old, tags: ["nigthly-*", "1.*"] }]
`)
const NOTE = 'nigthly-* of old matches no tag of any package that was listed'

async function planned(config: { readonly dryRun: boolean; readonly isShare?: boolean }) {
  const site = await openRunSite()
  for (const name of ['ui', 'api']) {
    const target = addPackage(site.emulated, 'acme', name, { type: 'npm' })
    for (const version of ['1.0.0', '2.0.0']) addVersion(site.emulated, target, { name: version })
  }
  const { report } = await site.run({
    dryRun: config.dryRun,
    packages: packages('ui', 'api'),
    rules: RULES,
    ...(config.isShare === true ? { share: { index: 1, of: 2 } } : {})
  })
  return report
}

test('a dry run notes patterns that match nothing, and nobody has to act on it', async () => {
  const report = await planned({ dryRun: true })

  expect(report.totals.selected).toBe(2)
  expect(report.notes).toEqual([NOTE])
  expect(totalsLines(report)).toContain(`note: ${NOTE}`)
  expect(annotations(report)).toEqual([])
})

test('a live run does not, night for night', async () => {
  expect((await planned({ dryRun: false })).notes).toEqual([])
})

test('one share of the packages does not: the tags may be in another', async () => {
  expect((await planned({ dryRun: true, isShare: true })).notes).toEqual([])
})
