import { isUserTag } from '../model/digest.js'
import type { Inventory } from '../model/inventory.js'
import { hasTags } from '../model/package.js'
import type { Pattern } from '../policy/pattern.js'
import type { DeleteRule } from '../policy/policy.js'
import type { PlanInput } from './plan-package.js'

/** Patterns of one delete rule that match nothing. */
export interface IdleRule {
  /** Label of the rule. */
  readonly rule: string
  /** As they were written. */
  readonly patterns: readonly string[]
}

/**
 * The patterns under `tags` of delete rules that match no tag of any of these packages, by rule:
 * most of them are slips. For types without tags the names of versions stand in.
 * What may match a tag that nobody told, as of docker's packages, is no slip.
 */
export function idlePatterns(
  inputs: readonly Pick<PlanInput, 'inventory' | 'policy'>[]
): readonly IdleRule[] {
  const rules = new Map<string, Map<string, boolean>>()
  for (const { inventory, policy } of inputs) {
    const tags = tagsOf(inventory)
    for (const rule of policy.delete) {
      const patterns = rules.get(rule.label) ?? new Map<string, boolean>()
      rules.set(rule.label, patterns)
      for (const pattern of patternsOf(rule)) {
        const isInUse = patterns.get(pattern.source) === true
        patterns.set(
          pattern.source,
          isInUse || tags === null || tags.some((tag) => pattern.match(tag) !== null)
        )
      }
    }
  }
  return [...rules].flatMap(([rule, patterns]) => {
    const idle = [...patterns].flatMap(([source, isInUse]) => (isInUse ? [] : source))
    return idle.length === 0 ? [] : [{ rule, patterns: idle }]
  })
}

function patternsOf({ conditions }: DeleteRule): readonly Pattern[] {
  return conditions.flatMap((condition) =>
    condition.kind === 'tags' ? condition.patterns.includes : []
  )
}

/** `null` where the tags of a version are not known. */
function tagsOf({ package: { type }, versions }: Inventory): readonly string[] | null {
  if (!hasTags(type)) return versions.map(({ name }) => name)
  if (versions.some(({ tags }) => tags === null)) return null
  return versions.flatMap(({ tags }) => (tags ?? []).filter(isUserTag))
}
