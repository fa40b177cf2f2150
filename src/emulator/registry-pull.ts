import { isUserTag, parseHelperTag } from '../model/digest.js'
import type { Digest } from '../model/digest.js'
import { isManifestType, readDocument } from './registry-document.js'
import type { ManifestDocument } from './registry-document.js'
import type { PackageState } from './state.js'

/** Something that a walk came to and that was not there. */
export interface Missing {
  readonly digest: Digest
  /** The digest that leads to it; `null` for what the walk began with. */
  readonly from: Digest | null
  readonly as: 'image' | 'entry' | 'referrer'
}

/** What a client gets that pulls everything which belongs to a tag. */
export interface Pull {
  /** What the tag points to; `null` where there is no such tag. */
  readonly digest: Digest | null
  /** All that was there, the image itself first. */
  readonly found: readonly Digest[]
  readonly missing: readonly Missing[]
}

/** Every tag of a package, and every digest in it, as it could be pulled at one time. */
export type PullRecord = ReadonlyMap<string, Pull>

/** Something that could be pulled and no longer can. */
export interface Loss {
  /** The tag or digest that the walk begins with. */
  readonly reference: string
  readonly digest: Digest
}

/**
 * Walks a tag or digest as a client would: the entries of indexes, to any depth, and for each
 * manifest on the way its helper tags and its referrers. It looks at the state, not through
 * HTTP, so it counts as no download. An entry that is a blob is not looked for.
 */
export function pullWhole(target: PackageState, reference: string): Pull {
  return walk(target, reference, shelfOf(target))
}

/** Pulls everything: take it before a run, and ask `lostPulls` after it. */
export function pullEverything(target: PackageState): PullRecord {
  const shelf = shelfOf(target)
  const living = target.versions.filter(({ deletedAt }) => deletedAt === null)
  const references = [...target.tags.keys(), ...living.map(({ name }) => name)]
  return new Map(references.map((reference) => [reference, walk(target, reference, shelf)]))
}

/**
 * What was there before and is not any more, for each `reference` that is left: user tags, or
 * with `of: 'versions'` every version, tagged or not. What was missing before is no loss. A
 * tag that was moved, or is new, loses what its image misses and nobody missed before.
 */
export function lostPulls(
  before: PullRecord,
  target: PackageState,
  of: 'tags' | 'versions' = 'tags'
): Loss[] {
  const after = pullEverything(target)
  const gone = [...before.values()].flatMap(({ missing }) => missing)
  const missedBefore = new Set(gone.map(({ digest }) => digest))
  return [...after].flatMap(([reference, now]) => {
    if (of === 'tags' && (reference.includes(':') || !isUserTag(reference))) return []
    const then = before.get(reference)
    const lost =
      then !== undefined && then.digest === now.digest
        ? without(then.found, now.found)
        : now.missing.map(({ digest }) => digest).filter((digest) => !missedBefore.has(digest))
    return [...new Set(lost)].map((digest) => ({ reference, digest }))
  })
}

function without(all: readonly Digest[], taken: readonly Digest[]): Digest[] {
  const left = new Set(all)
  for (const digest of taken) left.delete(digest)
  return [...left]
}

/** What the registry serves of a package, read once. */
interface Shelf {
  readonly documents: ReadonlyMap<Digest, ManifestDocument | null>
  /** By digest, what belongs to it by subject field or helper tag. */
  readonly referrers: ReadonlyMap<Digest, readonly Digest[]>
}

function shelfOf(target: PackageState): Shelf {
  const dead = namesOf(target, false)
  for (const name of namesOf(target, true)) dead.delete(name)
  const served = [...target.manifests].filter(([digest]) => !dead.has(digest))
  const documents = new Map(served.map(([digest, { bytes }]) => [digest, readDocument(bytes)]))
  return { documents, referrers: referrersBySubject(target, documents) }
}

function namesOf(target: PackageState, isLiving: boolean): Set<string> {
  const versions = target.versions.filter(({ deletedAt }) => (deletedAt === null) === isLiving)
  return new Set(versions.map(({ name }) => name))
}

function referrersBySubject(
  target: PackageState,
  documents: Shelf['documents']
): Map<Digest, Digest[]> {
  const bySubject = new Map<Digest, Digest[]>()
  const add = (subject: Digest | null | undefined, digest: Digest) => {
    if (typeof subject !== 'string' || subject === digest) return
    bySubject.set(subject, [...(bySubject.get(subject) ?? []), digest])
  }
  for (const [digest, document] of documents) add(document?.subject, digest)
  for (const [tag, digest] of target.tags) add(parseHelperTag(tag)?.digest, digest)
  return bySubject
}

function walk(target: PackageState, reference: string, shelf: Shelf): Pull {
  const digest = target.tags.get(reference) ?? (reference.includes(':') ? reference : null)
  if (digest === null) return { digest, found: [], missing: [] }
  const found = new Set<Digest>()
  const missing = new Map<Digest, Missing>()
  const queue: Missing[] = [{ digest, from: null, as: 'image' }]
  // The queue grows while it is walked.
  for (const step of queue) {
    if (found.has(step.digest) || missing.has(step.digest)) continue
    const document = shelf.documents.get(step.digest)
    if (document === undefined) missing.set(step.digest, step)
    else {
      found.add(step.digest)
      queue.push(...stepsFrom(step.digest, document, shelf))
    }
  }
  return { digest, found: [...found], missing: [...missing.values()] }
}

function stepsFrom(from: Digest, document: ManifestDocument | null, shelf: Shelf): Missing[] {
  const entries = (document?.entries ?? [])
    .filter(({ mediaType }) => isManifestType(mediaType))
    .map(({ digest }): Missing => ({ digest, from, as: 'entry' }))
  const referrers = shelf.referrers.get(from) ?? []
  return [...entries, ...referrers.map((digest): Missing => ({ digest, from, as: 'referrer' }))]
}
