import type { Outcome, VersionOutcome } from '../plan/outcome.js'
import type { VersionRow } from './report.js'

/**
 * The rows after these outcomes: of several for one version the last counts, and their tags add
 * up. An outcome of a version that has no row is passed over.
 */
export function withOutcomes(
  rows: readonly VersionRow[],
  outcomes: readonly VersionOutcome[]
): readonly VersionRow[] {
  const changed = new Map(rows.map((row) => [row.id, row]))
  for (const { id, ...step } of outcomes) {
    const row = changed.get(id)
    if (row !== undefined) changed.set(id, withOutcome(row, step))
  }
  return [...changed.values()]
}

function withOutcome(row: VersionRow, step: Omit<VersionOutcome, 'id'>): VersionRow {
  return {
    ...row,
    outcome: step.outcome,
    error: step.error,
    untagged: union(row.untagged, step.untagged),
    retagged: union(row.retagged, step.retagged)
  }
}

function union(before: readonly string[], added: readonly string[]): readonly string[] {
  return added.length === 0 ? before : [...new Set([...before, ...added])]
}

/** What became of a package as a whole. */
export interface PackageStep {
  readonly outcome: Outcome
  readonly error: string | null
}

/**
 * The rows of a package that was to go as a whole: each that was to be deleted and has no
 * outcome of its own shares that of the package (ruling 69).
 */
export function withPackageOutcome(
  rows: readonly VersionRow[],
  packageDecision: 'delete' | null,
  step: PackageStep | null
): readonly VersionRow[] {
  if (packageDecision !== 'delete' || step === null) return rows
  return rows.map((row) =>
    row.decision === 'delete' && row.outcome === null
      ? { ...row, outcome: step.outcome, error: step.error }
      : row
  )
}
