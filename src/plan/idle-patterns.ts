import { isUserTag } from '../model/digest.js'
import type { Inventory } from '../model/inventory.js'
import { hasTags } from '../model/package.js'
import type { Pattern } from '../policy/pattern.js'
import type { Condition } from '../policy/policy.js'
import { asksForDistTags } from '../policy/questions.js'
import { nearTags, type NearTags } from './near-tags.js'
import type { PlanInput } from './plan-package.js'

/** Patterns of one rule that match nothing. */
export interface IdleRule {
  /** Where the rule stands: what a delete rule misses stays, what a keep rule misses may go. */
  readonly side: 'keep' | 'delete'
  /** Label of the rule. */
  readonly rule: string
  /** As they were written. */
  readonly patterns: readonly string[]
  /** Tags that could have been meant where a pattern is a plain tag, a few at most. */
  readonly near: readonly string[]
}

/** What of one package's plan tells of its tags. */
export type PatternInput = Pick<PlanInput, 'inventory' | 'policy' | 'facts'>

/**
 * The patterns under `tags` of rules that match no tag of any of these packages, by rule, those
 * of keep rules first: most of them are slips. For types without tags the names of versions
 * stand in, and for npm in keep rules the dist-tags too (ruling 34). What may match a tag that
 * nobody told, as of docker's packages, is no slip, and neither is an exclusion.
 */
export function idlePatterns(inputs: readonly PatternInput[]): readonly IdleRule[] {
  let found: NearTags | undefined
  const near: NearTags = (patterns) => {
    found ??= nearTags(
      new Set(inputs.flatMap(({ inventory }) => tagsOf(inventory, 'delete') ?? []))
    )
    return found(patterns)
  }
  return [...idleOn('keep', inputs, near), ...idleOn('delete', inputs, near)]
}

function idleOn(
  side: IdleRule['side'],
  inputs: readonly PatternInput[],
  near: NearTags
): readonly IdleRule[] {
  const rules = new Map<string, Map<string, boolean>>()
  for (const input of inputs) {
    const own = tagsOf(input.inventory, side)
    for (const { label, conditions } of input.policy[side]) {
      const patterns = rules.get(label) ?? new Map<string, boolean>()
      rules.set(label, patterns)
      for (const condition of conditions) {
        const tags = withDistTags(own, condition, side, input)
        for (const pattern of patternsOf(condition)) {
          const isInUse = patterns.get(pattern.source) === true
          patterns.set(pattern.source, isInUse || mayMatch(pattern, tags))
        }
      }
    }
  }
  return [...rules].flatMap(([rule, patterns]) => {
    const idle = [...patterns].flatMap(([source, isInUse]) => (isInUse ? [] : source))
    if (idle.length === 0) return []
    return [{ side, rule, patterns: idle, near: near(idle) }]
  })
}

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
