import { GitHubError, isNotFound } from '../github/errors.js'
import type { PackageRef } from '../model/package.js'
import { SECOND_MS } from '../model/time.js'
import type { ListedVersion } from '../model/version.js'
import type { World } from './world.js'

/** What GitHub lists of one package. */
export interface PackageLists {
  /** `null` where the package is not there. */
  readonly living: readonly ListedVersion[] | null
  /** `null` where GitHub does not list what was deleted: `why` says more. */
  readonly deleted: readonly ListedVersion[] | null
  readonly why: string
}

/** A list may lag behind a change: it is read so often, a second apart. */
const LIST_TRIES = 6

/**
 * Reads both version lists of a package. A server that does not know the state `deleted`, as
 * is documented for packages of other users, may list living versions instead, or refuse: then
 * what was deleted is not known.
 *
 * @throws GitHubError where the living versions can't be listed
 * @see https://docs.github.com/rest/packages/packages#list-package-versions-for-a-package-owned-by-a-user
 */
export async function readLists(ref: PackageRef, github: World['github']): Promise<PackageLists> {
  const living = await github.listVersions(ref).catch(nullIfNotFound)
  if (living === null) return { living, deleted: null, why: 'the package is not there' }
  const listed = await github.listVersions(ref, { state: 'deleted' }).catch(refusalOf)
  if (typeof listed === 'string') return { living, deleted: null, why: listed }
  const there = new Set(living.map(({ id }) => id))
  const deleted = listed.filter(({ id }) => !there.has(id))
  if (listed.length > 0 && deleted.length === 0) return { living, deleted: null, why: IGNORED }
  return { living, deleted, why: '' }
}

/** Reads the living versions until all of `ids` are among them, or long enough. */
export async function listUntilThere(
  ref: PackageRef,
  ids: Iterable<number>,
  { github, clock, interrupted }: Pick<World, 'github' | 'clock' | 'interrupted'>
): Promise<readonly ListedVersion[]> {
  const wanted = [...ids]
  for (let tries = 1; ; tries += 1) {
    const versions = await github.listVersions(ref)
    const there = new Set(versions.map(({ id }) => id))
    const isDone = wanted.every((id) => there.has(id))
    if (isDone || tries >= LIST_TRIES || interrupted() !== null) return versions
    await clock.sleep(SECOND_MS)
  }
}

/**
 * Reads both lists until something is listed in the package, or long enough: none ever goes
 * without a version, so that an empty list is one that lags.
 *
 * @see https://docs.github.com/rest/packages/packages#delete-package-version-for-an-organization
 */
export async function readListsOfRestored(
  ref: PackageRef,
  { github, clock, interrupted }: Pick<World, 'github' | 'clock' | 'interrupted'>
): Promise<PackageLists> {
  for (let tries = 1; ; tries += 1) {
    const lists = await readLists(ref, github)
    const isListed = lists.living !== null && lists.living.length > 0
    if (isListed || tries >= LIST_TRIES || interrupted() !== null) return lists
    await clock.sleep(SECOND_MS)
  }
}

const IGNORED =
  'GitHub gave living versions when asked for deleted ones, which it documents for ' +
  'organisations and for your own packages only'

/** What says that the list is not to be had; anything else is thrown. */
function refusalOf(error: unknown): string {
  const isRefusal =
    error instanceof GitHubError &&
    ['not-found', 'invalid-argument', 'forbidden', 'unexpected-status'].includes(error.code)
  if (isRefusal) return `GitHub does not list deleted versions here: ${error.message}`
  throw error
}

function nullIfNotFound(error: unknown): null {
  if (isNotFound(error)) return null
  throw error
}
