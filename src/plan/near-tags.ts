import { editDistance } from '../policy/file/nearest-word.js'

const SHOWN = 3

/** The tags that somebody who wrote these patterns could have meant, nearest first and three at most. */
export type NearTags = (patterns: readonly string[]) => readonly string[]

/** A tag as it is, and as letter case is left out of. */
type Comparable = readonly [tag: string, lowered: string]

/**
 * Makes what finds the tags near to patterns among these. Patterns that are no plain tag are near
 * nothing. A tag whose digits differ was not meant: one release is near the next in letters.
 */
export function nearTags(tags: ReadonlySet<string>): NearTags {
  const byShape = tagsByShape(tags)
  return (patterns) => {
    const distances = new Map<string, number>()
    for (const pattern of patterns.filter((source) => /^\w[\w.-]{2,}$/.test(source))) {
      const lowered = pattern.toLowerCase()
      const furthest = pattern.length <= 3 ? 1 : 2
      for (const [tag, comparable] of comparablesOf(pattern, furthest, byShape)) {
        const distance = editDistance(comparable, lowered, furthest)
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
    const comparable: Comparable = [tag, tag.toLowerCase()]
    const same = byShape.get(shape)
    if (same === undefined) byShape.set(shape, [comparable])
    else same.push(comparable)
  }
  return byShape
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
