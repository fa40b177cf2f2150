import type { Digest } from './digest.js'
import type { Reading } from './manifest.js'
import type { PackageRef } from './package.js'
import type { EpochMs } from './time.js'
import type { ListedVersion } from './version.js'

/** What was observed of one package: all that the engine knows of it. Plain JSON. */
export interface Inventory {
  readonly package: PackageRef
  /** In any order, possibly with the same id twice; the engine sorts and checks. */
  readonly versions: readonly ListedVersion[]
  /** What was read of the manifests, by digest. Empty for types other than container. */
  readonly manifests: Readonly<Record<Digest, Reading>>
  /**
   * What the registry said about digests that some manifest names and no version has, where
   * it was asked (ruling 31). A digest that is not in here was not asked about.
   */
  readonly unlisted: Readonly<Record<Digest, 'absent' | 'present' | 'unreadable'>>
  /** When each digest was last seen with a user's tag, from earlier runs (ruling 58). */
  readonly lastTagged: Readonly<Record<Digest, EpochMs>>
  /** Ids of versions whose image an earlier run deleted without coming to its end (ruling 64). */
  readonly leftOver: readonly number[]
}
