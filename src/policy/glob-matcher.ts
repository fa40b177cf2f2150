import { endsFrom, matchingSuffixes, onlyEnd } from './glob-positions.js'
import type { Positions } from './glob-positions.js'
import { captureNamesOf } from './glob-tokens.js'
import type { GlobToken } from './glob-tokens.js'
import type { Captures } from './pattern.js'
import { plainMatcher } from './plain-glob.js'

/** A glob without braces, ready to be asked. */
export interface GlobMatcher {
  readonly captureNames: readonly string[]
  readonly match: (text: string) => Captures | null
  readonly matchAll: (text: string) => readonly Captures[]
}

/** What a match without a capture gives: always the same, for there are millions of them. */
export const NO_CAPTURES: Captures = Object.freeze({})

/** Nobody's template has so many ways; without a limit four captures side by side would have millions. */
const MAX_WAYS = 50_000

/**
 * Matches whole texts, in time proportional to pattern times text. From left to right every
 * wildcard takes as few signs as it can. `matchAll` gives every way of splitting the text,
 * `match`'s first, and throws a `RangeError` where there are more than 50,000 of them:
 * leaving some out could make a live branch look gone (ruling 4).
 */
export function globMatcher(tokens: readonly GlobToken[]): GlobMatcher {
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
  const everySplit = waysOfOneCapture(tokens) ?? ((text: string) => everyWay(tokens, text))
  return {
    captureNames,
    match: (text) => (canMatch(text) ? firstWay(tokens, text, endsOf) : null),
    matchAll: (text) => (canMatch(text) ? everySplit(text) : [])
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
  const captured: [string, string][] = []
  tokens.forEach((token, i) => {
    if ('name' in token) captured.push([token.name, text.slice(ends[i - 1] ?? 0, ends[i])])
  })
  return captured.length === 0 ? NO_CAPTURES : Object.fromEntries(captured)
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
function waysOfOneCapture(
  tokens: readonly GlobToken[]
): ((text: string) => readonly Captures[]) | null {
  const place = tokens.findIndex((token) => 'name' in token)
  const capture = tokens[place]
  if (capture?.kind !== 'capture') return null
  const isBefore = plainMatcher(tokens.slice(0, place))
  const isBehind = plainMatcher(tokens.slice(place + 1))
  if (isBefore === null || isBehind === null) return null
  return (text) => {
    const ends: number[] = []
    for (let end = 1; end <= text.length; end++) if (isBehind(text.slice(end))) ends.push(end)
    if (ends.length === 0) return []
    const captured = new Set<string>()
    for (let start = 0; start < text.length; start++) {
      if (!isBefore(text.slice(0, start))) continue
      for (const end of ends) if (end > start) captured.add(text.slice(start, end))
    }
    return [...captured].map((value) => ({ [capture.name]: value }))
  }
}

function everyWay(tokens: readonly GlobToken[], text: string): readonly Captures[] {
  const suffixes = matchingSuffixes(tokens, text)
  const ways = new Map<string, Captures>()
  // Places are taken together between captures, so that what `*` takes makes no new way.
  const walk = (i: number, starts: readonly number[], captured: readonly [string, string][]) => {
    const token = tokens[i]
    if (token === undefined) return addWay(ways, captured, text)
    const endsOf = (at: number) =>
      endsFrom(token, text, at).filter((end) => suffixes[i + 1]?.[end] === 1)
    if (!('name' in token)) return walk(i + 1, [...new Set(starts.flatMap(endsOf))], captured)
    for (const at of starts) {
      for (const end of endsOf(at)) {
        walk(i + 1, [end], [...captured, [token.name, text.slice(at, end)]])
      }
    }
  }
  if (suffixes[0]?.[0] === 1) walk(0, [0], [])
  return [...ways.values()]
}

function addWay(
  ways: Map<string, Captures>,
  captured: readonly [string, string][],
  text: string
): void {
  ways.set(captured.map(([, value]) => value).join('\0'), Object.fromEntries(captured))
  if (ways.size > MAX_WAYS) {
    throw new RangeError(`"${text}" can be split in more than ${MAX_WAYS} ways: use fewer captures`)
  }
}
