import { isUserTag } from '../model/digest.js'
import { limitBefore } from '../model/duration.js'
import type { PackageType } from '../model/package.js'
import { hasTags } from '../model/package.js'
import type { ListedVersion } from '../model/version.js'
import type { PatternList } from '../policy/pattern.js'
import type { DeletedSearch } from './deleted-candidates.js'

/**
 * Whether a search by tags may miss deleted versions, since GitHub shows no tag of any: they had
 * none, or its list leaves them out, and nothing tells the two apart. Versions that were deleted
 * before the time that is searched are not missed.
 */
export function areTagsUnseen(
  type: PackageType,
  deleted: readonly ListedVersion[],
  { tags, within, now }: DeletedSearch
): boolean {
  if (tags === null || !hasTags(type) || deleted.some((one) => one.tags?.length)) return false
  if (within === null) return deleted.length > 0
  const limit = limitBefore(now, within)
  return deleted.some(({ deletedAt }) => deletedAt !== null && deletedAt >= limit)
}

/**
 * The tags that are there and that a search asks for, where each of its patterns has one: then
 * it may well have been carried out before. Else `null`.
 */
export function tagsThere(
  type: PackageType,
  living: readonly ListedVersion[],
  wanted: PatternList | null
): readonly string[] | null {
  if (wanted === null || !hasTags(type)) return null
  const all = living.flatMap(({ tags }) => tags ?? []).filter(isUserTag)
  const found = [...new Set(all)].filter((tag) => wanted.matches(tag)).toSorted()
  const isEach = wanted.includes.every((one) => found.some((tag) => one.match(tag) !== null))
  return isEach && found.length > 0 ? found : null
}

/** What is known where no tags are seen. */
export const TAGS_UNSEEN =
  'GitHub lists no tags of what was deleted here: it had none, or they are not shown'

/** The same, and what finds more. */
export const NO_TAGS =
  `${TAGS_UNSEEN}. So deleted-tags finds nothing: use deleted-within, version-ids, or the report ` +
  'of the run that deleted it'
