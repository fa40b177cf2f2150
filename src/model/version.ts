import type { EpochMs } from './time.js'

/**
 * One entry as GitHub listed it, before anybody asked whether it makes sense. What could
 * not be read is `null`: a package with such an entry is frozen (rulings 21 and 33).
 *
 * @see https://docs.github.com/rest/packages/packages#list-package-versions-for-a-package-owned-by-an-organization
 */
export interface ListedVersion {
  /** What DELETE and restore take. */
  readonly id: number
  /** The manifest's digest for container, else the version's own name, such as `1.4.0`. */
  readonly name: string
  /** `null` where a docker or container version came without a list of tags. */
  readonly tags: readonly string[] | null
  /** `null` where the date is missing or can't be read. */
  readonly createdAt: EpochMs | null
  /** `createdAt` where it is missing, `null` where it can't be read. */
  readonly updatedAt: EpochMs | null
  /** Only in lists of deleted versions, and only where GitHub fills it. */
  readonly deletedAt: EpochMs | null
}

/** One entry of a package's version list, every field that a decision needs known. */
export interface Version extends ListedVersion {
  /** All tags, helper tags too, as GitHub lists them. Empty for types without tags. */
  readonly tags: readonly string[]
  readonly createdAt: EpochMs
  /** `createdAt` where GitHub does not say. */
  readonly updatedAt: EpochMs
}
