import { describersToRead } from '../graph/reading.js'
import type { Graph } from '../graph/graph.js'
import { NO_TIME } from '../model/duration.js'
import type { EpochMs } from '../model/time.js'
import type { ListedVersion } from '../model/version.js'
import { applyPlan, type Applied, type ReviewedVersion } from '../plan/apply-plan.js'
import type { Progress } from '../execute/ports.js'
import type { Freeze } from '../plan/freeze.js'
import { checkList } from '../plan/list-check.js'
import { checkManifests } from '../plan/manifest-check.js'
import { graphOf, type PlanInput } from '../plan/plan-package.js'
import type { Withdrawal } from '../plan/second-look.js'
import { NO_FACTS } from '../policy/facts.js'
import type { PackagePolicy, Settings } from '../policy/policy.js'
import type { KeptPackage } from './kept-record.js'
import type { ManifestReader } from './manifest-reader.js'
import { observePackage } from './observe-package.js'
import type { PackageRef } from '../model/package.js'

/** A reviewed plan of one package, and how it is to be carried out. */
export interface Review {
  readonly package: PackageRef
  readonly reviewed: readonly ReviewedVersion[]
  readonly plannedAt: EpochMs
  readonly packageGoes: boolean
  readonly settings: Settings
  readonly now: EpochMs
  readonly kept: KeptPackage
  readonly reader: ManifestReader
}

/** What is left of a reviewed plan in a package as it is. */
export interface Verdict {
  /** `null` where the list makes no sense. */
  readonly graph: Graph | null
  readonly freeze: Freeze | null
  readonly applied: Applied
}

const NOTHING_DONE: Progress = {
  gone: new Set(),
  deleted: new Set(),
  stuck: new Set(),
  untagged: []
}

/**
 * Reads all that it takes to know what the changes of a reviewed plan would break: as if every
 * version in it were selected by its id.
 */
export async function observeReviewed(
  review: Review,
  versions: readonly ListedVersion[],
  begun: readonly number[]
): Promise<PlanInput> {
  const { package: ref, now, kept, reader } = review
  const policy = selectingPlanned(review)
  const options = { package: ref, versions, policy, facts: NO_FACTS, now, kept, reader, begun }
  let input = await observePackage({ ...options, kept: { ...kept, leftOver: [] } })
  for (;;) {
    const { graph, applied } = judgeReviewed(review, input, NOTHING_DONE)
    const unread = graph === null ? [] : describersToRead(graph, applied.goes)
    if (unread.length === 0) return input
    const manifests = { ...input.inventory.manifests, ...(await reader.readAll(unread)) }
    input = { ...input, inventory: { ...input.inventory, manifests } }
  }
}

function selectingPlanned({ reviewed, settings }: Review): PackagePolicy {
  const planned = reviewed.filter(({ decision }) => decision !== 'keep')
  const ids = planned.map(({ version }) => version.id)
  return {
    keep: [],
    delete: [{ label: 'the plan', conditions: [{ kind: 'ids', ids }] }],
    settings: { ...settings, untaggedGrace: NO_TIME },
    requiredKeep: null
  }
}

/** Finds what is left of a reviewed plan: nothing where the package can't be read whole (law 3). */
export function judgeReviewed(review: Review, input: PlanInput, progress: Progress): Verdict {
  const checked = checkList(input.inventory)
  if (!checked.ok) return frozen(review, null, checked.freeze)
  const graph = graphOf(input.inventory, checked.versions)
  const freeze = checkManifests(input.inventory, checked.versions, input.now)
  if (freeze !== null) return frozen(review, graph, freeze)
  const { reviewed, plannedAt, packageGoes, settings } = review
  const applied = applyPlan({
    reviewed,
    plannedAt,
    packageGoes,
    type: review.package.type,
    graph,
    lastVersion: settings.lastVersion,
    ageBy: settings.ageBy,
    done: progress.gone,
    stuck: progress.stuck
  })
  return { graph, freeze: null, applied }
}

function frozen({ reviewed }: Review, graph: Graph | null, freeze: Freeze): Verdict {
  const withdrawn = reviewed
    .filter(({ decision }) => decision !== 'keep')
    .map(({ version }): Withdrawal => {
      const why = 'nothing may be changed in this package: it can not be read whole'
      return { id: version.id, outcome: 'skipped', why }
    })
  const nothing = { goes: new Set<number>(), untag: new Map<number, readonly string[]>() }
  const applied = { ...nothing, withdrawn, packageGoes: false, lastVersionFailure: null }
  return { graph, freeze, applied }
}
