import { withoutZeros } from './digits.js'

export interface MavenList {
  readonly kind: 'list'
  readonly items: readonly MavenItem[]
}

/** One item of a Maven version. */
export type MavenItem =
  | MavenList
  /** Without zeros in front. */
  | { readonly kind: 'number'; readonly digits: string }
  /** In lower case; empty for a release. */
  | { readonly kind: 'word'; readonly word: string }

type Growing = { readonly kind: 'list'; readonly items: (Growing | MavenItem)[] }

/** They mean the release, as no word does. */
const RELEASE_WORDS: ReadonlySet<string> = new Set(['ga', 'final', 'release'])

/** Only where digits follow at once. */
const LETTER_WORDS: ReadonlyMap<string, string> = new Map([
  ['a', 'alpha'],
  ['b', 'beta'],
  ['m', 'milestone']
])

/**
 * Cuts a Maven version into items: at dots, at minus signs, and between digits and letters.
 * A minus sign and such a change of kind begin a list inside of the list; what stands for
 * nothing at the end of a list is dropped.
 *
 * @see https://maven.apache.org/pom.html#version-order-specification
 */
export function parseMavenItems(text: string): MavenList {
  const parser = new MavenParser(text.toLowerCase())
  return parser.parse()
}

class MavenParser {
  readonly #text: string
  readonly #lists: Growing[] = [{ kind: 'list', items: [] }]
  /** Where the item under way begins. */
  #start = 0
  #inDigits = false

  constructor(text: string) {
    this.#text = text
  }

  parse(): MavenList {
    for (let at = 0; at < this.#text.length; at++) this.#read(at)
    if (this.#start < this.#text.length) {
      if (!this.#inDigits && !this.#isEmpty()) this.#beginList()
      this.#add(this.#text.length, false)
    }
    for (const list of this.#lists.toReversed()) dropNothings(list.items)
    return this.#lists[0] ?? { kind: 'list', items: [] }
  }

  #read(at: number): void {
    const sign = this.#text[at] ?? ''
    if (sign === '.' || sign === '-') {
      this.#end(at)
      if (sign === '-') this.#beginList()
      return
    }
    const isDigit = /\d/.test(sign)
    if (isDigit !== this.#inDigits && at > this.#start) {
      // A word is never beside numbers: 1.rc1 is 1-rc1.
      if (isDigit && !this.#isEmpty()) this.#beginList()
      this.#add(at, isDigit)
      this.#start = at
      this.#beginList()
    }
    this.#inDigits = isDigit
  }

  /** Ends the item under way at a sign that separates; where there is none it is 0. */
  #end(at: number): void {
    if (at === this.#start) this.#list().items.push({ kind: 'number', digits: '0' })
    else this.#add(at, false)
    this.#start = at + 1
  }

  #add(end: number, hasDigits: boolean): void {
    this.#list().items.push(itemOf(this.#text.slice(this.#start, end), hasDigits))
  }

  #list(): Growing {
    return this.#lists.at(-1) ?? { kind: 'list', items: [] }
  }

  #isEmpty(): boolean {
    return this.#list().items.length === 0
  }

  #beginList(): void {
    const list: Growing = { kind: 'list', items: [] }
    this.#list().items.push(list)
    this.#lists.push(list)
  }
}

function itemOf(text: string, hasDigits: boolean): MavenItem {
  if (/^\d+$/.test(text)) return { kind: 'number', digits: withoutZeros(text) }
  return { kind: 'word', word: wordOf(text, hasDigits) }
}

function wordOf(text: string, hasDigits: boolean): string {
  if (text === 'cr') return 'rc'
  if (RELEASE_WORDS.has(text)) return ''
  return (hasDigits ? LETTER_WORDS.get(text) : undefined) ?? text
}

/** Drops what stands for nothing at the end of a list, before lists too. */
function dropNothings(items: (Growing | MavenItem)[]): void {
  for (let i = items.length - 1; i >= 0; i--) {
    const item = items[i]
    if (item === undefined) break
    if (isNothing(item)) items.splice(i, 1)
    else if (item.kind !== 'list') break
  }
}

function isNothing(item: Growing | MavenItem): boolean {
  if (item.kind === 'number') return item.digits === '0'
  return item.kind === 'list' ? item.items.length === 0 : item.word === ''
}
