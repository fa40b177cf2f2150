import type { PackageType } from '../../model/package.js'
import { type Complaint, complaint } from './complaint.js'
import { nearestWord } from './nearest-word.js'
import { foundText, type Position, type SourceNode } from './source-node.js'
import { joinPath } from './source-walk.js'

/** A JSON Schema, or a part of one. */
export type JsonSchema = { readonly [keyword: string]: unknown }

/** A value and the keys that lead to it. */
export interface Place {
  readonly node: SourceNode
  readonly path: string
}

/** What reading a file collects, and what it knows of the entry that is being read. */
export interface Reading {
  readonly errors: Complaint[]
  readonly warnings: Complaint[]
  /** The types of the entry, all six outside of one. */
  readonly types: readonly PackageType[]
}

/**
 * One form that a value can have: the schema that tells editors, and the reader that the
 * parser uses, side by side so that they can't part.
 */
export interface Form<T> {
  readonly schema: JsonSchema
  /** `undefined` where the value has another form: that was complained about. */
  read(place: Place, reading: Reading): T | undefined
}

/** One key of a map: its form, and the text that editors show. */
export interface Key<T> {
  readonly form: Form<T>
  readonly description: string
  /** Only these types have it; a rule that asks it of others alone is an error (ruling 37). */
  readonly types?: readonly PackageType[]
}

export type Keys = { readonly [name: string]: Key<unknown> }

/** A map of the file whose keys were checked. */
export interface Section {
  readonly at: Position
  readonly path: string
  /** Its first value of each key that it may have. */
  readonly places: ReadonlyMap<string, Place>
  /** Whether it has keys that it can't have: what seems missing may be among them. */
  readonly hasStrangers: boolean
}

export function refuse(place: Place, expected: string, reading: Reading, hint?: string): undefined {
  if (place.node.kind === 'broken') return undefined
  const found = foundText(place.node)
  reading.errors.push(complaint(place.node.at, place.path, found, expected, hint))
  return undefined
}

/** A reader's error whose sentence says more than what was expected. */
export function refuseBecause(place: Place, why: string, reading: Reading): undefined {
  if (place.node.kind === 'broken') return undefined
  const { at } = place.node
  const found = foundText(place.node)
  const sentence = `${found}: ${why}`
  reading.errors.push({ at, path: place.path, found, expected: why, sentence })
  return undefined
}

/**
 * Opens a map, and complains about keys that it can't have: with the nearest that it can, or
 * with what `elsewhere` says of a key that belongs to another place.
 */
export function openSection(
  place: Place,
  keys: Keys,
  reading: Reading,
  elsewhere: Readonly<Record<string, string>> = {}
): Section | undefined {
  const { node, path } = place
  if (node.kind !== 'map') {
    return refuse(place, 'a map', reading)
  }
  const places = new Map<string, Place>()
  for (const { key, keyAt, value } of node.entries) {
    const keyPath = joinPath(path, key)
    if (!Object.hasOwn(keys, key)) {
      reading.errors.push(unknownKey(key, keyAt, keyPath, Object.keys(keys), elsewhere))
    } else if (!places.has(key)) places.set(key, { node: value, path: keyPath })
  }
  const hasStrangers = node.entries.some(({ key }) => !Object.hasOwn(keys, key))
  return { at: node.at, path, places, hasStrangers }
}

function unknownKey(
  key: string,
  at: Position,
  path: string,
  known: readonly string[],
  elsewhere: Readonly<Record<string, string>>
): Complaint {
  const found = `the key ${key}`
  const why = key === '<<' ? MERGE_KEY : Object.hasOwn(elsewhere, key) ? elsewhere[key] : undefined
  if (why !== undefined) return { at, path, found, expected: why, sentence: why }
  const nearest = nearestWord(key, known)
  const expected = nearest ?? `one of ${known.join(', ')}`
  const guess = nearest === null ? `expected ${expected}` : `did you mean ${nearest}?`
  return { at, path, found, expected, sentence: `unknown key ${key}: ${guess}` }
}

const MERGE_KEY =
  'merge keys are no part of YAML 1.2: give an anchor to a whole value, such as a list of rules'

/** Reads one key of a section; `undefined` where it is not there or was complained about. */
export function readKey<T>(
  section: Section,
  name: string,
  { form }: Key<T>,
  reading: Reading
): T | undefined {
  const place = section.places.get(name)
  return place === undefined ? undefined : form.read(place, reading)
}

/** Complains where a key that has to be there is not. */
export function requireKey(section: Section, name: string, reading: Reading): void {
  if (section.places.has(name)) return
  const expected = `the key ${name}`
  const sentence = `the key ${name} is missing`
  const { at, path } = section
  reading.errors.push({ at, path, found: 'nothing', expected, sentence })
}

/** The places of a list's items; `undefined`, and a complaint, where it is none. */
export function itemPlaces(
  place: Place,
  expected: string,
  reading: Reading
): readonly Place[] | undefined {
  const { node, path } = place
  if (node.kind !== 'list') return refuse(place, expected, reading)
  return node.items.map((item, index) => ({ node: item, path: `${path}[${index}]` }))
}

/** The schema of a map with these keys and no others. */
export function sectionSchema(
  keys: Keys,
  required: readonly string[],
  more: JsonSchema = {}
): JsonSchema {
  const properties = Object.fromEntries(
    Object.entries(keys).map(([name, { form, description }]) => [
      name,
      { description, ...form.schema }
    ])
  )
  return {
    type: 'object',
    additionalProperties: false,
    ...(required.length > 0 ? { required } : {}),
    properties,
    ...more
  }
}
