import type { Graph } from '../graph/graph.js'
import { reach } from '../graph/reach.js'
import type { PackageType } from '../model/package.js'
import type { EpochMs } from '../model/time.js'
import type { ListedVersion } from '../model/version.js'
import type { AgeDate, LastVersionWay } from '../policy/policy.js'
import { whyNotApplied, type Withholding } from './apply-withholding.js'
import { findLastVersion, type LastVersion } from './last-version.js'
import type { LastVersionCase } from './reason.js'
import { hasSameTags, type Agreement } from './second-look.js'

/** One row of a plan that a person has reviewed. */
export interface ReviewedVersion {
  /** As it was when the plan was made. */
  readonly version: ListedVersion
  readonly decision: 'keep' | 'delete' | 'untag'
  /** Tags to take off; empty unless the decision is `untag`. */
  readonly untag: readonly string[]
  /** Why this row can't be carried out whatever the package says; `null` where it can. */
  readonly refusal: string | null
}

/** A reviewed plan of one package, and the package as it is now. */
export interface ApplyInput {
  readonly reviewed: readonly ReviewedVersion[]
  /** When the plan was made. */
  readonly plannedAt: EpochMs
  /** Whether the plan deletes the package as a whole. */
  readonly packageGoes: boolean
  readonly type: PackageType
  /** Of what is there now, what this run has deleted put back. */
  readonly graph: Graph
  readonly lastVersion: LastVersionWay
  readonly ageBy: AgeDate
  /** Ids that this run has deleted already. */
  readonly done: ReadonlySet<number>
  /** Ids that this run could not delete: they count as staying. */
  readonly stuck: ReadonlySet<number>
}

/** What is left of a reviewed plan. */
export interface Applied extends Agreement {
  /** Whether the package goes as a whole (ruling 8). */
  readonly packageGoes: boolean
  /** Set where `last-version: fail` applies: nothing is changed (ruling 25). */
  readonly lastVersionFailure: LastVersionCase | null
}

/**
 * What of a reviewed plan may be carried out now, by ruling 3: of its rows those whose version
 * is what it was and which nothing needs that stays. All that is no `delete` of the plan stays:
 * turned, removed, or never in it. `last-version` is asked again of what is left; what it
 * keeps is never more than what the plan deletes. Pure and total.
 */
export function applyPlan(input: ApplyInput): Applied {
  const withholding = new Map<number, Withholding>()
  const candidates = unchangedRows(input, withholding)
  const wanted = divide(input, candidates, [])
  const isWhole = wanted.goes.size === input.graph.nodes.size && input.done.size === 0
  if (input.packageGoes && isWhole && input.lastVersion !== 'fail') {
    return { ...finish(input, wanted, withholding), packageGoes: true, lastVersionFailure: null }
  }
  const last = lastVersionOf(input, wanted)
  if (last === null) {
    return { ...finish(input, wanted, withholding), packageGoes: false, lastVersionFailure: null }
  }
  for (const id of [...wanted.goes, ...wanted.untag.keys()]) {
    withholding.set(id, { kind: 'last-version', case: last.case })
  }
  // What this run has deleted can't be kept any more: then nothing else goes.
  const nothing = input.lastVersion === 'fail' || input.done.has(last.root)
  const left = nothing ? NOTHING : divide(input, candidates, [last.root])
  return {
    ...finish(input, left, withholding),
    packageGoes: false,
    lastVersionFailure: input.lastVersion === 'fail' ? last.case : null
  }
}

/** What is to be done. */
type Division = Pick<Agreement, 'goes' | 'untag'>

const NOTHING: Division = { goes: new Set(), untag: new Map() }

/** Rows that may be carried out as far as they themselves go; of the others it notes why not. */
function unchangedRows(
  { reviewed, graph, done, stuck }: ApplyInput,
  withholding: Map<number, Withholding>
): ReviewedVersion[] {
  const seen = new Set<number>()
  const twice = new Set<number>()
  for (const { version } of reviewed) (seen.has(version.id) ? twice : seen).add(version.id)
  return reviewed.filter((row) => {
    const { id } = row.version
    if (row.decision === 'keep' || done.has(id)) return false
    const why = twice.has(id)
      ? refused('it is in the plan twice')
      : stuck.has(id)
        ? refused('it could not be changed')
        : rowWithholding(row, graph)
    if (why !== null) withholding.set(id, why)
    return why === null
  })
}

function refused(why: string): Withholding {
  return { kind: 'refused', why }
}

function rowWithholding(row: ReviewedVersion, graph: Graph): Withholding | null {
  const { version, refusal, untag } = row
  if (refusal !== null) return refused(refusal)
  const now = graph.nodes.get(version.id)?.version
  if (now === undefined) return { kind: 'gone' }
  if (now.name !== version.name) return refused('the package has another version of this id')
  if (!hasSameTags(version, { ...now, deletedAt: null })) return refused(TAGS_CHANGED)
  if (now.createdAt !== version.createdAt || now.updatedAt !== version.updatedAt) {
    return refused('its dates changed since the plan was made')
  }
  const strange = untag.filter((tag) => version.tags?.includes(tag) !== true)
  return strange.length > 0 ? refused(`it does not have the tag ${strange.join(', ')}`) : null
}

const TAGS_CHANGED = 'its tags changed since the plan was made'

/** What goes of the candidates where all else stays, and `kept` with all that they need. */
function divide(
  { graph, done }: ApplyInput,
  candidates: readonly ReviewedVersion[],
  kept: readonly number[]
): Division {
  const wanted = new Set(
    candidates.filter(({ decision }) => decision === 'delete').map(({ version }) => version.id)
  )
  const staying = [...graph.nodes.keys()].filter((id) => !wanted.has(id) && !done.has(id))
  const needed = reach(graph, [...staying, ...kept])
  const untag = candidates
    .filter(({ decision, version }) => decision === 'untag' && !kept.includes(version.id))
    .map(({ version, untag: tags }): [number, readonly string[]] => [version.id, tags])
  return {
    goes: new Set([...wanted].filter((id) => !needed.has(id))),
    untag: new Map(untag)
  }
}

function lastVersionOf(
  { graph, type, ageBy, done }: ApplyInput,
  { goes, untag }: Division
): LastVersion | null {
  if (goes.size === 0 && untag.size === 0) return null
  const stays = new Set([...graph.nodes.keys()].filter((id) => !goes.has(id) && !done.has(id)))
  return findLastVersion(graph, type, { stays, untag }, ageBy)
}

function finish(
  input: ApplyInput,
  { goes, untag }: Division,
  withholding: ReadonlyMap<number, Withholding>
): Agreement {
  const why = whyNotApplied(input, goes, withholding)
  const withdrawn = input.reviewed
    .filter(({ decision }) => decision !== 'keep')
    .filter(({ version: { id } }) => !goes.has(id) && !untag.has(id) && !input.done.has(id))
    .map(({ version: { id } }) => ({ id, ...why(id) }))
  return { goes, untag, withdrawn }
}
