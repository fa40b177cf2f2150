import type { DeletionLimit } from './policy.js'

/** A limit on deletions, or in one clause without the value why the text is none. */
export type ParsedDeletionLimit =
  | { readonly ok: true; readonly limit: DeletionLimit }
  | { readonly ok: false; readonly why: string }

const COUNT = /^\d{1,15}$/
const SHARE = /^(\d{1,3}(?:\.\d+)?)%$/

/**
 * Reads `max-deletions`: a whole number such as `500`, a count over the whole run, or a share
 * such as `25%` or `12.5%`, of each package's versions (ruling 59).
 */
export function parseDeletionLimit(text: string): ParsedDeletionLimit {
  if (COUNT.test(text)) return { ok: true, limit: { kind: 'count', count: Number(text) } }
  const percent = Number(SHARE.exec(text)?.[1] ?? Number.NaN)
  if (percent <= 100) return { ok: true, limit: { kind: 'share', percent } }
  return { ok: false, why: 'expected a whole number such as 500, or a share from 0% to 100%' }
}
