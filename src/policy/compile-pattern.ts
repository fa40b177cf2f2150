import { hasTags } from '../model/package.js'
import type { PackageType } from '../model/package.js'
import { expandBraces } from './brace-expansion.js'
import { globMatcher } from './glob-matcher.js'
import type { GlobMatcher } from './glob-matcher.js'
import { parseGlob } from './glob-tokens.js'
import type { GlobToken } from './glob-tokens.js'
import { PatternFault } from './pattern-fault.js'
import type { Captures, Pattern } from './pattern.js'
import { regExpMatcher } from './regexp-pattern.js'

/** A pattern, or in one clause, without the pattern itself, why the text is none. */
export type CompiledPattern =
  { readonly ok: true; readonly pattern: Pattern } | { readonly ok: false; readonly why: string }

export interface PatternOptions {
  /** For names of packages, which are compared without regard to case (ruling 35). */
  readonly ignoreCase?: boolean
}

/** Longer ones are refused: tags are at most 128 signs long, and names 256. */
const MAX_LENGTH = 2000

/**
 * Compiles one pattern: a glob, or a regular expression between slashes (3-policy,
 * "Patterns"; rulings 11, 48 and 52). A `!` in front belongs to the list that the pattern is
 * in, and is refused here.
 */
export function compilePattern(source: string, options: PatternOptions = {}): CompiledPattern {
  try {
    refuse(source)
    const ignoreCase = options.ignoreCase ?? false
    const pattern = source.startsWith('/')
      ? regExpPattern(source, ignoreCase)
      : globPattern(source, ignoreCase)
    return { ok: true, pattern }
  } catch (error) {
    if (error instanceof PatternFault) return { ok: false, why: error.message }
    throw error
  }
}

function refuse(source: string): void {
  if (source.trim() === '') throw new PatternFault('it is empty')
  if (source.length > MAX_LENGTH) throw new PatternFault(`it is longer than ${MAX_LENGTH} signs`)
  if (source.startsWith('!')) {
    throw new PatternFault(
      'a ! in front takes away from a list, and there is none; write \\! for the sign itself'
    )
  }
}

function regExpPattern(source: string, ignoreCase: boolean): Pattern {
  const { captureNames, match } = regExpMatcher(source, ignoreCase)
  return {
    source,
    captureNames,
    match,
    matchAll: (text) => {
      const captures = match(text)
      return captures === null ? [] : [captures]
    }
  }
}

function globPattern(source: string, ignoreCase: boolean): Pattern {
  const fold = (text: string) => (ignoreCase ? text.toLowerCase() : text)
  const alternatives = alternativesOf(fold(source)).map((tokens) => globMatcher(tokens, source))
  const [first] = alternatives
  return {
    source,
    captureNames: (first?.captureNames ?? []).filter((name) =>
      alternatives.every(({ captureNames }) => captureNames.includes(name))
    ),
    match: (text) => firstMatch(alternatives, fold(text)),
    matchAll: (text, names) =>
      alternatives.length === 1 && first !== undefined
        ? first.matchAll(fold(text), names)
        : distinct(alternatives.flatMap(({ matchAll }) => matchAll(fold(text), names)))
  }
}

function alternativesOf(glob: string): readonly (readonly GlobToken[])[] {
  return [...new Set(expandBraces(glob))].map(parseGlob)
}

function firstMatch(alternatives: readonly GlobMatcher[], text: string): Captures | null {
  for (const { match } of alternatives) {
    const captures = match(text)
    if (captures !== null) return captures
  }
  return null
}

function distinct(ways: readonly Captures[]): readonly Captures[] {
  if (ways.length < 2) return ways
  return [...new Map(ways.map((way) => [JSON.stringify(way), way])).values()]
}

/** Signs that the tags, or the version names, of a type can hold. */
const HOLDABLE: Readonly<Record<PackageType, RegExp>> = {
  // https://github.com/opencontainers/distribution-spec/blob/main/spec.md#pulling-manifests
  container: /^[A-Za-z0-9_.-]$/,
  docker: /^[A-Za-z0-9_.-]$/,
  // Nearly anything, for dist-tags stand beside version names (ruling 34).
  npm: /^\S$/,
  // https://maven.apache.org/ref/current/maven-model-builder/ refuses these in versions.
  maven: /^[^\s\\/:"<>|?*]$/,
  nuget: /^[0-9A-Za-z.+-]$/,
  rubygems: /^[0-9A-Za-z._-]$/
}

/**
 * Why a pattern can never match a tag, or version name, of any of the types, as a clause;
 * `null` where it can (ruling 68). It can't where a literal sign of it is one that none of
 * them can hold. Regular expressions are not judged.
 */
export function impossibleIn(pattern: Pattern, types: readonly PackageType[]): string | null {
  if (pattern.source.startsWith('/') || types.length === 0) return null
  const literals = alternativesOf(pattern.source).flatMap(literalsOf).join('')
  const sign = Array.from(literals).find((char) =>
    types.every((type) => !HOLDABLE[type].test(char))
  )
  if (sign === undefined) return null
  const what = types.some(hasTags) ? 'tag' : 'version'
  return `it can never match: no ${what} of type ${types.join(', ')} can hold "${sign}"`
}

function literalsOf(tokens: readonly GlobToken[]): readonly string[] {
  return tokens.flatMap((token) => {
    if (token.kind === 'literal') return [token.text]
    return token.kind === 'group' && token.times !== '!'
      ? token.alternatives.flatMap(literalsOf)
      : []
  })
}
