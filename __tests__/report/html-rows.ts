import { buildReport } from '../../src/report/build-report.js'
import { packageTitle } from '../../src/report/labels.js'
import { rowChunks } from '../../src/report/html/row-chunks.js'
import { readRows, type Rows } from '../../src/report/html/view/rows.js'
import type { Report } from '../../src/report/report.js'
import type { RunRecord } from '../../src/report/run-record.js'
import { NOW } from './record.js'

/** Takes a generator to its end; `pauses` says how often it paused. */
export function runThrough<T>(steps: Generator<undefined, T>): { value: T; pauses: number } {
  for (let pauses = 0; ; pauses += 1) {
    const step = steps.next()
    if (step.done === true) return { value: step.value, pauses }
  }
}

/** The rows of a report as the page's script reads them. */
export function rowsOf(report: Report): Rows {
  const packages = report.packages.filter(({ versions }) => versions.length > 0)
  const titles = packages.map((entry) => ({
    title: packageTitle(entry),
    rowCount: entry.versions.length
  }))
  const rowCount = titles.reduce((sum, entry) => sum + entry.rowCount, 0)
  const head = { dryRun: report.dryRun, now: NOW, packages: titles, rowCount }
  const chunks: unknown = JSON.parse(JSON.stringify([...rowChunks(packages)]))
  return runThrough(readRows(head, chunks as ReturnType<typeof rowChunks>)).value
}

export const rowsOfRun = (record: RunRecord) => rowsOf(buildReport(record))
