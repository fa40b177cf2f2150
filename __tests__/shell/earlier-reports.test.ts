import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import type { Report } from '../../src/report/report.js'
import { createReportFiles } from '../../src/run/report-files.js'
import { buildReport } from '../../src/report/build-report.js'
import { goes, packageRecord, ref, run } from '../report/record.js'
import { scratchFolder } from './small-site.js'

const onDay = (day: number, more: Partial<Report> = {}): Report => ({
  ...buildReport(run([packageRecord(ref('app'), [goes(1, 'old', 'pr-1')])])),
  startedAt: new Date(Date.UTC(2026, 0, day, 2)).toISOString(),
  dryRun: false,
  complete: true,
  ...more
})

function filesIn(directory: string) {
  const onTrouble = (text: string) => {
    throw new Error(text)
  }
  return createReportFiles({ directory, html: () => '', onTrouble })
}

async function write(directory: string, ...reports: readonly Report[]) {
  for (const report of reports) {
    const files = filesIn(directory)
    await files.writeReport(report)
    await files.finish(report, 0)
  }
}

const daysIn = (folder: string, since = 0) =>
  [...filesIn(folder).earlier(since)].map(({ startedAt }) => new Date(startedAt).getUTCDate())

test('reports of earlier runs are found, the newest first, each once', async () => {
  const folder = scratchFolder()
  await write(folder, onDay(1), onDay(2, { dryRun: true }), onDay(3, { mode: 'restore' }), onDay(4))
  await write(join(folder, 'apply'), onDay(5, { mode: 'apply' }))
  writeFileSync(join(folder, 'report-2026-01-09T02-00-00.000Z-cleanup.json'), '{"torn":')
  writeFileSync(join(folder, 'notes.json'), '{}')

  expect(daysIn(folder)).toEqual([5, 4, 2, 1])
  expect(daysIn(folder, Date.UTC(2026, 0, 3))).toEqual([5, 4])
})

test('no more than twenty are read, and a folder that is not there has none', async () => {
  const folder = scratchFolder()
  await write(folder, ...Array.from({ length: 23 }, (_, at) => onDay(at + 1)))

  expect(daysIn(folder)).toEqual(Array.from({ length: 20 }, (_, at) => 23 - at))
  expect(daysIn(join(folder, 'nowhere'))).toEqual([])
})

test.each(['beside the common name', 'moved aside by the next run'])(
  'a killed run is taken with its journal, %s',
  async (where) => {
    const folder = scratchFolder()
    mkdirSync(folder, { recursive: true })
    const killed = onDay(1, { complete: false })
    const files = filesIn(folder)
    await files.writeReport(killed)
    const { owner, type, name } = killed.packages[0]!
    const outcome = { id: 1, outcome: 'deleted' as const, error: null, untagged: [], retagged: [] }
    files.appendJournal({ kind: 'run', startedAt: killed.startedAt })
    files.appendJournal({ kind: 'version', package: { owner, type, name }, outcome })
    if (where.startsWith('moved')) await write(folder, onDay(2))

    const found = [...filesIn(folder).earlier(0)].at(-1)

    expect(found?.packages[0]?.versions[0]?.outcome).toBe('deleted')
  }
)
