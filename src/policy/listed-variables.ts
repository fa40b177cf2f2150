import { readTag, tagsOf, type Assigned, type Told } from './listed-tag.js'

/**
 * Ways to give a name a value. The value is looked at and not taken, for it may be a name itself.
 * Every part is bounded, so that long texts take no more than their share of time.
 */
const FORMS: readonly RegExp[] = [
  // `V=v1`, `V: "v1"`, `V ?= v1`, `<v>v1</v>`
  /(?<![\w.-])([A-Za-z_][\w.-]{0,100})["'\\]{0,4}[ \t]{0,20}(?:[:?]?=|[:>])[ \t]{0,20}(?:[&!][^\s"',]{1,60}[ \t]{1,20})?["'\\]{0,4}(?=[\w$])/g,
  // Dockerfiles' old form.
  /\bENV[ \t]{1,20}([A-Za-z_]\w{0,100})[ \t]{1,20}["']?(?=[\w$])/g,
  // Kubernetes
  /\bname["']?[ \t]{0,9}[:=][ \t]{0,9}["']?([A-Za-z_][\w.-]{0,100})["']?[\s,]{1,100}["']?value["']?[ \t]{0,20}[:=][ \t]{0,20}["']?(?=[\w$])/g,
  // Terraform
  /\bvariable[ \t]{1,20}"([A-Za-z_][\w-]{0,100})"\s{0,20}\{[^{}]{0,500}?\bdefault[ \t]{0,20}=[ \t]{0,20}"?(?=[\w$])/g
]

/** A name of which the value is a name, and so on, is followed so far. */
const DEEPEST = 3

const NOTHING: Told = { tags: [], isWhole: true }

/** Places of values by the number of their text, by name. */
type Index = ReadonlyMap<string, ReadonlyMap<number, readonly number[]>>

/**
 * The values that names are given in each of these texts, by the text's place in the list; of a
 * name that the text itself does not give one, those that the others do.
 */
export function variablesIn(texts: readonly string[]): (text: number) => Assigned {
  // Most texts ask for none.
  let index: Index | undefined
  const known = new Map<string, Told>()
  const once = (key: string, read: () => Told): Told => {
    const found = known.get(key) ?? read()
    known.set(key, found)
    return found
  }
  const follow = (text: number, name: string, depth: number): Told => {
    const places = (index ??= indexOf(texts)).get(name)
    if (places === undefined || depth > DEEPEST) return NOTHING
    const own = places.get(text)
    const told =
      own === undefined
        ? NOTHING
        : once(`${depth} ${text} ${name}`, () => valuesAt([[text, own]], depth))
    return told.tags.length > 0 ? told : once(`${depth} ${name}`, () => valuesAt(places, depth))
  }
  const valuesAt = (
    places: Iterable<readonly [text: number, places: readonly number[]]>,
    depth: number
  ): Told => {
    const tags = new Set<string>()
    let isWhole = true
    for (const [text, starts] of places) {
      for (const start of starts) {
        const tag = readTag(texts[text] ?? '', start)
        if (tag === null) continue
        const told = tagsOf(tag, (other) => follow(text, other, depth + 1))
        for (const one of told.tags) tags.add(one)
        isWhole &&= told.isWhole
      }
    }
    return { tags: [...tags], isWhole }
  }
  return (text) => (name) => follow(text, name, 1)
}

function indexOf(texts: readonly string[]): Index {
  const index = new Map<string, Map<number, number[]>>()
  for (const [text, content] of texts.entries()) {
    for (const form of FORMS) {
      for (const { 0: found, 1: name = '', index: start } of content.matchAll(form)) {
        const byText = index.get(name) ?? new Map<number, number[]>()
        index.set(name, byText)
        const places = byText.get(text)
        if (places === undefined) byText.set(text, [start + found.length])
        else places.push(start + found.length)
      }
    }
  }
  return index
}
