import type { IdleRule } from '../plan/idle-patterns.js'
import { enumerate } from './wording.js'

const SHOWN_PATTERNS = 5

/** That patterns of a rule select nothing, as a sentence. */
export function idleRuleText({ rule, patterns }: IdleRule): string {
  const match = patterns.length === 1 ? 'matches' : 'match'
  return `${enumerate(patterns, SHOWN_PATTERNS)} of ${rule} ${match} no tag of any package that was listed`
}
