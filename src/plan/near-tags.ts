import { editDistance } from '../policy/file/nearest-word.js'

const SHOWN = 3

/** The tags that somebody who wrote these patterns could have meant, nearest first and three at most. */
export type NearTags = (patterns: readonly string[]) => readonly string[]

/**
 * Makes what finds the tags near to patterns among these. Patterns that are no plain tag are near
 * nothing. A tag whose digits differ was not meant: one release is near the next in letters.
 */
export function nearTags(tags: ReadonlySet<string>): NearTags {
  // A hundred thousand tags are mostly told apart by their digits alone.
  const byDigits = new Map<string, string[]>()
  for (const tag of tags) {
    const digits = digitsOf(tag)
    const same = byDigits.get(digits)
    if (same === undefined) byDigits.set(digits, [tag])
    else same.push(tag)
  }
  return (patterns) => {
    const distances = new Map<string, number>()
    for (const pattern of patterns.filter((source) => /^\w[\w.-]{2,}$/.test(source))) {
      for (const tag of byDigits.get(digitsOf(pattern)) ?? []) {
        const distance = distanceOf(tag, pattern)
        if (distance < (distances.get(tag) ?? Infinity)) distances.set(tag, distance)
      }
    }
    return [...distances]
      .toSorted(([a, x], [b, y]) => x - y || (a < b ? -1 : 1))
      .slice(0, SHOWN)
      .map(([tag]) => tag)
  }
}

/** How many letters differ; `Infinity` where so many do that another tag was meant. */
function distanceOf(tag: string, wanted: string): number {
  const furthest = wanted.length <= 3 ? 1 : 2
  if (Math.abs(tag.length - wanted.length) > furthest) return Infinity
  const distance = editDistance(tag.toLowerCase(), wanted.toLowerCase())
  return distance <= furthest ? distance : Infinity
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, '')
}
