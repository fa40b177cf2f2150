import { followedRoots } from '../graph/followed-root.js'
import type { Graph } from '../graph/graph.js'
import { imageBytes } from '../graph/sizes.js'
import type { Inventory } from '../model/inventory.js'
import type { PackageRef } from '../model/package.js'
import type { Freeze } from './freeze.js'
import { distinctVersions } from './list-check.js'
import type { PackagePlan, PlanWarning, VersionPlan } from './plan.js'

/**
 * The plan of a package in which nothing may go (law 3): every version stays, for the same
 * reason. `graph` is `null` where the list itself made no sense.
 */
export function frozenPlan(
  inventory: Inventory,
  graph: Graph | null,
  freeze: Freeze,
  warnings: readonly PlanWarning[]
): PackagePlan {
  return {
    package: inventory.package,
    frozen: freeze,
    packageDecision: null,
    lastVersionFailure: null,
    versions: frozenVersions(inventory, graph, freeze),
    warnings: [{ code: 'frozen', freeze }, ...warnings],
    reclaimedBytes: 0
  }
}

/** The plan of a package of which not even its versions are known. */
export function unseenPlan(ref: PackageRef, freeze: Freeze): PackagePlan {
  return {
    package: ref,
    frozen: freeze,
    packageDecision: null,
    lastVersionFailure: null,
    versions: [],
    warnings: [{ code: 'frozen', freeze }],
    reclaimedBytes: 0
  }
}

function frozenVersions(
  inventory: Inventory,
  graph: Graph | null,
  freeze: Freeze
): readonly VersionPlan[] {
  const everyone = new Set(graph?.nodes.keys())
  const followed =
    graph === null ? null : followedRoots(graph, everyone, ({ createdAt }) => createdAt)
  const unknownKind = inventory.package.type === 'container' ? 'unknown' : 'version'
  const roots = new Set(graph?.roots)
  return distinctVersions(inventory.versions).map((version) => {
    const node = graph?.nodes.get(version.id)
    return {
      version,
      kind: node?.kind ?? unknownKind,
      sizeBytes:
        graph !== null && roots.has(version.id)
          ? imageBytes(graph, version.id)
          : (node?.sizeBytes ?? null),
      root: followed?.get(version.id) ?? null,
      decision: 'keep',
      rule: null,
      reason: { code: 'frozen', freeze },
      untag: []
    }
  })
}
