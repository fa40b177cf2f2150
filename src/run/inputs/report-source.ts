import { basename, dirname, join } from 'node:path'
import { applyJournal } from '../../report/journal.js'
import { readReport } from '../../report/read-report.js'
import type { Report } from '../../report/report.js'
import type { InputReader } from './input-reader.js'
import type { Surroundings } from './surroundings.js'

/** How the journal beside a report.json is called. */
export const JOURNAL_NAME = 'report.journal.ndjson'

/**
 * The report that an input names, with what its journal knows where the run did not come to
 * its end; `null` where it is not given or can't be read.
 */
export function readReportInput(
  inputs: InputReader,
  name: 'plan' | 'report',
  surroundings: Surroundings
): Report | null {
  const path = inputs.text(name)
  if (path === null) return null
  const file = surroundings.readFile(path)
  if (!file.ok) {
    inputs.refuse(name, path, `${file.why}; expected the report.json of a run`)
    return null
  }
  const read = readReport(file.text, basename(path))
  if (!read.ok) {
    for (const error of read.errors) inputs.refuse(name, path, error)
    return null
  }
  return read.report.complete ? read.report : withJournal(read.report, path, surroundings)
}

/** A killed run may have changed nothing yet: then there is no journal. */
function withJournal(report: Report, path: string, surroundings: Surroundings): Report {
  const journal = journalOf(path, (name) => surroundings.readFile(name))
  return journal === null ? report : applyJournal(report, journal)
}

/**
 * The journal of the report at `path`: beside a run's own name under that name, or still under
 * the common one, whose first line says whose it is. `null` where there is none.
 */
export function journalOf(path: string, read: Surroundings['readFile']): string | null {
  const own = `${basename(path).replace(/\.json$/, '')}.journal.ndjson`
  for (const name of [own, JOURNAL_NAME]) {
    const journal = read(join(dirname(path), name))
    if (journal.ok) return journal.text
  }
  return null
}

/** The plan of `apply`: the report of a dry run that deletes. */
export function readPlan(inputs: InputReader, surroundings: Surroundings): Report | null {
  if (!inputs.isGiven('plan')) {
    inputs.refuse('plan', null, 'mode: apply needs one: the report.json of a dry run')
  }
  const report = readReportInput(inputs, 'plan', surroundings)
  if (report === null) return null
  if (report.dryRun && (report.mode === 'cleanup' || report.mode === 'apply')) return report
  const what = report.dryRun ? `a dry run in mode: ${report.mode}` : 'a run that was carried out'
  inputs.refuse('plan', inputs.text('plan'), `it is the report of ${what}, expected a dry run’s`)
  return null
}
