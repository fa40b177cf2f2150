import { isImageEntry } from '../graph/entry.js'
import { followedRoots } from '../graph/followed-root.js'
import type { GraphNode } from '../graph/graph.js'
import type { Digest } from '../model/digest.js'
import type { Inventory } from '../model/inventory.js'
import { DAY_MS } from '../model/time.js'
import { dateOf } from '../policy/evaluation-context.js'
import type { Facts, ListedFacts } from '../policy/facts.js'
import type { Condition, DeleteRule, PackagePolicy } from '../policy/policy.js'
import { listedKey } from '../policy/questions.js'
import type { PlanWarning } from './plan.js'
import { nameRoot } from './roots.js'
import type { Deliberation } from './version-plans.js'

/**
 * What a person should know of a package though nothing failed.
 *
 * @param unlisted what the registry says of digests that no version has, as far as it was asked
 */
export function warningsOf(
  deliberation: Deliberation,
  policy: PackagePolicy,
  unlisted: Inventory['unlisted']
): PlanWarning[] {
  return [
    ...deliberation.evaluation.unanswered.map(({ side, rule, why }): PlanWarning => ({
      code: 'question-unanswered',
      side,
      rule,
      why
    })),
    ...tagsUntold(deliberation, policy),
    ...namesNoRoot(deliberation, policy),
    ...unknownManifests(deliberation),
    ...lacksParts(deliberation, unlisted)
  ]
}

/** What a keep rule's files may mean and do not say: what is deployed there may go. */
function tagsUntold(
  { context: { facts, asksNothing } }: Deliberation,
  policy: PackagePolicy
): PlanWarning[] {
  if (asksNothing) return []
  return policy.keep.flatMap(({ label, conditions }): PlanWarning[] => {
    const places = conditions.flatMap((condition) => listedBy(condition, facts)?.untold ?? [])
    return places.length > 0 ? [{ code: 'tags-untold', rule: label, places }] : []
  })
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
  const parts = graph.list.filter(({ version }) => !roots.has(version.id))
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

function digestsNamed(condition: Condition, facts: Facts): readonly Digest[] {
  if (condition.kind === 'digests') return condition.digests
  return listedBy(condition, facts)?.digests ?? []
}

/** What the files of a condition name; `null` where it asks of none, or there is no answer. */
function listedBy(condition: Condition, { listed }: Facts): ListedFacts | null {
  const answer = condition.kind === 'listed-in' ? listed[listedKey(condition.globs)] : undefined
  return answer?.known === true ? answer.value : null
}

function unknownManifests({ graph }: Deliberation): PlanWarning[] {
  const names: string[] = []
  for (const { version, broken } of graph.list) {
    if (broken.includes('unpullable')) names.push(version.name)
  }
  return names.length > 0 ? [{ code: 'unknown-manifests', names }] : []
}

/**
 * Images that stay and can't be pulled whole, by what was read anyway. What was pushed within a
 * day may have parts that are not listed yet (ruling 31).
 */
function lacksParts(
  { graph, context, division }: Deliberation,
  unlisted: Inventory['unlisted']
): PlanWarning[] {
  const holding: GraphNode[] = []
  for (const node of graph.list) {
    const isSettled = node.version.createdAt < context.now - DAY_MS
    if (holdsEntries(node) && isSettled && division.stays.has(node.version.id)) holding.push(node)
  }
  const lacking = holding.filter(({ manifest, needs }) => {
    // Entries that are listed are needed.
    const listed = needs.map((id) => graph.nodes.get(id)?.version.name)
    const isMissing = (digest: Digest) => !listed.includes(digest) && unlisted[digest] !== 'present'
    return manifest?.entries.some((entry) => isImageEntry(entry) && isMissing(entry.digest))
  })
  if (lacking.length === 0) return []
  const followed = followedRoots(graph, division.stays, (one) => dateOf(one, context.ageBy))
  const images = lacking.flatMap(({ version: { id } }) => {
    const root = graph.nodes.get(followed.get(id) ?? id)?.version
    return root === undefined ? [] : nameRoot(root, context.type).label
  })
  return [{ code: 'lacks-parts', images: [...new Set(images)] }]
}

function holdsEntries({ kind, manifest, isReplacement }: GraphNode): boolean {
  return manifest !== null && manifest.entries.length > 0 && !isReplacement && kind !== 'referrers'
}
