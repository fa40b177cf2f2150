import { clip } from './wording.js'

const MAX_ERRORS = 20

/** Where in a JSON document a value stands, and the list that its faults go to. */
export interface Place {
  /** Such as `$.packages[0].name`. */
  readonly path: string
  readonly errors: string[]
}

export type JsonObject = Readonly<Record<string, unknown>>
export type Reader<T> = (value: unknown, at: Place) => T

/** Whether it is an object and no list. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The place of a member of an object. */
export function member(at: Place, key: string): Place {
  return { path: `${at.path}.${key}`, errors: at.errors }
}

/** Notes what was expected and what was found. After 20 faults the rest is only hinted at. */
export function complain(at: Place, expected: string, value: unknown): void {
  if (at.errors.length > MAX_ERRORS) return
  at.errors.push(
    at.errors.length === MAX_ERRORS
      ? 'and more of the kind'
      : `${at.path}: expected ${expected}, found ${found(value)}`
  )
}

function found(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (Array.isArray(value)) return 'a list'
  if (isObject(value)) return 'an object'
  return clip(JSON.stringify(value), 80)
}

// Each reader notes a fault and gives something of the right type, which nobody sees then.

export function readObject(value: unknown, at: Place): JsonObject {
  if (isObject(value)) return value
  complain(at, 'an object', value)
  return {}
}

export function readText(value: unknown, at: Place): string {
  if (typeof value === 'string') return value
  complain(at, 'text in quotes', value)
  return ''
}

/** A name in a URL: text that is neither empty nor a step to another folder. */
export function readName(value: unknown, at: Place): string {
  if (typeof value === 'string' && !['', '.', '..'].includes(value)) return value
  complain(at, 'a name', value)
  return ''
}

export function readBoolean(value: unknown, at: Place): boolean {
  if (typeof value === 'boolean') return value
  complain(at, 'true or false', value)
  return false
}

/** A whole number from 0. */
export function readWhole(value: unknown, at: Place): number {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value
  complain(at, 'a whole number from 0', value)
  return 0
}

/** An id of GitHub's: a whole number from 1. */
export function readId(value: unknown, at: Place): number {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value > 0) return value
  complain(at, 'an id, which is a whole number from 1', value)
  return 1
}

const ISO_DATE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/

/** A date in UTC, given back with milliseconds. */
export function readDate(value: unknown, at: Place): string {
  const time = typeof value === 'string' && ISO_DATE.test(value) ? Date.parse(value) : NaN
  if (!Number.isNaN(time)) return new Date(time).toISOString()
  complain(at, 'a date such as "2026-01-31T02:00:00.000Z"', value)
  return ''
}

export function readOneOf<const T extends string>(
  value: unknown,
  at: Place,
  allowed: readonly [T, ...T[]]
): T {
  const known = allowed.find((one) => one === value)
  if (known === undefined) complain(at, `one of ${allowed.join(', ')}`, value)
  return known ?? allowed[0]
}

export function readList<T>(value: unknown, at: Place, read: Reader<T>): readonly T[] {
  if (Array.isArray(value)) {
    return value.map((item: unknown, index) =>
      read(item, { path: `${at.path}[${index}]`, errors: at.errors })
    )
  }
  complain(at, 'a list', value)
  return []
}

export function readOrNull<T>(value: unknown, at: Place, read: Reader<T>): T | null {
  return value === null ? null : read(value, at)
}
