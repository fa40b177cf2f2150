import type { GlobToken } from './glob-tokens.js'

/** A set of places in a text, by index: 1 where the place is in it. One longer than the text. */
export type Positions = Uint8Array

/**
 * For each token, and for the end, the places from which it and all that follow match the
 * rest of the text. Time is proportional to tokens times text, but for groups.
 */
export function matchingSuffixes(tokens: readonly GlobToken[], text: string): Positions[] {
  const sets: Positions[] = []
  let next: Positions = new Uint8Array(text.length + 1)
  next[text.length] = 1
  sets[tokens.length] = next
  for (let i = tokens.length - 1; i >= 0; i--) {
    const token = tokens[i]
    if (token !== undefined) next = before(token, text, next)
    sets[i] = next
  }
  return sets
}

/** The places from which a token can end at one of `ends`. */
function before(token: GlobToken, text: string, ends: Positions): Positions {
  const starts: Positions = new Uint8Array(text.length + 1)
  if (token.kind === 'run' || token.kind === 'capture') {
    const last = ends.lastIndexOf(1) - (token.kind === 'capture' ? 1 : 0)
    return last < 0 ? starts : starts.fill(1, 0, last + 1)
  }
  for (let at = 0; at <= text.length; at++) {
    if (token.kind === 'group') {
      if (groupEnds(token, text, at).some((end) => ends[end] === 1)) starts[at] = 1
    } else if (ends[onlyEnd(token, text, at)] === 1) {
      starts[at] = 1
    }
  }
  return starts
}

/** The places that a token can end at when it starts at `at`, shortest first. */
export function endsFrom(token: GlobToken, text: string, at: number): readonly number[] {
  if (token.kind === 'run') return placesFrom(at, text.length)
  if (token.kind === 'capture') return placesFrom(at + 1, text.length)
  if (token.kind === 'group') return groupEnds(token, text, at)
  const end = onlyEnd(token, text, at)
  return end < 0 ? [] : [end]
}

/** A token that matches in one way at most. */
export type Fixed = Exclude<GlobToken, { kind: 'run' | 'capture' | 'group' }>

/** The one place that such a token can end at when it starts at `at`; -1 where it matches nothing. */
export function onlyEnd(token: Fixed, text: string, at: number): number {
  switch (token.kind) {
    case 'literal':
      return text.startsWith(token.text, at) ? at + token.text.length : -1
    case 'sign':
      return at < text.length ? at + widthAt(text, at) : -1
    case 'class':
      return at < text.length && token.has(text.codePointAt(at) ?? 0) ? at + widthAt(text, at) : -1
    case 'number':
      return endOfNumber(text, at)
    default:
      return token satisfies never
  }
}

/** A sign beyond the basic plane is two units long. */
function widthAt(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1
}

function placesFrom(first: number, last: number): readonly number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i)
}

function endOfNumber(text: string, at: number): number {
  if (isDigit(text.charCodeAt(at - 1)) || !isDigit(text.charCodeAt(at))) return -1
  let end = at + 1
  while (isDigit(text.charCodeAt(end))) end++
  return end
}

/** Whether a code unit is `0` to `9`; `NaN`, beyond the text, is not. */
export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

type Group = Extract<GlobToken, { kind: 'group' }>

function groupEnds(group: Group, text: string, at: number): readonly number[] {
  const once = new Set(onceFrom(group, text, at))
  if (group.times === '!') return placesFrom(at, text.length).filter((end) => !once.has(end))
  if (group.times === '?') once.add(at)
  if (group.times === '+' || group.times === '*') {
    // A set is walked in order of insertion, and what is added on the way is walked too.
    for (const end of once) for (const further of onceFrom(group, text, end)) once.add(further)
    if (group.times === '*') once.add(at)
  }
  return [...once].sort((a, b) => a - b)
}

function onceFrom(group: Group, text: string, at: number): readonly number[] {
  return group.alternatives.flatMap((tokens) => [...endsOfAll(tokens, text, at)])
}

function endsOfAll(tokens: readonly GlobToken[], text: string, at: number): ReadonlySet<number> {
  let ends: Set<number> = new Set([at])
  for (const token of tokens) {
    ends = new Set([...ends].flatMap((start) => endsFrom(token, text, start)))
  }
  return ends
}
