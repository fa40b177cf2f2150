/**
 * Where the regular expression that starts with the `/` at `start` ends: the place behind its
 * closing slash, which is the first without a backslash outside of brackets, as in JavaScript.
 * `null` where there is none.
 */
export function endOfRegExp(text: string, start: number): number | null {
  let inClass = false
  for (let at = start + 1; at < text.length; at++) {
    const sign = text[at]
    if (sign === '\\') at++
    else if (sign === '[') inClass = true
    else if (sign === ']') inClass = false
    else if (sign === '/' && !inClass) return at + 1
  }
  return null
}

/**
 * Where the set of signs that starts with the `[` at `start` ends: the place behind its
 * closing bracket. A `]` right after the opening, or after its `!` or `^`, is one of the
 * signs, and `[:alpha:]` inside is a name. `null` where it is not closed.
 *
 * @see https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#tag_19_14_01
 */
export function endOfClass(text: string, start: number): number | null {
  let at = start + 1
  if (text[at] === '!' || text[at] === '^') at++
  if (text[at] === ']') at++
  while (at < text.length && text[at] !== ']') {
    const name = /^\[:[a-z]+:\]/.exec(text.slice(at, at + 12))
    if (name !== null) at += name[0].length
    else at += text[at] === '\\' ? 2 : 1
  }
  return at < text.length ? at + 1 : null
}
