/**
 * The word that a misspelt one was probably meant to be, or `null` where none is near. Words
 * are near by optimal string alignment: a letter more, less, other, or two exchanged.
 */
export function nearestWord(misspelt: string, words: readonly string[]): string | null {
  const furthest = misspelt.length <= 3 ? 1 : Math.max(2, Math.floor(misspelt.length / 2))
  let nearest: string | null = null
  let shortest = furthest + 1
  for (const word of words) {
    const distance = editDistance(misspelt.toLowerCase(), word)
    if (distance < shortest) [nearest, shortest] = [word, distance]
  }
  return nearest
}

/**
 * How many letters differ; `Infinity` where more than `furthest` do, which is found out by a few
 * letters of most words.
 *
 * @see https://en.wikipedia.org/wiki/Damerau%E2%80%93Levenshtein_distance#Optimal_string_alignment_distance
 */
export function editDistance(one: string, other: string, furthest = Infinity): number {
  if (Math.abs(one.length - other.length) > furthest) return Infinity
  const start = commonStart(one, other)
  const distance = distanceOfRests(one.slice(start), other.slice(start), furthest)
  return distance <= furthest ? distance : Infinity
}

function commonStart(one: string, other: string): number {
  let length = 0
  while (length < one.length && one[length] === other[length]) length += 1
  return length
}

/** Cells further than `furthest` from the diagonal are beyond it, so nobody looks at them. */
function distanceOfRests(one: string, other: string, furthest: number): number {
  let beforeLast: readonly number[] = []
  let last: readonly number[] = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let row = 1; row <= one.length; row++) {
    const current = [row]
    let least = row
    const end = Math.min(other.length, row + furthest)
    for (let column = Math.max(1, row - furthest); column <= end; column++) {
      const same = one[row - 1] === other[column - 1]
      const swapped = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]
      const distance = Math.min(
        cell(last, column) + 1,
        cell(current, column - 1) + 1,
        cell(last, column - 1) + (same ? 0 : 1),
        swapped ? cell(beforeLast, column - 2) + 1 : Infinity
      )
      current[column] = distance
      least = Math.min(least, distance)
    }
    // The least of a row is never above that of a later one.
    if (least > furthest) return Infinity
    ;[beforeLast, last] = [last, current]
  }
  return cell(last, other.length)
}

function cell(row: readonly number[], column: number): number {
  return row[column] ?? Infinity
}
