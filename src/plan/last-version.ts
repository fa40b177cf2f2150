import type { Graph } from '../graph/graph.js'
import { imageOf } from '../graph/reach.js'
import type { PackageType } from '../model/package.js'
import { dateOf } from '../policy/evaluation-context.js'
import type { AgeDate } from '../policy/policy.js'
import type { LastVersionCase } from './reason.js'
import { userTagsOf } from './roots.js'

/** What a plan would leave of a package. */
export interface Remains {
  /** Ids of the versions that stay. */
  readonly stays: ReadonlySet<number>
  /** Tags to be taken off, by id. */
  readonly untag: ReadonlyMap<number, readonly string[]>
}

/** What GitHub would refuse of a plan, and the root to keep instead. */
export interface LastVersion {
  readonly case: LastVersionCase
  readonly root: number
}

/**
 * Whether the plan would leave what GitHub refuses to leave, by ruling 23: (a) a container
 * without its last user-tagged version, (b) one with helper tags only without its last tagged
 * one, (c) any package without a version. `null` where it would not.
 */
export function findLastVersion(
  graph: Graph,
  type: PackageType,
  { stays, untag }: Remains,
  ageBy: AgeDate
): LastVersion | null {
  if (type !== 'container') {
    return stays.size > 0 ? null : newestRoot(graph, ageBy)('any', () => true)
  }
  if (keepsUserTag(graph, { stays, untag })) return null
  const wholes = graph.list.filter(({ isReplacement }) => !isReplacement)
  const userTagged = wholes.filter(({ version }) => userTagsOf(version, type).length > 0)
  const tagged = wholes.filter(({ version }) => version.tags.length > 0)
  const newest = newestRoot(graph, ageBy)
  if (userTagged.length > 0) {
    const ids = new Set(userTagged.map(({ version }) => version.id))
    return newest('tagged', (id) => ids.has(id))
  }
  if (tagged.length > 0) {
    if (tagged.some(({ version }) => stays.has(version.id))) return null
    const ids = new Set(tagged.map(({ version }) => version.id))
    return newest('helper-tagged', (id) => imageOf(graph, id).some((part) => ids.has(part)))
  }
  const someStay = wholes.some(({ version }) => stays.has(version.id))
  return someStay ? null : newest('any', () => true)
}

/** Whether a version with a user's tag stays and keeps one of them. */
function keepsUserTag({ list }: Graph, { stays, untag }: Remains): boolean {
  for (const { version, isReplacement } of list) {
    if (isReplacement || !stays.has(version.id)) continue
    const left = untag.get(version.id)?.length ?? 0
    if (userTagsOf(version, 'container').length > left) return true
  }
  return false
}

/** Finds the newest root that qualifies, ties by the higher id (ruling 24). */
function newestRoot(graph: Graph, ageBy: AgeDate) {
  return (why: LastVersionCase, qualifies: (id: number) => boolean): LastVersion | null => {
    let newest: { readonly id: number; readonly date: number } | null = null
    // Roots come highest id first, so that only a later date takes the place.
    for (const id of graph.roots) {
      const version = graph.nodes.get(id)?.version
      if (version === undefined) continue
      const date = dateOf(version, ageBy)
      if ((newest === null || date > newest.date) && qualifies(id)) newest = { id, date }
    }
    return newest === null ? null : { case: why, root: newest.id }
  }
}
