import { editDistance } from '../policy/file/nearest-word.js'

const SHOWN = 3

/**
 * The tags that somebody who wrote these patterns could have meant, nearest first and three at
 * most. Patterns that are no plain tag are near nothing.
 */
export function nearTags(
  patterns: readonly string[],
  tags: ReadonlySet<string>
): readonly string[] {
  const distances = new Map<string, number>()
  for (const pattern of patterns.filter((source) => /^\w[\w.-]{2,}$/.test(source))) {
    for (const tag of tags) {
      const distance = distanceOf(tag, pattern)
      if (distance < (distances.get(tag) ?? Infinity)) distances.set(tag, distance)
    }
  }
  return [...distances]
    .toSorted(([a, x], [b, y]) => x - y || (a < b ? -1 : 1))
    .slice(0, SHOWN)
    .map(([tag]) => tag)
}

/** How many letters differ; `Infinity` where so many do, or a digit, that another tag was meant. */
function distanceOf(tag: string, wanted: string): number {
  const furthest = wanted.length <= 3 ? 1 : 2
  if (Math.abs(tag.length - wanted.length) > furthest || digitsOf(tag) !== digitsOf(wanted)) {
    return Infinity
  }
  const distance = editDistance(tag.toLowerCase(), wanted.toLowerCase())
  return distance <= furthest ? distance : Infinity
}

/** One release is near the next in letters and yet another one. */
function digitsOf(text: string): string {
  return text.replace(/\D/g, '')
}
