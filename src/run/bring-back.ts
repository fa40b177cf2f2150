import type { BroughtBack, Progress } from '../execute/ports.js'
import type { Graph, GraphNode } from '../graph/graph.js'
import { reach } from '../graph/reach.js'
import type { Digest } from '../model/digest.js'
import type { Inventory } from '../model/inventory.js'
import type { PackageRef, PackageType } from '../model/package.js'
import type { ListedVersion, Version } from '../model/version.js'
import { distinctVersions } from '../plan/list-check.js'
import { graphOf } from '../plan/plan-package.js'
import { nameRoot } from '../plan/roots.js'
import type { ManifestReader } from './manifest-reader.js'
import { mapLimited } from './map-limited.js'
import type { World } from './world.js'
import { messageOf } from '../model/message-of.js'

/** Restorations at once. */
const AT_ONCE = 4
/** Named in a sentence. */
const NAMED = 3

/** A package as it is listed now, with what this run has deleted put back. */
export interface ListedNow {
  readonly package: PackageRef
  /** What was read of it. */
  readonly inventory: Inventory
  /** Ids of the list itself. */
  readonly there: ReadonlySet<number>
  /** Ids of the list that were not there, or not any more, when it was looked at before. */
  readonly news: ReadonlySet<number>
  readonly reader: Pick<ManifestReader, 'readAgain'>
}

/** What came of looking for what is needed. */
export interface Needs {
  readonly back: readonly BroughtBack[]
  /** What is new and of which nobody could read what it needs. */
  readonly unread: readonly Version[]
}

/**
 * Restores what this run has deleted and something needs that is there. A list that contradicts
 * itself is asked all the same: what it says too much of restores too much. Never throws.
 */
export async function bringBackNeeded(
  now: ListedNow,
  { deleted }: Pick<Progress, 'deleted'>,
  world: Pick<World, 'github'>
): Promise<Needs> {
  const graph = await graphWithNews(now)
  const living = [...graph.nodes.keys()].filter((id) => now.there.has(id) && !deleted.has(id))
  const lost = [...reach(graph, living)].filter((id) => deleted.has(id))
  const back = await mapLimited(lost, AT_ONCE, (id) => restoreNeeded(now.package, id, world))
  const unread = newsIn(graph, now.news).filter(isUnread)
  return { back, unread: unread.map(({ version }) => version) }
}

/** Reads what is new and was not read: planning reads nothing of a list that makes no sense. */
async function graphWithNews({ inventory, news, reader }: ListedNow): Promise<Graph> {
  const versions = withoutDoubles(inventory.versions)
  let { manifests } = inventory
  const asked = new Set<Digest>()
  for (;;) {
    const graph = graphOf({ ...inventory, manifests }, versions)
    const unread = newsIn(graph, news).filter(isUnread)
    const digests = unread.map(({ version }) => version.name).filter((name) => !asked.has(name))
    if (digests.length === 0) return graph
    for (const digest of digests) asked.add(digest)
    manifests = { ...manifests, ...(await reader.readAgain(digests)) }
  }
}

function newsIn(graph: Graph, news: ReadonlySet<number>): GraphNode[] {
  return graph.list.filter(({ version }) => news.has(version.id))
}

/** What an index vouches for, or names its subject by its tag, has nothing of its own to tell. */
function isUnread({ reading, neededBy }: GraphNode): boolean {
  if (reading === 'unreadable' || reading === 'absent') return true
  return reading === 'unread' && neededBy.length === 0
}

/** Every version by id and by name once, whatever is missing of it; what is listed comes first. */
function withoutDoubles(versions: readonly ListedVersion[]): readonly Version[] {
  const names = new Set<Digest>()
  const distinct = new Set(distinctVersions(versions).map(({ id }) => id))
  const single: Version[] = []
  for (const { id, name, tags, createdAt, updatedAt, deletedAt } of versions) {
    if (names.has(name) || !distinct.delete(id)) continue
    names.add(name)
    const dates = { createdAt: createdAt ?? 0, updatedAt: updatedAt ?? 0, deletedAt }
    single.push({ id, name, tags: tags ?? [], ...dates })
  }
  return single
}

/** Why it can't be told whether more is needed, as a clause. */
export function untoldText(unread: readonly Version[], type: PackageType): string {
  const labels = unread.slice(0, NAMED).map((version) => nameRoot(version, type).label)
  const more = unread.length > NAMED ? ` and ${unread.length - NAMED} more` : ''
  return `the registry does not tell what ${labels.join(', ')}${more} needs`
}

/** What is back without this run's doing. */
export function broughtBackByOthers(ids: Iterable<number>): readonly BroughtBack[] {
  const why = 'it was deleted, and somebody has restored it since'
  return [...ids].map((id) => ({ id, outcome: 'restored', why }))
}

export function restoredIn(back: readonly BroughtBack[]): ReadonlySet<number> {
  return new Set(back.flatMap(({ id, outcome }) => (outcome === 'restored' ? id : [])))
}

const NEEDED = 'it was deleted, and an image that was published at that moment needs it'

/** Restores a version that this run has deleted a moment ago. Never throws. */
async function restoreNeeded(
  ref: PackageRef,
  id: number,
  { github }: Pick<World, 'github'>
): Promise<BroughtBack> {
  const failed = (why: string): BroughtBack => ({
    id,
    outcome: 'failed',
    why: `${NEEDED}, but it could not be restored (${why}): mode: repair does that`
  })
  try {
    const answer = await github.restoreVersion(ref, id)
    switch (answer.kind) {
      case 'restored':
      case 'already-there':
        return { id, outcome: 'restored', why: `${NEEDED}, so it was restored` }
      case 'expired-or-taken':
      case 'denied':
        return failed(answer.message)
    }
  } catch (error) {
    return failed(messageOf(error))
  }
}
