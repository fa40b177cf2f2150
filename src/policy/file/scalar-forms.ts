import type { Duration } from '../../model/duration.js'
import { parseDuration } from '../../model/parse-duration.js'
import { parseDeletionLimit } from '../deletion-limit.js'
import type { DeletionLimit } from '../policy.js'
import { type Form, type Place, type Reading, refuse, refuseBecause } from './form.js'
import { nearestWord } from './nearest-word.js'

const IN_QUOTES = 'put it in quotes'

/**
 * The text of a place that has to be text (ruling 18): for a number, a boolean or what YAML
 * makes a map of, the error says to put it in quotes, and what would become of it without.
 */
export function readText(place: Place, expected: string, reading: Reading): string | undefined {
  const { node } = place
  if (node.kind === 'list') return refuse(place, expected, reading)
  if (node.kind !== 'scalar') return refuse(place, expected, reading, IN_QUOTES)
  if (typeof node.value === 'string') {
    return node.value.trim() === '' ? refuse(place, expected, reading) : node.value
  }
  if (node.value === null && node.source === '') return refuse(place, expected, reading)
  const becomes = String(node.value)
  const change = becomes === node.source ? '' : `, without which it is ${becomes}`
  return refuse(place, expected, reading, `${IN_QUOTES}${change}`)
}

/** Any text with something in it. */
export function text(expected: string): Form<string> {
  return {
    schema: { type: 'string', pattern: '\\S' },
    read: (place, reading) => readText(place, expected, reading)
  }
}

/** Text that a parser accepts. `parse` gives a clause without the text where it does not. */
export function parsedText<T>(
  expected: string,
  schema: JsonSchemaOfText,
  parse: (
    source: string,
    reading: Reading
  ) => { readonly ok: true; readonly value: T } | { readonly ok: false; readonly why: string }
): Form<T> {
  return {
    schema: { type: 'string', ...schema },
    read: (place, reading) => {
      const source = readText(place, expected, reading)
      if (source === undefined) return undefined
      const parsed = parse(source, reading)
      return parsed.ok ? parsed.value : refuseBecause(place, parsed.why, reading)
    }
  }
}

interface JsonSchemaOfText {
  readonly pattern?: string
  readonly examples?: readonly string[]
}

/** `true` or `false`, by YAML 1.2's core schema. */
export const truth: Form<boolean> = {
  schema: { type: 'boolean' },
  read: (place, reading) => {
    const { node } = place
    return node.kind === 'scalar' && typeof node.value === 'boolean'
      ? node.value
      : refuse(place, 'true or false', reading)
  }
}

/** A key that can only be switched on. */
export const onlyTrue: Form<true> = {
  schema: { const: true },
  read: (place, reading) =>
    place.node.kind === 'scalar' && place.node.value === true
      ? true
      : refuse(place, 'true', reading)
}

/** A whole number in plain digits, at least `least` (ruling 18). */
export function wholeNumber(least: 0 | 1): Form<number> {
  return {
    schema: { type: 'integer', minimum: least, maximum: Number.MAX_SAFE_INTEGER },
    read: (place, reading) => {
      const { node } = place
      const isTooLarge = node.kind === 'scalar' && Number(node.source) > Number.MAX_SAFE_INTEGER
      const to = isTooLarge ? ` to ${Number.MAX_SAFE_INTEGER}` : ''
      const expected = `a whole number from ${least}${to}`
      if (node.kind !== 'scalar' || typeof node.value !== 'number') {
        return refuse(place, expected, reading)
      }
      const isPlain = /^(?:0|[1-9]\d*)$/.test(node.source) && Number.isSafeInteger(node.value)
      return isPlain && node.value >= least ? node.value : refuse(place, expected, reading)
    }
  }
}

/** The number `1` and nothing else. */
export const one: Form<1> = {
  schema: { const: 1 },
  read: (place, reading) =>
    place.node.kind === 'scalar' && place.node.source === '1' && place.node.value === 1
      ? 1
      : refuse(place, '1, the only version of this format', reading)
}

/** One of these words; `notes` says of words that one may expect what to do instead. */
export function choice<W extends string>(
  words: readonly W[],
  notes: ReadonlyMap<unknown, string> = NO_NOTES
): Form<W> {
  const expected = words.length === 1 ? words.join() : `one of ${words.join(', ')}`
  return {
    schema: { enum: words },
    read: (place, reading) => {
      const { node } = place
      const value = node.kind === 'scalar' ? node.value : null
      const found = words.find((word) => word === value)
      if (found !== undefined) return found
      const nearest = typeof value === 'string' ? nearestWord(value, words) : null
      const hint = notes.get(value) ?? (nearest === null ? undefined : `did you mean ${nearest}?`)
      return refuse(place, expected, reading, hint)
    }
  }
}

const NO_NOTES: ReadonlyMap<unknown, string> = new Map()

/** A limit on deletions; in an entry of `packages` a share only (ruling 36). */
export function deletionLimit(kinds: 'count-or-share' | 'share'): Form<DeletionLimit> {
  const share = { type: 'string', pattern: '^(100(\\.0+)?|\\d{1,2}(\\.\\d+)?)%$' }
  const count = { type: 'integer', minimum: 0, maximum: 999_999_999_999_999 }
  const countText = { type: 'string', pattern: '^\\d{1,15}$' }
  return {
    schema: kinds === 'share' ? share : { anyOf: [count, countText, share] },
    read: (place, reading) => {
      const written = plainText(place)
      if (written === null) return refuse(place, 'a number such as 500 or a share', reading)
      const parsed = parseDeletionLimit(written)
      if (!parsed.ok) return refuseBecause(place, parsed.why, reading)
      if (kinds === 'share' && parsed.limit.kind === 'count') {
        const why = 'a count is for the whole run; in an entry write a share such as 25%'
        return refuseBecause(place, why, reading)
      }
      return parsed.limit
    }
  }
}

/** All that `parseDuration` accepts, but for units that stand twice and more than 1,000 years. */
const DURATION_PATTERN = durationPattern()

function durationPattern(): string {
  const words = ['s', 'h', 'd', 'w', 'mo', 'y']
  const long = ['second', 'minute', 'hour', 'day', 'week', 'month', 'year']
  const unit = ['m', ...words.map(anyCase), ...long.map((word) => `${anyCase(word)}[sS]?`)].join(
    '|'
  )
  const part = `\\d+\\s*(${unit})`
  const iso = 'P(?=\\d|T)(\\d+Y)?(\\d+M)?(\\d+W)?(\\d+D)?(T(?=\\d)(\\d+H)?(\\d+M)?(\\d+S)?)?'
  return `^\\s*(0|${part}(\\s+${part})*|${iso})\\s*$`
}

function anyCase(word: string): string {
  return Array.from(word, (letter) => `[${letter}${letter.toUpperCase()}]`).join('')
}

/**
 * A duration as the inputs of the action have it. `0` may stand without quotes, as a number;
 * so may other numbers, to be told that a unit is missing.
 */
export const duration: Form<Duration> = {
  schema: {
    anyOf: [{ const: 0 }, { type: 'string', pattern: DURATION_PATTERN }],
    examples: ['30d', '36h', '2w', '6mo', '1y']
  },
  read: (place, reading) => {
    const written = plainText(place)
    if (written === null) return refuse(place, 'a duration such as 30d or 36h', reading)
    const parsed = parseDuration(written)
    return parsed.ok ? parsed.duration : refuseBecause(place, parsed.why, reading)
  }
}

/** Text or a number, as it is written; `null` for anything else. */
function plainText({ node }: Place): string | null {
  if (node.kind !== 'scalar') return null
  if (typeof node.value === 'string') return node.value
  return typeof node.value === 'number' ? node.source : null
}
