import { endOfClass, endOfRegExp } from './pattern-text.js'

/** The entries of a list, or in one sentence which entry was not closed. */
export type SplitList =
  | { readonly ok: true; readonly items: readonly string[] }
  | { readonly ok: false; readonly why: string }

/**
 * Splits a list at newlines and commas, trims, and drops what is empty. A comma inside `{}`,
 * `[]`, `()` or a `/…/` at the front of an entry does not separate, nor does one after a
 * backslash (ruling 7). A newline always does, so an entry that is still open there is
 * refused, and so is one with a bracket of any kind that is never closed.
 */
export function splitList(text: string): SplitList {
  const items: string[] = []
  for (const line of text.split(/\r\n|\n|\r/)) {
    let from = 0
    while (from <= line.length) {
      const end = endOfItem(line, from)
      if (end === null) return { ok: false, why: unclosed(line.slice(from).trim()) }
      items.push(line.slice(from, end).trim())
      from = end + 1
    }
  }
  return { ok: true, items: items.filter((item) => item !== '') }
}

function unclosed(item: string): string {
  return `"${item}" has a bracket, brace or slash that is not closed; a backslash makes it an ordinary sign`
}

/** Where the comma after this entry is, or the end of the line; `null` where it stays open. */
function endOfItem(line: string, from: number): number | null {
  const open: string[] = []
  let at = afterRegExp(line, from)
  while (at !== null && at < line.length) {
    const sign = line[at] ?? ''
    if (sign === ',' && open.length === 0) return at
    if (sign === open.at(-1)) open.pop()
    else if (sign === '{' || sign === '(') open.push(sign === '{' ? '}' : ')')
    at = sign === '[' ? endOfClass(line, at) : at + (sign === '\\' ? 2 : 1)
  }
  return at === null || open.length > 0 ? null : line.length
}

/** Where to go on: behind the regular expression that the entry begins with, if it does. */
function afterRegExp(line: string, from: number): number | null {
  const start = from + (/^\s*(?:!\s*)?/.exec(line.slice(from))?.[0].length ?? 0)
  return line[start] === '/' ? endOfRegExp(line, start) : from
}
