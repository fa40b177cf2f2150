import { formatCount } from './bytes.js'
import { outcomesText, plannedCountsText } from './counts-text.js'
import { decisionGroups, groupReason, groupTitle, type DecisionGroup } from './decision-groups.js'
import { logLine } from './escape-log.js'
import { hasCountedNothing, headline, summarySentence } from './headline.js'
import { exampleList, packageTitle, versionLabel } from './labels.js'
import { freedText } from './freed-text.js'
import { isUnseen, leftAloneLines } from './left-alone.js'
import { packageCells, packageColumns } from './package-columns.js'
import { packageNote } from './package-order.js'
import type { PackageReport, Report, VersionRow } from './report.js'
import { standInsDone } from './stand-ins.js'
import { clip, plural } from './wording.js'

const SHOWN_GROUPS = 25
const SHOWN_LABELS = 3
const SHOWN_REASONS = 10
const SHOWN_PACKAGES = 1000

/** The title of a package's group in the log: which one, and what is decided. */
export function packageHeaderLine(entry: PackageReport, dryRun: boolean): string {
  const note = packageNote(entry)
  // Where nothing is listed, as in a repair of what is whole, the notes tell what there is.
  const isTold = isUnseen(entry) || (entry.totals.versions === 0 && entry.notes.length > 0)
  const counts = isTold
    ? ''
    : `: ${[plural(entry.totals.versions, 'version'), ...plannedCountsText(entry, dryRun)].join(', ')}`
  return logLine(`${packageTitle(entry)}${counts}${note === '' ? '' : ` (${note})`}`)
}

/** What a person has to act on in a package, a line each, to stand before its decisions. */
export function warningLines({ warnings }: PackageReport): readonly string[] {
  return warnings.map((text) => logLine(`  warning: ${text}`))
}

/** What is decided in a package and why: one line for each rule and reason, with examples. */
export function decisionLines(entry: PackageReport): readonly string[] {
  const problems = [entry.error, entry.leftAlone, entry.frozen, ...entry.notes]
  const groups = decisionGroups(entry.versions)
  const left = groups.length - SHOWN_GROUPS
  return [
    ...problems.filter((text) => text !== null),
    ...groups.slice(0, SHOWN_GROUPS).map((group) => groupLine(group)),
    ...(left > 0 ? [`… and ${plural(left, 'more group')}, all in report.csv`] : [])
  ].map((text) => logLine(`  ${text}`))
}

function groupLine(group: DecisionGroup): string {
  const rule = group.rule === null ? '' : `${group.rule}: `
  const labels = group.examples.map((row) => versionLabel(row)).slice(0, SHOWN_LABELS)
  const names = exampleList(labels, group.count - labels.length)
  const [first] = group.examples
  const reason = clip(first === undefined ? '' : groupReason(group, first), 300)
  const isSaid = reason === groupTitle(group) || reason === '' || group.reasonCode === 'frozen'
  const example = isSaid ? '' : ` [${reason}]`
  return `${(group.undone ?? group.decision).padEnd(7)} ${formatCount(group.count).padStart(6)}  ${rule}${groupTitle(group)}: ${names}${example}`
}

/** What became of a package in a live run; of a dry run what would be freed. */
export function packageResultLine(entry: PackageReport, dryRun: boolean): string {
  const { totals } = entry
  const outcomes = outcomesText(totals)
  const done = outcomes.length === 0 ? idleText(entry) : outcomes.join(', ')
  const gone = totals.gone > 0 ? ' (gone: deleted meanwhile, perhaps by an earlier run)' : ''
  return logLine(
    `${packageTitle(entry)}: ${done}${gone}${freedText({ totals, packages: [entry] }, dryRun)}`
  )
}

function idleText(entry: PackageReport): string {
  if (entry.packageOutcome === 'restored') return 'restored as a whole, no version by itself'
  if (entry.packageOutcome === 'remaining') return 'still to be restored as a whole'
  return standInsDone([entry]) ?? 'nothing was changed'
}

/** Why a live run skipped versions of a package: one line for each reason, the commonest first. */
export function notDoneLines({ versions }: PackageReport): readonly string[] {
  const byReason = new Map<string, VersionRow[]>()
  for (const row of versions) {
    if (row.outcome !== 'skipped') continue
    const why = row.error ?? 'no reason is known'
    const rows = byReason.get(why)
    if (rows === undefined) byReason.set(why, [row])
    else rows.push(row)
  }
  const reasons = [...byReason].toSorted(([, a], [, b]) => b.length - a.length)
  const left = reasons.length - SHOWN_REASONS
  return [
    ...reasons.slice(0, SHOWN_REASONS).map(([why, rows]) => {
      const labels = rows.slice(0, SHOWN_LABELS).map((row) => versionLabel(row))
      const names = exampleList(labels, rows.length - labels.length)
      return `${formatCount(rows.length)} skipped: ${clip(why, 300)}: ${names}`
    }),
    ...(left > 0 ? [`… and ${plural(left, 'more reason')}, all in report.csv`] : [])
  ].map((text) => logLine(`  ${text}`))
}

/** The end of the log: a table of the packages with the totals below, then what happened. */
export function totalsLines(report: Report): readonly string[] {
  if (hasCountedNothing(report)) {
    const texts = [headline(report), summarySentence(report)]
    return texts.filter((text) => text !== '').map((text) => logLine(text))
  }
  const columns = packageColumns(report)
  const shown = report.packages.slice(0, SHOWN_PACKAGES)
  const left = report.packages.length - shown.length
  const rows = [
    ['package', ...columns.map(({ title }) => title)],
    ...shown.map((entry) => [packageTitle(entry), ...packageCells(entry, columns)]),
    ...(report.packages.length > 1 ? [['all', ...columns.map(({ cell }) => cell(report))]] : [])
  ]
  return [
    ...aligned(rows.map((row) => row.map((cell) => logLine(cell)))),
    ...(left > 0 ? [`… and ${plural(left, 'more package')}, counted in all`] : []),
    ...leftAloneLines(report).map((text) => logLine(text)),
    logLine(headline(report)),
    logLine(summarySentence(report)),
    ...report.notes.map((text) => logLine(`note: ${text}`))
  ]
}

function aligned(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, index) =>
    Math.max(...rows.map((row) => (row[index] ?? '').length))
  )
  return rows.map((row) =>
    row
      .map((cell, index) =>
        index === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[index] ?? 0)
      )
      .join('  ')
  )
}
