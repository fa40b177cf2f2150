import type { Graph } from '../graph/graph.js'
import { reach } from '../graph/reach.js'
import type { ListedVersion } from '../model/version.js'
import type { PackagePlan, VersionPlan } from './plan.js'
import { firstNeeders, needingRoots } from './first-needers.js'
import { nameRoot } from './roots.js'
import { frozenText, whyItStaysNow } from './withdrawn-reason.js'

/** Why a planned change is not made after all, in words. */
export interface Withdrawal {
  readonly id: number
  /** `gone` where it is not listed any more, which is to be asked about before; else `skipped`. */
  readonly outcome: 'gone' | 'skipped'
  readonly why: string
}

/** What two plans of one package agree on. */
export interface Agreement {
  /** Ids that go by both plans and that nothing which stays needs. */
  readonly goes: ReadonlySet<number>
  /** Tags that both plans take off, by id. */
  readonly untag: ReadonlyMap<number, readonly string[]>
  /** Planned changes that are not made, highest id first. */
  readonly withdrawn: readonly Withdrawal[]
}

export interface SecondLook {
  /** The plan that is being carried out. */
  readonly first: PackagePlan
  /** The plan made of what is there now, what this run has done put back. */
  readonly second: PackagePlan
  /** The graph of what is there now, what this run has deleted put back. */
  readonly graph: Graph
  /** Ids that this run has deleted or found gone already. */
  readonly done: ReadonlySet<number>
  /** Ids that this run could not delete or has let stay: they count as staying. */
  readonly stuck: ReadonlySet<number>
}

/**
 * Only what both plans say goes, and only where nothing that stays needs it (ruling 13).
 * Counting as staying is what only one plan knows, and what has other tags than before, also
 * where both plans select it.
 */
export function agree({ first, second, graph, done, stuck }: SecondLook): Agreement {
  const before = byId(first)
  const now = byId(second)
  const candidates = new Set(
    [...before.values()]
      .filter(({ decision }) => decision === 'delete')
      .filter(({ version }) => !done.has(version.id) && !stuck.has(version.id))
      .filter((one) => isStillDeleted(one, now.get(one.version.id), second))
      .map(({ version }) => version.id)
  )
  const staying = [...graph.nodes.keys()].filter((id) => !candidates.has(id) && !done.has(id))
  const needed = reach(graph, staying)
  const goes = new Set([...candidates].filter((id) => !needed.has(id)))
  return {
    goes,
    untag: agreedTags(before, now),
    withdrawn: withdrawals({ before, now, goes, done, second, graph, staying })
  }
}

type Plans = ReadonlyMap<number, VersionPlan>

function byId({ versions }: PackagePlan): Plans {
  return new Map(versions.map((one) => [one.version.id, one]))
}

function isStillDeleted(
  before: VersionPlan,
  now: VersionPlan | undefined,
  second: PackagePlan
): boolean {
  return (
    second.frozen === null && now?.decision === 'delete' && hasSameTags(before.version, now.version)
  )
}

/** Whether two entries of one version carry the same tags, in whatever order. */
export function hasSameTags(one: ListedVersion, other: ListedVersion): boolean {
  const tags = new Set(one.tags)
  return tags.size === new Set(other.tags).size && (other.tags ?? []).every((tag) => tags.has(tag))
}

function agreedTags(before: Plans, now: Plans): ReadonlyMap<number, readonly string[]> {
  const agreed = new Map<number, readonly string[]>()
  for (const [id, { untag }] of before) {
    const second = new Set(now.get(id)?.untag)
    const tags = untag.filter((tag) => second.has(tag))
    if (tags.length > 0) agreed.set(id, tags)
  }
  return agreed
}

interface Comparison {
  readonly before: Plans
  readonly now: Plans
  readonly goes: ReadonlySet<number>
  readonly done: ReadonlySet<number>
  readonly second: PackagePlan
  readonly graph: Graph
  readonly staying: readonly number[]
}

/** What is said of a version that is not listed any more. */
const GONE_MEANWHILE = 'somebody else deleted it meanwhile'

function withdrawals(comparison: Comparison): Withdrawal[] {
  const { before, now, goes, done, second } = comparison
  const needer = neededBecauseOf(comparison)
  return [...before.values()].flatMap(({ version, decision, untag }): Withdrawal[] => {
    const { id } = version
    if (done.has(id) || goes.has(id)) return []
    const current = now.get(id)
    if (decision === 'untag') return withdrawnTags(id, untag, current)
    if (decision !== 'delete') return []
    if (current === undefined) {
      return [{ id, outcome: 'gone', why: GONE_MEANWHILE }]
    }
    return [{ id, outcome: 'skipped', why: whyNot(version, current, second, needer(id)) }]
  })
}

function withdrawnTags(
  id: number,
  untag: readonly string[],
  current: VersionPlan | undefined
): Withdrawal[] {
  if (current === undefined) {
    return [{ id, outcome: 'gone', why: GONE_MEANWHILE }]
  }
  // Where some still go, the step that takes them off says what became of the others.
  if (untag.some((tag) => current.untag.includes(tag))) return []
  return [{ id, outcome: 'skipped', why: `${untag.join(', ')}: not to be taken off any more` }]
}

function whyNot(
  before: ListedVersion,
  current: VersionPlan | undefined,
  second: PackagePlan,
  needer: Needer | null
): string {
  if (second.frozen !== null) return frozenText(second.frozen)
  if (current === undefined || !hasSameTags(before, current.version)) {
    return 'its tags changed since the plan was made'
  }
  return needer === null ? whyItStaysNow(current) : neededText(needer)
}

function neededText({ label, turned }: Needer): string {
  switch (turned) {
    case 'taken-out':
      return `needed by ${label}, which the plan no longer deletes`
    case 'held':
      return `needed by ${label}, which stays after all`
    case null:
      return `in use since the plan was made: needed by ${label}`
  }
}

/** A root that stays after all. */
interface Needer {
  readonly label: string
  /**
   * `taken-out` where a person took it out of the plan: it would go by what is there (ruling 3);
   * `held` where the plan deletes it, but it can't go; `null` where it was never to go.
   */
  readonly turned: 'taken-out' | 'held' | null
}

/** Finds the newest staying root that needs a version. */
function neededBecauseOf(comparison: Comparison): (id: number) => Needer | null {
  const { graph, staying, second, before, now } = comparison
  const needers = firstNeeders(graph, needingRoots(graph, new Set(staying), 'created'))
  return (id) => {
    const version = graph.nodes.get(needers.get(id) ?? -1)?.version
    if (version === undefined) return null
    const { label } = nameRoot(version, second.package.type)
    return { label, turned: turnOf(before.get(version.id), now.get(version.id)) }
  }
}

function turnOf(before: VersionPlan | undefined, now: VersionPlan | undefined): Needer['turned'] {
  if (before?.decision === 'delete') return 'held'
  return before?.decision === 'keep' && now?.decision === 'delete' ? 'taken-out' : null
}

/** Every change of a plan, as one that is not made; `gone` where `listed` lacks the version. */
export function withdrawAll(
  plan: PackagePlan,
  done: ReadonlySet<number>,
  why: string,
  listed: ReadonlySet<number> | null = null
): Withdrawal[] {
  return plan.versions
    .filter(({ decision, version }) => decision !== 'keep' && !done.has(version.id))
    .map(({ version: { id } }) =>
      listed?.has(id) === false
        ? { id, outcome: 'gone', why: GONE_MEANWHILE }
        : { id, outcome: 'skipped', why }
    )
}
