import { buildGraph } from '../graph/build-graph.js'
import type { Graph } from '../graph/graph.js'
import { reclaimedBytes } from '../graph/sizes.js'
import type { Inventory } from '../model/inventory.js'
import { hasTags } from '../model/package.js'
import type { EpochMs } from '../model/time.js'
import type { Version } from '../model/version.js'
import type { EvaluationContext } from '../policy/evaluation-context.js'
import type { Evaluation } from '../policy/evaluate.js'
import { evaluate } from '../policy/evaluate.js'
import type { Facts } from '../policy/facts.js'
import type { PackagePolicy } from '../policy/policy.js'
import { divide, nothingGoes } from './decide.js'
import { frozenPlan } from './frozen-plan.js'
import type { Freeze } from './freeze.js'
import { checkList } from './list-check.js'
import { checkManifests } from './manifest-check.js'
import type { PackagePlan, PlanWarning } from './plan.js'
import { fateOf } from './root-fate.js'
import type { RootFate } from './root-fate.js'
import { rootsOf, userTagsOf } from './roots.js'
import type { Deliberation } from './version-plans.js'
import { versionPlans } from './version-plans.js'
import { warningsOf } from './warnings.js'

/** All that a decision about one package is made of. */
export interface PlanInput {
  readonly inventory: Inventory
  readonly policy: PackagePolicy
  readonly facts: Facts
  readonly now: EpochMs
  /** What the list lacks where it is a saved one that nobody was asked about. */
  readonly saved?: SavedGaps
}

/** What a saved list can't say. */
export interface SavedGaps {
  /** Ids of versions that may be part of anything, and so are kept. */
  readonly untold: readonly number[]
  /** Why the report that it was taken from lets nothing go; `null` where it doesn't. */
  readonly frozen: string | null
}

/**
 * Decides every version of one package, by 3-policy and its rulings. Pure and total: equal
 * input gives an equal plan, whatever order the versions came in, and every version has
 * exactly one decision with one reason. What could not be known freezes the package.
 *
 * Expects that all was read that `readingsNeeded` asks for.
 */
export function planPackage(input: PlanInput): PackagePlan {
  const { inventory, now } = input
  const checked = checkList(inventory)
  if (!checked.ok) return frozenPlan(inventory, null, checked.freeze, [])
  const graph = graphOf(inventory, checked.versions)
  const deliberation = deliberate(input, graph, checked.versions)
  const warnings = warningsOf(deliberation, input.policy, inventory.unlisted)
  const freeze =
    frozenBefore(input) ??
    checkManifests(inventory, checked.versions, now) ??
    unmatchedKeepTags(input.policy, deliberation.evaluation)
  return freeze === null
    ? livePlan(inventory, deliberation, warnings)
    : frozenPlan(inventory, graph, freeze, warnings)
}

/** The graph of an inventory whose list was checked. */
export function graphOf(inventory: Inventory, versions: readonly Version[]): Graph {
  return buildGraph(inventory.package.type, versions, inventory.manifests, inventory.unlisted)
}

/** What the rules of an inventory are asked against, `versions` being those that they see. */
export function contextOf(
  { inventory, policy, facts, now }: PlanInput,
  versions: readonly Version[]
): EvaluationContext {
  const { type, name } = inventory.package
  return {
    type,
    packageName: name,
    now,
    ageBy: policy.settings.ageBy,
    facts,
    asksNothing: policy.delete.length === 0,
    listedTags: versions.flatMap((version) =>
      hasTags(type) ? userTagsOf(version, type) : version.name
    ),
    lastTagged: inventory.lastTagged
  }
}

/** Asks the rules and divides the package, on a list that was checked. */
export function deliberate(
  input: PlanInput,
  graph: Graph,
  versions: readonly Version[]
): Deliberation {
  const { type } = input.inventory.package
  const { policy } = input
  const context = contextOf(input, withoutReplacements(graph, versions))
  const evaluation = evaluate(rootsOf(graph, type), policy, context)
  const marked = {
    leftOver: new Set(input.inventory.leftOver),
    untold: new Set(input.saved?.untold)
  }
  const fates = new Map<number, RootFate>()
  for (const verdict of evaluation.verdicts) {
    fates.set(verdict.root.version.id, fateOf(verdict, policy.settings, context, marked))
  }
  const division =
    policy.delete.length === 0 ? nothingGoes(graph) : divide(graph, type, fates, policy.settings)
  return { graph, context, evaluation, fates, division }
}

/** They count nowhere (ruling 71). */
function withoutReplacements(graph: Graph, versions: readonly Version[]): readonly Version[] {
  if (graph.roots.length === versions.length) return versions
  const seen: Version[] = []
  for (const { version, isReplacement } of graph.list) {
    if (!isReplacement) seen.push(version)
  }
  return seen
}

function livePlan(
  inventory: Inventory,
  deliberation: Deliberation,
  warnings: readonly PlanWarning[]
): PackagePlan {
  const { graph, division } = deliberation
  return {
    package: inventory.package,
    frozen: null,
    packageDecision: division.packageGoes ? 'delete' : null,
    lastVersionFailure: division.failed ? (division.lastVersion?.case ?? 'any') : null,
    versions: versionPlans(deliberation),
    warnings,
    reclaimedBytes: reclaimedBytes(graph, division.goes)
  }
}

function frozenBefore({ saved }: PlanInput): Freeze | null {
  const why = saved?.frozen ?? null
  return why === null ? null : { code: 'frozen-in-report', why }
}

/** Ruling 32: without a delete input, `keep-tags` that keep nothing are taken for a slip. */
function unmatchedKeepTags(policy: PackagePolicy, { keep, verdicts }: Evaluation): Freeze | null {
  const required = policy.requiredKeep === null ? undefined : keep[policy.requiredKeep]
  if (required === undefined || required.unanswered !== null || verdicts.length === 0) return null
  if (verdicts.some(({ root }) => required.ask(root) !== null)) return null
  const patterns = required.conditions.flatMap((condition) =>
    condition.kind === 'tags' ? condition.patterns.sources : []
  )
  return { code: 'keep-tags-match-nothing', patterns }
}
