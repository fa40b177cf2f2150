import type { Graph, GraphNode } from '../graph/graph.js'
import { imageOf } from '../graph/reach.js'
import { isUserTag } from '../model/digest.js'
import { labelTag } from '../model/label-tag.js'
import type { PackageType } from '../model/package.js'
import { hasTags } from '../model/package.js'
import type { Version } from '../model/version.js'
import type { Root } from '../policy/root.js'
import type { RootName } from './reason.js'

/** The user's tags of a version; for types without tags its name (1-product, tag). */
export function userTagsOf(version: Version, type: PackageType): readonly string[] {
  if (!hasTags(type)) return [version.name]
  return version.tags.every(isUserTag) ? version.tags : version.tags.filter(isUserTag)
}

/** The roots of a graph as the rules see them, highest id first. */
export function rootsOf(graph: Graph, type: PackageType): Root[] {
  const roots: Root[] = []
  for (const id of graph.roots) {
    const node = graph.nodes.get(id)
    if (node === undefined) continue
    const { version, broken } = node
    const userTags = userTagsOf(version, type)
    roots.push({
      version,
      userTags,
      helperTags: helperTagsOf(version, userTags),
      image: imageVersions(graph, node),
      broken
    })
  }
  return roots
}

const NO_TAGS: readonly string[] = []

function helperTagsOf({ tags }: Version, userTags: readonly string[]): readonly string[] {
  return tags.length <= userTags.length ? NO_TAGS : tags.filter((tag) => !isUserTag(tag))
}

function imageVersions(graph: Graph, { version, needs }: GraphNode): readonly Version[] {
  if (needs.length === 0) return [version]
  return imageOf(graph, version.id).flatMap((id) => graph.nodes.get(id)?.version ?? [])
}

/** How reasons name a root: the user tag that says most, else its digest cut short, else its name. */
export function nameRoot(version: Version, type: PackageType): RootName {
  const tag = labelTag(userTagsOf(version, type))
  return { id: version.id, label: tag ?? shortName(version.name) }
}

function shortName(name: string): string {
  return /^sha256:[0-9a-f]{64}$/.test(name) ? name.slice(0, 'sha256:'.length + 12) : name
}
