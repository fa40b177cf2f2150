import { dirname, join } from 'node:path'
import { applyJournal } from '../report/journal.js'
import { readReport, type ReadReport } from '../report/read-report.js'
import { JOURNAL_NAME } from './inputs/report-source.js'
import { readLocalText } from './local-text.js'

/** Reads a report.json, with what the journal beside it knows where the run was cut off. */
export function readReportFile(path: string, directory: string): ReadReport {
  const file = readLocalText(path, directory)
  if (!file.ok) return { ok: false, errors: [`${path}: ${file.why}`] }
  const read = readReport(file.text, path)
  if (!read.ok || read.report.complete) return read
  const journal = readLocalText(join(dirname(path), JOURNAL_NAME), directory)
  return journal.ok ? { ok: true, report: applyJournal(read.report, journal.text) } : read
}
