import { afterEach, expect, test } from '@jest/globals'
import { addPackage } from '../../src/emulator/builders.js'
import { ociImage } from '../../src/emulator/image-manifest.js'
import { push } from '../../src/emulator/registry-publish.js'
import type { PackageType } from '../../src/model/package.js'
import type { RestoreConfig } from '../../src/run/config.js'
import { restore, restoredIn } from './restore-site.js'
import { closeRunSites, DAY, NOW, openRunSite, packages, quick } from './run-site.js'

afterEach(closeRunSites)

/** Undoes a cleanup of the container package `shop`. */
async function undo(options: Partial<Pick<RestoreConfig, 'packages' | 'packageTypes'>>) {
  const site = await openRunSite()
  const shop = addPackage(site.emulated, 'acme', 'shop')
  for (const tag of ['v1', 'pr-1']) {
    push(site.emulated, shop, ociImage(tag), { at: NOW - 90 * DAY, tags: [tag] })
  }
  const rules = quick({ deleteTags: ['pr-*'] })
  const { report } = await site.run({ packages: packages('shop'), rules })
  expect(report.totals.deleted).toBeGreaterThan(0)
  const result = await restore(site, report, options)
  return { ...result, restored: restoredIn(site).length }
}

const NPM: readonly PackageType[] = ['npm']

test('an exact name that the report has in a type that is left out fails, and names the type', async () => {
  const { failures, report, restored } = await undo({
    packages: packages('shop'),
    packageTypes: NPM
  })

  expect(failures).toEqual([
    'npm package shop: the report has it as container, which package-type leaves out: give ' +
      'package-type container'
  ])
  expect(report.warnings).toEqual([])
  expect(restored).toBe(0)
})

test('a pattern that matches only in such a type is warned of', async () => {
  const { failures, report, restored } = await undo({
    packages: packages('sho*'),
    packageTypes: NPM
  })

  expect(failures).toEqual([])
  expect(report.warnings).toContain('packages: sho* matches nothing in the report')
  expect(restored).toBe(0)
})

test('with its type among those that are given it is undone', async () => {
  const packageTypes = ['npm', 'container'] as const
  const { failures, restored } = await undo({ packages: packages('shop'), packageTypes })

  expect(failures).toEqual([])
  expect(restored).toBeGreaterThan(0)
})
