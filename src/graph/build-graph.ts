import { isUserTag, type Digest } from '../model/digest.js'
import type { BrokenKind } from '../model/broken.js'
import type { Inventory } from '../model/inventory.js'
import type { Reading } from '../model/manifest.js'
import type { PackageType } from '../model/package.js'
import type { Version } from '../model/version.js'
import { brokenKinds, missingFrom } from './broken.js'
import { edgesOf, type Edges } from './edges.js'
import type { Graph, GraphNode } from './graph.js'
import { kindOf } from './kind.js'
import { listingOf, newestFirst, type Listing } from './listing.js'
import { walk } from './reach.js'
import { manifestBytes } from './sizes.js'

const NONE: readonly number[] = []
const UNBROKEN: readonly BrokenKind[] = []

/**
 * Finds out who needs whom among the versions of one package. For types other than container
 * every version is a root that nothing follows. The order of `versions` does not matter; their
 * ids have to be distinct, and for container their names too (ruling 60).
 *
 * @param manifests what was read, by digest; what is not listed is not looked at
 * @param unlisted what the registry says of digests that are not listed (ruling 31)
 */
export function buildGraph(
  type: PackageType,
  versions: readonly Version[],
  manifests: Readonly<Record<Digest, Reading>>,
  unlisted: Inventory['unlisted']
): Graph {
  if (type !== 'container') return flatGraph(newestFirst(versions))
  const listing = listingOf(versions, manifests)
  const edges = edgesOf(listing)
  const roots = rootsOf(listing, edges)
  const nodes = nodesOf(listing, edges, new Set(roots), unlisted)
  return { nodes, roots, circle: circleOf(listing, edges, roots) }
}

function flatGraph(versions: readonly Version[]): Graph {
  const nodes = new Map<number, GraphNode>()
  for (const version of versions) nodes.set(version.id, flatNode(version))
  return { nodes, roots: versions.map(({ id }) => id), circle: [] }
}

function flatNode(version: Version): GraphNode {
  return {
    version,
    kind: 'version',
    reading: 'unread',
    manifest: null,
    needs: NONE,
    neededBy: NONE,
    broken: UNBROKEN,
    sizeBytes: null,
    isReplacement: false
  }
}

/** Those with a user's tag, and those to which no edge leads (ruling 10). */
function rootsOf({ items }: Listing, { neededBy }: Edges): number[] {
  return items
    .filter(({ isReplacement }) => !isReplacement)
    .filter(({ version }) => version.tags.some(isUserTag) || !neededBy.has(version.id))
    .map(({ version }) => version.id)
}

/** Those that no root leads to (ruling 57). */
function circleOf({ items }: Listing, { needs }: Edges, roots: readonly number[]): number[] {
  const led = walk((id) => needs.get(id), roots)
  return items
    .filter(({ version, isReplacement }) => !isReplacement && !led.has(version.id))
    .map(({ version }) => version.id)
}

function nodesOf(
  listing: Listing,
  { needs, neededBy }: Edges,
  roots: ReadonlySet<number>,
  unlisted: Inventory['unlisted']
): Map<number, GraphNode> {
  const isMissing = missingFrom(listing.byDigest, unlisted)
  const nodes = new Map<number, GraphNode>()
  for (const item of listing.items) {
    const { id } = item.version
    nodes.set(id, {
      version: item.version,
      kind: kindOf(item),
      reading: item.reading,
      manifest: item.manifest,
      needs: needs.get(id) ?? NONE,
      neededBy: neededBy.get(id) ?? NONE,
      broken: brokenKinds(item, roots.has(id), isMissing),
      sizeBytes: item.manifest === null ? null : manifestBytes(item.manifest),
      isReplacement: item.isReplacement
    })
  }
  return nodes
}
