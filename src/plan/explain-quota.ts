import { periodOf } from '../policy/calendar.js'
import {
  dateOf,
  isFutureDated,
  isHelperOnly,
  type EvaluationContext
} from '../policy/evaluation-context.js'
import { groupsOf, type Member } from '../policy/groups.js'
import type { KeepRule, Quota } from '../policy/policy.js'
import type { PreparedFacts } from '../policy/prepared-facts.js'
import type { PreparedRule } from '../policy/prepared-rule.js'
import { applyQuotas, type Candidate, type QuotaPlace } from '../policy/quotas.js'
import type { Root } from '../policy/root.js'
import type { QuotaStanding } from './explanation.js'
import { nameRoot } from './roots.js'

/** Where a root stands under each quota of a rule, in each of its groups. */
export function standingsOf(
  rule: KeepRule,
  prepared: PreparedRule,
  roots: readonly Root[],
  root: Root,
  { context, facts }: { readonly context: EvaluationContext; readonly facts: PreparedFacts }
): readonly QuotaStanding[] {
  if (rule.quotas.length === 0 || prepared.unanswered !== null) return []
  const candidates = roots
    .filter((one) => !isHelperOnly(one) && !isFutureDated(one.version, context.now))
    .flatMap((one): Candidate[] => {
      const passing = prepared.ask(one)
      return passing === null ? [] : [{ root: one, passing }]
    })
  const groups = [...groupsOf(rule, prepared, candidates, context, facts)].filter(([, members]) =>
    members.some((member) => member.root === root)
  )
  return rule.quotas.flatMap((quota) => {
    const only = { ...rule, quotas: [quota] }
    const places = applyQuotas(only, prepared, candidates, context, facts)
    return groups.map(([group, members]) =>
      standingIn(members, { quota, group, root, places, rule, context })
    )
  })
}

interface Place {
  readonly quota: Quota
  readonly group: string | null
  readonly root: Root
  readonly places: ReadonlyMap<number, QuotaPlace>
  readonly rule: KeepRule
  readonly context: EvaluationContext
}

function standingIn(members: readonly Member[], place: Place): QuotaStanding {
  const { quota, group, root, places } = place
  const at = members.findIndex((member) => member.root === root)
  const before = members.slice(0, at)
  const isBeside = (one: Root) => places.get(one.version.id)?.code === 'beside'
  const rank = at + 1 - before.filter((member) => isBeside(member.root)).length
  const isWithin = quota.kind === 'newest' ? rank <= quota.count : isCounted(root, place)
  const kept = isWithin || isBeside(root)
  const instead = kept ? null : keptInstead(before, place)
  return { quota, group, rank, of: members.length, kept, instead }
}

function isCounted(root: Root, { places, group }: Place): boolean {
  const own = places.get(root.version.id)
  return own?.code === 'counted' && own.group === group
}

/** The root of the same period that used up the count, for quotas of the calendar. */
function keptInstead(before: readonly Member[], place: Place): QuotaStanding['instead'] {
  const { quota, root, rule, context } = place
  if (quota.kind === 'newest') return null
  const { kind } = quota
  const by = rule.by === 'created' || rule.by === 'updated' ? rule.by : context.ageBy
  const period = (one: Root) => periodOf(kind, dateOf(one.version, by))
  const kept = before.find(
    (member) => isCounted(member.root, place) && period(member.root) === period(root)
  )
  return kept === undefined ? null : nameRoot(kept.root.version, context.type)
}
