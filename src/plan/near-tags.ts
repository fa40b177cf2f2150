import { editDistance } from '../policy/file/nearest-word.js'

const SHOWN = 3

/** The tags that somebody who wrote these patterns could have meant, nearest first and three at most. */
export type NearTags = (patterns: readonly string[]) => readonly string[]

interface Comparable {
  readonly tag: string
  /** In lower case. */
  readonly text: string
  /** The letters that are in it, a bit each. */
  readonly letters: number
}

/**
 * Makes what finds the tags near to patterns among these. Patterns that are no plain tag are near
 * nothing. A tag whose digits differ was not meant: one release is near the next in letters.
 */
export function nearTags(tags: ReadonlySet<string>): NearTags {
  const byShape = tagsByShape(tags)
  return (patterns) => {
    const distances = new Map<string, number>()
    for (const pattern of patterns.filter((source) => /^\w[\w.-]{2,}$/.test(source))) {
      const wanted = comparable(pattern)
      const furthest = pattern.length <= 3 ? 1 : 2
      for (const { tag, text, letters } of comparablesOf(pattern, furthest, byShape)) {
        // Another letter in place of one is two that are not in both.
        if (bitsOf(letters ^ wanted.letters) > 2 * furthest) continue
        const distance = editDistance(text, wanted.text, furthest)
        if (distance < (distances.get(tag) ?? Infinity)) distances.set(tag, distance)
      }
    }
    return [...distances]
      .toSorted(([a, x], [b, y]) => x - y || (a < b ? -1 : 1))
      .slice(0, SHOWN)
      .map(([tag]) => tag)
  }
}

/** A hundred thousand tags are mostly told apart by their digits and their length alone. */
function tagsByShape(tags: ReadonlySet<string>): ReadonlyMap<string, readonly Comparable[]> {
  const byShape = new Map<string, Comparable[]>()
  for (const tag of tags) {
    const shape = shapeOf(tag, tag.length)
    const same = byShape.get(shape)
    if (same === undefined) byShape.set(shape, [comparable(tag)])
    else same.push(comparable(tag))
  }
  return byShape
}

function comparable(tag: string): Comparable {
  const text = tag.toLowerCase()
  let letters = 0
  for (let place = 0; place < text.length; place += 1) letters |= 1 << (text.charCodeAt(place) % 32)
  return { tag, text, letters }
}

function bitsOf(number: number): number {
  let count = 0
  for (let rest = number; rest !== 0; rest &= rest - 1) count += 1
  return count
}

function comparablesOf(
  pattern: string,
  furthest: number,
  byShape: ReadonlyMap<string, readonly Comparable[]>
): readonly Comparable[] {
  const lengths = Array.from({ length: 2 * furthest + 1 }, (_, i) => pattern.length - furthest + i)
  return lengths.flatMap((length) => byShape.get(shapeOf(pattern, length)) ?? [])
}

function shapeOf(text: string, length: number): string {
  return `${text.replace(/\D/g, '')} ${length}`
}
