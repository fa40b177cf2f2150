import type { VersionKind } from '../graph/graph.js'
import type { OwnerKind, PackageType } from '../model/package.js'
import type { Outcome } from '../plan/outcome.js'
import type { Decision } from '../plan/plan.js'
import type { LastVersionCase, ReasonCode } from '../plan/reason.js'

/** Where the JSON Schema of report.json is published; the value of its `schema`. */
export const REPORT_SCHEMA =
  'https://raw.githubusercontent.com/package-retention/package-retention/v1/schema/report-v1.json'

export const RUN_MODES = ['cleanup', 'apply', 'restore', 'repair'] as const
export type RunMode = (typeof RUN_MODES)[number]

/** Counts of versions by outcome. A dry run has none. */
export type OutcomeCounts = Readonly<Record<Outcome, number>>

/**
 * Counts of versions of one package (ruling 73): each is in `kept` (decided keep or untag), in
 * `selected` (decided delete) or in `toRestore`; outcomes are counted beside.
 */
export interface PackageTotals extends OutcomeCounts {
  readonly versions: number
  readonly selected: number
  readonly kept: number
  /** Those of `kept` that lose tags. */
  readonly toUntag: number
  /** Decided restore; neither kept nor selected. */
  readonly toRestore: number
  /**
   * Bytes of blobs that no version shares which stays: of the plan in a dry run, of what was
   * done in a live one. A lower bound: what was not read is not counted.
   */
  readonly reclaimedBytes: number
}

export interface Totals extends PackageTotals {
  readonly packages: number
}

/** One version in report.json. */
export interface VersionRow {
  readonly id: number
  readonly name: string
  /** Helper tags too. `null` where GitHub gave no list. */
  readonly tags: readonly string[] | null
  /** ISO 8601 with milliseconds, UTC; `null` where unknown. */
  readonly createdAt: string | null
  readonly updatedAt: string | null
  readonly kind: VersionKind
  /** Id of the root that it follows; `null` for a root. */
  readonly root: number | null
  /** For a root those of its whole image; `null` where unknown. */
  readonly sizeBytes: number | null
  readonly decision: Decision
  /** Label of the rule that decided; `null` where no rule did. */
  readonly rule: string | null
  /** One sentence. */
  readonly reason: string
  /** A heading of docs/reasons.md; `null` only in a report that another version wrote. */
  readonly reasonCode: ReasonCode | null
  /** Tags that the plan takes off. */
  readonly untag: readonly string[]
  /** `null` in a dry run, for what nothing was planned, and for what a killed run did not reach. */
  readonly outcome: Outcome | null
  /** What went wrong or why it was not done. */
  readonly error: string | null
  /** Tags that the run took off: what restore attaches again (ruling 75). */
  readonly untagged: readonly string[]
  /** Tags that the run attached again; restore and repair only. */
  readonly retagged: readonly string[]
}

/** What a plan changes in a package, whatever a person makes of its rows: nothing else may go. */
export interface PlannedChanges {
  /** `delete` where the package goes as a whole. */
  readonly package: 'delete' | null
  /** Ids of the versions that go, highest first. */
  readonly delete: readonly number[]
  readonly untag: readonly PlannedUntag[]
}

/** Tags that a plan takes off a version. */
export interface PlannedUntag {
  readonly id: number
  readonly tags: readonly string[]
}

/** Counts that stood in a plan without `planned`, before they were made anew. */
export interface StatedCounts {
  readonly selected: number | null
  readonly toUntag: number | null
}

/** One package in report.json. */
export interface PackageReport {
  readonly owner: string
  readonly ownerKind: OwnerKind
  readonly type: PackageType
  /** Without the owner; for npm without the scope. */
  readonly name: string
  /** `owner/name` of the linked repository; `null` where there is none or it was not asked. */
  readonly repository: string | null
  /** Why it could not be processed; its versions may be missing then. */
  readonly error: string | null
  /** Why it was not looked at, such as that no entry of the policy matches it. */
  readonly leftAlone: string | null
  /** Why nothing may go in it, as a clause. */
  readonly frozen: string | null
  /** `delete` where `last-version: delete-package` applied (ruling 69). */
  readonly packageDecision: 'delete' | null
  /** What became of deleting or restoring the package as a whole; `null` where that was not tried. */
  readonly packageOutcome: Outcome | null
  /** Only where it is not there and a live run would restore it as a whole (a dry run). */
  readonly isMissing?: true
  /** How many stand-ins a restore met and deleted again, which no other count has; left out where none. */
  readonly standIns?: number
  /** Set where `last-version: fail` applied (ruling 25). */
  readonly lastVersionFailure: LastVersionCase | null
  /** What the plan would free; `totals.reclaimedBytes` says what the run did. */
  readonly reclaimableBytes: number
  readonly totals: PackageTotals
  readonly warnings: readonly string[]
  /** What is worth knowing, though nobody has to act on it. */
  readonly notes: readonly string[]
  /** Left out only in a report that somebody else wrote. */
  readonly planned?: PlannedChanges
  /** Only in a report that was read and has no `planned`; it is never written. */
  readonly stated?: StatedCounts
  /** By id, highest first. */
  readonly versions: readonly VersionRow[]
}

/** report.json: the plan of a dry run, and the way back of a live one (2-action). Plain JSON. */
export interface Report {
  readonly schema: string
  readonly version: 1
  readonly tool: { readonly name: 'package-retention'; readonly version: string }
  readonly mode: RunMode
  readonly dryRun: boolean
  readonly startedAt: string
  /** `null` as long as the run goes on, and for ever where it was killed. */
  readonly finishedAt: string | null
  /** Whether the run came to its end; `false`: read the journal as well. */
  readonly complete: boolean
  /** `null` in modes without a policy. */
  readonly policyDigest: string | null
  /** Why the run could not begin, or could not go on; it did nothing more then. */
  readonly error: string | null
  /** How the plan goes beyond `max-deletions`; in a live run nothing was changed then. */
  readonly fuse: string | null
  /** Why the run stopped before everything was done; what is left is `remaining`. */
  readonly stopped: string | null
  /** What concerns the run as a whole. */
  readonly warnings: readonly string[]
  /** Likewise, where nobody has to act on it. */
  readonly notes: readonly string[]
  readonly totals: Totals
  readonly requests: { readonly api: number; readonly registry: number }
  /** By type, then name, then owner. */
  readonly packages: readonly PackageReport[]
}
