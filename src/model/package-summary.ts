import type { PackageType } from './package.js'

/**
 * A package as GitHub describes it.
 *
 * @see https://docs.github.com/rest/packages/packages#get-a-package-for-an-organization
 */
export interface PackageSummary {
  /** Without the owner, slashes included; for npm without the scope. */
  readonly name: string
  readonly type: PackageType
  /** `unknown` where GitHub says something else. */
  readonly visibility: 'public' | 'private' | 'internal' | 'unknown'
  /** `owner/name` of the linked repository; `null` where there is none. */
  readonly repository: string | null
  /** What GitHub says, which may lag behind; `null` where it does not say. */
  readonly versionCount: number | null
  /** The page for people; `null` where GitHub does not say. */
  readonly htmlUrl: string | null
}
