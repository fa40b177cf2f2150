import type { EpochMs } from '../model/time.js'
import type { Version } from '../model/version.js'
import type { Graph } from './graph.js'

/**
 * The root that each version follows, by the version's id: of the roots that lead to it the
 * newest that stays, else the newest that goes (ruling 65). Roots, members of circles and
 * replacements follow none and are not in it. Near-linear in the size of the graph.
 *
 * @param stays ids of all versions that stay
 * @param dateOf what newest means; ties go to the higher id
 */
export function followedRoots(
  graph: Graph,
  stays: ReadonlySet<number>,
  dateOf: (version: Version) => EpochMs
): ReadonlyMap<number, number> {
  const followed = new Map<number, number>()
  if (graph.roots.length === graph.nodes.size) return followed
  const visited = new Set<number>()
  for (const root of byPrecedence(graph, stays, dateOf)) {
    // What an earlier root came by, it went through to the end: nothing is left behind it.
    for (const id of unvisitedFrom(graph, root, visited)) {
      if (graph.nodes.get(id)?.isRoot === false) followed.set(id, root)
    }
  }
  return followed
}

/** The roots that lead to anything. */
function byPrecedence(
  { nodes, roots }: Graph,
  stays: ReadonlySet<number>,
  dateOf: (version: Version) => EpochMs
): number[] {
  const leading: { readonly id: number; readonly stays: boolean; readonly date: EpochMs }[] = []
  for (const id of roots) {
    const node = nodes.get(id)
    if (node === undefined || node.needs.length === 0) continue
    leading.push({ id, stays: stays.has(id), date: dateOf(node.version) })
  }
  return leading
    .sort((a, b) => Number(b.stays) - Number(a.stays) || b.date - a.date || b.id - a.id)
    .map(({ id }) => id)
}

/** All that `root` leads to and nobody visited before, which then is visited. */
function unvisitedFrom(graph: Graph, root: number, visited: Set<number>): readonly number[] {
  if (visited.has(root)) return []
  visited.add(root)
  const fresh = [root]
  // The list grows while it is walked.
  for (const id of fresh) {
    for (const needed of graph.nodes.get(id)?.needs ?? []) {
      if (visited.has(needed)) continue
      visited.add(needed)
      fresh.push(needed)
    }
  }
  return fresh
}
