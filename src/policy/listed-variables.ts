import { readTag, tagsOf, type Assigned } from './listed-tag.js'

/** A way to give a name a value: what stands before the name, and between it and the value. */
interface Form {
  readonly before: RegExp
  readonly behind: RegExp
}

/** The value is looked at and not taken. */
const FORMS: readonly Form[] = [
  // `V=v1`, `V: "v1"`, `V ?= v1`, `<v>v1</v>`
  {
    before: /(?:^|[^\w.-])$/,
    behind:
      /["'\\]{0,4}[ \t]{0,20}(?:[:?]?=|[:>])[ \t]{0,20}(?:[&!][^\s"',]{1,60}[ \t]{1,20})?["'\\]{0,4}(?=[\w$])/y
  },
  // Dockerfiles' old form.
  { before: /\bENV[ \t]{1,20}$/, behind: /[ \t]{1,20}["']?(?=[\w$])/y },
  // Kubernetes
  {
    before: /\bname["']?[ \t]{0,9}[:=][ \t]{0,9}["']?$/,
    behind: /["']?[\s,]{1,100}["']?value["']?[ \t]{0,20}[:=][ \t]{0,20}["']?(?=[\w$])/y
  },
  // Terraform
  {
    before: /\bvariable[ \t]{1,20}"$/,
    behind: /"\s{0,20}\{[^{}]{0,500}?\bdefault[ \t]{0,20}=[ \t]{0,20}"?(?=[\w$])/y
  }
]

/** What stands before a name is no longer. */
const LONGEST_BEFORE = 40

/** A name of which the value is a name, and so on, is followed so far. */
const DEEPEST = 3
const MOST_VALUES = 20
/** For so many names a text is searched, so that a long one takes no more than its share of time. */
const MOST_NAMES = 200

/** The values that names are given in a text, and what `elsewhere` says of those that are not. */
export function assignedIn(text: string, elsewhere: Assigned = () => []): Assigned {
  const known = new Map<string, readonly string[]>()
  const places = new Map<string, readonly number[]>()
  const placesOf = (name: string): readonly number[] => {
    const found = places.get(name) ?? (places.size < MOST_NAMES ? placesOfValues(text, name) : [])
    places.set(name, found)
    return found
  }
  const follow = (name: string, depth: number): readonly string[] => {
    if (depth > DEEPEST) return []
    const key = `${depth} ${name}`
    const earlier = known.get(key)
    if (earlier !== undefined) return earlier
    const values = placesOf(name).flatMap((place) => {
      const tag = readTag(text, place)
      return tag === null ? [] : tagsOf(tag, (other) => follow(other, depth + 1))
    })
    const found = [...new Set(values.length > 0 ? values : elsewhere(name))].slice(0, MOST_VALUES)
    known.set(key, found)
    return found
  }
  return (name) => follow(name, 1)
}

function placesOfValues(text: string, name: string): readonly number[] {
  const places: number[] = []
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
    const before = text.slice(Math.max(0, at - LONGEST_BEFORE), at)
    for (const form of FORMS) {
      form.behind.lastIndex = at + name.length
      if (form.behind.test(text) && form.before.test(before)) places.push(form.behind.lastIndex)
    }
    if (places.length >= MOST_VALUES) break
  }
  return places
}
