import { basename, dirname, join } from 'node:path'
import { applyJournal } from '../../report/journal.js'
import { readReport } from '../../report/read-report.js'
import type { Report } from '../../report/report.js'
import { byText, plural } from '../../report/wording.js'
import { journalOf } from './report-source.js'
import type { Surroundings } from './surroundings.js'

const SHOWN = 5
/** Each has to be read whole, and may be large. */
const READ = 12
/** Names that say that nothing was deleted. */
const DELETED_NOTHING = /-(?:dry-run|restore|repair)(?:-\d+|-merged)?\.json$/
const MODE_FOLDERS = ['apply', 'restore']
const COMMON_NAME = 'report.json'
const OF_A_RUN = /^report(?:-\d{4}-[\w.-]+)?\.json$/

/**
 * The reports beside the one at `path` whose runs deleted or untagged something, newest first:
 * `PATH (2026-01-31 02:00 UTC, mode cleanup, 19 versions deleted)`. Empty where there are none.
 */
export function liveReportsBeside(path: string, surroundings: Surroundings): readonly string[] {
  const found = new Map<string, readonly [startedAt: string, text: string]>()
  for (const candidate of candidatesBeside(path, surroundings)) {
    const report = reportAt(candidate, surroundings)
    if (report === null || !hasChanged(report) || found.has(keyOf(report))) continue
    found.set(keyOf(report), [report.startedAt, textOf(candidate, report)])
  }
  const newest = [...found.values()].toSorted(([a], [b]) => byText(b, a))
  return newest.slice(0, SHOWN).map(([, text]) => text)
}

/**
 * The reports beside the one at `path` whose runs began after its run and deleted or untagged
 * something, with what their journals know, in any order. Empty where that one leaves no doubt
 * about what its run did.
 */
export function laterReportsBeside(
  path: string,
  report: Report,
  surroundings: Surroundings
): readonly Report[] {
  if (report.complete && report.totals.failed === 0) return []
  const found = new Map<string, Report>()
  for (const candidate of candidatesBeside(path, surroundings, report.startedAt)) {
    const other = reportAt(candidate, surroundings)
    if (other === null || other.startedAt <= report.startedAt || !hasChanged(other)) continue
    found.set(keyOf(other), other)
  }
  return [...found.values()]
}

/**
 * A run that applies a plan puts its report into a folder beside it, see `report-directory`.
 *
 * @param since leaves out reports whose name says that their run began before
 */
function candidatesBeside(
  path: string,
  surroundings: Surroundings,
  since: string | null = null
): readonly string[] {
  const folder = dirname(path)
  const isInside = MODE_FOLDERS.includes(basename(folder))
  const folders = [folder, ...MODE_FOLDERS.map((name) => join(folder, name))]
  return [...folders, ...(isInside ? [dirname(folder)] : [])].flatMap((one) =>
    surroundings
      .listFolder(one)
      .filter((name) => OF_A_RUN.test(name) && !DELETED_NOTHING.test(name))
      .filter((name) => since === null || !isOlder(name, since))
      .toSorted(byOwnName)
      .slice(0, READ)
      .map((name) => join(one, name))
      .filter((name) => name !== join(path))
  )
}

function isOlder(name: string, since: string): boolean {
  return name !== COMMON_NAME && name < `report-${since.replaceAll(':', '-')}`
}

/** The newest first, and the common name last: what it names mostly has a name of its own too. */
function byOwnName(a: string, b: string): number {
  return Number(a === COMMON_NAME) - Number(b === COMMON_NAME) || byText(b, a)
}

/** Whether a run deleted or untagged something, or may have: it was cut off, or has failures. */
export function hasChanged({ mode, dryRun, complete, totals }: Report): boolean {
  if (dryRun || (mode !== 'cleanup' && mode !== 'apply')) return false
  return totals.deleted + totals.untagged + totals.failed > 0 || (!complete && totals.selected > 0)
}

function reportAt(path: string, surroundings: Surroundings): Report | null {
  const file = surroundings.readFile(path)
  const read = file.ok ? readReport(file.text, basename(path)) : null
  if (read?.ok !== true) return null
  const journal = read.report.complete
    ? null
    : journalOf(path, (name) => surroundings.readFile(name))
  return journal === null ? read.report : applyJournal(read.report, journal)
}

function textOf(path: string, { startedAt, mode, totals }: Report): string {
  const untagged = totals.untagged > 0 ? `, ${plural(totals.untagged, 'version')} untagged` : ''
  const when = `${startedAt.slice(0, 16).replace('T', ' ')} UTC`
  return `${path} (${when}, mode ${mode}, ${plural(totals.deleted, 'version')} deleted${untagged})`
}

function keyOf({ startedAt, mode }: Report): string {
  return `${startedAt} ${mode}`
}
