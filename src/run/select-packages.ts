import type { PackageSummary } from '../model/package-summary.js'
import type { Owner, PackageRef, PackageType } from '../model/package.js'
import type { PackageNames } from '../policy/package-names.js'
import type { World } from './world.js'

/** A package that the run is about. */
export interface SelectedPackage {
  readonly ref: PackageRef
  /** Whether it was named exactly, so that it has to be there. */
  readonly isNamed: boolean
  /** How many versions GitHub says that it has; `null` where it was not asked. */
  readonly versionCount: number | null
}

export interface Selection {
  readonly packages: readonly SelectedPackage[]
  readonly warnings: readonly string[]
}

/** What to select: names to filter by, and per type the plain names that make a list needless. */
export interface SelectionWish {
  readonly owner: Owner
  readonly types: readonly PackageType[]
  /** `null`: every name. */
  readonly names: PackageNames | null
  /** The names to take without listing, `null` where a list is needed. */
  readonly plainNames: (type: PackageType) => readonly string[] | null
}

/**
 * Finds the packages that a run is about. Exact names are taken as they are; patterns need a
 * token that may list packages.
 *
 * @throws GitHubError `listing-not-allowed` where it may not: the error says what to do
 */
export async function selectPackages(
  { owner, types, names, plainNames }: SelectionWish,
  github: World['github']
): Promise<Selection> {
  const ofTypes = await Promise.all(
    types.map(async (type) => {
      const plain = plainNames(type)
      return plain === null
        ? listed(await github.listPackages(owner, type), owner)
        : plain.map((name) => named(owner, type, name))
    })
  )
  const all = ofTypes.flat()
  const packages = all
    .filter(({ ref }) => names === null || names.matches(ref))
    .sort((a, b) => compareRefs(a.ref, b.ref))
  const warnings = [...warningsAbout(names, all, packages), ...hiddenPackages(github)]
  return { packages, warnings }
}

function listed(summaries: readonly PackageSummary[], owner: Owner): SelectedPackage[] {
  return summaries.map(({ type, name, versionCount }) => ({
    ref: { owner, type, name },
    isNamed: false,
    versionCount
  }))
}

/** Names of images are lower-case whatever the repository's name is. */
function named(owner: Owner, type: PackageType, name: string): SelectedPackage {
  const spelled = type === 'container' ? name.toLowerCase() : name
  return { ref: { owner, type, name: spelled }, isNamed: true, versionCount: null }
}

/** By type, then by name: the order of all that a run does and tells. */
function compareRefs(a: PackageRef, b: PackageRef): number {
  return compare(a.type, b.type) || compare(a.name, b.name)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function warningsAbout(
  names: PackageNames | null,
  all: readonly SelectedPackage[],
  packages: readonly SelectedPackage[]
): string[] {
  const idle = names?.idleExclusions(all.map(({ ref }) => ref)) ?? []
  return [
    ...(packages.length === 0
      ? [`no package matches ${names?.sources.join(', ') ?? ''}`.trim()]
      : []),
    ...idle.map((source) => `packages: ${source} excludes nothing that is there`)
  ]
}

/**
 * Where single sign-on hides organisations from a token, rows are missing from its lists.
 *
 * @see https://docs.github.com/rest/authentication/authenticating-to-the-rest-api
 */
function hiddenPackages({ tokenFacts }: World['github']): string[] {
  const ids = tokenFacts.ssoHiddenOrganizations
  if (ids.length === 0) return []
  return [
    'packages may be missing from the list, for the token is not authorised for the single ' +
      `sign-on of some organisations (ids ${ids.join(', ')}): open the token's settings and choose ` +
      'Configure SSO'
  ]
}
