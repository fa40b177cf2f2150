import type { Digest } from '../model/digest.js'
import type { Facts } from '../policy/facts.js'
import type { Condition, DeleteRule, PackagePolicy } from '../policy/policy.js'
import { listedKey } from '../policy/questions.js'
import type { PlanWarning } from './plan.js'
import type { Deliberation } from './version-plans.js'

/** What a person should know of a package though nothing failed. */
export function warningsOf(deliberation: Deliberation, policy: PackagePolicy): PlanWarning[] {
  return [
    ...deliberation.evaluation.unanswered.map(({ rule, why }): PlanWarning => ({
      code: 'question-unanswered',
      rule,
      why
    })),
    ...namesNoRoot(deliberation, policy),
    ...unknownManifests(deliberation)
  ]
}

const NAMING: ReadonlySet<Condition['kind']> = new Set(['ids', 'digests', 'listed-in'])

/** Ruling 17: a delete rule that names a version which is part of an image deletes nothing by it. */
function namesNoRoot(
  { graph, context: { facts } }: Deliberation,
  policy: PackagePolicy
): PlanWarning[] {
  const isNaming = ({ conditions }: DeleteRule) => conditions.some(({ kind }) => NAMING.has(kind))
  if (!policy.delete.some(isNaming)) return []
  const roots = new Set(graph.roots)
  const parts = [...graph.nodes.values()].filter(({ version }) => !roots.has(version.id))
  const ids = new Map(parts.map(({ version }) => [version.id, String(version.id)]))
  const digests = new Map(parts.map(({ version }) => [version.name, version.name]))
  return policy.delete.flatMap(({ label, conditions }): PlanWarning[] => {
    const names = conditions.flatMap((condition) => {
      if (condition.kind === 'ids') return condition.ids.flatMap((id) => ids.get(id) ?? [])
      return digestsNamed(condition, facts).flatMap((digest) => digests.get(digest) ?? [])
    })
    return names.length > 0 ? [{ code: 'names-no-root', rule: label, names }] : []
  })
}

function digestsNamed(condition: Condition, { listed }: Facts): readonly Digest[] {
  if (condition.kind === 'digests') return condition.digests
  const answer = condition.kind === 'listed-in' ? listed[listedKey(condition.globs)] : undefined
  return answer?.known === true ? answer.value.digests : []
}

function unknownManifests({ graph }: Deliberation): PlanWarning[] {
  const names: string[] = []
  for (const { version, broken } of graph.nodes.values()) {
    if (broken.includes('unpullable')) names.push(version.name)
  }
  return names.length > 0 ? [{ code: 'unknown-manifests', names }] : []
}
