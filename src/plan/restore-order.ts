import type { VersionKind } from '../graph/graph.js'

/** What the order of restoring is made of. */
export interface Restorable {
  readonly id: number
  readonly kind: VersionKind
  /** Id of the root that it follows; `null` for a root, and where nobody knows. */
  readonly root: number | null
}

/**
 * Ids in the order in which they are to come back: the waves one after another, the lanes of a
 * wave at the same time, the ids of a lane one after another.
 */
export type RestoreOrder = readonly (readonly (readonly number[])[])[]

/**
 * Children before indexes and subjects before referrers (4-running, restore), by what a report
 * says: the manifests themselves can't be read before they are back. An index is pushed after
 * its entries and a referrer after its subject, so that their ids tell where kinds don't.
 */
export function restoreOrder(versions: readonly Restorable[]): RestoreOrder {
  const waves = new Map<number, Map<number, number[]>>()
  for (const version of [...versions].sort((a, b) => a.id - b.id)) {
    const { wave, lane } = placeOf(version)
    const lanes = waves.get(wave) ?? new Map<number, number[]>()
    waves.set(wave, lanes)
    const ids = lanes.get(lane)
    if (ids === undefined) lanes.set(lane, [version.id])
    else ids.push(version.id)
  }
  return [...waves].sort(([a], [b]) => a - b).map(([, lanes]) => [...lanes.values()])
}

const ONE_LANE = 0

function placeOf({ id, kind, root }: Restorable): { readonly wave: number; readonly lane: number } {
  // Nothing has to be there before a platform's image, or a version without a manifest.
  if (kind === 'image' || kind === 'version') return { wave: 0, lane: id }
  // Lists of referrers are pushed last of all that belongs to an image.
  if (kind === 'referrers') return { wave: 4, lane: id }
  // One root may be part of another, as a tagged index of one that joins several.
  if (root === null) return { wave: 2, lane: ONE_LANE }
  return { wave: kind === 'index' || id < root ? 1 : 3, lane: root }
}
