import { readFileSync } from 'node:fs'
import { afterEach, describe, expect, test } from '@jest/globals'
import { addPackage, addRepository, addVersion } from '../../src/emulator/builders.js'
import type { PackageState } from '../../src/emulator/state.js'
import type { Report } from '../../src/report/report.js'
import {
  closeRunSites,
  DAY,
  duration,
  NOW,
  openRunSite,
  packages,
  policy,
  quick,
  type RunSite
} from '../run/run-site.js'

// The table of costs in README.md, row by row: what a run asks for, not one request more.

afterEach(closeRunSites)

const START = 1
const REGISTRY_TOKEN = 2

describe('what it costs', () => {
  test('the package: 1 request for each 100 versions, and each image once', async () => {
    const site = await openRunSite()
    addApp(site, 250)
    const config = {
      packages: packages('app'),
      dryRun: true,
      rules: quick({ deleteTags: ['pr-*'], olderThan: duration('30d') })
    }

    const first = await site.run(config)
    const later = await site.run(config)

    expect(first.report.requests).toEqual({ api: START + 3, registry: REGISTRY_TOKEN + 250 })
    expect(later.report.requests).toEqual({ api: START + 3, registry: 0 })
  })

  test('a deletion is one request, a look before and one after 1 for each 100 versions', async () => {
    const site = await openRunSite()
    addApp(site, 250)
    const rules = quick({ deleteTags: ['pr-*'], keepNewest: 200 })

    const { report } = await site.run({ packages: packages('app'), rules })

    expect(report.totals.deleted).toBe(50)
    // 250 versions are three pages, the 200 that are left two, which GitHub tells on the first.
    expect(report.requests.api).toBe(START + 3 + 3 + 50 + 2)
  })

  test('a tag taken off is one deletion and 2 requests of the registry, a list for all', async () => {
    const site = await openRunSite()
    addApp(site, 20)
    const oneRule = (...tags: readonly string[]) => ({
      packages: packages('app'),
      rules: quick({ deleteTags: [...tags] }, { untag: true })
    })
    await site.run({ ...oneRule('pr-1'), dryRun: true })

    const one = (await site.run(oneRule('pr-1'))).report
    const three = (await site.run(oneRule('pr-2', 'pr-3', 'pr-4'))).report

    expect([one.totals.untagged, three.totals.untagged]).toEqual([1, 3])
    expect(one.requests.api).toBe(START + 1 + 1 + 1 + 1)
    expect(more(three, one)).toEqual({ api: 2, registry: 4 })
  })

  test('a list of packages is 1 request, facts 1 for the package and 1 for each list', async () => {
    const site = await openRunSite()
    addRepository(site.emulated, 'acme/app', { releases: ['v1.0.0'] })
    addApp(site, 20)
    const asking = policy(`version: 1
packages:
  - names: app
    type: container
    keep: [{ release: true }, { open-pull-request: 'pr-{number}' }, { live-branch: '{branch}' }]
    delete: [{ older-than: 1d }]
`)

    const glob = await site.run({ packages: packages('a*'), rules: quick({ keepNewest: 20 }) })
    const facts = await site.run({ packages: null, dryRun: true, rules: asking })

    expect(glob.report.requests.api).toBe(START + 1 + 1)
    expect(facts.report.requests.api).toBe(START + 1 + 1 + 4)
  })
})

test('README.md says where these costs come from', () => {
  const page = readFileSync('README.md', 'utf8')

  expect(page).toContain('**Each manifest that is read counts as a download**')
  expect(page).toContain('public versions with more than 5,000 downloads can never be deleted')
})

/** Images with a tag for a pull request, the oldest last, and another that keeps them tagged. */
function addApp({ emulated }: RunSite, count: number): PackageState {
  const app = addPackage(emulated, 'acme', 'app', { repository: 'acme/app' })
  for (let index = 0; index < count; index += 1) {
    const tags = count > 100 ? [`pr-${index}`] : [`pr-${index}`, `build-${index}`]
    addVersion(emulated, app, { createdAt: NOW - (index + 40) * DAY, tags })
  }
  return app
}

function more(a: Report, b: Report) {
  return {
    api: a.requests.api - b.requests.api,
    registry: a.requests.registry - b.requests.registry
  }
}
