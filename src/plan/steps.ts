import { circlesOf } from './circles.js'
import type { Graph } from '../graph/graph.js'
import type { AgeDate } from '../policy/policy.js'
import { dateOf } from '../policy/evaluation-context.js'

/** One change to make. */
export type Step =
  | { readonly kind: 'delete-package' }
  | DeleteStep
  | { readonly kind: 'untag'; readonly tags: readonly TagOfVersion[] }

export interface DeleteStep {
  readonly kind: 'delete'
  readonly id: number
  /** Id of the version with which its image begins; a replacement begins its own. */
  readonly image: number
  /** Ids that have to be gone before: what needs it and goes too. */
  readonly after: readonly number[]
}

/** A tag to take off a version. */
export interface TagOfVersion {
  readonly id: number
  readonly tag: string
}

/**
 * Tags that are taken off together, or few more: they share the reading of one version list.
 * Those of one version are never apart, so that it has one outcome.
 */
const TAGS_AT_ONCE = 40

/** What is to be done to one package. */
export interface Changes {
  readonly goes: ReadonlySet<number>
  /** Tags to take off, by id. */
  readonly untag: ReadonlyMap<number, readonly string[]>
  /** Ids that are gone already, by this run. */
  readonly done: ReadonlySet<number>
}

/**
 * The changes as steps in the order in which they are to be begun: replacements of ours first
 * (ruling 71), then tags to take off, then images, the oldest root first, each finished before
 * the next (ruling 64); within an image a root before its children and a subject before its
 * referrers. What several going images share comes with the last of them.
 */
export function orderSteps(changes: Changes, graph: Graph, ageBy: AgeDate): Step[] {
  const replacements = [...changes.goes].filter((id) => graph.nodes.get(id)?.isReplacement === true)
  return [
    ...replacements.map((id): Step => ({ kind: 'delete', id, image: id, after: [] })),
    ...untagSteps(changes),
    ...imageSteps(changes, new Set(replacements), graph, ageBy)
  ]
}

function untagSteps({ untag }: Changes): Step[] {
  const batches: TagOfVersion[][] = []
  for (const [id, own] of [...untag].sort(([a], [b]) => a - b)) {
    const tags = own.map((tag): TagOfVersion => ({ id, tag }))
    const last = batches.at(-1)
    if (last === undefined || last.length >= TAGS_AT_ONCE) batches.push(tags)
    else last.push(...tags)
  }
  return batches.map((tags): Step => ({ kind: 'untag', tags }))
}

function imageSteps(
  changes: Changes,
  replacements: ReadonlySet<number>,
  graph: Graph,
  ageBy: AgeDate
): DeleteStep[] {
  const placement = new Placement(changes, replacements, graph)
  for (const root of beginnings(graph, changes, ageBy)) placement.placeImage(root)
  placement.placeCircles()
  return placement.steps
}

/** Puts versions in order: each after all that need it and go too. */
class Placement {
  readonly steps: DeleteStep[] = []
  readonly #changes: Changes
  readonly #graph: Graph
  readonly #placed: Set<number>
  readonly #walked = new Set<number>()
  /** How many that need it are not placed yet, by id. */
  readonly #waitingFor: Map<number, number>

  constructor(changes: Changes, replacements: ReadonlySet<number>, graph: Graph) {
    this.#changes = changes
    this.#graph = graph
    this.#placed = new Set(replacements)
    this.#waitingFor = new Map([...changes.goes].map((id) => [id, this.#needers(id).length]))
  }

  /** Places what a root begins: itself unless another going root needs it, and what that frees. */
  placeImage(root: number): void {
    const { goes } = this.#changes
    if (goes.has(root)) {
      if (this.#placed.has(root) || this.#waitingFor.get(root) !== 0) return
      this.#place(root, root, this.#needers(root))
    }
    const image = [root]
    // The list grows while it is walked.
    for (const id of image) image.push(...this.#freedBy(id, root))
  }

  /**
   * Places versions that wait for each other in a circle below a root. None of a circle is
   * before the others, but what hangs on it still comes after it.
   */
  placeCircles(): void {
    const left = [...this.#changes.goes].filter((id) => !this.#placed.has(id))
    if (left.length === 0) return
    const circles = circlesOf(left, (id) => this.#graph.nodes.get(id)?.needs ?? [])
    for (const circle of circles) {
      const [begin = 0] = circle
      const members = new Set(circle)
      for (const id of circle) {
        const after = this.#needers(id).filter((needer) => !members.has(needer))
        this.#place(id, begin, after)
      }
    }
  }

  /** What may go once `id` is gone; of what is gone already, what lies below it. */
  #freedBy(id: number, image: number): number[] {
    const { goes, done } = this.#changes
    if (this.#walked.has(id)) return []
    this.#walked.add(id)
    return (this.#graph.nodes.get(id)?.needs ?? []).filter((needed) => {
      if (done.has(needed)) return true
      if (!goes.has(needed) || this.#placed.has(needed)) return false
      const left = (this.#waitingFor.get(needed) ?? 0) - (goes.has(id) ? 1 : 0)
      this.#waitingFor.set(needed, left)
      if (left > 0) return false
      this.#place(needed, image, this.#needers(needed))
      return true
    })
  }

  #needers(id: number): number[] {
    const neededBy = this.#graph.nodes.get(id)?.neededBy ?? []
    return neededBy.filter((needer) => this.#changes.goes.has(needer))
  }

  #place(id: number, image: number, after: readonly number[]): void {
    this.#placed.add(id)
    this.steps.push({ kind: 'delete', id, image, after })
  }
}

/** Roots that go or are gone, oldest first. */
function beginnings(graph: Graph, { goes, done }: Changes, ageBy: AgeDate): number[] {
  return graph.roots
    .filter((id) => goes.has(id) || done.has(id))
    .flatMap((id) => graph.nodes.get(id)?.version ?? [])
    .sort((a, b) => dateOf(a, ageBy) - dateOf(b, ageBy) || a.id - b.id)
    .map(({ id }) => id)
}
