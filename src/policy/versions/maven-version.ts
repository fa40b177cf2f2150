import { compareDigits, compareText, withoutZeros } from './digits.js'
import { parseMavenItems } from './maven-items.js'
import type { MavenItem, MavenList } from './maven-items.js'

/** A Maven version as `ComparableVersion` orders it: every text is one. */
export interface MavenVersion {
  /** The numbers that it begins with, separated by dots; none where it begins with a word. */
  readonly numbers: readonly string[]
  readonly items: MavenList
}

/**
 * Reads a Maven version, as Maven 3.8 and 3.9 do.
 *
 * @see https://maven.apache.org/pom.html#version-order-specification
 */
export function parseMaven(text: string): MavenVersion {
  const numbers = /^\d+(?:\.\d+)*/.exec(text)?.[0].split('.').map(withoutZeros) ?? []
  return { numbers, items: parseMavenItems(text) }
}

/** Item by item, a number being above what a `-` begins, that above a word. */
export function compareMaven(a: MavenVersion, b: MavenVersion): number {
  return compareItems(a.items, b.items)
}

/** What is known of words, in their order; the empty one is the release. */
const WORDS = ['alpha', 'beta', 'milestone', 'rc', 'snapshot', '', 'sp']

function compareItems(a: MavenItem | undefined, b: MavenItem | undefined): number {
  if (a === undefined) return b === undefined ? 0 : -compareToNothing(b)
  if (b === undefined) return compareToNothing(a)
  if (a.kind === 'number' && b.kind === 'number') return compareDigits(a.digits, b.digits)
  if (a.kind === 'list' && b.kind === 'list') return compareLists(a, b)
  if (a.kind === 'word' && b.kind === 'word') return compareWords(a.word, b.word)
  return weight(a) - weight(b)
}

/** Below 0 where the item stands for something before the release, as `rc` does. */
function compareToNothing(item: MavenItem): number {
  if (item.kind === 'number') return item.digits === '0' ? 0 : 1
  if (item.kind === 'word') return compareWords(item.word, '')
  for (const inner of item.items) {
    const order = compareToNothing(inner)
    if (order !== 0) return order
  }
  return 0
}

function compareLists(a: MavenList, b: MavenList): number {
  for (let i = 0; i < Math.max(a.items.length, b.items.length); i++) {
    const order = compareItems(a.items[i], b.items[i])
    if (order !== 0) return order
  }
  return 0
}

function compareWords(a: string, b: string): number {
  const [left, right] = [rankOf(a), rankOf(b)]
  if (left !== right) return left - right
  return left === WORDS.length ? compareText(a, b) : 0
}

/** Unknown words come after all known ones, among themselves by the alphabet. */
function rankOf(word: string): number {
  const rank = WORDS.indexOf(word)
  return rank < 0 ? WORDS.length : rank
}

function weight({ kind }: MavenItem): number {
  return kind === 'number' ? 2 : kind === 'list' ? 1 : 0
}
