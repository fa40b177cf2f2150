import type { VersionOutcome } from '../plan/outcome.js'
import type { PackageStep } from './row-outcome.js'

/** Which package a line is about. */
export interface JournalPackage {
  readonly owner: string
  readonly type: string
  readonly name: string
}

/** One line of `report.journal.ndjson`: what happened since the report was written. */
export type JournalEntry =
  /** The first line: the run that the lines after it belong to, by the report's `startedAt`. */
  | { readonly kind: 'run'; readonly startedAt: string }
  | {
      readonly kind: 'version'
      readonly package: JournalPackage
      readonly outcome: VersionOutcome
    }
  /** The package was deleted or restored as a whole, or could not be. */
  | { readonly kind: 'package'; readonly package: JournalPackage; readonly outcome: PackageStep }

/** One entry as a line, with its line feed. */
export function formatJournalLine(entry: JournalEntry): string {
  return `${JSON.stringify(entry)}\n`
}
