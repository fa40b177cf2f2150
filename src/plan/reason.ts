import type { Relation } from '../graph/relation.js'
import type { DurationMs } from '../model/time.js'
import type { Evidence } from '../policy/evidence.js'
import type { Quota } from '../policy/policy.js'
import type { Freeze } from './freeze.js'

/** A root as reasons name it: the user tag that says most, else its shortened digest or its name. */
export interface RootName {
  readonly id: number
  readonly label: string
}

/** Why a version stays. Codes are public: reports print them, docs/reasons.md has a heading for each. */
export type KeepReason =
  | { readonly code: 'frozen'; readonly freeze: Freeze }
  | { readonly code: 'future-dated'; readonly aheadMs: DurationMs }
  | { readonly code: 'too-young'; readonly ageMs: DurationMs; readonly grace: string }
  /** The registry does not know its manifest, and no rule asks for such (ruling 9). */
  | { readonly code: 'unknown-manifest' }
  /** A docker version that has nothing but helper tags (ruling 33). */
  | { readonly code: 'helper-tags-only' }
  /** A saved list that was planned from does not say what it belongs to. */
  | { readonly code: 'not-told' }
  | { readonly code: 'kept-by-rule'; readonly rule: string; readonly because: readonly Evidence[] }
  | {
      readonly code: 'within-quota'
      readonly rule: string
      readonly quota: Quota
      /** 1 for the newest. */
      readonly rank: number
      /** `null` where the rule has no `per`; `''` for the group of those that fall into none. */
      readonly group: string | null
    }
  /** Part of the image of a root that the same quota keeps; it uses up no count (ruling 55). */
  | { readonly code: 'beside-quota'; readonly rule: string; readonly root: RootName }
  | { readonly code: 'unanswered'; readonly rule: string; readonly why: string }
  | { readonly code: 'needed'; readonly root: RootName; readonly as: Relation }
  | { readonly code: 'in-circle' }
  | { readonly code: 'not-selected' }
  | {
      readonly code: 'partly-selected'
      readonly selected: number
      readonly total: number
      /** User tags that no delete rule selects. */
      readonly holding: readonly string[]
    }
  /** `tagged`: the last user-tagged version; `helper-tagged`, `any`: ruling 23 (b) and (c). */
  | { readonly code: 'last-version'; readonly case: LastVersionCase }
  | { readonly code: 'last-version-fail'; readonly case: LastVersionCase }
  /** It was to be restored, and is there with all its tags that no other version took. */
  | { readonly code: 'already-there' }
  /** Apply: the reviewed plan does not delete it. */
  | { readonly code: 'not-planned' }
  /** Apply, in a dry run: the reviewed plan changes it, and it is not there any more. */
  | { readonly code: 'already-gone' }
  /** Apply, in a dry run: the reviewed plan changes it, but that can't be carried out. */
  | { readonly code: 'not-applied'; readonly why: string }

/** Ruling 23, (a) to (c). */
export type LastVersionCase = 'tagged' | 'helper-tagged' | 'any'

/** Why a version goes. */
export type DeleteReason =
  | { readonly code: 'selected'; readonly rule: string; readonly because: readonly Evidence[] }
  | { readonly code: 'follows'; readonly root: RootName; readonly as: Relation }
  /** An earlier run deleted the image that it belonged to and was cut off (ruling 64). */
  | { readonly code: 'left-over' }
  /** Our own replacement of this tag, left behind by a run that was cut off (ruling 71). */
  | { readonly code: 'replacement'; readonly tag: string }
  | { readonly code: 'package-deleted'; readonly case: LastVersionCase }
  /** Apply: the reviewed plan says so, for this reason; also of tags that it takes off. */
  | { readonly code: 'planned'; readonly reason: string }

/** Why tags are taken off a version that stays: `stays` says why it has to. */
export interface UntagReason {
  readonly code: 'tags-selected'
  readonly rule: string
  readonly tags: readonly string[]
  readonly stays: KeepReason
  readonly because: readonly Evidence[]
}

/** Why a deleted version is to come back. */
export type RestoreReason =
  /** `isUncertain`: the run was cut off, or got no answer, so it may not have been that run. */
  | { readonly code: 'deleted-by-run'; readonly startedAt: string; readonly isUncertain?: boolean }
  | { readonly code: 'named-by-id' }
  | { readonly code: 'deleted-tag'; readonly tag: string; readonly pattern: string }
  | { readonly code: 'deleted-within'; readonly limit: string }
  /** It was not looked for by itself: its package was, and came back as a whole. */
  | { readonly code: 'came-with-package' }
  /** It is there, but tags that it had are nowhere (ruling 75). */
  | { readonly code: 'tags-lost'; readonly tags: readonly string[] }
  /** A living version, or one that is restored, needs it. */
  | { readonly code: 'missing-part'; readonly root: RootName; readonly as: Relation }

export type Reason = KeepReason | DeleteReason | UntagReason | RestoreReason
export type ReasonCode = Reason['code']
