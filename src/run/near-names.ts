import type { PackageSummary } from '../model/package-summary.js'
import type { PackageRef, PackageType } from '../model/package.js'
import { editDistance } from '../policy/file/nearest-word.js'
import { shellQuoted } from './given-again.js'
import type { World } from './world.js'

const SHOWN = 3

/** What a list of packages tells of one. */
export type ListedName = Pick<PackageSummary, 'type' | 'name'>

type ListingClient = Pick<World['github'], 'listPackages'>

/** By client, which is a run's: for one name that is not there as for twenty, lists are read once. */
const LISTS = new WeakMap<ListingClient, Map<string, Promise<readonly PackageSummary[]>>>()

/**
 * The packages that a token can see of the types of `refs`, which one owner's exact name could
 * have meant; empty where it may not list packages. Asked again it tells the same.
 */
export async function listedBeside(
  refs: readonly PackageRef[],
  github: ListingClient
): Promise<readonly PackageSummary[]> {
  const lists = await Promise.all(refs.map((ref) => listOnce(ref, github)))
  return lists.flat()
}

function listOnce(
  { owner, type }: PackageRef,
  github: ListingClient
): Promise<readonly PackageSummary[]> {
  const lists = LISTS.get(github) ?? new Map<string, Promise<readonly PackageSummary[]>>()
  LISTS.set(github, lists)
  const key = `${owner.login}/${type}`
  // A token that may not list, or a limit: what follows does without.
  const list = lists.get(key) ?? github.listPackages(owner, type).catch(() => [])
  lists.set(key, list)
  return list
}

/**
 * What of `listed` is the wanted package but for letter case, which does not count (ruling 35).
 * Not the same letters again: they were asked for already.
 */
export function spelledOtherwise(
  { type, name }: PackageRef,
  listed: readonly ListedName[]
): string | null {
  const wanted = name.toLowerCase()
  const found = listed.filter((one) => one.type === type && one.name.toLowerCase() === wanted)
  return found.some((one) => one.name === name) ? null : (found[0]?.name ?? null)
}

/** Whether `listed` has this very package. */
export function isListed({ type, name }: PackageRef, listed: readonly ListedName[]): boolean {
  return listed.some((one) => one.type === type && one.name === name)
}

/**
 * Why a package that was named exactly is not there, and what is near it, as far as the token
 * may list packages.
 */
export async function explainMissing(
  ref: PackageRef,
  types: readonly PackageType[],
  github: ListingClient
): Promise<string> {
  const refs = types.map((type) => ({ ...ref, type }))
  return missingText(refs, await listedBeside(refs, github))
}

/** Why the versions of a package that GitHub lists are not to be had. */
export const HIDDEN =
  'GitHub lists this package and answers 404, Package not found., when asked for its versions: ' +
  "the token lacks access to it. Open the package's settings and add the repository under " +
  'Manage Actions access with the role Admin, or use a classic token with read:packages'

/** The same, where the packages were listed already. */
export function missingText(refs: readonly PackageRef[], listed: readonly ListedName[]): string {
  if (refs.some((ref) => isListed(ref, listed))) return HIDDEN
  const { name = '', owner } = refs[0] ?? {}
  const own = nameWithoutOwner(name, owner?.login ?? '')
  const none = noneText(refs)
  if (own !== null) return `${none}: ${withoutOwner(own, listed)}`
  const near = namesNear(name, listed)
  const hint = near.length > 0 ? `; near it: ${near.join(', ')}` : ''
  return (
    `${none}${hint}. ` +
    'Its name is without the owner and with the repository where it was pushed below one ' +
    '(OWNER/REPO/NAME is REPO/NAME); where it is there, the token lacks access to it: open the ' +
    "package's settings and add the repository under Manage Actions access with the role Admin, " +
    'or use a classic token with read:packages'
  )
}

/** That a name is in none of these types. */
export function noneText(refs: readonly PackageRef[]): string {
  const types = refs.map(({ type }) => type).join(' or ')
  return `there is no ${types} package of this name that the token can see`
}

/** What to write in place of a name with its owner in front. */
function withoutOwner(own: string, listed: readonly ListedName[]): string {
  const isThere = listed.some(({ name }) => name.toLowerCase() === own.toLowerCase())
  const near = isThere || listed.length === 0 ? [] : namesNear(own, listed)
  const hint = near.length > 0 ? `, or what is near it: ${near.join(', ')}` : ''
  return (
    'the owner is no part of the name, so give --packages ' +
    `${shellQuoted(own)} (in a workflow packages: ${own})${hint}`
  )
}

/** The names of listed packages that somebody who wrote `name` could have meant, nearest first. */
export function namesNear(name: string, listed: readonly ListedName[]): string[] {
  // Two slips in two or three letters make any name of another.
  const furthest = name.length <= 3 ? 1 : Math.max(2, name.length / 3)
  return listed
    .map((summary) => ({ name: summary.name, distance: distanceOf(summary.name, name) }))
    .filter((one) => one.distance <= furthest && one.distance < longest(one.name, name))
    .sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1))
    .slice(0, SHOWN)
    .map((one) => one.name)
}

function longest(one: string, other: string): number {
  return Math.max(one.length, other.length)
}

// Owners have no dot in their names, registries have one.
const ADDRESS = /^(?:[\w-]+(?:\.[\w-]+)+(?::\d+)?\/)?([^/]+)\/(.+)$/

/** `name` without the owner, where that stands in front of it, as in an image's address. */
export function nameWithoutOwner(name: string, owner: string): string | null {
  const [, first = '', rest = null] = ADDRESS.exec(name) ?? []
  return first.toLowerCase() === owner.toLowerCase() ? rest : null
}

/** How far a name is from the wanted one; not at all where one ends with the other after a slash. */
function distanceOf(name: string, wanted: string): number {
  const [a, b] = [name.toLowerCase(), wanted.toLowerCase()]
  if (a.endsWith(`/${b}`) || b.endsWith(`/${a}`)) return 0
  return editDistance(a, b)
}
