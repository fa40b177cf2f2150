import type { PackageRef } from '../model/package.js'
import type { EpochMs } from '../model/time.js'
import type { Outcome, VersionOutcome } from '../plan/outcome.js'
import type { PackagePlan } from '../plan/plan.js'
import type { RunMode } from './report.js'

/** What a run knows of one package when the report is written. */
export interface PackageRecord {
  readonly package: PackageRef
  /** `owner/name` of the linked repository, where it is known. */
  readonly repository: string | null
  /** `null` where none was computed: `error` or `leftAlone` says why. */
  readonly plan: PackagePlan | null
  /** In the order in which they came; of several for one version the last counts. */
  readonly outcomes: readonly VersionOutcome[]
  /** Of deleting or restoring the package as a whole; `null` where that was not tried. */
  readonly packageOutcome: { readonly outcome: Outcome; readonly error: string | null } | null
  /** Whether it is not there, where a dry run would restore it as a whole. */
  readonly isMissing?: boolean
  /** How many stand-ins of untaggings a restore met and deleted again (ruling 71). */
  readonly standIns?: number
  /** Why the package could not be processed. */
  readonly error: string | null
  /** Why it was not looked at, such as that no entry of the policy matches it. */
  readonly leftAlone: string | null
  /** Sentences beside the plan's own warnings. */
  readonly warnings: readonly string[]
  /** Sentences beside the plan's own notes; left out where there are none. */
  readonly notes?: readonly string[]
}

/** All that a report is made of: one run, so far or to its end. */
export interface RunRecord {
  readonly mode: RunMode
  readonly dryRun: boolean
  readonly startedAt: EpochMs
  /** `null` while it goes on. */
  readonly finishedAt: EpochMs | null
  readonly complete: boolean
  readonly toolVersion: string
  /** `sha256:…`; `null` in modes without a policy. */
  readonly policyDigest: string | null
  /** A sentence where the run could not begin, or could not go on. */
  readonly error: string | null
  /** A sentence where the plan goes beyond `max-deletions`. */
  readonly fuse: string | null
  /** A sentence where a limit or a signal ended the run early. */
  readonly stopped: string | null
  readonly warnings: readonly string[]
  /** What is worth knowing; left out where nothing is. */
  readonly notes?: readonly string[]
  readonly requests: { readonly api: number; readonly registry: number }
  readonly packages: readonly PackageRecord[]
}
