/**
 * What a JSON Schema can say of patterns, as regular expressions for its `pattern`. They accept
 * whatever the parser does, and refuse what can be told from the text alone: what is not closed,
 * look-around, flags, a template without its capture. Compiled with the flag `u`, and without.
 */

/** A set in square brackets, as `endOfClass` reads it: a `]` in front is one of its signs. */
const SET_SIGN = '(?:\\\\[\\s\\S]|\\[:[a-z]+:\\]|[^\\]\\\\])'
const SET = `\\[(?:[!^]?\\]${SET_SIGN}*|(?![!^]?\\])${SET_SIGN}+)\\]`

/** A piece of a glob. */
const PIECE = `(?:\\\\[\\s\\S]|${SET}|\\{(?=[\\s\\S]*\\})|[^\\\\\\[{])`

/** After a backslash: no back reference, and no letter that means nothing in JavaScript. */
const ESCAPE = '\\\\(?:[^A-Za-z1-9]|[dDwWsSbBnrtfv0xucpP])'

/** A set of a regular expression. */
const EXPRESSION_SET = `\\[(?:${ESCAPE}|[^\\]\\\\])*\\]`

/** A group without look-around, and without the `(?P<name>` of Python. */
const GROUP = '\\((?!\\?(?:[=!P]|<[=!]))'

/** A piece of what stands between slashes. */
const EXPRESSION = `(?:${ESCAPE}|${EXPRESSION_SET}|${GROUP}|[^\\\\\\[\\/\\(])`

const NOT_BLANK = '(?=[\\s\\S]*\\S)'

/** One item of a list of patterns, a `!` in front allowed. */
export const PATTERN_SCHEMA = `^(?:!\\s*)?(?:\\/${EXPRESSION}+\\/i?|(?![!\\/])${NOT_BLANK}${PIECE}+)$`

/** A template: a glob that captures, for `{number}` also a regular expression. */
export function templateSchema(capture: 'number' | 'branch'): string {
  const glob = `(?![!\\/])${PIECE}*?\\{${capture}\\}${PIECE}*`
  if (capture === 'branch') return `^${glob}$`
  const expression = `\\/${EXPRESSION}*?\\(\\?<${capture}>${EXPRESSION}*\\/i?`
  return `^(?:${expression}|${glob})$`
}

/** The signs that ranges of node-semver are made of. */
export const RANGE_SCHEMA = `^${NOT_BLANK}[\\s0-9A-Za-z.*|<>=~^+\\-]*$`
