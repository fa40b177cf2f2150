import type { Digest } from '../model/digest.js'
import type { IndexEntry, Manifest, Reading } from '../model/manifest.js'
import type { Version } from '../model/version.js'
import type { ReadingState } from './graph.js'

/** One version and what was read of it, before anything is known of its neighbours. */
export interface ListedManifest {
  readonly version: Version
  readonly reading: ReadingState
  /** `null` where it was not read or can't be. */
  readonly manifest: Manifest | null
  /** Whether it is a replacement of ours, left behind by a crash (ruling 71). */
  readonly isReplacement: boolean
}

/** All versions of one container package with their manifests. */
export interface Listing {
  /** Highest id first. */
  readonly items: readonly ListedManifest[]
  readonly byDigest: ReadonlyMap<Digest, ListedManifest>
  /**
   * How an index describes an entry, by the entry's digest, listed or not; where several
   * indexes do, the one with the highest id. Replacements' entries are left out.
   */
  readonly descriptors: ReadonlyMap<Digest, IndexEntry>
}

/**
 * Puts versions and readings together. Readings of what is not listed are not looked at, so
 * that a cache that remembers more makes no difference (ruling 14).
 */
export function listingOf(
  versions: readonly Version[],
  manifests: Readonly<Record<Digest, Reading>>
): Listing {
  const read = newestFirst(versions).map((version) => {
    const reading = readingOf(manifests, version.name)
    const manifest = reading?.kind === 'read' ? reading.manifest : null
    return { version, reading: reading?.kind ?? ('unread' as const), manifest }
  })
  const descriptors = descriptorsOf(read)
  const items = read.map((item) => ({ ...item, isReplacement: isReplacement(item, descriptors) }))
  const byDigest = new Map<Digest, ListedManifest>()
  for (const item of items) {
    if (!byDigest.has(item.version.name)) byDigest.set(item.version.name, item)
  }
  return { items, byDigest, descriptors }
}

/** Sorts by id, highest first. The argument is left as it is. */
export function newestFirst(versions: readonly Version[]): Version[] {
  return [...versions].sort((one, other) => other.id - one.id)
}

/** What became of reading `digest`, or `undefined` where nobody tried. */
export function readingOf(
  manifests: Readonly<Record<Digest, Reading>>,
  digest: Digest
): Reading | undefined {
  // A name is whatever the server sent, `constructor` too.
  return Object.hasOwn(manifests, digest) ? manifests[digest] : undefined
}

function descriptorsOf(
  items: readonly Pick<ListedManifest, 'version' | 'manifest'>[]
): Map<Digest, IndexEntry> {
  const descriptors = new Map<Digest, IndexEntry>()
  for (const { version, manifest } of items) {
    if (manifest === null || manifest.replacementOf !== null) continue
    for (const entry of manifest.entries) {
      if (entry.digest === version.name || descriptors.has(entry.digest)) continue
      descriptors.set(entry.digest, entry)
    }
  }
  return descriptors
}

/**
 * Ours are those that bear the annotation and have no tag but the one that it names. With any
 * other tag, or as an entry of an index, somebody has taken it into use: law 1, keep.
 */
function isReplacement(
  { version, manifest }: Pick<ListedManifest, 'version' | 'manifest'>,
  descriptors: ReadonlyMap<Digest, IndexEntry>
): boolean {
  if (manifest === null || manifest.replacementOf === null) return false
  const { replacementOf } = manifest
  return version.tags.every((tag) => tag === replacementOf) && !descriptors.has(version.name)
}
