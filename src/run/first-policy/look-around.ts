import { GitHubError, isNotFound } from '../../github/errors.js'
import type { PackageSummary } from '../../model/package-summary.js'
import type { Owner, PackageType } from '../../model/package.js'
import { compilePackageNames, isPlainName, type PackageNames } from '../../policy/package-names.js'
import { byText } from '../../report/wording.js'
import { namesNear } from '../near-names.js'
import type { World } from '../world.js'
import type { SeenPackage } from './seen-package.js'
import { habitsOf } from './tag-habits.js'

/** Packages of one type whose tags are looked at: the largest that are quick to list. */
const SAMPLED = 5
const MOST_VERSIONS = 3000

/** What `init` looks for. */
export interface LookWish {
  readonly owner: string
  readonly types: readonly PackageType[]
  /** `null`: all of them. */
  readonly names: PackageNames | null
  /** Where the token may not list packages: the one to look at, or `null`. */
  readonly fallbackName: string | null
}

/** What there is. */
export interface Surroundings {
  readonly owner: Owner
  /** By type, then by name. */
  readonly packages: readonly SeenPackage[]
  /** Whether the token may list packages. */
  readonly mayList: boolean
  /** The names that were given and that no package has. */
  readonly missing: readonly MissingName[]
}

/** A name that no package has, and those that it could have been. */
export interface MissingName {
  readonly name: string
  /** Empty where nothing is near, or the token may not list packages. */
  readonly near: readonly string[]
}

/**
 * Looks at the packages of an owner: all their names, and the tags of some. Only reads, and no
 * manifest. Where a name is missing no package is looked into.
 *
 * @throws GitHubError where the owner can't be found, or nothing can be read
 */
export async function lookAround(wish: LookWish, world: World): Promise<Surroundings> {
  const owner = await world.github.findOwner(wish.owner)
  const listed = await listAll(owner, wish, world)
  const found = listed ?? (await allNamed(owner, wish, world))
  const missing = missingOf(owner, wish, found)
  const packages: SeenPackage[] = []
  for (const type of missing.length > 0 ? [] : wish.types) {
    const own = found.filter(
      ({ type: its, name }) => its === type && (wish.names?.matches({ owner, type, name }) ?? true)
    )
    packages.push(...(await look(owner, own, world)))
  }
  return { owner, packages, mayList: listed !== null, missing }
}

function missingOf(
  owner: Owner,
  { names }: LookWish,
  found: readonly PackageSummary[]
): readonly MissingName[] {
  const named = (names?.sources ?? []).filter((source) => isPlainName(source))
  const isThere = (name: string) => {
    const alone = compilePackageNames([name])
    return alone.ok && found.some((one) => alone.names.matches({ ...one, owner }))
  }
  return named
    .filter((name) => !isThere(name))
    .map((name) => ({ name, near: namesNear(name, found) }))
}

/** `null` where the token may not list packages. */
async function listAll(
  owner: Owner,
  { types }: LookWish,
  { github }: World
): Promise<readonly PackageSummary[] | null> {
  try {
    const lists = await Promise.all(types.map((type) => github.listPackages(owner, type)))
    return lists.flat()
  } catch (error) {
    if (error instanceof GitHubError && error.code === 'listing-not-allowed') return null
    throw error
  }
}

async function allNamed(
  owner: Owner,
  wish: LookWish,
  world: World
): Promise<readonly PackageSummary[]> {
  const found = await Promise.all(wish.types.map((type) => namedOnes(owner, type, wish, world)))
  return found.flat()
}

async function namedOnes(
  owner: Owner,
  type: PackageType,
  { names, fallbackName }: LookWish,
  { github }: World
): Promise<readonly PackageSummary[]> {
  const byDefault = names === null && fallbackName !== null ? [fallbackName] : []
  const given = names?.plainNames(type) ?? byDefault
  const found = await Promise.all(
    given.map((name) => github.getPackage({ owner, type, name }).catch(nothingThere))
  )
  return found.flatMap((summary) => summary ?? [])
}

async function look(
  owner: Owner,
  summaries: readonly PackageSummary[],
  { github }: World
): Promise<SeenPackage[]> {
  const quick = summaries.filter(({ versionCount }) => (versionCount ?? 0) <= MOST_VERSIONS)
  const largest = quick.toSorted((a, b) => (b.versionCount ?? 0) - (a.versionCount ?? 0))
  const sampled = new Set(largest.slice(0, SAMPLED))
  const seen = summaries.map(async (summary): Promise<SeenPackage> => {
    const { type, name, versionCount } = summary
    if (!sampled.has(summary)) return { type, name, versionCount, habits: null }
    const versions = await github.listVersions({ owner, type, name }).catch(nothingThere)
    const habits = versions === null ? null : habitsOf(type, versions)
    return { type, name, versionCount: versions?.length ?? versionCount, habits }
  })
  const all = await Promise.all(seen)
  return all.toSorted((a, b) => byText(a.name, b.name))
}

function nothingThere(error: unknown): null {
  if (isNotFound(error)) return null
  throw error
}
