import type { Duration } from '../model/duration.js'
import { HOUR_MS } from '../model/time.js'
import type { DeleteRule } from './policy.js'

/** An age in a delete rule that may not be what was meant. */
export interface ShortAge {
  /** Label of the rule. */
  readonly rule: string
  readonly age: Duration
}

/**
 * Ages under an hour in delete rules, each once: who writes `1m` may mean a month. No time at
 * all is how a file says everything (ruling 16), and is none of them.
 */
export function shortAges(rules: readonly DeleteRule[]): readonly ShortAge[] {
  const found = rules.flatMap(({ label, conditions }) =>
    conditions.flatMap((condition) =>
      condition.kind === 'older-than' && isShort(condition.age)
        ? [{ rule: label, age: condition.age }]
        : []
    )
  )
  return [...new Map(found.map((one) => [`${one.rule} ${one.age.text}`, one])).values()]
}

function isShort({ months, exactMs }: Duration): boolean {
  return months === 0 && exactMs > 0 && exactMs < HOUR_MS
}
