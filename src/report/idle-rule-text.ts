import type { IdleRule } from '../plan/idle-patterns.js'
import { enumerate } from './wording.js'

const SHOWN_PATTERNS = 5

/** That patterns of a rule select nothing, as a sentence. */
export function idleRuleText({ side, rule, patterns, near }: IdleRule): string {
  const isOne = patterns.length === 1
  const effect = side === 'delete' ? '' : `, so ${isOne ? 'it keeps' : 'they keep'} nothing`
  const hint = near.length === 0 ? '' : `; near ${isOne ? 'it' : 'them'}: ${near.join(', ')}`
  return (
    `${enumerate(patterns, SHOWN_PATTERNS)} of ${rule} ${isOne ? 'matches' : 'match'} no tag of ` +
    `any package that was listed${effect}${hint}`
  )
}
