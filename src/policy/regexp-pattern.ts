import { RE2JS } from 're2js'
import { isDigit } from './glob-positions.js'
import { NO_CAPTURES } from './glob-matcher.js'
import { PatternFault } from './pattern-fault.js'
import type { Captures } from './pattern.js'
import { endOfRegExp } from './pattern-text.js'
import { certainGroups } from './regexp-groups.js'
import { messageOf } from '../model/message-of.js'

/** What a regular expression answers. Its named groups capture. */
export interface RegExpMatcher {
  /** Names of the groups that take part in every match, in order. */
  readonly captureNames: readonly string[]
  readonly match: (text: string) => Captures | null
}

/** After a backslash these letters mean the same in JavaScript and in RE2. */
const KNOWN_ESCAPE = /^[dDwWsSbBnrtfv0xucpP]$/

/**
 * Compiles `/…/` or `/…/i`, in JavaScript's syntax, unanchored, matched in linear time:
 * without look-around and back references. A group named `number` has to take a whole run of
 * digits, as `{number}` does (ruling 11).
 *
 * @throws PatternFault
 * @see https://github.com/google/re2/wiki/Syntax
 */
export function regExpMatcher(source: string, ignoreCase: boolean): RegExpMatcher {
  const end = endOfRegExp(source, 0)
  if (end === null) throw new PatternFault('the slash in front is not closed by another')
  const body = source.slice(1, end - 1)
  const flags = source.slice(end)
  if (flags !== '' && flags !== 'i') throw new PatternFault(faultOfFlags(flags))
  if (body === '') throw new PatternFault('it is empty between the slashes')
  const compiled = compile(body, ignoreCase || flags === 'i')
  const names = Object.keys(compiled.namedGroups())
  return {
    captureNames: certainGroups(body),
    match: (text) => {
      if (!compiled.test(text)) return null
      return names.length === 0 ? NO_CAPTURES : capturesOf(compiled, names, text)
    }
  }
}

function faultOfFlags(flags: string): string {
  return /^[a-z]+$/.test(flags)
    ? `of flags only "i" is known, not "${flags}"`
    : `"${flags}" stands behind the closing slash; a slash inside needs a backslash`
}

function compile(body: string, ignoreCase: boolean): RE2JS {
  refuseUnlike(body)
  try {
    // RE2 knows forms that JavaScript does not, such as (?P<name>…).
    RegExp(body)
    return RE2JS.compile(RE2JS.translateRegExp(body), ignoreCase ? RE2JS.CASE_INSENSITIVE : 0)
  } catch (error) {
    const why = messageOf(error)
    throw new PatternFault(why.replace(/^error parsing regexp: /, ''), { cause: error })
  }
}

/** What RE2 would refuse without saying why, or would read in another way than JavaScript. */
function refuseUnlike(body: string): void {
  for (const [, escaped = ''] of body.matchAll(/\\(.)/gsu)) {
    if (/[1-9k]/.test(escaped)) {
      throw new PatternFault("it refers back to a group, which can't be matched in linear time")
    }
    if (/[A-Za-z]/.test(escaped) && !KNOWN_ESCAPE.test(escaped)) {
      throw new PatternFault(`\\${escaped} means nothing in JavaScript's regular expressions`)
    }
  }
  const signsOnly = body.replace(/\\./gsu, '').replace(/\[[^\]]*\]/g, '')
  if (/\(\?<?[=!]/.test(signsOnly)) {
    throw new PatternFault("it looks ahead or behind, which can't be matched in linear time")
  }
}

function capturesOf(compiled: RE2JS, names: readonly string[], text: string): Captures | null {
  const matcher = compiled.matcher(text)
  if (!matcher.find()) return null
  const captured: [string, string][] = []
  for (const name of names) {
    const value = matcher.group(name)
    if (value === null) continue
    if (name === 'number' && !isWholeNumber(text, matcher.start(name), matcher.end(name))) {
      return null
    }
    captured.push([name, value])
  }
  return Object.fromEntries(captured)
}

function isWholeNumber(text: string, start: number, end: number): boolean {
  return (
    /^[0-9]+$/.test(text.slice(start, end)) &&
    !isDigit(text.charCodeAt(start - 1)) &&
    !isDigit(text.charCodeAt(end))
  )
}
