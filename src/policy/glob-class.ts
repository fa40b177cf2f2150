import { PatternFault } from './pattern-fault.js'

type Range = readonly [low: number, high: number]

const NAMED: Readonly<Record<string, readonly string[]>> = {
  alnum: ['09', 'AZ', 'az'],
  alpha: ['AZ', 'az'],
  ascii: ['\0\x7f'],
  blank: ['  ', '\t\t'],
  cntrl: ['\0\x1f', '\x7f\x7f'],
  digit: ['09'],
  graph: ['!~'],
  lower: ['az'],
  print: [' ~'],
  punct: ['!/', ':@', '[`', '{~'],
  space: ['\t\r', '  '],
  upper: ['AZ'],
  word: ['09', 'AZ', 'az', '__'],
  xdigit: ['09', 'AF', 'af']
}

/**
 * Whether a sign, by its code point, is of the set that stands in square brackets: single
 * ones, ranges, `[:alpha:]`, and all others after a `!` or `^` in front.
 *
 * @throws PatternFault where a range runs backwards or a name is unknown
 * @see https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#tag_19_14_01
 */
export function classOf(inside: string): (code: number) => boolean {
  const negated = inside.startsWith('!') || inside.startsWith('^')
  const ranges = rangesOf(negated ? inside.slice(1) : inside)
  return (code) => ranges.some(([low, high]) => low <= code && code <= high) !== negated
}

function rangesOf(members: string): readonly Range[] {
  const ranges: Range[] = []
  let rest = members
  while (rest !== '') {
    const name = /^\[:([a-z]+):\]/.exec(rest)
    if (name?.[1] !== undefined) {
      ranges.push(...namedRanges(name[1]))
      rest = rest.slice(name[0].length)
      continue
    }
    const match = /^(?:\\?(.))(?:-\\?(.))?/su.exec(rest)
    const [whole, first = '', last = first] = match ?? [rest]
    ranges.push(rangeFrom(first, last))
    rest = rest.slice(whole.length)
  }
  return ranges
}

function namedRanges(name: string): readonly Range[] {
  const pairs = NAMED[name]
  if (pairs === undefined) throw new PatternFault(`[:${name}:] is no set of signs`)
  return pairs.map((pair): Range => [pair.charCodeAt(0), pair.charCodeAt(1)])
}

function rangeFrom(first: string, last: string): Range {
  const [low, high] = [first.codePointAt(0) ?? 0, last.codePointAt(0) ?? 0]
  if (low > high) throw new PatternFault(`the range ${first}-${last} runs backwards`)
  return [low, high]
}
