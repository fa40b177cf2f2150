import type { Graph } from '../graph/graph.js'
import { isOlder } from '../model/duration.js'
import type { PackageType } from '../model/package.js'
import { ageStart, isFutureDated, isHelperOnly } from '../policy/evaluation-context.js'
import type { EvaluationContext } from '../policy/evaluation-context.js'
import type { Settings } from '../policy/policy.js'
import type { Root } from '../policy/root.js'
import { selectedTag } from '../policy/verdict.js'
import type { Verdict } from '../policy/verdict.js'
import type { KeepReason } from './reason.js'

/** What becomes of a root on its own account, before anybody asks who needs it. */
export interface RootFate {
  readonly verdict: Verdict
  /** Why it is guarded whatever the rules say (3-policy, step 3); `null` where it is not. */
  readonly guard: KeepReason | null
  /** Whether it goes unless something that stays needs it. */
  readonly wantsToGo: boolean
  /** Whether it goes because an earlier run did not come to the end of its image (ruling 64). */
  readonly isLeftOver: boolean
  /** Tags that would be taken off it if it stays; empty where none may be. */
  readonly untag: readonly string[]
}

/** What is known of roots beside what the rules say of them, by id. */
export interface Marked {
  /** What an earlier run did not come to the end of (ruling 64). */
  readonly leftOver: ReadonlySet<number>
  /** What a saved list tells too little of. */
  readonly untold: ReadonlySet<number>
}

/** Judges one root by its verdict, the guards and the settings. */
export function fateOf(
  verdict: Verdict,
  settings: Settings,
  context: EvaluationContext,
  { leftOver, untold }: Marked
): RootFate {
  const { root, selection, protection } = verdict
  const guard = guardOf(root, settings, context) ?? (untold.has(root.version.id) ? NOT_TOLD : null)
  const isLeftOver =
    selection.kind === 'none' && root.userTags.length === 0 && leftOver.has(root.version.id)
  return {
    verdict,
    guard,
    isLeftOver,
    wantsToGo: guard === null && protection === null && (selection.kind === 'whole' || isLeftOver),
    untag: guard === null ? tagsToTakeOff(verdict, settings, context.type) : []
  }
}

const NOT_TOLD: KeepReason = { code: 'not-told' }

function guardOf(root: Root, settings: Settings, context: EvaluationContext): KeepReason | null {
  const { now, type } = context
  if (isFutureDated(root.version, now)) {
    const { createdAt, updatedAt } = root.version
    return { code: 'future-dated', aheadMs: Math.max(createdAt, updatedAt) - now }
  }
  if (type === 'docker' && isHelperOnly(root)) return { code: 'helper-tags-only' }
  const since = ageStart(root, context)
  if (root.userTags.length === 0 && !isOlder(since, now, settings.untaggedGrace)) {
    return { code: 'too-young', ageMs: now - since, grace: settings.untaggedGrace.text }
  }
  return null
}

/**
 * Only tags that a condition about tags selected and no keep rule keeps (rulings 12, 49, 66).
 * Only containers have a way to lose one tag; of one without a manifest there is nothing to
 * put in its place.
 */
function tagsToTakeOff(
  { root, selection, protection }: Verdict,
  settings: Settings,
  type: PackageType
): string[] {
  if (!settings.untag || type !== 'container' || selection.kind === 'none') return []
  if (root.broken.includes('unpullable') || protection?.tags === 'all') return []
  const kept = protection?.tags ?? new Set<string>()
  return root.userTags.filter(
    (tag) => selectedTag(selection, root, tag)?.asTag === true && !kept.has(tag)
  )
}

/** Roots by id. */
export type Fates = ReadonlyMap<number, RootFate>

/** Ids of roots that a graph has and that stay on their own account. */
export function stayingRoots(graph: Graph, fates: Fates): number[] {
  return graph.roots.filter((id) => fates.get(id)?.wantsToGo !== true)
}
