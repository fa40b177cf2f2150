import { applyJournal } from '../report/journal.js'
import { readReport, type ReadReport } from '../report/read-report.js'
import { journalOf } from './inputs/report-source.js'
import { readLocalText } from './local-text.js'

/** Reads a report.json, with what the journal beside it knows where the run was cut off. */
export function readReportFile(path: string, directory: string): ReadReport {
  const file = readLocalText(path, directory)
  if (!file.ok) return { ok: false, errors: [`${path}: ${file.why}`] }
  const read = readReport(file.text, path)
  if (!read.ok || read.report.complete) return read
  const journal = journalOf(path, (name) => readLocalText(name, directory))
  return journal === null ? read : { ok: true, report: applyJournal(read.report, journal) }
}
