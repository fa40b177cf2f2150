import { periodOf } from './calendar.js'
import type { EvaluationContext } from './evaluation-context.js'
import { dateOf, isFutureDated, isHelperOnly } from './evaluation-context.js'
import { groupsOf } from './groups.js'
import type { Member } from './groups.js'
import type { KeepRule, Quota } from './policy.js'
import type { PreparedFacts } from './prepared-facts.js'
import type { Passing, PreparedRule } from './prepared-rule.js'
import type { Root } from './root.js'

/** A root for which the conditions of a keep rule hold, with the tags that pass. */
export interface Candidate {
  readonly root: Root
  readonly passing: Exclude<Passing, null>
}

/** How a quota keeps a root. */
export type QuotaPlace =
  | {
      readonly code: 'counted'
      readonly quota: Quota
      /** 1 for the newest of its group. */
      readonly rank: number
      /** `null` without `per`; `''` for those that fall into no group. */
      readonly group: string | null
    }
  /** Part of the image of `root`, which this walk keeps; it uses up no count (ruling 55). */
  | { readonly code: 'beside'; readonly root: Root }

/**
 * Which candidates the quotas of a rule keep, by the id of the root. Each quota counts on its
 * own in each group, and a root kept by one is kept (ruling 46). Roots dated in the future and
 * roots with helper tags only use up no count and are left out (rulings 20, 26).
 */
export function applyQuotas(
  rule: KeepRule,
  prepared: PreparedRule,
  candidates: readonly Candidate[],
  context: EvaluationContext,
  facts: PreparedFacts
): ReadonlyMap<number, QuotaPlace> {
  const counted = candidates.filter(
    ({ root }) => !isHelperOnly(root) && !isFutureDated(root.version, context.now)
  )
  const places = new Map<number, QuotaPlace>()
  for (const [group, members] of groupsOf(rule, prepared, counted, context, facts)) {
    for (const quota of rule.quotas) {
      const walk = quota.kind === 'newest' ? walkNewest : walkCalendar
      for (const [id, place] of walk(members, quota, group, rule, context)) {
        const earlier = places.get(id)
        if (earlier === undefined || earlier.code === 'beside') places.set(id, place)
      }
    }
  }
  return places
}

type Walk = (
  members: readonly Member[],
  quota: Quota,
  group: string | null,
  rule: KeepRule,
  context: EvaluationContext
) => ReadonlyMap<number, QuotaPlace>

const walkNewest: Walk = (members, quota, group) => {
  const places = new Map<number, QuotaPlace>()
  const images = new KeptImages()
  let rank = 0
  for (const { root } of members) {
    const inside = images.thatHolds(root)
    if (inside !== undefined) {
      places.set(root.version.id, { code: 'beside', root: inside })
    } else if (rank < quota.count) {
      rank += 1
      images.add(root)
      places.set(root.version.id, { code: 'counted', quota, rank, group })
    } else if (images.isEmpty) {
      break
    }
  }
  return places
}

/**
 * As restic's `forget` (ruling 45): from the newest, a root is kept when its period is not
 * that of the one before it that used up a count, or when it is the very last of the list.
 *
 * @see https://github.com/restic/restic/blob/master/doc/060_forget.rst
 */
const walkCalendar: Walk = (members, quota, group, rule, context) => {
  const places = new Map<number, QuotaPlace>()
  if (quota.kind === 'newest') return places
  const by = rule.by === 'updated' || rule.by === 'created' ? rule.by : context.ageBy
  const images = new KeptImages()
  const oldest = members.at(-1)?.root
  let rank = 0
  let lastPeriod: number | undefined
  for (const { root } of members) {
    const inside = images.thatHolds(root)
    if (inside !== undefined) {
      places.set(root.version.id, { code: 'beside', root: inside })
      continue
    }
    if (rank >= quota.count) {
      // All that can still be kept is part of an image that is.
      if (images.isEmpty) break
      continue
    }
    const period = periodOf(quota.kind, dateOf(root.version, by))
    if (period === lastPeriod && root !== oldest) continue
    rank += 1
    lastPeriod = period
    images.add(root)
    places.set(root.version.id, { code: 'counted', quota, rank, group })
  }
  return places
}

/** The images of the roots that a walk has kept. */
class KeptImages {
  readonly #rootOf = new Map<number, Root>()

  get isEmpty(): boolean {
    return this.#rootOf.size === 0
  }

  add(root: Root): void {
    if (root.image.length < 2) return
    for (const { id } of root.image) if (!this.#rootOf.has(id)) this.#rootOf.set(id, root)
  }

  /** The kept root of whose image this one is a part, or `undefined`. */
  thatHolds(root: Root): Root | undefined {
    const holder = this.#rootOf.get(root.version.id)
    return holder?.version.id === root.version.id ? undefined : holder
  }
}
