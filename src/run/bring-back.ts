import type { BroughtBack } from '../execute/ports.js'
import { reach } from '../graph/reach.js'
import type { Inventory } from '../model/inventory.js'
import type { PackageRef } from '../model/package.js'
import { checkList } from '../plan/list-check.js'
import { graphOf } from '../plan/plan-package.js'
import type { World } from './world.js'

/**
 * Ids of what was deleted and something needs that is there. `inventory` has what was deleted
 * put back; none where its list makes no sense.
 */
export function neededOf(
  inventory: Inventory,
  there: ReadonlySet<number>,
  deleted: ReadonlySet<number>
): ReadonlySet<number> {
  const checked = checkList(inventory)
  if (!checked.ok) return new Set()
  const graph = graphOf(inventory, checked.versions)
  const living = [...graph.nodes.keys()].filter((id) => there.has(id) && !deleted.has(id))
  return new Set([...reach(graph, living)].filter((id) => deleted.has(id)))
}

const NEEDED = 'it was deleted, and an image that was published at that moment needs it'

/** Restores a version that this run has deleted a moment ago. Never throws. */
export async function restoreNeeded(
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
    return failed(error instanceof Error ? error.message : String(error))
  }
}
