import type { Relation } from '../graph/relation.js'
import type { PackageRef } from '../model/package.js'
import type { DurationMs } from '../model/time.js'
import type { Evidence } from '../policy/evidence.js'
import type { Condition, Quota } from '../policy/policy.js'
import type { Freeze } from './freeze.js'
import type { VersionPlan } from './plan.js'
import type { KeepReason, LastVersionCase, RootName } from './reason.js'

/** How one version was decided, and what every rule said. Plain JSON but for patterns. */
export interface Explanation {
  readonly package: PackageRef
  readonly version: VersionPlan
  /** Why nothing may go in the package, whatever the rules say. */
  readonly frozen: Freeze | null
  /** What the rules said of the root that the version is or follows; `null` where none could be asked. */
  readonly root: RootExplanation | null
  /** The way from that root to the version, which is the last; empty for a root. */
  readonly path: readonly PathStep[]
  /** All roots that lead to it, itself left out, newest id first. */
  readonly needers: readonly Needer[]
}

/** One version on the way from a root. */
export interface PathStep {
  readonly name: RootName
  /** What it is to the one before it; `null` for the root. */
  readonly as: Relation | null
}

/** A root that needs the version. */
export interface Needer {
  readonly name: RootName
  readonly stays: boolean
}

/** What was asked of one root. */
export interface RootExplanation {
  readonly name: RootName
  readonly isVersion: boolean
  /** For types without tags its name. */
  readonly userTags: readonly string[]
  readonly delete: readonly RuleAnswer[]
  readonly keep: readonly RuleAnswer[]
  /** Which delete rule selects each tag, in the order of `userTags`; `null` where none does. */
  readonly selectedBy: readonly { readonly tag: string; readonly rule: string | null }[]
  /** Why it is guarded whatever the rules say; `null` where it is not. */
  readonly guard: KeepReason | null
  /** Whether it stays because GitHub would refuse to delete it (ruling 23); `null` where not. */
  readonly lastVersion: LastVersionCase | null
  /** Whether it goes in the end. */
  readonly goes: boolean
}

/** What one rule said of a root. */
export interface RuleAnswer {
  readonly rule: string
  readonly side: 'delete' | 'keep'
  readonly answer:
    | { readonly kind: 'unanswered'; readonly why: string }
    /** Nobody asked its question, for no answer to it could make a difference here. */
    | { readonly kind: 'not-asked' }
    /** Rules of this kind don't reach such roots at all (rulings 9, 26). */
    | { readonly kind: 'out-of-reach'; readonly because: 'unknown-manifest' | 'helper-tags-only' }
    /** For each tag the first condition that does not hold, those about age last. */
    | { readonly kind: 'fails'; readonly at: readonly FailedCondition[] }
    | {
        readonly kind: 'holds'
        /** The tags that pass, or all where the rule asks nothing about tags. */
        readonly tags: readonly string[] | 'all'
        readonly because: readonly Evidence[]
      }
  /** Whether a keep rule keeps the root, or a delete rule selects something of it. */
  readonly takesEffect: boolean
  /**
   * For a keep rule that holds and has quotas: where the root stands. Empty also where it counts
   * for none: dated in the future, or with helper tags only (rulings 20, 26).
   */
  readonly standings: readonly QuotaStanding[]
}

export interface FailedCondition {
  /** `null` where the root has none, or where all fail at the same condition and are several. */
  readonly tag: string | null
  readonly condition: Condition
  /** How old the root is; for conditions about age only. */
  readonly ageMs?: DurationMs
}

/** Where a root stands under one quota, in one group. */
export interface QuotaStanding {
  readonly quota: Quota
  /** `null` without `per`; `''` for those that fall into no group. */
  readonly group: string | null
  /** 1 for the newest of the group, those left out that are parts of kept ones. */
  readonly rank: number
  /** How many roots the group has. */
  readonly of: number
  readonly kept: boolean
  /** The root of the same period that is kept instead; `null` where the count is used up, or kept. */
  readonly instead: RootName | null
}
