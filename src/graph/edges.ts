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
  const connect = (needer: ListedManifest, needed: ListedManifest): void => {
    if (needer === needed || needer.isReplacement || needed.isReplacement) return
    push(needs, needer.version.id, needed.version.id)
    push(neededBy, needed.version.id, needer.version.id)
  }
  for (const item of listing.items) {
    for (const entry of item.entries) connect(item, entry)
    for (const digest of subjectsOf(item)) {
      const subject = listing.byDigest.get(digest)
      if (subject !== undefined) connect(subject, item)
    }
  }
  tidy(needs)
  tidy(neededBy)
  return { needs, neededBy }
}

function subjectsOf(item: ListedManifest): readonly Digest[] {
  const named = namedSubjects(item.version, item.manifest)
  if (item.version.tags.length > 0) return named
  const superseded = subjectOfEntries(item)
  return superseded === null ? named : [...named, superseded]
}

function push(lists: Map<number, number[]>, key: number, value: number): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [value])
  else list.push(value)
}

function tidy(lists: Map<number, number[]>): void {
  for (const [id, list] of lists) {
    if (list.length < 2) continue
    lists.set(
      id,
      [...new Set(list)].sort((one, other) => other - one)
    )
  }
}
