import { afterEach, expect, test } from '@jest/globals'
import { addPackage, addVersion } from '../../src/emulator/builders.js'
import { annotations } from '../../src/report/annotations.js'
import { totalsLines } from '../../src/report/log-lines.js'
import { closeRunSites, openRunSite, packages, policy } from './run-site.js'

afterEach(closeRunSites)

const rules = (settings: string) =>
  policy(`version: 1
defaults: ${settings}
packages:
  - names: "*"
    delete: [{ name: old, tags: ["nigthly-*", "1.*"] }]
`)
const NOTE = 'nigthly-* of old matches no tag of any package that was listed'
const RELEASES =
  '2 of the 2 npm versions that would go look like releases: 1.0.0 and 1.0.0; keep-tags, or a keep rule, keeps them'
const RELEASES_GO = RELEASES.replace('would go', 'go')

interface Planned {
  readonly dryRun: boolean
  readonly isShare?: boolean
  readonly settings?: string
}

async function planned(config: Planned) {
  const site = await openRunSite()
  for (const name of ['ui', 'api']) {
    const target = addPackage(site.emulated, 'acme', name, { type: 'npm' })
    for (const version of ['1.0.0', '2.0.0']) addVersion(site.emulated, target, { name: version })
  }
  const { report } = await site.run({
    dryRun: config.dryRun,
    packages: packages('ui', 'api'),
    rules: rules(config.settings ?? '{}'),
    ...(config.isShare === true ? { share: { index: 1, of: 2 } } : {})
  })
  return report
}

test('a dry run notes patterns that match nothing, and nobody has to act on it', async () => {
  const report = await planned({ dryRun: true })

  expect(report.totals.selected).toBe(2)
  expect(report.notes).toEqual([NOTE, RELEASES])
  expect(totalsLines(report)).toContain(`note: ${NOTE}`)
  expect(annotations(report)).toEqual([])
})

test('a live run does too, and tells of the releases that go', async () => {
  expect((await planned({ dryRun: false })).notes).toEqual([NOTE, RELEASES_GO])
})

test('a live run that its limit stops deletes none', async () => {
  const report = await planned({ dryRun: false, settings: '{ max-deletions: 1 }' })

  expect(report.totals.deleted).toBe(0)
  expect(report.notes).toEqual([NOTE, RELEASES])
})

test('one share of the packages does not: the tags may be in another', async () => {
  const { notes } = await planned({ dryRun: true, isShare: true })

  expect(notes.filter((note) => note.includes('nigthly'))).toEqual([])
})

test('a keep rule that keeps nothing is told, live and in a plan', async () => {
  const site = await openRunSite()
  const target = addPackage(site.emulated, 'acme', 'app', { type: 'npm' })
  for (const name of ['1.0.0-stable', '1.0.0-rc.1']) addVersion(site.emulated, target, { name })
  const slip = policy(`version: 1
packages:
  - names: "*"
    keep: [{ tags: 1.0.0-stabel }]
    delete: [{ tags: "*-rc.*" }]
`)
  const run = { packages: packages('app'), rules: slip }
  const note =
    '1.0.0-stabel of keep rule 1 matches no tag of any package that was listed, so it keeps ' +
    'nothing; near it: 1.0.0-stable'

  expect((await site.run({ ...run, dryRun: true })).report.notes).toEqual([note])
  expect((await site.run({ ...run, dryRun: false })).report.notes).toEqual([note])
})

test.each([true, false])('of several entries the one is told (dry run: %s)', async (dryRun) => {
  const site = await openRunSite()
  for (const [name, version] of [
    ['app', '1.0.0'],
    ['web', '2.0.0']
  ] as const) {
    addVersion(site.emulated, addPackage(site.emulated, 'acme', name, { type: 'npm' }), {
      name: version
    })
  }
  const entries = policy(`version: 1
packages:
  - { names: app, keep: [{ tags: 1.* }], delete: [{ older-than: 1d }] }
  - { names: web, keep: [{ tags: 1.* }], delete: [{ older-than: 1d }] }
`)
  const { report } = await site.run({ packages: packages('*'), rules: entries, dryRun })

  expect(report.notes.filter((note) => note.includes('matches no tag'))).toEqual([
    '1.* of keep rule 1 of packages[1] matches no tag of web, so it keeps nothing'
  ])
})
