import type { IdleRule } from '../plan/idle-patterns.js'
import { enumerate } from './wording.js'

const SHOWN_PATTERNS = 5
const SHOWN_PACKAGES = 3

/** That patterns of a rule select nothing, as a sentence. */
export function idleRuleText({ side, rule, entry, packages, patterns, near }: IdleRule): string {
  const isOne = patterns.length === 1
  const effect = side === 'delete' ? '' : `, so ${isOne ? 'it keeps' : 'they keep'} nothing`
  const hint = near.length === 0 ? '' : `; near ${isOne ? 'it' : 'them'}: ${near.join(', ')}`
  const name = entry === null ? rule : `${rule} of ${entry}`
  const where =
    packages === null ? 'any package that was listed' : enumerate(packages, SHOWN_PACKAGES)
  return (
    `${enumerate(patterns, SHOWN_PATTERNS)} of ${name} ${isOne ? 'matches' : 'match'} no tag of ` +
    `${where}${effect}${hint}`
  )
}
