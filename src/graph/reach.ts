import type { Graph } from './graph.js'

const NONE: readonly number[] = []

/**
 * The ids of all that `from` needs, directly or through others, `from` itself included. Ids
 * that are not in the graph are left out. Circles and any depth are fine.
 */
export function reach(graph: Graph, from: Iterable<number>): Set<number> {
  const known = [...from].filter((id) => graph.nodes.has(id))
  return walk((id) => graph.nodes.get(id)?.needs, known)
}

/** As `reach`, where there is no graph yet: `needsOf` gives what one id needs. */
export function walk(
  needsOf: (id: number) => readonly number[] | undefined,
  from: Iterable<number>
): Set<number> {
  const reached = new Set(from)
  const open = [...reached]
  // The list grows while it is walked.
  for (const id of open) {
    for (const needed of needsOf(id) ?? NONE) {
      if (reached.has(needed)) continue
      reached.add(needed)
      open.push(needed)
    }
  }
  return reached
}

/** The ids of a root's image: itself first, then all that it leads to, highest first. */
export function imageOf(graph: Graph, root: number): readonly number[] {
  const needs = graph.nodes.get(root)?.needs
  if (needs === undefined) return []
  // As nearly all are: then no other order is to be found.
  if (needs.every((id) => graph.nodes.get(id)?.needs.length === 0)) return [root, ...needs]
  const image = reach(graph, [root])
  image.delete(root)
  return [root, ...[...image].sort((one, other) => other - one)]
}
