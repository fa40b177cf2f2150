import type { BrokenKind } from '../model/broken.js'
import type { Digest } from '../model/digest.js'
import type { Inventory } from '../model/inventory.js'
import type { Manifest } from '../model/manifest.js'
import { isImageEntry } from './entry.js'
import type { Graph, GraphNode } from './graph.js'
import type { ListedManifest } from './listing.js'
import { namedSubjects } from './named-subject.js'

type Unlisted = Inventory['unlisted']

/** Tells whether a digest is missing: not listed, and the registry does not know it either. */
export type IsMissing = (digest: Digest) => boolean

/** Makes the question of ruling 31; what was not asked of the registry is not missing. */
export function missingFrom(listed: ReadonlyMap<Digest, unknown>, unlisted: Unlisted): IsMissing {
  return (digest) =>
    unlisted[digest] === 'absent' && Object.hasOwn(unlisted, digest) && !listed.has(digest)
}

/**
 * In which ways a version is broken, as the package is listed: `ghost` or `partial` by its own
 * image entries alone (ruling 28), `orphaned` where it is a root and all subjects that it names
 * are missing (ruling 30), `unpullable` where the registry does not know it (ruling 9).
 */
export function brokenKinds(
  item: ListedManifest,
  isRoot: boolean,
  isMissing: IsMissing
): readonly BrokenKind[] {
  if (item.isReplacement) return WHOLE
  const kinds: BrokenKind[] = []
  const entries = imageEntryDigests(item.manifest)
  const missing = entries.filter(isMissing).length
  if (missing > 0) kinds.push(missing === entries.length ? 'ghost' : 'partial')
  if (isRoot && isOrphaned(item, isMissing)) kinds.push('orphaned')
  if (item.reading === 'absent') kinds.push('unpullable')
  return kinds.length === 0 ? WHOLE : kinds
}

/** In no way broken: nearly all versions are, and share the list. */
const WHOLE: readonly BrokenKind[] = []

function isOrphaned({ version, manifest }: ListedManifest, isMissing: IsMissing): boolean {
  const subjects = namedSubjects(version, manifest)
  return subjects.length > 0 && subjects.every(isMissing)
}

/**
 * The digests that the registry has to be asked about before a root can be called broken in
 * one of these ways (ruling 31), each once. `unlisted` is what it has said already. Empty for
 * `unpullable`, which reading the root's own manifest answers.
 */
export function digestsToAsk(
  graph: Graph,
  kinds: readonly BrokenKind[],
  unlisted: Unlisted = {}
): Digest[] {
  const listed = new Set<Digest>()
  for (const { version } of graph.list) listed.add(version.name)
  const isOpen = (digest: Digest): boolean =>
    !listed.has(digest) && !Object.hasOwn(unlisted, digest)
  const toAsk = new Set<Digest>()
  for (const id of graph.roots) {
    const node = graph.nodes.get(id)
    if (node === undefined || node.kind === 'version') continue
    for (const digest of suspects(node, kinds, listed)) if (isOpen(digest)) toAsk.add(digest)
  }
  return [...toAsk]
}

function suspects(
  { version, manifest }: GraphNode,
  kinds: readonly BrokenKind[],
  listed: ReadonlySet<Digest>
): Digest[] {
  const isThere = (digest: Digest): boolean => listed.has(digest)
  const found: Digest[] = []
  const entries = imageEntryDigests(manifest)
  // One entry that is there is enough for it to be no ghost.
  const mayBeGhost = kinds.includes('ghost') && !entries.some(isThere)
  if (mayBeGhost || kinds.includes('partial')) found.push(...entries)
  const subjects = kinds.includes('orphaned') ? namedSubjects(version, manifest) : []
  if (!subjects.some(isThere)) found.push(...subjects)
  return found
}

const NO_DIGESTS: readonly Digest[] = []

function imageEntryDigests(manifest: Manifest | null): readonly Digest[] {
  if (manifest === null || manifest.entries.length === 0) return NO_DIGESTS
  return manifest.entries.filter(isImageEntry).map(({ digest }) => digest)
}
