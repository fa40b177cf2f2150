import { endsFrom, matchingSuffixes } from './glob-positions.js'
import type { Positions } from './glob-positions.js'
import type { GlobToken } from './glob-tokens.js'
import type { Captures } from './pattern.js'

/** Nobody's template has so many; without a limit four captures side by side have millions. */
const MAX_WAYS = 50_000

/** Ways that took the same so far, and the places at which they stand. */
interface Way {
  readonly captured: readonly (readonly [name: string, value: string])[]
  readonly places: Set<number>
}

/**
 * Every way in which a glob splits a text, as far as `names` go; other captures are like `*`.
 * The first takes as few signs as it can from left to right.
 *
 * @throws RangeError where there are more than 50,000 of several names: to leave some out could
 *   make a live branch look gone (ruling 4). One name has as many as the text has parts at most
 */
export function everyWay(
  tokens: readonly GlobToken[],
  text: string,
  names: readonly string[],
  source: string
): readonly Captures[] {
  const suffixes = matchingSuffixes(tokens, text)
  if (suffixes[0]?.[0] !== 1) return []
  const wanted = new Set(names)
  const isAsked = (token: GlobToken) => 'name' in token && wanted.has(token.name)
  const tooMany = wanted.size > 1 ? () => refuse(source, text) : null
  // Behind the last that is asked for it is enough that the rest matches.
  const asked = tokens.slice(0, tokens.findLastIndex(isAsked) + 1)
  let ways: ReadonlyMap<string, Way> = new Map([['', { captured: [], places: new Set([0]) }]])
  asked.forEach((token, i) => {
    const next = suffixes[i + 1] ?? new Uint8Array()
    ways = isAsked(token)
      ? splitFurther(ways, token, text, next, tooMany)
      : movedOn(ways, token, text, next)
  })
  return [...ways.values()].map(({ captured }) => Object.fromEntries(captured))
}

function refuse(source: string, text: string): never {
  throw new RangeError(
    `the pattern "${source}" can split "${text}" in more than ${MAX_WAYS} ways: use fewer captures`
  )
}

function movedOn(
  ways: ReadonlyMap<string, Way>,
  token: GlobToken,
  text: string,
  next: Positions
): ReadonlyMap<string, Way> {
  return new Map(
    [...ways].map(([key, { captured, places }]): [string, Way] => {
      const moved = [...places].flatMap((at) => endsFrom(token, text, at))
      return [key, { captured, places: new Set(moved.filter((end) => next[end] === 1)) }]
    })
  )
}

function splitFurther(
  ways: ReadonlyMap<string, Way>,
  token: GlobToken,
  text: string,
  next: Positions,
  tooMany: (() => never) | null
): ReadonlyMap<string, Way> {
  const name = 'name' in token ? token.name : ''
  const split = new Map<string, Way>()
  for (const [key, { captured, places }] of ways) {
    for (const at of places) {
      for (const end of endsFrom(token, text, at)) {
        if (next[end] !== 1) continue
        const value = text.slice(at, end)
        const way = `${key}\0${value}`
        const known = split.get(way)
        if (known !== undefined) known.places.add(end)
        else split.set(way, { captured: [...captured, [name, value]], places: new Set([end]) })
        if (split.size > MAX_WAYS) tooMany?.()
      }
    }
  }
  return split
}
