/**
 * The six types of packages that GitHub's REST API knows. `container` is ghcr.io,
 * `docker` the older docker.pkg.github.com; Gradle packages have the type `maven`.
 *
 * @see https://docs.github.com/rest/packages/packages
 */
export const PACKAGE_TYPES = ['container', 'docker', 'npm', 'maven', 'nuget', 'rubygems'] as const
export type PackageType = (typeof PACKAGE_TYPES)[number]

export type OwnerKind = 'organization' | 'user'

/** An organisation or user that has packages. */
export interface Owner {
  /** As GitHub spells it; letter case does not matter to its REST API. */
  readonly login: string
  readonly kind: OwnerKind
  /**
   * Whether the token in use is this very user's own: only then do the endpoints under
   * `/user` answer. Never for organisations, nor for installation tokens (`ghs_`).
   */
  readonly isTokenOwner: boolean
}

/** Names one package. */
export interface PackageRef {
  readonly owner: Owner
  readonly type: PackageType
  /** Without the owner, slashes included; for npm without the scope. */
  readonly name: string
}

/** Whether versions of this type have tags; for the others the version's name stands in. */
export function hasTags(type: PackageType): boolean {
  return type === 'container' || type === 'docker'
}

/** `owner/name (type)`: how logs and errors name a package. */
export function packageLabel({ owner, type, name }: PackageRef): string {
  return `${owner.login}/${name} (${type})`
}
