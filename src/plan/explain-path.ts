import type { Graph } from '../graph/graph.js'
import { relationOf } from '../graph/relation.js'
import type { PackageType } from '../model/package.js'
import type { Needer, PathStep } from './explanation.js'
import type { RootName } from './reason.js'
import { nameRoot } from './roots.js'

/** The shortest way from a root to a version that it leads to; empty where there is none. */
export function pathBetween(
  graph: Graph,
  root: number,
  id: number,
  type: PackageType
): readonly PathStep[] {
  const cameFrom = new Map<number, number | null>([[root, null]])
  // A Map visits what is added while it is walked: this goes through the image in breadth.
  for (const [at] of cameFrom) {
    for (const needed of graph.nodes.get(at)?.needs ?? []) {
      if (!cameFrom.has(needed)) cameFrom.set(needed, at)
    }
  }
  const path: PathStep[] = []
  let at: number | null | undefined = cameFrom.has(id) ? id : null
  while (at !== null && at !== undefined) {
    const from: number | null = cameFrom.get(at) ?? null
    const as = from === null ? null : relationOf(graph, from, at)
    path.unshift({ name: nameOf(graph, at, type), as })
    at = from
  }
  return path
}

/** The roots that lead to a version, itself left out, highest id first. */
export function needersOf(
  graph: Graph,
  id: number,
  stays: ReadonlySet<number>,
  type: PackageType
): readonly Needer[] {
  const above = new Set([id])
  for (const at of above) {
    for (const needer of graph.nodes.get(at)?.neededBy ?? []) above.add(needer)
  }
  above.delete(id)
  return graph.roots
    .filter((root) => above.has(root))
    .map((root) => ({ name: nameOf(graph, root, type), stays: stays.has(root) }))
}

function nameOf(graph: Graph, id: number, type: PackageType): RootName {
  const version = graph.nodes.get(id)?.version
  return version === undefined ? { id, label: String(id) } : nameRoot(version, type)
}
