import type { PackageReport, PlannedChanges, Report, VersionRow } from './report.js'
import { plural } from './wording.js'

/** What these rows, as they were planned, change in their package. */
export function plannedChanges(
  rows: readonly VersionRow[],
  packageDecision: 'delete' | null
): PlannedChanges {
  return {
    package: packageDecision,
    delete: rows.filter(({ decision }) => decision === 'delete').map(({ id }) => id),
    untag: rows
      .filter(({ decision }) => decision === 'untag')
      .map(({ id, untag }) => ({ id, tags: untag }))
  }
}

/**
 * In a sentence that rows were added to a package of a plan: of one that does not list what it
 * changes, its own counts tell. `null` where it does, where it has no counts, and where they are
 * not gone beyond.
 */
export function addedText({ stated, versions }: PackageReport): string | null {
  const isBeyond = (count: number, decision: VersionRow['decision']) =>
    versions.filter((row) => row.decision === decision).length > count
  const { selected = null, toUntag = null } = stated ?? {}
  if (selected !== null && isBeyond(selected, 'delete')) return beyondText('delete', selected)
  if (toUntag !== null && isBeyond(toUntag, 'untag')) return beyondText('untag', toUntag)
  return null
}

function beyondText(decision: 'delete' | 'untag', count: number): string {
  const key = decision === 'delete' ? 'selected' : 'toUntag'
  return (
    `the plan has more entries to ${decision} than the ${plural(count, 'version')} of its ` +
    `totals.${key}: by hand changes can only be taken out of a plan`
  )
}

/**
 * Whether a report is a plan that a run with `mode: apply` would find something to do in, and would
 * do, with the same `max-deletions`.
 */
export function isPlanToApply({ dryRun, mode, complete, error, fuse, totals }: Report): boolean {
  const isWhole = complete && error === null && fuse === null
  const isPlan = dryRun && isWhole && (mode === 'cleanup' || mode === 'apply')
  return isPlan && totals.selected + totals.toUntag > 0
}
