import type { Graph } from '../graph/graph.js'
import { reach } from '../graph/reach.js'
import type { PackageType } from '../model/package.js'
import type { Settings } from '../policy/policy.js'
import type { LastVersion } from './last-version.js'
import { findLastVersion } from './last-version.js'
import type { Fates } from './root-fate.js'
import { stayingRoots } from './root-fate.js'

/** Who stays, who goes and which tags go, of all versions of one package. */
export interface Division {
  /** Ids of versions that stay. */
  readonly stays: ReadonlySet<number>
  /** Ids of versions that go, replacements of ours among them. */
  readonly goes: ReadonlySet<number>
  /** Tags to take off, by id; only of versions that stay, never empty. */
  readonly untag: ReadonlyMap<number, readonly string[]>
  /** The root that stays because GitHub would refuse otherwise; `null` where none has to. */
  readonly lastVersion: LastVersion | null
  /** Whether the whole package goes (ruling 8). */
  readonly packageGoes: boolean
  /** Whether nothing goes because `last-version: fail` applies (ruling 25). */
  readonly failed: boolean
}

/**
 * Steps 4 to 6 of the decision: what staying roots need stays with them, the rest of what
 * wants to go goes with all that only it needs, and GitHub's refusals are planned around.
 */
export function divide(
  graph: Graph,
  type: PackageType,
  fates: Fates,
  settings: Settings
): Division {
  const wanted = divideAround(graph, fates, null)
  if (wanted.goes.size === 0 && wanted.untag.size === 0) return wanted
  const last = findLastVersion(graph, type, wanted, settings.ageBy)
  if (last === null) return wanted
  switch (settings.lastVersion) {
    case 'fail':
      return { ...nothingGoes(graph), lastVersion: last, failed: true }
    case 'delete-package':
      return wanted.stays.size === 0
        ? { ...wanted, lastVersion: last, packageGoes: true }
        : divideAround(graph, fates, last)
    case 'keep':
      return divideAround(graph, fates, last)
  }
}

/** A package in which nothing goes. */
export function nothingGoes(graph: Graph): Division {
  return {
    stays: new Set(graph.nodes.keys()),
    goes: new Set(),
    untag: new Map(),
    lastVersion: null,
    packageGoes: false,
    failed: false
  }
}

function divideAround(graph: Graph, fates: Fates, last: LastVersion | null): Division {
  const rescued = last === null ? [] : [last.root]
  const stays = reach(graph, [...stayingRoots(graph, fates), ...graph.circle, ...rescued])
  const goes = new Set<number>()
  for (const { version } of graph.list) if (!stays.has(version.id)) goes.add(version.id)
  const untag = new Map<number, readonly string[]>()
  for (const [id, fate] of fates) {
    if (stays.has(id) && fate.untag.length > 0 && id !== last?.root) untag.set(id, fate.untag)
  }
  return { stays, goes, untag, lastVersion: last, packageGoes: false, failed: false }
}
