import { compareDigits, compareText, withoutZeros } from './digits.js'

/** A version of RubyGems as `Gem::Version` orders it. */
export interface GemVersion {
  /** Numbers before the first word, zeros at the end dropped. */
  readonly numbers: readonly string[]
  /** From the first word on, numbers and words, zeros at the end dropped. Empty for a release. */
  readonly rest: readonly string[]
}

const VERSION = /^\d+(?:\.[0-9A-Za-z]+)*$/

/**
 * Reads the version of a gem; `null` where it is none. What follows the first `-` is the
 * platform and does not count: `1.13.0-x86_64-linux` is 1.13.0 (ruling 42).
 *
 * @see https://docs.ruby-lang.org/en/master/Gem/Version.html
 */
export function parseGem(text: string): GemVersion | null {
  const version = text.split('-', 1)[0] ?? ''
  if (!VERSION.test(version)) return null
  const segments = version.match(/\d+|[A-Za-z]+/g)?.map(withoutZeros) ?? []
  const firstWord = segments.findIndex(isWord)
  const split = firstWord < 0 ? segments.length : firstWord
  return {
    numbers: withoutTrailingZeros(segments.slice(0, split)),
    rest: withoutTrailingZeros(segments.slice(split))
  }
}

/** Segment by segment, what is not there being 0; a word is before any number. */
export function compareGem(a: GemVersion, b: GemVersion): number {
  const [left, right] = [segmentsOf(a), segmentsOf(b)]
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const order = compareSegments(left[i] ?? '0', right[i] ?? '0')
    if (order !== 0) return order
  }
  return 0
}

function segmentsOf({ numbers, rest }: GemVersion): readonly string[] {
  return [...numbers, ...rest]
}

function compareSegments(a: string, b: string): number {
  if (isWord(a) !== isWord(b)) return isWord(a) ? -1 : 1
  return isWord(a) ? compareText(a, b) : compareDigits(a, b)
}

function isWord(segment: string): boolean {
  return /^[A-Za-z]/.test(segment)
}

function withoutTrailingZeros(segments: readonly string[]): readonly string[] {
  return segments.slice(0, segments.findLastIndex((segment) => segment !== '0') + 1)
}
