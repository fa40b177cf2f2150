import { parseHelperTag, type Digest } from '../model/digest.js'
import type { Manifest, Reading } from '../model/manifest.js'
import type { Version } from '../model/version.js'
import { describedSiblings, hasRealPlatform, isIndexEntry, mayBeIndex } from './entry.js'
import type { Graph, GraphNode } from './graph.js'
import { newestFirst, readingOf } from './listing.js'

type Manifests = Readonly<Record<Digest, Reading>>

const COSIGN_SUFFIXES: ReadonlySet<string> = new Set(['.sig', '.att', '.sbom'])

/**
 * The tagged versions of a container package that have to be read first: all but those that
 * have cosign's helper tags only, which say what they belong to (ruling 14). Highest id first,
 * without what `manifests` has a reading of, whatever it came to.
 */
export function taggedToRead(versions: readonly Version[], manifests: Manifests = {}): Digest[] {
  return newestFirst(versions)
    .filter(({ tags }) => tags.some((tag) => !isCosignTag(tag)))
    .map(({ name }) => name)
    .filter((digest) => readingOf(manifests, digest) === undefined)
}

/**
 * The untagged versions of a container package that have to be read when anything may go, by
 * what was read so far: those that no index spares (`sparedEntries`), and those that an index
 * says are indexes themselves. Highest id first, without what there is a reading of. Readings
 * of what is not listed spare nothing: the plan must not depend on what a cache remembers
 * (ruling 14).
 */
export function untaggedToRead(versions: readonly Version[], manifests: Manifests): Digest[] {
  const spared = new Set<Digest>()
  const nested = new Set<Digest>()
  for (const { name } of versions) {
    const reading = readingOf(manifests, name)
    if (reading?.kind !== 'read') continue
    for (const digest of sparedEntries(reading.manifest)) spared.add(digest)
    for (const digest of nestedEntries(reading.manifest)) nested.add(digest)
  }
  return newestFirst(versions)
    .filter(({ name }) => readingOf(manifests, name) === undefined)
    .filter(({ name, tags }) => nested.has(name) || (tags.length === 0 && !spared.has(name)))
    .map(({ name }) => name)
}

/**
 * The entries of an index that need not be read once it was: those with a real platform, and
 * those that describe another entry of it (ruling 14). What may be an index itself is not
 * among them. Empty for what is no index.
 */
export function sparedEntries(manifest: Manifest): Digest[] {
  // The entries of a replacement hang on other indexes, or on none.
  if (manifest.replacementOf !== null) return []
  const described = describedSiblings(manifest)
  return manifest.entries
    .filter((entry) => !mayBeIndex(entry))
    .filter((entry) => hasRealPlatform(entry) || described.has(entry.digest))
    .map(({ digest }) => digest)
}

/** The entries of an index that say that they are indexes, to be read whoever spares them. */
export function nestedEntries(manifest: Manifest): Digest[] {
  return manifest.entries.filter(isIndexEntry).map(({ digest }) => digest)
}

/**
 * Of the versions that would go, those that have to be read before they do, because their
 * subject is not known: those that describe what does not go with them, and those that no
 * index spares (ruling 14). Highest id first. Only what nobody tried to read is given, so that
 * what can't be read is not asked for again.
 */
export function describersToRead(graph: Graph, gone: ReadonlySet<number>): Digest[] {
  const going = new Set<Digest>()
  for (const id of gone) going.add(graph.nodes.get(id)?.version.name ?? '')
  const { settled, doubtful } = entrySubjects(graph, going)
  return [...gone]
    .sort((one, other) => other - one)
    .flatMap((id) => graph.nodes.get(id) ?? [])
    .filter(needsReading)
    .map(({ version }) => version.name)
    .filter((digest) => doubtful.has(digest) || !settled.has(digest))
}

function needsReading({ kind, reading, version }: GraphNode): boolean {
  return kind !== 'version' && reading === 'unread' && !version.tags.some(isCosignTag)
}

interface EntrySubjects {
  /** Entries that some index spares. */
  readonly settled: ReadonlySet<Digest>
  /** Entries that describe what does not go. */
  readonly doubtful: ReadonlySet<Digest>
}

function entrySubjects({ nodes }: Graph, going: ReadonlySet<Digest>): EntrySubjects {
  const settled = new Set<Digest>()
  const doubtful = new Set<Digest>()
  for (const { manifest } of nodes.values()) {
    if (manifest === null || manifest.entries.length === 0) continue
    for (const digest of sparedEntries(manifest)) settled.add(digest)
    for (const [digest, described] of describedSiblings(manifest)) {
      if (!going.has(described)) doubtful.add(digest)
    }
  }
  return { settled, doubtful }
}

function isCosignTag(tag: string): boolean {
  return COSIGN_SUFFIXES.has(parseHelperTag(tag)?.suffix ?? '')
}
