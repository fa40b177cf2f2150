import type { BrokenKind } from '../model/broken.js'
import type { Version } from '../model/version.js'

/** A root as the rules see it: a version that a person could mean, and what belongs to it. */
export interface Root {
  readonly version: Version
  /** Its tags but for helper tags; for types without tags the version's name alone (ruling 37). */
  readonly userTags: readonly string[]
  readonly helperTags: readonly string[]
  /** All versions of its image, itself among them (ruling 17). */
  readonly image: readonly Version[]
  readonly broken: readonly BrokenKind[]
}
