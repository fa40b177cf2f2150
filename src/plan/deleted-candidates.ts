import type { Duration } from '../model/duration.js'
import { limitBefore } from '../model/duration.js'
import { isUserTag } from '../model/digest.js'
import type { PackageType } from '../model/package.js'
import { hasTags } from '../model/package.js'
import type { EpochMs } from '../model/time.js'
import type { ListedVersion } from '../model/version.js'
import type { PatternList } from '../policy/pattern.js'
import type { RestoreReason } from './reason.js'
import type { Candidate } from './restore-plan.js'
import { areTagsUnseen, NO_TAGS, tagsThere } from './unseen-tags.js'

/** What GitHub lists of the package that is searched. */
export interface SearchedLists {
  readonly living: readonly ListedVersion[]
  readonly deleted: readonly ListedVersion[]
}

/** Which of the deleted versions are wanted; both hold where both are given. */
export interface DeletedSearch {
  readonly tags: PatternList | null
  readonly within: Duration | null
  readonly now: EpochMs
}

export type DeletedMatches =
  | { readonly ok: true; readonly candidates: readonly Candidate[] }
  /** GitHub does not say what the search asks for. */
  | { readonly ok: false; readonly why: string }

/**
 * The deleted versions that had such a tag, or name for types without tags, or were deleted
 * since. Where several had the same tag, only the one that was deleted last gets it back.
 * What GitHub may leave out of its list, and then nothing can be found by, is said, unless what
 * is asked for is there, as in a second run: then there may be nothing left to find.
 */
export function searchDeleted(
  type: PackageType,
  { living, deleted }: SearchedLists,
  search: DeletedSearch
): DeletedMatches {
  if (search.within !== null && areUndated(deleted)) return { ok: false, why: NO_DATES }
  const isUnseen = areTagsUnseen(type, deleted, search)
  if (isUnseen && tagsThere(type, living, search.tags) === null) return { ok: false, why: NO_TAGS }
  return { ok: true, candidates: withoutSharedTags(candidatesAmong(type, deleted, search)) }
}

/** What a search finds in a package that was just brought back as a whole. */
export interface RestoredMatches {
  readonly candidates: readonly Candidate[]
  /** Why what was deleted before its package could not be searched, or `null`. */
  readonly unsearched: string | null
}

/**
 * The same in a package that was restored just now. What is `living` came back with it, and GitHub
 * does not tell when it went, so for that the tags alone decide; where none are asked for, all of
 * it was meant. What was `deleted` before its package is searched like any other.
 */
export function searchRestored(
  type: PackageType,
  living: readonly ListedVersion[],
  deleted: readonly ListedVersion[],
  search: DeletedSearch
): RestoredMatches {
  const { tags, within } = search
  const isUndated = within !== null && areUndated(deleted)
  const isUnseen = areTagsUnseen(type, deleted, search)
  const earlier = isUndated ? [] : candidatesAmong(type, deleted, search)
  return {
    candidates: [...candidatesReturned(type, living, tags), ...withoutSharedTags(earlier)],
    unsearched: isUndated ? NO_DATES : isUnseen ? NO_TAGS : null
  }
}

function areUndated(deleted: readonly ListedVersion[]): boolean {
  return deleted.length > 0 && deleted.every(({ deletedAt }) => deletedAt === null)
}

function candidatesAmong(
  type: PackageType,
  versions: readonly ListedVersion[],
  search: DeletedSearch
): readonly Candidate[] {
  return versions.flatMap((version) => {
    const reason = reasonFor(type, version, search)
    return reason === null ? [] : [candidateOf(type, version, reason)]
  })
}

function candidatesReturned(
  type: PackageType,
  living: readonly ListedVersion[],
  tags: PatternList | null
): readonly Candidate[] {
  return living.flatMap((version) => {
    const reason = tags === null ? WITH_PACKAGE : tagReason(type, version, tags)
    return reason === null ? [] : [candidateOf(type, version, reason)]
  })
}

const WITH_PACKAGE = { code: 'came-with-package' } as const

const NO_DATES =
  'GitHub does not say here when versions were deleted, so deleted-within finds nothing: use ' +
  'deleted-tags, version-ids, or the report of the run that deleted them'

/** Those that ids name; what no list has is known by its id alone, and is tried all the same. */
export function candidatesOfIds(
  type: PackageType,
  ids: readonly number[],
  listed: readonly ListedVersion[]
): readonly Candidate[] {
  const known = new Map(listed.map((version) => [version.id, version]))
  return ids.map((id) =>
    candidateOf(type, known.get(id) ?? bareVersion(id), { code: 'named-by-id' })
  )
}

function bareVersion(id: number): ListedVersion {
  const unknown = { createdAt: null, updatedAt: null, deletedAt: null }
  return { id, name: String(id), tags: null, ...unknown }
}

function candidateOf(type: PackageType, version: ListedVersion, reason: RestoreReason): Candidate {
  return {
    version,
    kind: type === 'container' ? 'unknown' : 'version',
    sizeBytes: null,
    root: null,
    rule: null,
    reason,
    tags: version.tags ?? [],
    fate: { kind: 'deleted' }
  }
}

function reasonFor(
  type: PackageType,
  version: ListedVersion,
  { tags, within, now }: DeletedSearch
): RestoreReason | null {
  const { deletedAt } = version
  if (within !== null && (deletedAt === null || deletedAt < limitBefore(now, within))) return null
  if (tags === null) return within && { code: 'deleted-within', limit: within.text }
  return tagReason(type, version, tags)
}

function tagReason(
  type: PackageType,
  version: ListedVersion,
  tags: PatternList
): RestoreReason | null {
  const names = hasTags(type) ? (version.tags ?? []).filter(isUserTag) : [version.name]
  const tag = names.find((name) => tags.matches(name))
  if (tag === undefined) return null
  return { code: 'deleted-tag', tag, pattern: tags.decidedBy(tag) ?? tags.sources.join(', ') }
}

function withoutSharedTags(candidates: readonly Candidate[]): readonly Candidate[] {
  const latestFirst = [...candidates].sort(
    ({ version: a }, { version: b }) => (b.deletedAt ?? 0) - (a.deletedAt ?? 0) || b.id - a.id
  )
  const taken = new Set<string>()
  return latestFirst.map((candidate) => {
    const tags = candidate.tags.filter((tag) => !taken.has(tag))
    for (const tag of tags) taken.add(tag)
    return { ...candidate, tags }
  })
}
