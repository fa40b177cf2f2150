import { buildGraph } from '../graph/build-graph.js'
import { isIndexEntry, mayBeIndex } from '../graph/entry.js'
import { followedRoots } from '../graph/followed-root.js'
import type { Graph } from '../graph/graph.js'
import { readingOf } from '../graph/listing.js'
import { relationOf } from '../graph/relation.js'
import type { Relation } from '../graph/relation.js'
import { isUserTag, parseHelperTag } from '../model/digest.js'
import type { Digest } from '../model/digest.js'
import type { IndexEntry, Reading } from '../model/manifest.js'
import type { ListedVersion, Version } from '../model/version.js'
import { distinctVersions } from './list-check.js'
import type { VersionPlan } from './plan.js'
import type { RootName } from './reason.js'
import { nameRoot } from './roots.js'

/** What is known of a container package in which something may be missing. */
export interface DamagedPackage {
  readonly living: readonly ListedVersion[]
  readonly deleted: readonly ListedVersion[]
  /** What was read of the living versions' manifests. */
  readonly readings: Readonly<Record<Digest, Reading>>
  /** Ids of the living versions whose parts are looked for; `null` for all. */
  readonly among: ReadonlySet<number> | null
  /** Ids of deleted versions that nobody can bring back, as was tried. */
  readonly tried: ReadonlySet<number>
}

/** A part that is neither living nor deleted, as far as the lists go. */
export interface LostPart {
  readonly digest: Digest
  /** The image that misses it. */
  readonly root: RootName
}

/** What would make the package whole again, as far as that is known before it is back. */
export interface MissingParts {
  /** Deleted versions to bring back. */
  readonly plans: readonly VersionPlan[]
  /** Entries of indexes, each once, that no list has: the registry may know more. */
  readonly lost: readonly LostPart[]
  /** How many images live, whole or not. */
  readonly images: number
}

/**
 * Finds what living versions need and miss: entries of indexes, lists of referrers among them,
 * and versions whose helper tag names a living digest, where no living version has that tag. A
 * deleted manifest can't be read, so what it needs itself is found when it is back: ask again
 * then.
 */
export function missingParts(damaged: DamagedPackage): MissingParts {
  const living = distinctNames(damaged.living)
  const deleted = latestByName(damaged)
  const parts = new Map<number, ListedVersion>()
  const lost = new Map<Digest, Version>()
  for (const { needer, entry } of missingEntries(damaged, living)) {
    const part = deleted.get(entry.digest)
    if (part !== undefined) parts.set(part.id, part)
    else if (isManifest(entry)) lost.set(entry.digest, needer)
  }
  for (const part of missingHelpers(damaged, living, deleted)) parts.set(part.id, part)
  const graph = graphWith(living, [...parts.values()], damaged.readings)
  const rootOf = rootsIn(graph)
  return {
    images: graph.roots.filter((id) => !parts.has(id)).length,
    plans: [...parts.values()].map((part) => planOf(part, graph, rootOf)),
    lost: [...lost].map(([digest, needer]) => ({ digest, root: rootName(needer, graph, rootOf) }))
  }
}

interface MissingEntry {
  readonly needer: Version
  readonly entry: IndexEntry
}

function missingEntries(
  { readings, among }: DamagedPackage,
  living: ReadonlyMap<Digest, Version>
): MissingEntry[] {
  return [...living.values()].flatMap((needer) => {
    const reading = readingOf(readings, needer.name)
    const isMeant = among === null || among.has(needer.id)
    // Replacements of ours need nothing (ruling 71).
    if (!isMeant || reading?.kind !== 'read' || reading.manifest.replacementOf !== null) return []
    return reading.manifest.entries
      .filter(({ digest }) => !living.has(digest))
      .map((entry) => ({ needer, entry }))
  })
}

/** Cosign's and the registry's helper tags name what they belong to (ruling 27). */
function missingHelpers(
  { among }: DamagedPackage,
  living: ReadonlyMap<Digest, Version>,
  deleted: ReadonlyMap<Digest, ListedVersion>
): ListedVersion[] {
  const held = new Set([...living.values()].flatMap(({ tags }) => tags))
  return [...deleted.values()].filter(({ tags, name }) =>
    (tags ?? []).some((tag) => {
      const subject = living.get(parseHelperTag(tag)?.digest ?? '')
      if (subject === undefined || subject.name === name || held.has(tag)) return false
      if (among !== null && !among.has(subject.id)) return false
      held.add(tag)
      return true
    })
  )
}

/** Some entries are blobs, as those of BuildKit's older caches: they never are versions. */
function isManifest(entry: IndexEntry): boolean {
  return entry.mediaType === '' || isIndexEntry(entry) || !mayBeIndex(entry)
}

/** Of deleted versions of one digest the one that was deleted last, latest first. */
function latestByName({ deleted, living, tried }: DamagedPackage): Map<Digest, ListedVersion> {
  const there = new Set(living.map(({ name }) => name))
  const latestFirst = distinctVersions(deleted)
    .filter(({ id, name }) => !tried.has(id) && !there.has(name))
    .sort((a, b) => (b.deletedAt ?? 0) - (a.deletedAt ?? 0) || b.id - a.id)
  const byName = new Map<Digest, ListedVersion>()
  for (const version of latestFirst) {
    if (!byName.has(version.name)) byName.set(version.name, version)
  }
  return byName
}

function distinctNames(listed: readonly ListedVersion[]): Map<Digest, Version> {
  const byName = new Map<Digest, Version>()
  for (const version of distinctVersions(listed)) {
    if (!byName.has(version.name)) byName.set(version.name, completed(version))
  }
  return byName
}

/** For the graph alone, which looks at dates only to tell which of several roots is meant. */
function completed({ id, name, tags, createdAt, updatedAt }: ListedVersion): Version {
  return {
    id,
    name,
    tags: tags ?? [],
    createdAt: createdAt ?? 0,
    updatedAt: updatedAt ?? createdAt ?? 0,
    deletedAt: null
  }
}

/** The graph as it would be with the parts back: it says what each is, and of which image. */
function graphWith(
  living: ReadonlyMap<Digest, Version>,
  parts: readonly ListedVersion[],
  readings: DamagedPackage['readings']
): Graph {
  return buildGraph('container', [...living.values(), ...parts.map(completed)], readings, {})
}

type RootOf = (id: number) => number

/** Those with a user's tag go first, for people know an image by it. */
function rootsIn(graph: Graph): RootOf {
  const tagged = [...graph.nodes.values()].flatMap(({ version: { id, tags } }) =>
    tags.some(isUserTag) ? id : []
  )
  const followed = followedRoots(graph, new Set(tagged), ({ createdAt }) => createdAt)
  return (id) => followed.get(id) ?? id
}

function planOf(part: ListedVersion, graph: Graph, rootOf: RootOf): VersionPlan {
  const node = graph.nodes.get(part.id)
  // A part with a tag of its own is a root as well: then it is named by what needs it.
  const isRoot = rootOf(part.id) === part.id
  const root = isRoot ? rootOf(node?.neededBy[0] ?? part.id) : rootOf(part.id)
  const named = graph.nodes.get(root)?.version ?? completed(part)
  const as: Relation = relationOf(graph, root, part.id)
  return {
    version: part,
    kind: node?.kind ?? 'unknown',
    sizeBytes: null,
    root: root === part.id ? null : root,
    decision: 'restore',
    rule: null,
    reason: { code: 'missing-part', root: nameRoot(named, 'container'), as },
    untag: []
  }
}

function rootName(needer: Version, graph: Graph, rootOf: RootOf): RootName {
  return nameRoot(graph.nodes.get(rootOf(needer.id))?.version ?? needer, 'container')
}
