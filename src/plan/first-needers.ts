import type { Graph } from '../graph/graph.js'
import type { Version } from '../model/version.js'
import type { AgeDate } from '../policy/policy.js'
import { dateOf } from '../policy/evaluation-context.js'

/** Ids of the roots among `ids` that need anything, newest first, ties by the higher id (ruling 65). */
export function needingRoots(
  graph: Graph,
  ids: ReadonlySet<number>,
  ageBy: AgeDate
): readonly number[] {
  const versions: Version[] = []
  for (const id of graph.roots) {
    const node = graph.nodes.get(id)
    if (node !== undefined && node.needs.length > 0 && ids.has(id)) versions.push(node.version)
  }
  return versions
    .sort((a, b) => dateOf(b, ageBy) - dateOf(a, ageBy) || b.id - a.id)
    .map(({ id }) => id)
}

/**
 * For each version that one of `roots` needs, the first of them that does, by id; a root that
 * an earlier or a later one needs is in it too. Near-linear in the size of the graph.
 */
export function firstNeeders(graph: Graph, roots: readonly number[]): ReadonlyMap<number, number> {
  const needers = new Map<number, number>()
  const seen = new Set<number>()
  for (const root of roots) {
    const fresh = [root]
    // The list grows while it is walked; what an earlier root came by is done with.
    for (const id of fresh) {
      for (const needed of graph.nodes.get(id)?.needs ?? []) {
        if (needed !== root && !needers.has(needed)) needers.set(needed, root)
        if (seen.has(needed)) continue
        seen.add(needed)
        fresh.push(needed)
      }
    }
  }
  return needers
}
