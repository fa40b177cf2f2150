import { createHash } from 'node:crypto'
import type { QuickInputs } from '../../policy/quick-inputs.js'
import type { Settings } from '../../policy/policy.js'

/** `sha256:` of a policy's text as it was read. */
export function digestOfText(text: string): string {
  return `sha256:${createHash('sha256').update(text).digest('hex')}`
}

/** The same of the quick rules and the settings that hold with them, however they were written. */
export function digestOfQuickRules(quick: QuickInputs, settings: Settings): string {
  return digestOfText(canonicalJson({ quick, settings }))
}

/** JSON with its keys in order; a duration is what it lasts, not how it was written. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, member: unknown) => {
    if (typeof member !== 'object' || member === null || Array.isArray(member)) return member
    const entries = Object.entries(member).filter(
      ([key]) => !(key === 'text' && 'exactMs' in member)
    )
    return Object.fromEntries(entries.sort(([one], [other]) => (one < other ? -1 : 1)))
  })
}
