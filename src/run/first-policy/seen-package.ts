import type { PackageType } from '../../model/package.js'

/** A package that `init` saw. */
export interface SeenPackage {
  readonly type: PackageType
  /** Without the owner; for npm without the scope. */
  readonly name: string
  /** `null` where GitHub did not say. */
  readonly versionCount: number | null
  /** What its tags look like; `null` where they were not looked at. */
  readonly habits: TagHabits | null
}

/** How the versions of a package are tagged: counts of versions that have such a tag. */
export interface TagHabits {
  readonly versions: number
  /** No user's tag. */
  readonly untagged: number
  /** Semantic versions without and with a prerelease part. */
  readonly releases: number
  readonly prereleases: number
  /** `pr-7`. */
  readonly pullRequests: number
  /** `sha-1a2b3c4`. */
  readonly commits: number
  /** Branch and build, such as `main-1a2b3c4`: by branch. */
  readonly branches: Readonly<Record<string, number>>
  readonly nightlies: number
  /** Tags that move: `latest`, `main`, `edge`, in the order of the alphabet. */
  readonly moving: readonly string[]
}
