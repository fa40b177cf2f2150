import { afterEach, expect, test } from '@jest/globals'
import { addPackage, addVersion } from '../../src/emulator/builders.js'
import type { RawInputs } from '../../src/run/inputs/surroundings.js'
import { closeRunSites, DAY, NOW, openRunSite } from '../run/run-site.js'
import { runExample } from './example-run.js'
import { ownSteps } from './own-steps.js'
import { blocksOf } from './yaml-blocks.js'

afterEach(closeRunSites)

test('what README.md says about dry run, review, apply and restore, from end to end', async () => {
  const site = await openRunSite()
  const app = addPackage(site.emulated, 'acme', 'app')
  for (const tag of ['main-1', 'main-2', 'v1.0.0']) {
    addVersion(site.emulated, app, { createdAt: NOW - 60 * DAY, tags: [tag] })
  }
  const living = () => app.versions.filter(({ deletedAt }) => deletedAt === null).length
  const [plan, apply] = stepsUnder('Dry run, review, apply')
  const [restore] = stepsUnder('Restore')

  const planned = await runExample(site, { ...plan, packages: 'app' })
  expect(planned.failures).toEqual([])
  expect(planned.report.totals.selected).toBe(2)
  expect(living()).toBe(3)

  const applied = await runExample(site, apply ?? {}, turnedToKeep('main-2', planned.report))
  expect(applied.failures).toEqual([])
  expect(applied.report.totals.deleted).toBe(1)
  expect([...app.tags.keys()].toSorted((a, b) => (a < b ? -1 : 1))).toEqual(['main-2', 'v1.0.0'])

  const restored = await runExample(site, restore ?? {}, applied.report)
  expect(restored.failures).toEqual([])
  expect(restored.report.totals.restored).toBe(1)
  expect(living()).toBe(3)
  expect(app.tags.has('main-1')).toBe(true)
})

function stepsUnder(heading: string): readonly RawInputs[] {
  return blocksOf('README.md')
    .filter((block) => block.heading === heading)
    .flatMap(({ content }) => ownSteps(content).map(({ inputs }) => inputs))
}

/** As a person edits the file. */
function turnedToKeep(tag: string, report: unknown): unknown {
  return JSON.parse(
    JSON.stringify(report).replace(
      new RegExp(`("tags":\\["${tag}"\\](?:(?!"decision").)*"decision":)"delete"`),
      '$1"keep"'
    )
  )
}
