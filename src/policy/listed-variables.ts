import { readTag, tagsOf, type Assigned } from './listed-tag.js'

/** `V=v1`, `V: "v1"`, `V ?= v1`, `<v>v1</v>`; the value is looked at and not taken. */
const ASSIGNED =
  /(?<![\w.-])([A-Za-z_][\w.-]{0,100})["'\\]{0,4}[ \t]{0,20}(?:[:?]?=|[:>])[ \t]{0,20}(?:[&!][^\s"',]{1,60}[ \t]{1,20})?["'\\]{0,4}(?=[\w$])/g

/** Dockerfiles' old form of `ENV`, and what Kubernetes and Terraform write over lines. */
const OTHERS = [
  /(?<=\bENV[ \t]{1,20})(\w{1,100})[ \t]{1,20}["']?(?=[\w$])/g,
  /\bname["']?[ \t]{0,20}[:=][ \t]{0,20}["']?([\w.-]{1,100})["']?[\s,]{1,100}["']?value["']?[ \t]{0,20}[:=][ \t]{0,20}["']?(?=[\w$])/g,
  /\bvariable[ \t]{1,20}"([\w-]{1,100})"\s{0,20}\{[^{}]{0,500}?\bdefault[ \t]{0,20}=[ \t]{0,20}"?(?=[\w$])/g
]

/** A name of which the value is a name, and so on, is followed so far. */
const DEEPEST = 3
const MOST_VALUES = 20

/** The values that names are given in a text. It is read when the first is asked for. */
export function assignedIn(text: string): Assigned {
  let places: ReadonlyMap<string, readonly number[]> | null = null
  const known = new Map<string, readonly string[]>()
  const follow = (name: string, depth: number): readonly string[] => {
    if (depth > DEEPEST) return []
    const key = `${depth} ${name}`
    const earlier = known.get(key)
    if (earlier !== undefined) return earlier
    places ??= placesOfValues(text)
    const values = (places.get(name) ?? []).flatMap((place) => {
      const tag = readTag(text, place)
      return tag === null ? [] : tagsOf(tag, (other) => follow(other, depth + 1))
    })
    const found = [...new Set(values)].slice(0, MOST_VALUES)
    known.set(key, found)
    return found
  }
  return (name) => follow(name, 1)
}

function placesOfValues(text: string): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>()
  for (const pattern of [ASSIGNED, ...OTHERS]) {
    for (const {
      0: { length },
      1: name = '',
      index
    } of text.matchAll(pattern)) {
      const found = places.get(name)
      if (found === undefined) places.set(name, [index + length])
      else if (found.length < MOST_VALUES) found.push(index + length)
    }
  }
  return places
}
