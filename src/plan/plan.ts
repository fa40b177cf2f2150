import type { VersionKind } from '../graph/graph.js'
import type { PackageRef } from '../model/package.js'
import type { ListedVersion } from '../model/version.js'
import type { Freeze } from './freeze.js'
import type { UntoldPlace } from '../policy/facts.js'
import type { LastVersionCase, Reason } from './reason.js'

export type Decision = 'keep' | 'delete' | 'untag' | 'restore'

/** What is decided about one version, and why. */
export interface VersionPlan {
  readonly version: ListedVersion
  readonly kind: VersionKind
  /** Bytes of its config and layers, for a root those of its whole image; `null` where unknown. */
  readonly sizeBytes: number | null
  /** Id of the root that it follows; `null` for a root. */
  readonly root: number | null
  readonly decision: Decision
  /** Label of the rule that decided; `null` where no rule did. */
  readonly rule: string | null
  readonly reason: Reason
  /** Tags to take off; empty unless the decision is `untag`. */
  readonly untag: readonly string[]
}

/** Something that a person should know of a package though nothing failed. */
export type PlanWarning =
  /** Ruling 5: the rule keeps everything, or deletes nothing. */
  | {
      readonly code: 'question-unanswered'
      readonly side: 'keep' | 'delete'
      readonly rule: string
      readonly why: string
    }
  /** Ruling 17: a delete rule names a version that is no root. */
  | { readonly code: 'names-no-root'; readonly rule: string; readonly names: readonly string[] }
  /** Ruling 9: versions whose manifest the registry does not know. */
  | { readonly code: 'unknown-manifests'; readonly names: readonly string[] }
  /** Images that stay, by a tag of theirs, and entries of whose indexes no list has. */
  | { readonly code: 'lacks-parts'; readonly images: readonly string[] }
  /** A keep rule's files name the package with tags that can't be told. */
  | { readonly code: 'tags-untold'; readonly rule: string; readonly places: readonly UntoldPlace[] }
  | { readonly code: 'frozen'; readonly freeze: Freeze }

/** The plan of one package: one decision for each version. Plain JSON. */
export interface PackagePlan {
  readonly package: PackageRef
  readonly frozen: Freeze | null
  /** `delete` where `last-version: delete-package` applies: the package goes as a whole. */
  readonly packageDecision: 'delete' | null
  /** Set where `last-version: fail` applies: nothing goes and the step fails (ruling 25). */
  readonly lastVersionFailure: LastVersionCase | null
  /** By id, highest first. */
  readonly versions: readonly VersionPlan[]
  readonly warnings: readonly PlanWarning[]
  /** Bytes of blobs that no version which stays shares; of what was read only, so a lower bound. */
  readonly reclaimedBytes: number
}
