import type { Decision } from '../plan/plan.js'
import type { ReasonCode } from '../plan/reason.js'
import { isGoneAlready } from './counts-text.js'
import { reasonTitle } from './reason-titles.js'
import type { VersionRow } from './report.js'
import { byText } from './wording.js'

const EXAMPLES = 4
/** Each has a group of its own up to here; more would leave no room for the other groups. */
const MOST_REASONS = 8

/**
 * The versions of a package that were decided alike: same decision, same rule, same reason code.
 * Of what was not carried out also same reason, where there are few.
 */
export interface DecisionGroup {
  readonly decision: Decision
  /** Set where the decision was not carried out, or somebody else was faster. */
  readonly undone: 'skipped' | 'gone' | null
  /** `null` where no rule decided. */
  readonly rule: string | null
  readonly reasonCode: ReasonCode | null
  readonly count: number
  /** The first few by id, highest first; at least one. */
  readonly examples: readonly VersionRow[]
}

const ORDER: Readonly<Record<Decision, number>> = { delete: 0, untag: 1, restore: 2, keep: 3 }

/** Groups what was decided: what goes before what stays, then the largest group first. */
export function decisionGroups(rows: readonly VersionRow[]): readonly DecisionGroup[] {
  const groups = new Map<
    string,
    Omit<DecisionGroup, 'count'> & { count: number; examples: VersionRow[] }
  >()
  const isSplit = new Set(rows.map(whyNot)).size <= MOST_REASONS
  for (const row of rows) {
    const { decision, rule, reasonCode } = row
    const undone = undoneOf(row)
    const key = JSON.stringify([decision, undone, rule, reasonCode, isSplit ? whyNot(row) : null])
    const group = groups.get(key) ?? { decision, undone, rule, reasonCode, count: 0, examples: [] }
    groups.set(key, group)
    group.count += 1
    if (group.examples.length < EXAMPLES) group.examples.push(row)
  }
  return [...groups.values()].sort(
    (a, b) =>
      ORDER[a.decision] - ORDER[b.decision] ||
      Number(a.undone !== null) - Number(b.undone !== null) ||
      b.count - a.count ||
      byText(a.rule ?? '', b.rule ?? '') ||
      byText(a.reasonCode ?? '', b.reasonCode ?? '')
  )
}

function undoneOf(row: VersionRow): DecisionGroup['undone'] {
  const { outcome } = row
  if (outcome === 'skipped' || outcome === 'gone') return outcome
  return isGoneAlready(row) ? 'gone' : null
}

/** Why a plan was not carried out for a version; `null` where it was, or there was none. */
function whyNot({ outcome, error, reasonCode, reason }: VersionRow): string | null {
  if (outcome === 'skipped') return error
  return reasonCode === 'not-applied' ? reason : null
}

/** Why, in a few words. */
export function groupTitle({ reasonCode, undone }: DecisionGroup): string {
  if (undone !== null) return undone === 'gone' ? 'deleted meanwhile' : 'not carried out'
  return reasonCode === null ? 'as the report says' : reasonTitle(reasonCode)
}

/** Why in a sentence for one row of a group: of what was not carried out, why not. */
export function groupReason({ undone }: DecisionGroup, { reason, error }: VersionRow): string {
  return undone === null ? reason : (error ?? '')
}
