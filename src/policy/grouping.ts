import { nearestWord } from './file/nearest-word.js'
import { type Condition, type Grouping, VERSION_GROUPS } from './policy.js'
import type { Pattern } from './pattern.js'

/** What `per` groups by, or in one clause why it can't. */
export type ParsedGrouping =
  { readonly ok: true; readonly value: Grouping } | { readonly ok: false; readonly why: string }

/**
 * What `per: name` means beside these conditions: a capture of their patterns, else a part of
 * the version. A tag that passes a rule passes each of its conditions, so the name is captured
 * for certain where every pattern of one of them captures it; where a tag could pass without,
 * it is an error (rulings 22 and 48).
 */
export function groupingOf(name: string, conditions: readonly Condition[]): ParsedGrouping {
  const lists = conditions.map(patternsOf).filter((patterns) => patterns.length > 0)
  const captures = ({ captureNames }: Pattern) => captureNames.includes(name)
  if (lists.some((patterns) => patterns.every(captures))) {
    return { ok: true, value: { kind: 'capture', name } }
  }
  if (lists.flat().some(captures)) {
    const without = lists.flat().find((pattern) => !captures(pattern))
    return { ok: false, why: `the pattern ${without?.source ?? ''} matches without {${name}}` }
  }
  const kind = VERSION_GROUPS.find((group) => group === name)
  if (kind !== undefined) return { ok: true, value: { kind } }
  const names = [...new Set(lists.flat().flatMap(({ captureNames }) => captureNames))]
  const known = [...names, ...VERSION_GROUPS]
  const near = nearestWord(name, known)
  const hint = near === null ? `expected one of ${known.join(', ')}` : `did you mean ${near}?`
  return { ok: false, why: `no pattern of the rule captures {${name}}; ${hint}` }
}

/** The patterns of which a tag has to match one; none where the condition asks none. */
function patternsOf(condition: Condition): readonly Pattern[] {
  if ('templates' in condition) return condition.templates
  return condition.kind === 'tags' ? condition.patterns.includes : []
}
