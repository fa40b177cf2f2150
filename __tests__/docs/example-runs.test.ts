import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { addPackage, addVersion } from '../../src/emulator/builders.js'
import { PACKAGE_TYPES } from '../../src/model/package.js'
import type { RawInputs } from '../../src/run/inputs/surroundings.js'
import { closeRunSites, DAY, NOW, openRunSite, type RunSite } from '../run/run-site.js'
import { dryRun } from './example-run.js'
import { ownSteps } from './own-steps.js'
import { allBlocks } from './yaml-blocks.js'

// The packages that the examples name, or that their globs match.
const NAMES = ['app', 'ui', 'tool', 'foo', 'bar', 'bazaar', 'worker', 'preview', 'package-1']
const names = [...NAMES, 'package-2', 'services/api']

const pages = allBlocks().flatMap(({ file, heading, content }) =>
  ownSteps(content).map(({ inputs }) => ({ place: `${file} ${heading}`, inputs }))
)
const workflows = readdirSync('examples')
  .filter((name) => /\.ya?ml$/.test(name))
  .map((name) => join('examples', name))
  .flatMap((file) =>
    ownSteps(parse(readFileSync(file, 'utf8'))).map(({ inputs }) => ({ place: file, inputs }))
  )
const cleanups = [...pages, ...workflows]
  .filter(({ inputs }) => (inputs['mode'] ?? 'cleanup') === 'cleanup')
  .map(({ place, inputs }, index): [string, RawInputs] => [`${index + 1} ${place}`, inputs])

describe('on an emulated GitHub that has their packages', () => {
  let site: RunSite
  beforeAll(async () => {
    site = await openRunSite({ limits: { hourly: 1e6 } })
    for (const name of names) for (const type of PACKAGE_TYPES) addSome(site, name, type)
  })
  afterAll(closeRunSites)

  test('there are examples to run', () => {
    expect(cleanups.length).toBeGreaterThan(15)
  })

  test.each(cleanups)('%s: previews without a failure', async (_place, inputs) => {
    const { report, failures } = await dryRun(site, inputs)

    expect(failures).toEqual([])
    expect(report.packages.filter(({ error }) => error !== null)).toEqual([])
    expect(report.totals.versions).toBeGreaterThan(0)
    expect(report.totals.kept + report.totals.selected).toBe(report.totals.versions)
    const changing = site.emulator.requests.filter(({ method }) => !/^(GET|HEAD)$/.test(method))
    expect(changing).toEqual([])
  })
})

function addSome({ emulated }: RunSite, name: string, type: (typeof PACKAGE_TYPES)[number]): void {
  const added = addPackage(emulated, 'acme', name, { type })
  for (let index = 0; index < 8; index += 1) {
    const version = `1.0.${index}${index % 2 === 0 ? '' : '-RC1'}`
    const createdAt = NOW - (index * 40 + 1) * DAY
    if (type === 'container' || type === 'docker') {
      const tags = index % 3 === 0 ? [] : [index % 3 === 1 ? `v${version}` : `pr-${index}`]
      addVersion(emulated, added, { createdAt, tags })
    } else addVersion(emulated, added, { createdAt, name: version })
  }
}
