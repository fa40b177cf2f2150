import type { Graph, GraphNode } from '../graph/graph.js'
import { followedRoots } from '../graph/followed-root.js'
import { relationOf } from '../graph/relation.js'
import { imageBytes } from '../graph/sizes.js'
import type { EvaluationContext } from '../policy/evaluation-context.js'
import { dateOf } from '../policy/evaluation-context.js'
import type { Evaluation } from '../policy/evaluate.js'
import { explain } from '../policy/evaluate.js'
import { selectedTag } from '../policy/verdict.js'
import type { Protection, Verdict } from '../policy/verdict.js'
import type { Division } from './decide.js'
import { firstNeeders, needingRoots } from './first-needers.js'
import type { Decision, VersionPlan } from './plan.js'
import type { DeleteReason, KeepReason, Reason, UntagReason } from './reason.js'
import type { Fates, RootFate } from './root-fate.js'
import { nameRoot } from './roots.js'

/** All that the reasons of one package's versions are made of. */
export interface Deliberation {
  readonly graph: Graph
  readonly context: EvaluationContext
  readonly evaluation: Evaluation
  readonly fates: Fates
  readonly division: Division
}

interface Decided {
  readonly decision: Decision
  readonly rule: string | null
  readonly reason: Reason
  readonly untag?: readonly string[]
}

/** The plan of each version, highest id first: step 7 of the decision. */
export function versionPlans(deliberation: Deliberation): VersionPlan[] {
  const { graph, context, division } = deliberation
  const followed = followedRoots(graph, division.stays, (version) => dateOf(version, context.ageBy))
  const needed = firstNeeders(graph, needingRoots(graph, division.stays, context.ageBy))
  // One for each root, in the same order: to look up each by its id would take longer.
  const fates = deliberation.fates.values()
  const plans: VersionPlan[] = []
  for (const node of graph.list) {
    const { id } = node.version
    const fate = node.isRoot ? fates.next().value : undefined
    const root = node.isRoot ? null : (followed.get(id) ?? null)
    const { decision, rule, reason, untag } =
      fate === undefined
        ? decideFollower(node, root, deliberation)
        : decideRoot(fate, needed.get(id) ?? null, deliberation)
    plans.push({
      version: node.version,
      kind: node.kind,
      sizeBytes: fate === undefined ? node.sizeBytes : imageBytes(graph, id),
      root,
      decision,
      rule,
      reason,
      untag: untag ?? NO_TAGS
    })
  }
  return plans
}

const NO_TAGS: readonly string[] = []

/** What no root leads to stays, and what it needs does too (ruling 57). */
const IN_CIRCLE: KeepReason = { code: 'in-circle' }

function decideFollower(
  { version, manifest, isReplacement }: GraphNode,
  root: number | null,
  deliberation: Deliberation
): Decided {
  const { division } = deliberation
  const goes = division.goes.has(version.id)
  if (goes && division.packageGoes) return wholePackage(division)
  if (isReplacement) {
    const tag = manifest?.replacementOf ?? ''
    return goes
      ? { decision: 'delete', rule: null, reason: { code: 'replacement', tag } }
      : keep(null, division.failed ? stillHere(division) : { code: 'not-selected' })
  }
  if (root === null) return keep(null, IN_CIRCLE)
  if (goes) return { decision: 'delete', ...follows(version.id, root, deliberation) }
  const isCircleInNeed = !division.stays.has(root)
  return keep(null, isCircleInNeed ? IN_CIRCLE : neededBy(version.id, root, deliberation))
}

function decideRoot(
  fate: RootFate,
  neededRoot: number | null,
  deliberation: Deliberation
): Decided {
  const { division } = deliberation
  const { version } = fate.verdict.root
  if (division.goes.has(version.id)) {
    return division.packageGoes ? wholePackage(division) : selected(fate, deliberation)
  }
  const stays = keepReason(fate, neededRoot, deliberation)
  const tags = division.untag.get(version.id)
  return tags === undefined
    ? keep(stays.rule, stays.reason)
    : {
        decision: 'untag',
        untag: tags,
        ...takenOff(fate.verdict, tags, stays.reason, deliberation)
      }
}

function keep(rule: string | null, reason: KeepReason): Decided {
  return { decision: 'keep', rule, reason }
}

function wholePackage({ lastVersion }: Division): Decided {
  const reason: DeleteReason = { code: 'package-deleted', case: lastVersion?.case ?? 'any' }
  return { decision: 'delete', rule: null, reason }
}

function stillHere({ lastVersion }: Division): KeepReason {
  return { code: 'last-version-fail', case: lastVersion?.case ?? 'any' }
}

function selected({ verdict, isLeftOver }: RootFate, { evaluation }: Deliberation): Decided {
  const { root, selection } = verdict
  if (isLeftOver) return { decision: 'delete', rule: null, reason: { code: 'left-over' } }
  if (selection.kind !== 'whole') throw new Error(`no rule selects version ${root.version.id}`)
  const { rule, at, tag } = selection
  const because = evaluation.delete[at]?.because(root, tag) ?? []
  return { decision: 'delete', rule, reason: { code: 'selected', rule, because } }
}

function follows(
  id: number,
  rootId: number,
  { graph, fates, context }: Deliberation
): { readonly rule: string | null; readonly reason: DeleteReason } {
  const root = graph.nodes.get(rootId)?.version
  const selection = fates.get(rootId)?.verdict.selection
  const name =
    root === undefined ? { id: rootId, label: String(rootId) } : nameRoot(root, context.type)
  return {
    rule: selection?.kind === 'whole' ? selection.rule : null,
    reason: { code: 'follows', root: name, as: relationOf(graph, rootId, id) }
  }
}

function neededBy(id: number, rootId: number, { graph, context }: Deliberation): KeepReason {
  const root = graph.nodes.get(rootId)?.version
  const name =
    root === undefined ? { id: rootId, label: String(rootId) } : nameRoot(root, context.type)
  return { code: 'needed', root: name, as: relationOf(graph, rootId, id) }
}

/** The first that holds of: guard, keep rule, need, last version, not selected (ruling 65). */
function keepReason(
  fate: RootFate,
  neededRoot: number | null,
  deliberation: Deliberation
): { readonly rule: string | null; readonly reason: KeepReason } {
  const { verdict, guard } = fate
  const { division } = deliberation
  const { version } = verdict.root
  if (guard !== null) return { rule: null, reason: guard }
  if (verdict.protection !== null) {
    return {
      rule: verdict.protection.rule,
      reason: protectedReason(verdict.protection, verdict, deliberation)
    }
  }
  if (division.failed && verdict.selection.kind !== 'none') {
    return { rule: null, reason: stillHere(division) }
  }
  if (neededRoot !== null) {
    return { rule: null, reason: neededBy(version.id, neededRoot, deliberation) }
  }
  if (division.lastVersion?.root === version.id && !division.failed) {
    return { rule: null, reason: { code: 'last-version', case: division.lastVersion.case } }
  }
  // Nothing else is left that could hold what wants to go.
  return { rule: null, reason: fate.wantsToGo ? IN_CIRCLE : notSelected(verdict) }
}

function notSelected({ root, selection }: Verdict): KeepReason {
  if (selection.kind === 'part') {
    return {
      code: 'partly-selected',
      selected: selection.tags.filter((one) => one !== null).length,
      total: root.userTags.length,
      holding: root.userTags.filter((tag) => selectedTag(selection, root, tag) === null)
    }
  }
  return root.broken.includes('unpullable')
    ? { code: 'unknown-manifest' }
    : { code: 'not-selected' }
}

function protectedReason(
  { rule, at, how }: Protection,
  { root }: Verdict,
  { evaluation, context }: Deliberation
): KeepReason {
  switch (how.code) {
    case 'matched':
      return { code: 'kept-by-rule', rule, because: explain(evaluation.keep[at], root) }
    case 'counted':
      return { code: 'within-quota', rule, quota: how.quota, rank: how.rank, group: how.group }
    case 'beside':
      return { code: 'beside-quota', rule, root: nameRoot(how.root.version, context.type) }
    case 'unanswered':
      return { code: 'unanswered', rule, why: how.why }
  }
}

function takenOff(
  { root, selection }: Verdict,
  tags: readonly string[],
  stays: KeepReason,
  { evaluation }: Deliberation
): { readonly rule: string; readonly reason: UntagReason } {
  const [tag = ''] = tags
  const found = selectedTag(selection, root, tag)
  const rule = found?.rule ?? ''
  const because = found === null ? [] : (evaluation.delete[found.at]?.because(root, tag) ?? [])
  return { rule, reason: { code: 'tags-selected', rule, tags, stays, because } }
}
