import type { Digest } from '../model/digest.js'
import type { Blob, Manifest } from '../model/manifest.js'
import type { Graph, GraphNode } from './graph.js'
import { imageOf } from './reach.js'

/** Bytes by digest of a blob. Where manifests disagree about one, the least counts. */
type BlobSizes = Map<Digest, number>

/** Bytes of the config and layers of one manifest, each blob once. 0 for an index. */
export function manifestBytes(manifest: Manifest): number {
  const { blobs } = manifest
  if (blobs.length > FEW || blobs.some(isDouble)) return total(addBlobs(new Map(), manifest))
  return blobs.reduce((sum, { size }) => sum + size, 0)
}

/** Up to here each is compared with each: a map for every manifest would cost more. */
const FEW = 32

function isDouble({ digest }: Blob, place: number, blobs: readonly Blob[]): boolean {
  for (let earlier = 0; earlier < place; earlier += 1) {
    if (blobs[earlier]?.digest === digest) return true
  }
  return false
}

/**
 * Bytes of the distinct blobs of the versions that go, less those that a version that stays
 * has too. Manifests that were not read (usually the platforms of an index) count on neither
 * side: what only they hold is not in the sum, and what they share is not taken off it.
 */
export function reclaimedBytes(graph: Graph, gone: ReadonlySet<number>): number {
  const freed: BlobSizes = new Map()
  for (const id of gone) addBlobs(freed, graph.nodes.get(id)?.manifest ?? null)
  if (freed.size === 0) return 0
  for (const { version, manifest } of graph.list) {
    if (manifest === null || gone.has(version.id)) continue
    for (const { digest } of manifest.blobs) freed.delete(digest)
  }
  return total(freed)
}

/**
 * Bytes of the distinct blobs of a root's image, whoever shares them. `null` where that is not
 * known: the root is not in the graph, or one of its manifests was not read, signatures and
 * the like (which are small) left out of account.
 */
export function imageBytes(graph: Graph, root: number): number | null {
  const alone = graph.nodes.get(root)
  if (alone === undefined) return null
  if (alone.needs.length === 0) return isUnmeasured(alone) ? null : (alone.sizeBytes ?? 0)
  const blobs: BlobSizes = new Map()
  for (const id of imageOf(graph, root)) {
    const node = graph.nodes.get(id)
    if (node === undefined) continue
    if (isUnmeasured(node)) return null
    addBlobs(blobs, node.manifest)
  }
  return total(blobs)
}

function isUnmeasured({ manifest, kind, reading }: GraphNode): boolean {
  if (manifest !== null || reading === 'absent') return false
  return kind !== 'attestation' && kind !== 'signature' && kind !== 'sbom'
}

function addBlobs(sizes: BlobSizes, manifest: Manifest | null): BlobSizes {
  for (const { digest, size } of manifest?.blobs ?? []) {
    sizes.set(digest, Math.min(size, sizes.get(digest) ?? size))
  }
  return sizes
}

function total(sizes: BlobSizes): number {
  let bytes = 0
  for (const size of sizes.values()) bytes += size
  return bytes
}
