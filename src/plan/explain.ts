import type { KeepRule } from '../policy/policy.js'
import { prepareFacts } from '../policy/prepared-facts.js'
import type { Root } from '../policy/root.js'
import { selectedTag } from '../policy/verdict.js'
import type { Explanation, RootExplanation, RuleAnswer } from './explanation.js'
import { needersOf, pathBetween } from './explain-path.js'
import { standingsOf } from './explain-quota.js'
import { answerOf } from './explain-rule.js'
import { checkList } from './list-check.js'
import type { PackagePlan, VersionPlan } from './plan.js'
import { deliberate, graphOf, planPackage, type PlanInput } from './plan-package.js'
import { nameRoot } from './roots.js'
import type { Deliberation } from './version-plans.js'

/**
 * How a version is decided, with what every rule says of it, or of the root that it follows.
 * Pure, and of one mind with `planPackage`. `null` where the package has no such version.
 */
export function explainVersion(input: PlanInput, id: number): Explanation | null {
  const plan = planPackage(input)
  const version = plan.versions.find((one) => one.version.id === id)
  if (version === undefined) return null
  const checked = checkList(input.inventory)
  if (!checked.ok) return explanationOf(input, plan, version, null)
  const deliberation = deliberate(
    input,
    graphOf(input.inventory, checked.versions),
    checked.versions
  )
  return explanationOf(input, plan, version, deliberation)
}

function explanationOf(
  input: PlanInput,
  plan: PackagePlan,
  version: VersionPlan,
  deliberation: Deliberation | null
): Explanation {
  const { type } = plan.package
  const { id } = version.version
  const head = { package: plan.package, version, frozen: plan.frozen }
  if (deliberation === null) return { ...head, root: null, path: [], needers: [] }
  const { graph } = deliberation
  const stays = new Set(
    plan.versions.filter(({ decision }) => decision !== 'delete').map((one) => one.version.id)
  )
  return {
    ...head,
    root: rootOf(input, deliberation, version.root ?? id, id, stays),
    path: version.root === null ? [] : pathBetween(graph, version.root, id, type),
    needers: needersOf(graph, id, stays, type)
  }
}

function rootOf(
  input: PlanInput,
  deliberation: Deliberation,
  rootId: number,
  id: number,
  stays: ReadonlySet<number>
): RootExplanation | null {
  const fate = deliberation.fates.get(rootId)
  if (fate === undefined) return null
  const { division, context, evaluation } = deliberation
  const { root, selection } = fate.verdict
  const roots = evaluation.verdicts.map((verdict) => verdict.root)
  return {
    name: nameRoot(root.version, context.type),
    isVersion: rootId === id,
    userTags: root.userTags,
    delete: answersOf(input, deliberation, root, roots, 'delete'),
    keep: answersOf(input, deliberation, root, roots, 'keep'),
    selectedBy: root.userTags.map((tag) => ({
      tag,
      rule: selectedTag(selection, root, tag)?.rule ?? null
    })),
    guard: fate.guard,
    lastVersion: division.lastVersion?.root === rootId ? division.lastVersion.case : null,
    goes: !stays.has(rootId)
  }
}

function answersOf(
  { policy }: PlanInput,
  { evaluation, context }: Deliberation,
  root: Root,
  roots: readonly Root[],
  side: 'delete' | 'keep'
): readonly RuleAnswer[] {
  const facts = prepareFacts(context)
  return evaluation[side].map((prepared, place) => {
    const rule = side === 'keep' ? policy.keep[place] : undefined
    const answer = answerOf({ prepared, side, context, facts }, root)
    const hasStanding = rule !== undefined && answer.kind === 'holds'
    const standings = hasStanding
      ? standingsOf(rule, prepared, roots, root, { context, facts })
      : []
    const takesEffect = isEffective(answer, rule, standings, root)
    return { rule: prepared.label, side, answer, takesEffect, standings }
  })
}

function isEffective(
  answer: RuleAnswer['answer'],
  rule: KeepRule | undefined,
  standings: RuleAnswer['standings'],
  root: Root
): boolean {
  if (answer.kind === 'unanswered') return rule !== undefined
  if (answer.kind !== 'holds') return false
  if (rule === undefined || rule.quotas.length === 0) return true
  // What a pattern keeps by a helper tag uses up no count (ruling 26).
  if (root.userTags.length === 0 && answer.tags !== 'all') return true
  return standings.some(({ kept }) => kept)
}
