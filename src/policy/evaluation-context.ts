import type { Digest } from '../model/digest.js'
import type { PackageType } from '../model/package.js'
import type { EpochMs } from '../model/time.js'
import type { Version } from '../model/version.js'
import type { Facts } from './facts.js'
import type { AgeDate } from './policy.js'
import type { Root } from './root.js'

/** What rules are asked against, besides the roots themselves. */
export interface EvaluationContext {
  readonly type: PackageType
  /** Without the owner. */
  readonly packageName: string
  readonly now: EpochMs
  readonly ageBy: AgeDate
  readonly facts: Facts
  /** Whether no rule deletes: then no question matters, and none is asked. */
  readonly asksNothing: boolean
  /** Every user tag, or name where versions have no tags, of every version listed. */
  readonly listedTags: readonly string[]
  /** When each digest was last seen with a user's tag (ruling 58). */
  readonly lastTagged: Readonly<Record<Digest, EpochMs>>
}

/** The date behind ages and `newest`. */
export function dateOf(version: Version, by: AgeDate): EpochMs {
  return by === 'created' ? version.createdAt : version.updatedAt
}

/**
 * The date from which a root's age counts: for an untagged one not before it was last seen
 * with a user's tag, where that is known (ruling 58).
 */
export function ageStart(root: Root, context: EvaluationContext): EpochMs {
  const date = dateOf(root.version, context.ageBy)
  if (root.userTags.length > 0) return date
  return Math.max(date, context.lastTagged[root.version.name] ?? date)
}

/** Whether a root has tags, but helper tags only: neither tagged nor untagged (ruling 26). */
export function isHelperOnly(root: Root): boolean {
  return root.userTags.length === 0 && root.helperTags.length > 0
}

/** Whether GitHub dates it after `now`: guarded, and left out of every quota (ruling 20). */
export function isFutureDated(version: Version, now: EpochMs): boolean {
  return version.createdAt > now || version.updatedAt > now
}
