import { basename, join } from 'node:path'
import { applyJournal } from '../report/journal.js'
import { readReport } from '../report/read-report.js'
import type { Report } from '../report/report.js'
import { byText } from '../report/wording.js'
import type { EpochMs } from '../model/time.js'
import { journalOf } from './inputs/report-source.js'
import { listLocalFolder, readLocalText } from './local-text.js'

/** Each has to be read whole, and may be large. */
const READ = 20
/** `report-2026-01-31T02-00-00.000Z-cleanup.json`, and what older releases moved aside. */
const OWN_NAME = /^report-(\d{4}-\d\d-\d\dT[\d.-]+Z)[\w.-]*\.json$/
/** Restorations and repairs delete nothing. */
const DELETED_NOTHING = /-(?:restore|repair)(?:-\d+|-merged)?\.json$/

/** A report that is there, by when its run started, as names of files have it. */
interface Found {
  readonly startedAt: string
  readonly read: () => Report | null
}

/**
 * The reports that earlier runs left in a folder, or below it where they applied a plan, with
 * what their journals know: the newest first, none of a run before `since`, at most 20. Each is
 * read when it is asked for. What can't be read is passed over.
 */
export function* earlierReports(directory: string, since: EpochMs): Generator<Report> {
  const folders = [directory, join(directory, 'apply')]
  const found = [...folders.flatMap(latestIn), ...folders.flatMap(ownIn)]
  const seen = new Set<string>()
  for (const { startedAt, read } of found.toSorted((a, b) => byText(b.startedAt, a.startedAt))) {
    if (seen.size >= READ || startedAt < inName(new Date(since).toISOString())) return
    const report = seen.has(startedAt) ? null : read()
    if (report === null) continue
    seen.add(startedAt)
    yield report
  }
}

/** A report under the common name has its own name too, unless a person or an older release wrote it. */
function latestIn(folder: string): Found[] {
  const report = reportAt(join(folder, 'report.json'))
  return report === null ? [] : [{ startedAt: inName(report.startedAt), read: () => report }]
}

function ownIn(folder: string): Found[] {
  return listLocalFolder(folder, '').flatMap((name) => {
    const startedAt = OWN_NAME.exec(name)?.[1]
    if (startedAt === undefined || DELETED_NOTHING.test(name)) return []
    return [{ startedAt, read: () => reportAt(join(folder, name)) }]
  })
}

function inName(startedAt: string): string {
  return startedAt.replaceAll(/[^\w.-]/g, '-')
}

function reportAt(path: string): Report | null {
  const file = readLocalText(path, '')
  const read = file.ok ? readReport(file.text, basename(path)) : null
  if (read?.ok !== true || read.report.complete) return read?.ok === true ? read.report : null
  const journal = journalOf(path, (name) => readLocalText(name, ''))
  return journal === null ? read.report : applyJournal(read.report, journal)
}
