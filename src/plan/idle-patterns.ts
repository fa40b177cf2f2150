import { isUserTag } from '../model/digest.js'
import type { Inventory } from '../model/inventory.js'
import { hasTags } from '../model/package.js'
import type { Pattern } from '../policy/pattern.js'
import type { Condition, DeleteRule, PackagePolicy } from '../policy/policy.js'
import { asksForDistTags } from '../policy/questions.js'
import { nearTags, type NearTags } from './near-tags.js'
import type { PlanInput } from './plan-package.js'

/** Patterns of one rule that match nothing. */
export interface IdleRule {
  /** Where the rule stands: what a delete rule misses stays, what a keep rule misses may go. */
  readonly side: 'keep' | 'delete'
  /** Label of the rule. */
  readonly rule: string
  /** Where its entry stands, such as `packages[2]`; `null` where rules of one entry apply to all. */
  readonly entry: string | null
  /** Names of the packages that it applies to; `null` where those are all that were planned. */
  readonly packages: readonly string[] | null
  /** As they were written. */
  readonly patterns: readonly string[]
  /** Tags that could have been meant where a pattern is a plain tag, a few at most. */
  readonly near: readonly string[]
}

/** What of one package's plan tells of its tags. */
export type PatternInput = Pick<PlanInput, 'inventory' | 'policy' | 'facts'>

/** Packages with the same rules: those of one entry of a policy file. */
interface Entry {
  readonly policy: PackagePolicy
  readonly inputs: readonly PatternInput[]
  readonly isAll: boolean
  /** What the patterns of each side see, for each input. */
  readonly tags: Readonly<Record<IdleRule['side'], readonly (readonly string[] | null)[]>>
  readonly near: NearTags
}

/**
 * The patterns under `tags` of rules that match no tag of the packages that their rule applies
 * to, those of keep rules first: most of them are slips. A rule is an object: labels are the same
 * in every entry. For types without tags the names of versions stand in, and for npm in keep
 * rules the dist-tags too (ruling 34). What may match a tag that nobody told, as of docker's
 * packages, is no slip, and neither is an exclusion.
 */
export function idlePatterns(inputs: readonly PatternInput[]): readonly IdleRule[] {
  const byRules = new Map<unknown, PatternInput[]>()
  for (const input of inputs) {
    const { keep } = input.policy
    const same = byRules.get(keep)
    if (same === undefined) byRules.set(keep, [input])
    else same.push(input)
  }
  const entries = [...byRules.values()].flatMap((own) => entryOf(own, own.length === inputs.length))
  return (['keep', 'delete'] as const).flatMap((side) =>
    entries.flatMap((entry) => entry.policy[side].flatMap((rule) => idleIn(rule, side, entry)))
  )
}

function entryOf(inputs: readonly PatternInput[], isAll: boolean): readonly Entry[] {
  const [first] = inputs
  if (first === undefined) return []
  const tags = {
    keep: inputs.map(({ inventory }) => tagsOf(inventory, 'keep')),
    delete: inputs.map(({ inventory }) => tagsOf(inventory, 'delete'))
  }
  let found: NearTags | undefined
  const near: NearTags = (patterns) => {
    found ??= nearTags(new Set(tags.delete.flatMap((own) => own ?? [])))
    return found(patterns)
  }
  return [{ policy: first.policy, inputs, isAll, tags, near }]
}

function idleIn(
  { label, conditions }: Rule,
  side: IdleRule['side'],
  { policy, inputs, isAll, tags, near }: Entry
): readonly IdleRule[] {
  const idle = conditions.flatMap((condition) => {
    const sources = patternsOf(condition)
    if (sources.length === 0) return []
    const seen = inputs.map((input, place) =>
      withDistTags(tags[side][place] ?? null, condition, side, input)
    )
    return sources.filter((pattern) => !seen.some((own) => mayMatch(pattern, own)))
  })
  if (idle.length === 0) return []
  const patterns = [...new Set(idle.map(({ source }) => source))]
  const packages = isAll ? null : inputs.map(({ inventory }) => inventory.package.name)
  return [
    { side, rule: label, entry: policy.entry ?? null, packages, patterns, near: near(patterns) }
  ]
}

type Rule = Pick<DeleteRule, 'label' | 'conditions'>

function patternsOf(condition: Condition): readonly Pattern[] {
  return condition.kind === 'tags' ? condition.patterns.includes : []
}

function mayMatch(pattern: Pattern, tags: readonly string[] | null): boolean {
  return tags === null || tags.some((tag) => pattern.match(tag) !== null)
}

/** What the patterns of a condition are compared with; `null` where not all of it is known. */
function withDistTags(
  tags: readonly string[] | null,
  condition: Condition,
  side: IdleRule['side'],
  { inventory, facts: { distTags } }: PatternInput
): readonly string[] | null {
  if (tags === null || !asksForDistTags(condition, side, inventory.package.type)) return tags
  return distTags?.known === true ? [...tags, ...Object.keys(distTags.value)] : null
}

/**
 * What the patterns of a side see; `null` where the tags of a version are not known. Those of
 * keep rules see helper tags too (ruling 26).
 */
function tagsOf(
  { package: { type }, versions }: Inventory,
  side: IdleRule['side']
): readonly string[] | null {
  if (!hasTags(type)) return versions.map(({ name }) => name)
  if (versions.some(({ tags }) => tags === null)) return null
  const all = versions.flatMap(({ tags }) => tags ?? [])
  return side === 'keep' ? all : all.filter(isUserTag)
}
