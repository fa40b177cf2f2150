import { endsFrom, matchingSuffixes, onlyEnd } from './glob-positions.js'
import type { Positions } from './glob-positions.js'
import { everyWay } from './glob-ways.js'
import { captureNamesOf } from './glob-tokens.js'
import type { GlobToken } from './glob-tokens.js'
import type { Captures } from './pattern.js'
import { plainMatcher } from './plain-glob.js'

/** A glob without braces, ready to be asked. */
export interface GlobMatcher {
  readonly captureNames: readonly string[]
  readonly match: (text: string) => Captures | null
  readonly matchAll: (text: string, names?: readonly string[]) => readonly Captures[]
}

/** What a match without a capture gives: always the same, for there are millions of them. */
export const NO_CAPTURES: Captures = Object.freeze({})

/**
 * Matches whole texts, in time proportional to pattern times text. From left to right every
 * wildcard takes as few signs as it can. `matchAll` gives every way of splitting the text,
 * `match`'s first. `source` is for messages.
 */
export function globMatcher(tokens: readonly GlobToken[], source: string): GlobMatcher {
  const plain = plainMatcher(tokens)
  const captureNames = captureNamesOf(tokens)
  if (plain !== null) {
    return {
      captureNames,
      match: (text) => (plain(text) ? NO_CAPTURES : null),
      matchAll: (text) => (plain(text) ? [NO_CAPTURES] : [])
    }
  }
  const canMatch = quickCheck(tokens)
  const endsOf = isSmall(tokens) ? endsByTrial : endsBySuffixes
  const everySplit =
    waysOfOneCapture(tokens) ??
    ((text: string, names = captureNames) => everyWay(tokens, text, names, source))
  return {
    captureNames,
    match: (text) => (canMatch(text) ? firstWay(tokens, text, endsOf) : null),
    matchAll: (text, names) => (canMatch(text) ? everySplit(text, names) : [])
  }
}

/** Answers no for most texts at once: by the literal that the glob begins and ends with. */
function quickCheck(tokens: readonly GlobToken[]): (text: string) => boolean {
  const [first, last] = [tokens[0], tokens.at(-1)]
  const prefix = first?.kind === 'literal' ? first.text : ''
  const suffix = last?.kind === 'literal' ? last.text : ''
  return (text) => text.startsWith(prefix) && text.endsWith(suffix)
}

function firstWay(
  tokens: readonly GlobToken[],
  text: string,
  endsOf: typeof endsByTrial
): Captures | null {
  const ends = endsOf(tokens, text)
  if (ends === null) return null
  let captures: Record<string, string> | null = null
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i]
    if (token === undefined || !('name' in token)) continue
    captures ??= {}
    captures[token.name] = text.slice(ends[i - 1] ?? 0, ends[i])
  }
  return captures ?? NO_CAPTURES
}

/** Whether trying one end after the other is cheap: quadratic at worst, and tags are short. */
function isSmall(tokens: readonly GlobToken[]): boolean {
  const wildcards = tokens.filter(({ kind }) => kind === 'run' || kind === 'capture')
  return wildcards.length <= 2 && tokens.every(({ kind }) => kind !== 'group')
}

/** Where each token ends in the first way, or `null`. */
function endsByTrial(tokens: readonly GlobToken[], text: string): readonly number[] | null {
  const ends: number[] = []
  const fits = (i: number, at: number): boolean => {
    const token = tokens[i]
    if (token === undefined) return at === text.length
    if (token.kind === 'group') return false
    if (token.kind !== 'run' && token.kind !== 'capture') {
      const end = onlyEnd(token, text, at)
      ends[i] = end
      return end >= 0 && fits(i + 1, end)
    }
    for (let end = token.kind === 'run' ? at : at + 1; end <= text.length; end++) {
      ends[i] = end
      if (fits(i + 1, end)) return true
    }
    return false
  }
  return fits(0, 0) ? ends : null
}

/** The same in time proportional to tokens times text. */
function endsBySuffixes(tokens: readonly GlobToken[], text: string): readonly number[] | null {
  const suffixes = matchingSuffixes(tokens, text)
  if (suffixes[0]?.[0] !== 1) return null
  let at = 0
  return tokens.map((token, i) => (at = firstIn(suffixes[i + 1], token, text, at)))
}

/** The nearest place at which the token can end so that the rest still matches. */
function firstIn(next: Positions | undefined, token: GlobToken, text: string, at: number): number {
  if (token.kind === 'run') return next?.indexOf(1, at) ?? at
  if (token.kind === 'capture') return next?.indexOf(1, at + 1) ?? at
  return endsFrom(token, text, at).find((end) => next?.[end] === 1) ?? at
}

/**
 * Every way where there is one capture and nothing else but literals and `*`, as in nearly all
 * templates: what stands before and behind it is asked of each place. `null` for any other.
 */
function waysOfOneCapture(tokens: readonly GlobToken[]): GlobMatcher['matchAll'] | null {
  const place = tokens.findIndex((token) => 'name' in token)
  const capture = tokens[place]
  if (capture?.kind !== 'capture') return null
  const isBefore = plainMatcher(tokens.slice(0, place))
  const isBehind = plainMatcher(tokens.slice(place + 1))
  if (isBefore === null || isBehind === null) return null
  return (text) => {
    const ends: number[] = []
    for (let end = 1; end <= text.length; end++) if (isBehind(text, end)) ends.push(end)
    if (ends.length === 0) return []
    const captured = new Set<string>()
    for (let start = 0; start < text.length; start++) {
      if (!isBefore(text, 0, start)) continue
      for (const end of ends) if (end > start) captured.add(text.slice(start, end))
    }
    return [...captured].map((value) => ({ [capture.name]: value }))
  }
}
