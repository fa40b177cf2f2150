import { codePointName } from '../../report/visible-text.js'

// Line ends and tabs are ordinary in lists, and so is the mark at the front of a file.
const UNSEEN = /(?![\t\n\r])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u

/** The text of an input without the space around it; `null` where nothing is left. */
export function givenText(text: string | undefined): string | null {
  const trimmed = (text ?? '').trim()
  return trimmed === '' ? null : trimmed
}

/** In one clause, why no input can have this text whatever it means; `null` where it can. */
export function unfitText(text: string): string | null {
  const unseen = UNSEEN.exec(text)?.[0]
  if (unseen !== undefined) {
    return `it holds the sign ${codePointName(unseen)}, which nobody can see; type it anew`
  }
  // As a pattern it would match everything.
  return /(^|[\s,!])\*{3}($|[\s,])/.test(text)
    ? 'it holds ***, which is how a log shows what is masked; write what was meant'
    : null
}

const QUOTES = `"'“”„‟‘’‚‛«»`
const QUOTED = new RegExp(`^!?\\s*[${QUOTES}]|[${QUOTES}]$`)

/** In one clause, why an entry of a list is none; `null` where it may be one. */
export function unfitEntry(entry: string): string | null {
  return QUOTED.test(entry) ? 'in a list quotes are part of the entry; write it without them' : null
}
