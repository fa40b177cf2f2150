import type { Digest } from '../model/digest.js'
import { subjectOfEntries } from './fallback-index.js'
import type { ListedManifest, Listing } from './listing.js'
import { namedSubjects } from './named-subject.js'

/** Who needs whom, by id; each list highest first and without doubles. */
export interface Edges {
  readonly needs: ReadonlyMap<number, readonly number[]>
  readonly neededBy: ReadonlyMap<number, readonly number[]>
}

/**
 * All edges of a container package, from what needs to what is needed (ruling 10): an index to
 * its entries, a subject to its referrers, a digest to the version whose helper tag names it,
 * a subject to a superseded fallback index (ruling 56). Edges to itself, to what is not listed
 * and to or from replacements (ruling 71) don't count.
 */
export function edgesOf(listing: Listing): Edges {
  const needs = new Map<number, number[]>()
  const neededBy = new Map<number, number[]>()
  const connect = (needer: Digest, needed: Digest): void => {
    const from = idOf(listing, needer)
    const to = idOf(listing, needed)
    if (from === null || to === null || from === to) return
    push(needs, from, to)
    push(neededBy, to, from)
  }
  for (const item of listing.items) {
    const { name } = item.version
    for (const entry of item.manifest?.entries ?? []) connect(name, entry.digest)
    for (const subject of subjectsOf(item, listing)) connect(subject, name)
  }
  return { needs: tidied(needs), neededBy: tidied(neededBy) }
}

function subjectsOf(item: ListedManifest, listing: Listing): readonly Digest[] {
  const named = namedSubjects(item.version, item.manifest)
  if (item.version.tags.length > 0) return named
  const superseded = subjectOfEntries(item, listing)
  return superseded === null ? named : [...named, superseded]
}

function idOf(listing: Listing, digest: Digest): number | null {
  const item = listing.byDigest.get(digest)
  return item === undefined || item.isReplacement ? null : item.version.id
}

function push(lists: Map<number, number[]>, key: number, value: number): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [value])
  else list.push(value)
}

function tidied(lists: ReadonlyMap<number, readonly number[]>): Map<number, readonly number[]> {
  const tidy = new Map<number, readonly number[]>()
  for (const [id, list] of lists) {
    tidy.set(id, list.length === 1 ? list : [...new Set(list)].sort((one, other) => other - one))
  }
  return tidy
}
