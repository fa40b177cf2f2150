import { parseHelperTag, type Digest } from '../model/digest.js'
import { hasRealPlatform } from './entry.js'
import type { ListedManifest } from './listing.js'

/**
 * The one subject of all entries of an index that are there, or `null` where it has none that
 * is there, they have several, or one of them has none or was not read. The subject need not
 * be there.
 */
export function subjectOfEntries({ entries }: ListedManifest): Digest | null {
  let common: Digest | null = null
  for (const { manifest } of entries) {
    const subject = manifest?.subject ?? null
    if (subject === null || (common !== null && subject !== common)) return null
    common = subject
  }
  return common
}

/**
 * Whether an index is there to list referrers: it has a referrers tag and no entry that could
 * run, or it lost that tag to a newer one (ruling 56). Never with a user's tag.
 *
 * @see https://github.com/opencontainers/distribution-spec/blob/main/spec.md#referrers-tag-schema
 */
export function isFallbackIndex(item: ListedManifest): boolean {
  const { manifest, version } = item
  if (manifest?.form !== 'index') return false
  if (version.tags.length === 0) return subjectOfEntries(item) !== null
  // People also tag images by content hash in this very shape (ruling 26).
  return version.tags.every(isReferrersTag) && !manifest.entries.some(hasRealPlatform)
}

function isReferrersTag(tag: string): boolean {
  return parseHelperTag(tag)?.suffix === ''
}
