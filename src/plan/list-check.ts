import type { Inventory } from '../model/inventory.js'
import { isUserTag } from '../model/digest.js'
import { hasTags } from '../model/package.js'
import type { EpochMs } from '../model/time.js'
import type { ListedVersion, Version } from '../model/version.js'
import type { Freeze } from './freeze.js'

/** A version list that was checked: either every entry makes sense, or the package is frozen. */
export type CheckedList =
  | { readonly ok: true; readonly versions: readonly Version[] }
  | { readonly ok: false; readonly freeze: Freeze }

/**
 * Each version once, by id, highest first (ruling 60). Where entries of one id differ, for the
 * list moved while it was read, their tags are put together and the younger dates hold: in
 * doubt, keep.
 */
export function distinctVersions(listed: readonly ListedVersion[]): readonly ListedVersion[] {
  // As GitHub mostly lists them, or the other way round.
  if (isFalling(listed)) return listed
  const turned = listed.toReversed()
  if (isFalling(turned)) return turned
  const byId = new Map<number, ListedVersion>()
  for (const version of listed) {
    const earlier = byId.get(version.id)
    byId.set(version.id, earlier === undefined ? version : joined(earlier, version))
  }
  return [...byId.values()].sort((a, b) => b.id - a.id)
}

function isFalling(listed: readonly ListedVersion[]): boolean {
  let before = Infinity
  for (const { id } of listed) {
    if (id >= before) return false
    before = id
  }
  return true
}

function joined(one: ListedVersion, other: ListedVersion): ListedVersion {
  return {
    id: one.id,
    name: one.name < other.name ? one.name : other.name,
    tags: joinedTags(one.tags, other.tags),
    createdAt: younger(one.createdAt, other.createdAt),
    updatedAt: younger(one.updatedAt, other.updatedAt),
    deletedAt: one.deletedAt ?? other.deletedAt
  }
}

function joinedTags(
  one: ListedVersion['tags'],
  other: ListedVersion['tags']
): ListedVersion['tags'] {
  if (one === null || other === null) return null
  if (one.length === other.length && one.every((tag, at) => tag === other[at])) return one
  return [...new Set([...one, ...other])].sort()
}

function younger(one: EpochMs | null, other: EpochMs | null): EpochMs | null {
  return one === null || other === null ? null : Math.max(one, other)
}

/** Checks a list for what would make any decision on it a guess (rulings 21, 33 and 60). */
export function checkList(inventory: Pick<Inventory, 'package' | 'versions'>): CheckedList {
  const { type } = inventory.package
  const versions: Version[] = []
  for (const listed of distinctVersions(inventory.versions)) {
    const version = completeVersion(listed, hasTags(type))
    if ('code' in version) return { ok: false, freeze: version }
    versions.push(version)
  }
  const contradiction = hasTags(type)
    ? (tagOnTwo(versions) ?? (type === 'container' ? digestOnTwo(versions) : null))
    : null
  return contradiction === null ? { ok: true, versions } : { ok: false, freeze: contradiction }
}

function completeVersion(listed: ListedVersion, tagged: boolean): Version | Freeze {
  const { id, name, createdAt, updatedAt } = listed
  if (createdAt === null || updatedAt === null) return { code: 'missing-date', id, name }
  if (tagged && listed.tags === null) return { code: 'missing-tags', id, name }
  if (tagged && isComplete(listed)) return listed
  return { id, name, tags: [], createdAt, updatedAt, deletedAt: null }
}

function isComplete(listed: ListedVersion): listed is Version {
  const { tags, createdAt, updatedAt } = listed
  return tags !== null && createdAt !== null && updatedAt !== null
}

function tagOnTwo(versions: readonly Version[]): Freeze | null {
  const holder = new Map<string, number>()
  for (const { id, tags } of versions) {
    for (const tag of tags) {
      const other = holder.get(tag)
      if (other !== undefined && other !== id && isUserTag(tag)) {
        return { code: 'tag-on-two-versions', tag, ids: [other, id] }
      }
      holder.set(tag, id)
    }
  }
  return null
}

function digestOnTwo(versions: readonly Version[]): Freeze | null {
  const names = new Set<string>()
  for (const { id, name } of versions) {
    const before = names.size
    names.add(name)
    if (names.size === before) {
      const other = versions.find((version) => version.name === name)?.id ?? id
      return { code: 'digest-on-two-versions', digest: name, ids: [other, id] }
    }
  }
  return null
}
