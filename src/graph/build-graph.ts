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
import { listingOf, newestFirst, type ListedManifest, type Listing } from './listing.js'
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
  const list = nodesOf(listing, edges, unlisted)
  const nodes = new Map<number, GraphNode>()
  const roots: number[] = []
  for (const node of list) {
    nodes.set(node.version.id, node)
    if (node.isRoot) roots.push(node.version.id)
  }
  return { nodes, list, roots, circle: circleOf(list, nodes, roots) }
}

function flatGraph(versions: readonly Version[]): Graph {
  const list = versions.map(flatNode)
  const nodes = new Map<number, GraphNode>()
  for (const node of list) nodes.set(node.version.id, node)
  return { nodes, list, roots: versions.map(({ id }) => id), circle: [] }
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
    isReplacement: false,
    isRoot: true
  }
}

function isRoot({ version, place, isReplacement }: ListedManifest, { neededBy }: Edges): boolean {
  if (isReplacement) return false
  return (neededBy[place] ?? NONE).length === 0 || version.tags.some(isUserTag)
}

/** Those that no root leads to (ruling 57). */
function circleOf(
  list: readonly GraphNode[],
  nodes: ReadonlyMap<number, GraphNode>,
  roots: readonly number[]
): number[] {
  const led = walk((id) => nodes.get(id)?.needs, roots)
  const circle: number[] = []
  for (const { version, isReplacement } of list) {
    if (!isReplacement && !led.has(version.id)) circle.push(version.id)
  }
  return circle
}

function nodesOf(listing: Listing, edges: Edges, unlisted: Inventory['unlisted']): GraphNode[] {
  const isMissing = missingFrom(listing.byDigest, unlisted)
  return listing.items.map((item) => {
    const isOneRoot = isRoot(item, edges)
    return {
      version: item.version,
      kind: kindOf(item),
      reading: item.reading,
      manifest: item.manifest,
      needs: edges.needs[item.place] ?? NONE,
      neededBy: edges.neededBy[item.place] ?? NONE,
      broken: brokenKinds(item, isOneRoot, isMissing),
      sizeBytes: item.manifest === null ? null : manifestBytes(item.manifest),
      isReplacement: item.isReplacement,
      isRoot: isOneRoot
    }
  })
}
