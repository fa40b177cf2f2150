import type { Digest } from '../model/digest.js'
import { subjectOfEntries } from './fallback-index.js'
import type { ListedManifest, Listing } from './listing.js'
import { namedSubjects } from './named-subject.js'

/** Who needs whom, by place in the listing; each list of ids highest first and without doubles. */
export interface Edges {
  readonly needs: readonly (readonly number[])[]
  readonly neededBy: readonly (readonly number[])[]
}

/**
 * All edges of a container package, from what needs to what is needed (ruling 10): an index to
 * its entries, a subject to its referrers, a digest to the version whose helper tag names it,
 * a subject to a superseded fallback index (ruling 56). Edges to itself, to what is not listed
 * and to or from replacements (ruling 71) don't count.
 */
export function edgesOf(listing: Listing): Edges {
  const needs = new Lists(listing.items.length)
  const neededBy = new Lists(listing.items.length)
  const connect = (needer: ListedManifest, needed: ListedManifest): void => {
    if (needer === needed || needer.isReplacement || needed.isReplacement) return
    needs.add(needer.place, needed.version.id)
    neededBy.add(needed.place, needer.version.id)
  }
  for (const item of listing.items) {
    for (const entry of item.entries) connect(item, entry)
    for (const digest of subjectsOf(item)) {
      const subject = listing.byDigest.get(digest)
      if (subject !== undefined) connect(subject, item)
    }
  }
  return { needs: needs.tidied(), neededBy: neededBy.tidied() }
}

function subjectsOf(item: ListedManifest): readonly Digest[] {
  const named = namedSubjects(item.version, item.manifest)
  if (item.version.tags.length > 0) return named
  const superseded = subjectOfEntries(item)
  return superseded === null ? named : [...named, superseded]
}

const NONE: number[] = []

/** A list of ids for each place, most of them empty. */
class Lists {
  readonly #lists: number[][]

  constructor(length: number) {
    this.#lists = Array.from({ length }, () => NONE)
  }

  add(place: number, id: number): void {
    const list = this.#lists[place]
    if (list === undefined || list === NONE) this.#lists[place] = [id]
    else list.push(id)
  }

  tidied(): readonly (readonly number[])[] {
    return this.#lists.map((list) => (isFalling(list) ? list : tidy(list.toReversed())))
  }
}

function tidy(list: number[]): readonly number[] {
  return isFalling(list) ? list : [...new Set(list)].sort((one, other) => other - one)
}

/** As most are: the listing is walked from the highest id, and parts are pushed in their order. */
function isFalling(list: readonly number[]): boolean {
  for (let at = 1; at < list.length; at += 1) {
    if ((list[at] ?? 0) >= (list[at - 1] ?? 0)) return false
  }
  return true
}
