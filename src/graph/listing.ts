import type { Digest } from '../model/digest.js'
import type { IndexEntry, Manifest, Reading } from '../model/manifest.js'
import type { Version } from '../model/version.js'
import type { ReadingState } from './graph.js'

/** One version, what was read of it, and what indexes say of it. */
export interface ListedManifest {
  readonly version: Version
  /** Its place among the items. */
  readonly place: number
  readonly reading: ReadingState
  /** `null` where it was not read or can't be. */
  readonly manifest: Manifest | null
  /** The entries of its manifest that are listed, itself left out. */
  readonly entries: readonly ListedManifest[]
  /**
   * How an index describes it; where several do, the one with the highest id. `null` where none
   * has it as an entry, a replacement's aside.
   */
  readonly descriptor: IndexEntry | null
  /** Whether it is a replacement of ours, left behind by a crash (ruling 71). */
  readonly isReplacement: boolean
}

/** All versions of one container package with their manifests. */
export interface Listing {
  /** Highest id first. */
  readonly items: readonly ListedManifest[]
  readonly byDigest: ReadonlyMap<Digest, ListedManifest>
}

/** A `ListedManifest` that does not know its neighbours yet. */
type Draft = Omit<ListedManifest, 'entries' | 'descriptor' | 'isReplacement'> & {
  entries: Draft[]
  descriptor: IndexEntry | null
  isReplacement: boolean
}

/**
 * Puts versions and readings together. Readings of what is not listed are not looked at, so
 * that a cache that remembers more makes no difference (ruling 14).
 */
export function listingOf(
  versions: readonly Version[],
  manifests: Readonly<Record<Digest, Reading>>
): Listing {
  const items = newestFirst(versions).map((version, place) =>
    draftOf(version, place, readingOf(manifests, version.name))
  )
  const byDigest = new Map<Digest, Draft>()
  for (const item of items) byDigest.set(item.version.name, item)
  for (const item of items) connectEntries(item, byDigest)
  for (const item of items) item.isReplacement = isReplacement(item)
  return { items, byDigest }
}

/** Sorts by id, highest first. The argument is left as it is. */
export function newestFirst(versions: readonly Version[]): readonly Version[] {
  const isSorted = versions.every(({ id }, place) => id <= (versions[place - 1]?.id ?? Infinity))
  return isSorted ? versions : versions.toSorted((one, other) => other.id - one.id)
}

/** What became of reading `digest`, or `undefined` where nobody tried. */
export function readingOf(
  manifests: Readonly<Record<Digest, Reading>>,
  digest: Digest
): Reading | undefined {
  const reading = manifests[digest]
  // A name is whatever the server sent, `constructor` too.
  return reading !== undefined && Object.hasOwn(manifests, digest) ? reading : undefined
}

function draftOf(version: Version, place: number, reading: Reading | undefined): Draft {
  return {
    version,
    place,
    reading: reading?.kind ?? 'unread',
    manifest: reading?.kind === 'read' ? reading.manifest : null,
    entries: NO_DRAFTS,
    descriptor: null,
    isReplacement: false
  }
}

const NO_DRAFTS: Draft[] = []

function connectEntries(item: Draft, byDigest: ReadonlyMap<Digest, Draft>): void {
  if (item.manifest === null || item.manifest.entries.length === 0) return
  item.entries = []
  for (const descriptor of item.manifest.entries) {
    const entry = byDigest.get(descriptor.digest)
    if (entry === undefined || entry === item) continue
    item.entries.push(entry)
    if (item.manifest.replacementOf === null) entry.descriptor ??= descriptor
  }
}

/**
 * Ours are those that bear the annotation and have no tag but the one that it names. With any
 * other tag, or as an entry of an index, somebody has taken it into use: law 1, keep.
 */
function isReplacement({ version, manifest, descriptor }: Draft): boolean {
  const of = manifest?.replacementOf ?? null
  return of !== null && descriptor === null && version.tags.every((tag) => tag === of)
}
