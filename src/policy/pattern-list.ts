import { compilePattern } from './compile-pattern.js'
import type { PatternOptions } from './compile-pattern.js'
import type { Captures, Pattern, PatternList } from './pattern.js'

/** What is wrong with one entry of a list. */
export interface PatternProblem {
  /** Its place in the list, from 0. */
  readonly index: number
  /** As it was written. */
  readonly source: string
  /** A clause that does not repeat the entry. */
  readonly why: string
}

/** A list, or all that is wrong with it. */
export type CompiledPatternList =
  | { readonly ok: true; readonly list: PatternList }
  | { readonly ok: false; readonly problems: readonly PatternProblem[] }

interface Entry {
  readonly takesAway: boolean
  readonly pattern: Pattern
}

/**
 * Compiles a list of patterns with its exclusions (ruling 53): it is walked in order, the
 * last pattern that matches decides, and a list that starts with a `!` starts from everything.
 * A list without an entry selects nothing.
 */
export function compilePatternList(
  sources: readonly string[],
  options: PatternOptions = {}
): CompiledPatternList {
  const entries: Entry[] = []
  const problems: PatternProblem[] = []
  sources.forEach((source, index) => {
    const takesAway = source.startsWith('!')
    const compiled = compilePattern(takesAway ? source.slice(1).trimStart() : source, options)
    if (compiled.ok) entries.push({ takesAway, pattern: compiled.pattern })
    else problems.push({ index, source, why: compiled.why })
  })
  return problems.length > 0
    ? { ok: false, problems }
    : { ok: true, list: listOf(sources, entries) }
}

function listOf(sources: readonly string[], entries: readonly Entry[]): PatternList {
  const startsFromAll = entries[0]?.takesAway ?? false
  const includes = startsFromAll
    ? []
    : entries.filter(({ takesAway }) => !takesAway).map(({ pattern }) => pattern)
  const fromLast = entries.toReversed()
  const deciding = (text: string) => {
    for (const entry of fromLast) if (entry.pattern.match(text) !== null) return entry
    return undefined
  }
  const matches = (text: string) => {
    const entry = deciding(text)
    return entry === undefined ? startsFromAll : !entry.takesAway
  }
  return {
    sources,
    includes,
    matches,
    captures: (text) => (includes.length > 0 && matches(text) ? capturesIn(includes, text) : []),
    decidedBy: (text) => {
      const entry = deciding(text)
      return entry === undefined || entry.takesAway ? null : entry.pattern.source
    }
  }
}

function capturesIn(includes: readonly Pattern[], text: string): readonly Captures[] {
  return includes.map((pattern) => pattern.match(text)).filter((captures) => captures !== null)
}
