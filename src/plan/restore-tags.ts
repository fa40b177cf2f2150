import type { ListedVersion } from '../model/version.js'
import type { TagOfVersion } from './steps.js'

/** A tag that stays where it is: another version has it by now. */
export interface TakenTag extends TagOfVersion {
  /** The version that has it. */
  readonly holder: ListedVersion
}

/** What is left to do about tags. */
export interface TagWork {
  /** Tags that are nowhere, each on the version that is to have it. */
  readonly attach: readonly TagOfVersion[]
  readonly taken: readonly TakenTag[]
}

/**
 * Compares the tags that versions are to have with those that are listed (4-running, restore):
 * a tag is attached again only where no other version has it. Where two are to have the same
 * one, the higher id gets it.
 *
 * @param wishes by id
 */
export function tagsLeft(
  wishes: ReadonlyMap<number, readonly string[]>,
  living: readonly ListedVersion[]
): TagWork {
  const holders = holdersOf(living)
  const attach: TagOfVersion[] = []
  const taken: TakenTag[] = []
  const given = new Set<string>()
  for (const [id, tags] of [...wishes].sort(([a], [b]) => b - a)) {
    for (const tag of tags) {
      const holding = holders.get(tag) ?? []
      const [holder] = holding
      if (holding.some((one) => one.id === id)) given.add(tag)
      else if (holder !== undefined) taken.push({ id, tag, holder })
      else if (!given.has(tag)) attach.push({ id, tag })
      if (holder === undefined) given.add(tag)
    }
  }
  return { attach, taken }
}

/** A list may show a tag on two versions while it moves. */
function holdersOf(living: readonly ListedVersion[]): ReadonlyMap<string, ListedVersion[]> {
  const holders = new Map<string, ListedVersion[]>()
  for (const version of living) {
    for (const tag of version.tags ?? []) {
      const known = holders.get(tag)
      if (known === undefined) holders.set(tag, [version])
      else known.push(version)
    }
  }
  return holders
}
