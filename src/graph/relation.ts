import type { Graph, GraphNode, VersionKind } from './graph.js'
import { namedSubjects } from './named-subject.js'

/** What a follower is to its root, as a person would say: `signature of v1.4.0`. */
export type Relation = 'part' | 'attestation' | 'signature' | 'sbom' | 'referrers' | 'referrer'

/**
 * What `follower` is to `root`, which leads to it: `referrers` for a fallback index,
 * `referrer` for what names a subject and is of no better known kind, `part` for the rest.
 * Takes time by the number of versions that need the follower directly, not by the image.
 */
export function relationOf(graph: Graph, root: number, follower: number): Relation {
  const node = graph.nodes.get(follower)
  if (node === undefined) return 'part'
  if (isOwnRelation(node.kind)) return node.kind
  return isPart(graph, root, node) ? 'part' : 'referrer'
}

function isOwnRelation(kind: VersionKind): kind is VersionKind & Relation {
  return kind === 'attestation' || kind === 'signature' || kind === 'sbom' || kind === 'referrers'
}

/**
 * A version is needed either as an entry or as a referrer of what it names, so who needs it
 * unnamed has it as an entry.
 */
function isPart(graph: Graph, root: number, { version, manifest, neededBy }: GraphNode): boolean {
  const named = namedSubjects(version, manifest)
  const isEntryOf = (id: number): boolean => {
    const needer = graph.nodes.get(id)
    return (
      needer !== undefined && needer.kind !== 'referrers' && !named.includes(needer.version.name)
    )
  }
  return neededBy.includes(root) ? isEntryOf(root) : neededBy.some(isEntryOf)
}
