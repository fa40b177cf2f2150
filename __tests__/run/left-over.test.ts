import { afterEach, expect, test } from '@jest/globals'
import { addPackage } from '../../src/emulator/builders.js'
import { multiArch } from '../../src/emulator/image-index.js'
import type { Report, VersionRow } from '../../src/report/report.js'
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
  site.earlier = [report]
  const { report: next } = await site.run(config)

  expect(next.totals).toMatchObject({ selected: 2, deleted: 2, kept: 3 })
  expect(next.packages[0]?.versions.map(({ reasonCode }) => reasonCode)).toContain('left-over')
  expect(app.versions.filter(({ deletedAt }) => deletedAt === null)).toHaveLength(3)
})

const living = (app: { versions: readonly { deletedAt: number | null }[] }) =>
  app.versions.filter(({ deletedAt }) => deletedAt === null).length

type Change = (report: Report) => readonly Report[]

const rowsOf = (report: Report, edit: (row: VersionRow) => VersionRow): Report => ({
  ...report,
  packages: report.packages.map((entry) => ({ ...entry, versions: entry.versions.map(edit) }))
})
const partsOf = (report: Report, change: Partial<VersionRow>) =>
  rowsOf(report, (row) =>
    row.decision === 'delete' && row.root !== null ? { ...row, ...change } : row
  )
const rootOf = (report: Report, change: Partial<VersionRow>) =>
  rowsOf(report, (row) =>
    row.decision === 'delete' && row.root === null ? { ...row, ...change } : row
  )
/** What a run knows of the parts when it does not know what they belonged to. */
const alone = { root: null, decision: 'keep', outcome: null } as const

test.each<[string, Change]>([
  ['a dry run', (report) => [{ ...partsOf(report, alone), dryRun: true }, report]],
  [
    'a run that max-deletions stopped',
    (report) => [
      {
        ...partsOf(report, { root: null, decision: 'delete', outcome: 'skipped' }),
        fuse: 'beyond 1'
      },
      report
    ]
  ],
  [
    'a run that a limit stopped again',
    (report) => [partsOf(report, { root: null, decision: 'delete', outcome: 'remaining' }), report]
  ],
  ['a run that did not read the package', (report) => [{ ...report, packages: [] }, report]],
  [
    'a run that saw nothing of the package',
    (report) => [
      { ...report, packages: report.packages.map((entry) => ({ ...entry, versions: [] })) },
      report
    ]
  ],
  ['a restore', (report) => [{ ...report, mode: 'restore' }, report]],
  [
    'nothing, and the run was killed before it heard that the root is gone',
    (report) => [{ ...rootOf(report, { outcome: null }), complete: false }]
  ],
  [
    'nothing, and the answer about the root was lost',
    (report) => [rootOf(report, { outcome: 'failed' })]
  ]
])('it is still left over where in between was %s', async (_what, change) => {
  const { site, app, config, report } = await cutOff()
  site.earlier = change(report)
  const { report: next } = await site.run(config)

  expect(next.totals).toMatchObject({ selected: 2, deleted: 2, kept: 3 })
  expect(living(app)).toBe(3)
})

test.each<[string, Change]>([
  ['without the report', () => []],
  ['by the report of a dry run', (report) => [{ ...report, dryRun: true }]],
  ['by the report of a restore', (report) => [{ ...report, mode: 'restore' }]],
  [
    'where a newer report has it tagged',
    (report) => [partsOf(report, { ...alone, tags: ['mine'] }), report]
  ],
  [
    'where a newer report has it in use',
    (report) => [{ ...partsOf(report, { ...alone, root: 1 }), dryRun: true }, report]
  ],
  [
    'where a newer run took it out of its plan',
    (report) => [partsOf(report, { root: null, decision: 'delete', outcome: 'skipped' }), report]
  ],
  [
    'where the root was not to go',
    (report) => [{ ...rootOf(report, { outcome: null, decision: 'keep' }), complete: false }]
  ],
  [
    'where the run came to its end without a word of the root',
    (report) => [rootOf(report, { outcome: null })]
  ],
  ['where the id has another digest', (report) => [partsOf(report, { name: 'sha256:other' })]]
])('%s nothing counts as left over', async (_what, change) => {
  const { site, app, config, report } = await cutOff()
  site.earlier = change(report)
  const { report: next } = await site.run(config)

  expect(next.totals).toMatchObject({ selected: 0, deleted: 0 })
  expect(living(app)).toBe(5)
})

test('a root that is still listed has lost nothing, whatever a report says', async () => {
  const { site, config, app, report } = await cutOff()
  const root = report.packages[0]?.versions.find(({ outcome }) => outcome === 'deleted')
  for (const version of app.versions) if (version.id === root?.id) version.deletedAt = null
  site.earlier = [report]
  const { report: next } = await site.run(config)

  expect(next.packages[0]?.versions.map(({ reasonCode }) => reasonCode)).not.toContain('left-over')
})
