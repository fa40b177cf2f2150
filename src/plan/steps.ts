import type { Graph } from '../graph/graph.js'
import { walk } from '../graph/reach.js'
import type { AgeDate } from '../policy/policy.js'
import { dateOf } from '../policy/evaluation-context.js'
import type { PackagePlan } from './plan.js'

/** One change to make. */
export type Step =
  | { readonly kind: 'delete-package' }
  | {
      readonly kind: 'delete'
      readonly id: number
      /** Id of the version with which its image begins; a replacement begins its own. */
      readonly image: number
      /** Ids that have to be gone before: what needs it and goes too. */
      readonly after: readonly number[]
    }
  | { readonly kind: 'untag'; readonly tags: readonly TagOfVersion[] }

/** A tag to take off a version. */
export interface TagOfVersion {
  readonly id: number
  readonly tag: string
}

/** Tags that are taken off together: they share the reading of one version list. */
const TAGS_AT_ONCE = 10

/**
 * The steps of a plan in the order in which they are to be begun: replacements of ours first
 * (ruling 71), then tags to take off, then images, the oldest root first, each finished before
 * the next (ruling 64); within an image a root before its children and a subject before its
 * referrers. What several going images share comes with the last of them.
 */
export function orderSteps(plan: PackagePlan, graph: Graph, ageBy: AgeDate): Step[] {
  if (plan.packageDecision === 'delete') return [{ kind: 'delete-package' }]
  const goes = new Set(
    plan.versions.flatMap(({ decision, version }) => (decision === 'delete' ? [version.id] : []))
  )
  const replacements = [...goes].filter((id) => graph.nodes.get(id)?.isReplacement === true)
  const images = beginnings(graph, goes, ageBy)
  return [
    ...replacements.map((id): Step => ({ kind: 'delete', id, image: id, after: [] })),
    ...untagSteps(plan),
    ...imageSteps(graph, goes, images)
  ]
}

function untagSteps({ versions }: PackagePlan): Step[] {
  const tags = versions
    .flatMap(({ version: { id }, untag }) => untag.map((tag): TagOfVersion => ({ id, tag })))
    .reverse()
  return Array.from({ length: Math.ceil(tags.length / TAGS_AT_ONCE) }, (_, chunk) => ({
    kind: 'untag',
    tags: tags.slice(chunk * TAGS_AT_ONCE, (chunk + 1) * TAGS_AT_ONCE)
  }))
}

/** Roots that go, oldest first. */
function beginnings(graph: Graph, goes: ReadonlySet<number>, ageBy: AgeDate): number[] {
  return graph.roots
    .filter((id) => goes.has(id))
    .flatMap((id) => graph.nodes.get(id)?.version ?? [])
    .sort((a, b) => dateOf(a, ageBy) - dateOf(b, ageBy) || a.id - b.id)
    .map(({ id }) => id)
}

function imageSteps(graph: Graph, goes: ReadonlySet<number>, roots: readonly number[]): Step[] {
  const needers = (id: number) =>
    (graph.nodes.get(id)?.neededBy ?? []).filter((needer) => goes.has(needer))
  const waitingFor = new Map([...goes].map((id) => [id, needers(id).length]))
  const steps: Step[] = []
  for (const root of roots) {
    // A root that another going root needs is begun by that one.
    if (waitingFor.get(root) !== 0) continue
    for (const id of walk((one) => freed(graph, one, goes, waitingFor), [root])) {
      steps.push({ kind: 'delete', id, image: root, after: needers(id) })
    }
  }
  return [...steps, ...leftInCircles(goes, steps, needers)]
}

/** What nothing else waits for once `id` is gone. */
function freed(
  graph: Graph,
  id: number,
  goes: ReadonlySet<number>,
  waitingFor: Map<number, number>
): number[] {
  return (graph.nodes.get(id)?.needs ?? []).filter((needed) => {
    if (!goes.has(needed)) return false
    const left = (waitingFor.get(needed) ?? 0) - 1
    waitingFor.set(needed, left)
    return left === 0
  })
}

/** Versions that wait for each other in a circle below a root: none is before the others. */
function leftInCircles(
  goes: ReadonlySet<number>,
  steps: readonly Step[],
  needers: (id: number) => readonly number[]
): Step[] {
  const placed = new Set(steps.flatMap((step) => (step.kind === 'delete' ? [step.id] : [])))
  const left = [...goes].filter((id) => !placed.has(id)).sort((a, b) => b - a)
  const inCircle = new Set(left)
  return left.map((id) => ({
    kind: 'delete',
    id,
    image: id,
    after: needers(id).filter((needer) => !inCircle.has(needer))
  }))
}
