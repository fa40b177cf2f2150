import { readFileSync } from 'node:fs'
import type { EpochMs } from '../model/time.js'
import { applyJournal } from '../report/journal.js'
import { readReport } from '../report/read-report.js'
import type { Report } from '../report/report.js'
import { reportPaths } from './report-paths.js'

/**
 * What a run that broke off has left on the disk: its report with the journal's outcomes. `null`
 * where it began to write none, or where the report there is of a run before `since`.
 */
export function recoveredReport(directory: string, since: EpochMs): Report | null {
  const paths = reportPaths(directory)
  const text = textOf(paths.json)
  const read = text === null ? null : readReport(text, paths.json)
  if (read?.ok !== true || Date.parse(read.report.startedAt) < since) return null
  const journal = read.report.complete ? null : textOf(paths.journal)
  return journal === null ? read.report : applyJournal(read.report, journal)
}

function textOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}
