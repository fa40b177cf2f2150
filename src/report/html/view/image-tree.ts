import { parseHelperTag } from '../../../model/digest.js'
import { isRoot, wordAt, type Rows } from './rows.js'

/** A version with what stands below it in its image. */
export interface TreeNode {
  readonly row: number
  readonly children: readonly TreeNode[]
}

/** Rows by their root, in their order; roots that nothing follows are left out. */
export function followersByRoot(rows: Rows): ReadonlyMap<number, readonly number[]> {
  const found = new Map<number, number[]>()
  for (let row = 0; row < rows.count; row += 1) {
    const root = rows.roots[row] ?? row
    if (root === row) continue
    const list = found.get(root)
    if (list === undefined) found.set(root, [row])
    else list.push(row)
  }
  return found
}

/**
 * The image of a root: what follows it, by kind, and below each version what its helper tags say
 * to belong to it, such as a platform's signature.
 */
export function imageTree(rows: Rows, root: number, followers: readonly number[]): TreeNode {
  const members = new Map([root, ...followers].map((row) => [rows.names[row] ?? '', row]))
  const below = new Map<number, number[]>()
  for (const row of byKind(rows, followers)) {
    const parent = parentOf(rows, row, members) ?? root
    below.set(parent, [...(below.get(parent) ?? []), row])
  }
  return nodeOf(root, below)
}

// One level only under the root's own, so that helper tags which name each other make no circle.
function nodeOf(root: number, below: ReadonlyMap<number, readonly number[]>): TreeNode {
  const top = new Set(below.get(root))
  const stray = [...below].filter(([parent]) => parent !== root && !top.has(parent))
  const children = [...top, ...stray.flatMap(([, list]) => list)]
  return {
    row: root,
    children: children.map((row) => ({
      row,
      children: (top.has(row) ? (below.get(row) ?? []) : []).map((leaf) => ({
        row: leaf,
        children: []
      }))
    }))
  }
}

function parentOf(rows: Rows, row: number, members: ReadonlyMap<string, number>): number | null {
  for (const tag of rows.tags[row] ?? []) {
    const parent = members.get(parseHelperTag(tag)?.digest ?? '')
    if (parent !== undefined && parent !== row) return parent
  }
  return null
}

const KIND_ORDER = ['index', 'image', 'artifact', 'attestation', 'signature', 'sbom', 'referrers']

function byKind(rows: Rows, members: readonly number[]): readonly number[] {
  const rank = (row: number) => {
    const place = KIND_ORDER.indexOf(wordAt(rows, 'kinds', row) ?? '')
    return place < 0 ? KIND_ORDER.length : place
  }
  return members.toSorted((a, b) => rank(a) - rank(b) || a - b)
}

/** The roots that take most bytes, the largest first; those of unknown or no size are left out. */
export function largestImages(rows: Rows, limit: number): readonly number[] {
  const sized: number[] = []
  for (let row = 0; row < rows.count; row += 1) {
    if (isRoot(rows, row) && (rows.sizes[row] ?? NaN) > 0) sized.push(row)
  }
  return sized.sort((a, b) => (rows.sizes[b] ?? 0) - (rows.sizes[a] ?? 0) || a - b).slice(0, limit)
}

/** How many images there are whose size is not known, as of an index whose platforms nobody read. */
export function unmeasuredImages(rows: Rows): number {
  let count = 0
  for (let row = 0; row < rows.count; row += 1) {
    const isImage = isRoot(rows, row) && wordAt(rows, 'kinds', row) !== 'version'
    if (isImage && Number.isNaN(rows.sizes[row] ?? NaN)) count += 1
  }
  return count
}
