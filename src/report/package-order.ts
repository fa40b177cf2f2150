import type { PackageReport } from './report.js'

/** The packages of a report, those first that a person should look at; else as they were. */
export function byImportance(packages: readonly PackageReport[]): readonly PackageReport[] {
  return packages.toSorted((a, b) => weight(b) - weight(a) || changes(b) - changes(a))
}

function weight({ error, lastVersionFailure, frozen, totals }: PackageReport): number {
  if (error !== null || lastVersionFailure !== null) return 3
  if (totals.failed > 0) return 2
  return frozen === null ? 0 : 1
}

function changes({ totals }: PackageReport): number {
  return totals.selected + totals.toUntag + totals.toRestore
}

/** What is particular about a package, in two or three words; empty for most. */
export function packageNote(entry: PackageReport): string {
  if (entry.error !== null) return 'not processed'
  if (entry.lastVersionFailure !== null) return 'stopped by last-version'
  if (entry.leftAlone !== null) return 'left alone'
  if (entry.frozen !== null) return 'frozen'
  return entry.packageDecision === 'delete' ? 'goes as a whole' : ''
}
