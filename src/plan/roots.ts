import type { Graph } from '../graph/graph.js'
import { imageOf } from '../graph/reach.js'
import { isUserTag } from '../model/digest.js'
import type { PackageType } from '../model/package.js'
import { hasTags } from '../model/package.js'
import type { Version } from '../model/version.js'
import type { Root } from '../policy/root.js'
import type { RootName } from './reason.js'

/** The user's tags of a version; for types without tags its name (1-product, tag). */
export function userTagsOf(version: Version, type: PackageType): readonly string[] {
  return hasTags(type) ? version.tags.filter(isUserTag) : [version.name]
}

/** The roots of a graph as the rules see them, highest id first. */
export function rootsOf(graph: Graph, type: PackageType): Root[] {
  return graph.roots.flatMap((id): Root[] => {
    const node = graph.nodes.get(id)
    if (node === undefined) return []
    const { version, broken } = node
    return [
      {
        version,
        userTags: userTagsOf(version, type),
        helperTags: version.tags.filter((tag) => !isUserTag(tag)),
        image: imageVersions(graph, version),
        broken
      }
    ]
  })
}

function imageVersions(graph: Graph, root: Version): Version[] {
  if ((graph.nodes.get(root.id)?.needs.length ?? 0) === 0) return [root]
  return imageOf(graph, root.id).flatMap((id) => graph.nodes.get(id)?.version ?? [])
}

/** How reasons name a root: its first user tag, else its digest cut short, else its name. */
export function nameRoot(version: Version, type: PackageType): RootName {
  const tag = userTagsOf(version, type)[0]
  return { id: version.id, label: tag ?? shortName(version.name) }
}

function shortName(name: string): string {
  return /^sha256:[0-9a-f]{64}$/.test(name) ? name.slice(0, 'sha256:'.length + 12) : name
}
