import { afterEach, describe, expect, test } from '@jest/globals'
import { addPackage, addVersion } from '../../src/emulator/builders.js'
import type { PackageState } from '../../src/emulator/state.js'
import { closeRunSites, DAY, NOW, openRunSite, type RunSite } from '../run/run-site.js'
import { dryRun } from './example-run.js'
import { runnerText } from './own-steps.js'
import { recordAt } from './records.js'
import { blocksOf } from './yaml-blocks.js'

afterEach(closeRunSites)

// What README.md says about each example of the quick rules, on the packages below.
const GOES: readonly (readonly [string, readonly string[]])[] = [
  ['Old images of branches and pull requests', ['main-11', 'main-12', 'pr-7']],
  ['Untagged images', ['untagged 60 days', 'untagged 61 days']],
  [
    'Everything but',
    ['main-11', 'main-12', 'nightly', 'pr-7', ...[56, 57, 58, 59, 60, 61].map(untagged)]
  ],
  ['Prereleases', ['1.0.0-rc.1', '1.0.0-rc.2']],
  ['Broken images', []]
]

const examples = blocksOf('README.md').filter(({ kind }) => kind === 'inputs')

test('every example of the quick rules is tried', () => {
  expect(examples.map(({ heading }) => heading)).toEqual(GOES.map(([heading]) => heading))
})

describe('the quick rules of README.md', () => {
  test.each(GOES)('%s', async (heading, goes) => {
    const site = await openRunSite()
    addImages(site)
    addPrereleases(site)
    const raw = runnerText(recordAt(examples.find((one) => one.heading === heading)?.content))

    const { report, failures } = await dryRun(site, { packages: 'app', ...raw })

    expect(failures).toEqual([])
    const selected = report.packages
      .flatMap(({ versions }) => versions)
      .filter(({ decision }) => decision === 'delete')
      .map(({ name, tags, createdAt }) => labelOf(name, tags ?? [], createdAt ?? ''))
    expect(selected.toSorted()).toEqual([...goes].toSorted())
  })
})

function addImages({ emulated }: RunSite): void {
  const app = addPackage(emulated, 'acme', 'app')
  // Ten builds of this month, two older ones, and one of them is a release as well.
  for (let day = 1; day <= 10; day += 1) add(app, day, [`main-${day}`])
  add(app, 40, ['main-11'])
  add(app, 41, ['main-12'])
  add(app, 42, ['main-13', 'v1.0.0'])
  add(app, 43, ['pr-7'])
  add(app, 44, ['nightly'])
  add(app, 45, ['latest'])
  for (let day = 56; day <= 61; day += 1) add(app, day, [])
  add(app, 3, [])

  function add(target: PackageState, age: number, tags: readonly string[]): void {
    addVersion(emulated, target, { createdAt: NOW - age * DAY, tags })
  }
}

function addPrereleases({ emulated }: RunSite): void {
  const ui = addPackage(emulated, 'acme', 'app', { type: 'npm' })
  const names = ['1.0.0-rc.1', '1.0.0-rc.2', '1.0.0', '2.0.0-rc.1', '2.0.0-rc.2', '2.0.0-rc.3']
  names.forEach((name, index) => {
    addVersion(emulated, ui, { name, createdAt: NOW - (200 - index) * DAY })
  })
}

function untagged(age: number): string {
  return `untagged ${age} days`
}

function labelOf(name: string, tags: readonly string[], createdAt: string): string {
  if (!name.startsWith('sha256:')) return name
  return tags[0] ?? untagged((NOW - Date.parse(createdAt)) / DAY)
}
