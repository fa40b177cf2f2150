import type { GlobToken } from './glob-tokens.js'

/** Whether a text matches, or the part of it from one place up to, not including, another. */
export type PlainMatcher = (text: string, from?: number, end?: number) => boolean

/**
 * A test for a glob of literals and `*` alone, which is what nearly all are; `null` for any
 * other. Taking the first place of each literal is enough, for what stands between is free.
 */
export function plainMatcher(tokens: readonly GlobToken[]): PlainMatcher | null {
  const pieces = ['']
  for (const token of tokens) {
    if (token.kind === 'literal') pieces[pieces.length - 1] = token.text
    else if (token.kind === 'run') pieces.push('')
    else return null
  }
  const [prefix = '', ...rest] = pieces
  const suffix = rest.pop()
  if (suffix === undefined) {
    return (text, from = 0, end = text.length) =>
      end - from === prefix.length && text.startsWith(prefix, from)
  }
  return (text, from = 0, end = text.length) =>
    end - from >= prefix.length + suffix.length &&
    text.startsWith(prefix, from) &&
    text.endsWith(suffix, end) &&
    standInOrder(rest, text, from + prefix.length, end - suffix.length)
}

function standInOrder(
  literals: readonly string[],
  text: string,
  from: number,
  end: number
): boolean {
  let at = from
  for (const literal of literals) {
    const found = text.indexOf(literal, at)
    if (found < 0) return false
    at = found + literal.length
    if (at > end) return false
  }
  return true
}
