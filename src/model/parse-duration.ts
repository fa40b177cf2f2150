import { NO_TIME } from './duration.js'
import type { Duration } from './duration.js'
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from './time.js'

/** A duration, or in one clause without the value why the text is none. */
export type ParsedDuration =
  { readonly ok: true; readonly duration: Duration } | { readonly ok: false; readonly why: string }

type Unit = 'second' | 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year'
type Part = readonly [count: number, unit: Unit]

const SHORT_UNITS: ReadonlyMap<string, Unit> = new Map([
  ['s', 'second'],
  ['m', 'minute'],
  ['h', 'hour'],
  ['d', 'day'],
  ['w', 'week'],
  ['mo', 'month'],
  ['y', 'year']
])
const LONG_UNITS: readonly Unit[] = ['second', 'minute', 'hour', 'day', 'week', 'month', 'year']

const EXACT_MS: Readonly<Record<Exclude<Unit, 'month' | 'year'>, number>> = {
  second: SECOND_MS,
  minute: MINUTE_MS,
  hour: HOUR_MS,
  day: DAY_MS,
  week: 7 * DAY_MS
}

/** Nobody means more, and what dates can hold is not much further. */
const MAX_YEARS = 1000

const EXAMPLES = 'expected a duration such as 30d, 36h, 2w, 6mo, 1y or P30D'
const ISO = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/
const ISO_UNITS: readonly Unit[] = ['year', 'month', 'week', 'day', 'hour', 'minute', 'second']

/**
 * Reads a duration: `30d`, `1w 2d`, `2 weeks`, `P1Y2M`, `PT12H`, or `0` alone. Units of words
 * are in any letter case, but for `M`, which could be a minute or a month; ISO 8601 is in
 * capitals. Numbers are whole; each unit stands once.
 */
export function parseDuration(text: string): ParsedDuration {
  const trimmed = text.trim()
  const why = faultOf(trimmed)
  if (why !== null) return { ok: false, why }
  if (trimmed === '0') return { ok: true, duration: NO_TIME }
  const parts = /^p/i.test(trimmed) ? isoParts(trimmed) : wordParts(trimmed)
  return typeof parts === 'string' ? { ok: false, why: parts } : durationOf(parts, trimmed)
}

/** What is wrong with it whatever the form, or `null`. */
function faultOf(text: string): string | null {
  if (text === '') return `it is empty; ${EXAMPLES}`
  if (/(^|\s)-/.test(text)) return `a duration can't be negative; ${EXAMPLES}`
  if (/\d[.,]\d/.test(text)) return 'only whole numbers: write 36h instead of 1.5d'
  if (/^\d+$/.test(text) && text !== '0') {
    return `the unit is missing: ${text}d is days, ${text}h hours, ${text}mo months`
  }
  return null
}

function isoParts(text: string): readonly Part[] | string {
  const match = ISO.exec(text)
  if (match === null || /[PT]$/.test(text)) {
    const inCapitals = ISO.test(text.toUpperCase()) && !/[PT]$/i.test(text)
    return inCapitals
      ? `ISO 8601 is written in capitals: ${text.toUpperCase()}`
      : `not an ISO 8601 duration such as P30D, P1Y2M or PT12H`
  }
  return ISO_UNITS.flatMap((unit, i): Part[] => {
    const digits = match[i + 1]
    return digits === undefined ? [] : [[Number(digits), unit]]
  })
}

function wordParts(text: string): readonly Part[] | string {
  const parts: Part[] = []
  // A number and its word may stand apart, two pairs have to.
  for (const piece of text.replace(/(\d)\s+(?=[^\d\s])/g, '$1').split(/\s+/)) {
    const match = /^(\d+)(\p{L}*)$/u.exec(piece)
    if (match?.[1] === undefined || match[2] === undefined) return faultOfPiece(piece)
    const unit = unitOf(match[2])
    if (unit === null) return faultOfUnit(match[1], match[2])
    if (parts.some(([, earlier]) => earlier === unit)) return `${unit}s are named twice`
    parts.push([Number(match[1]), unit])
  }
  return parts
}

function unitOf(word: string): Unit | null {
  if (word === 'M') return null
  const lower = word.toLowerCase()
  const long = LONG_UNITS.find((unit) => lower === unit || lower === `${unit}s`)
  return long ?? SHORT_UNITS.get(lower) ?? null
}

function faultOfPiece(piece: string): string {
  return /^\d+[a-z]+\d/i.test(piece)
    ? `put a space between the parts of "${piece}", as in 1w 2d`
    : `"${piece}" is not a number with a unit; ${EXAMPLES}`
}

function faultOfUnit(digits: string, word: string): string {
  if (word === '') return `the unit of ${digits} is missing; ${EXAMPLES}`
  if (word === 'M') return `M is ambiguous: ${digits}m is minutes, ${digits}mo is months`
  return `"${word}" is no unit; use s, m (minutes), h, d, w, mo (months), y or the whole word`
}

function durationOf(parts: readonly Part[], text: string): ParsedDuration {
  let months = 0
  let exactMs = 0
  for (const [count, unit] of parts) {
    if (unit === 'year') months += 12 * count
    else if (unit === 'month') months += count
    else exactMs += count * EXACT_MS[unit]
  }
  const years = months / 12 + exactMs / (365.25 * DAY_MS)
  if (years > MAX_YEARS) return { ok: false, why: `it is longer than ${MAX_YEARS} years` }
  return { ok: true, duration: { months, exactMs, text } }
}
