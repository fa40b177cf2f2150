import { PatternFault } from './pattern-fault.js'
import { endOfClass } from './pattern-text.js'

/** More alternatives than this are refused: cut off silently, a keep rule would protect less. */
const MAX_ALTERNATIVES = 100

const CAPTURE = /^[A-Za-z]+$/
const NUMBERS = /^(-?\d{1,9})\.\.(-?\d{1,9})(?:\.\.(-?\d{1,9}))?$/
const LETTERS = /^([A-Za-z])\.\.([A-Za-z])(?:\.\.(-?\d{1,9}))?$/

interface Expanded {
  readonly texts: readonly string[]
  /** The place behind what was expanded. */
  readonly end: number
}

/**
 * Expands `{a,b}` and `{1..3}` as a shell does: every alternative, in order, `{a,b}{c,d}`
 * being four. What holds no comma and is no range stays: `{word}` as it is, for it captures;
 * any other pair of braces with a backslash before each (ruling 52). Backslashes and what is
 * in square brackets are left alone.
 *
 * @throws PatternFault where a brace or bracket is not closed, or there are too many alternatives
 * @see https://www.gnu.org/software/bash/manual/html_node/Brace-Expansion.html
 */
export function expandBraces(pattern: string): readonly string[] {
  return expandSequence(pattern, 0, false).texts
}

/** Expands up to the end, or inside of braces up to the next comma or closing brace. */
function expandSequence(pattern: string, start: number, inBraces: boolean): Expanded {
  let texts: readonly string[] = ['']
  let at = start
  while (at < pattern.length) {
    const sign = pattern[at]
    if (inBraces && (sign === ',' || sign === '}')) break
    const piece = expandPiece(pattern, at)
    texts = product(texts, piece.texts)
    at = piece.end
  }
  return { texts, end: at }
}

function expandPiece(pattern: string, at: number): Expanded {
  if (pattern[at] === '{') return expandGroup(pattern, at)
  const end = pattern[at] === '[' ? endOfClass(pattern, at) : at + (pattern[at] === '\\' ? 2 : 1)
  if (end === null) throw new PatternFault('a [ is not closed; write \\[ for the sign itself')
  return { texts: [pattern.slice(at, end)], end }
}

function expandGroup(pattern: string, start: number): Expanded {
  const branches: (readonly string[])[] = []
  let at = start
  do {
    const branch = expandSequence(pattern, at + 1, true)
    branches.push(branch.texts)
    at = branch.end
    if (at >= pattern.length) {
      throw new PatternFault('a { is not closed; write \\{ for the sign itself')
    }
  } while (pattern[at] === ',')
  const only = branches.length === 1 ? (branches[0] ?? []) : null
  const texts = only === null ? branches.flat() : expandSingle(pattern.slice(start + 1, at), only)
  return { texts: capped(texts), end: at + 1 }
}

/** What a pair of braces without a comma stands for. */
function expandSingle(inside: string, texts: readonly string[]): readonly string[] {
  if (CAPTURE.test(inside)) return [`{${inside}}`]
  return rangeOf(inside) ?? texts.map((text) => `\\{${text}\\}`)
}

function rangeOf(inside: string): readonly string[] | null {
  const numbers = NUMBERS.exec(inside)
  if (numbers !== null) {
    const [, first = '', last = '', step] = numbers
    const padded = [first, last].some((digits) => /^-?0\d/.test(digits))
    const width = padded ? Math.max(first.length, last.length) : 0
    return steps(Number(first), Number(last), step).map((number) => withZeros(number, width))
  }
  const letters = LETTERS.exec(inside)
  if (letters === null) return null
  const [, first = '', last = '', step] = letters
  // Between Z and a stand signs that mean something in a pattern.
  return steps(first.charCodeAt(0), last.charCodeAt(0), step).map((code) =>
    String.fromCharCode(code).replace(/[^A-Za-z]/, '\\$&')
  )
}

function steps(first: number, last: number, step: string | undefined): readonly number[] {
  const size = Math.max(1, Math.abs(Number(step ?? 1)))
  const count = Math.floor(Math.abs(last - first) / size) + 1
  const direction = last < first ? -size : size
  return Array.from({ length: allowed(count) }, (_, i) => first + i * direction)
}

function withZeros(number: number, width: number): string {
  const sign = number < 0 ? '-' : ''
  return sign + String(Math.abs(number)).padStart(width - sign.length, '0')
}

function product(lefts: readonly string[], rights: readonly string[]): readonly string[] {
  allowed(lefts.length * rights.length)
  return lefts.flatMap((left) => rights.map((right) => left + right))
}

function capped(texts: readonly string[]): readonly string[] {
  allowed(texts.length)
  return texts
}

function allowed(count: number): number {
  if (count > MAX_ALTERNATIVES) {
    throw new PatternFault(`its braces stand for more than ${MAX_ALTERNATIVES} patterns`)
  }
  return count
}
