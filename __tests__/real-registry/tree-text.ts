import { hasRealPlatform } from '../../src/graph/entry.js'
import type { Graph, GraphNode } from '../../src/graph/graph.js'

/**
 * A graph as lines of text: a root, and below it, indented, what it needs. A line says what it
 * is, the platform as which an index has it, and its tags, with digests in them cut short.
 */
export function treeText(graph: Graph): string[] {
  const below = (id: number, needer: GraphNode | null, depth: number): string[] => {
    const node = graph.nodes.get(id)
    if (node === undefined) throw new Error(`no version ${id}`)
    const parts = node.needs.flatMap((needed) => [below(needed, node, depth + 1)])
    return [line(node, needer, depth), ...parts.toSorted(byFirstLine).flat()]
  }
  return graph.roots
    .map((root) => below(root, null, 0))
    .toSorted(byFirstLine)
    .flat()
}

function line({ kind, version }: GraphNode, needer: GraphNode | null, depth: number): string {
  const entry = needer?.manifest?.entries.find(({ digest }) => digest === version.name)
  const platform = entry !== undefined && hasRealPlatform(entry) ? entry.platform : null
  const tags = version.tags.map((tag) => tag.replace(/^sha256-[0-9a-f]{64}/, 'sha256-…'))
  return [
    '  '.repeat(depth) + kind,
    ...(platform === null ? [] : [`${platform.os}/${platform.architecture}`]),
    ...tags.toSorted().map((tag) => `[${tag}]`)
  ].join(' ')
}

function byFirstLine([one = '']: string[], [other = '']: string[]): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}
