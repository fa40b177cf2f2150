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

/** How many letters differ. @see https://en.wikipedia.org/wiki/Damerau%E2%80%93Levenshtein_distance#Optimal_string_alignment_distance */
export function editDistance(one: string, other: string): number {
  let beforeLast: readonly number[] = []
  let last: readonly number[] = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let row = 1; row <= one.length; row++) {
    const current = [row]
    for (let column = 1; column <= other.length; column++) {
      const same = one[row - 1] === other[column - 1]
      const swapped = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]
      current[column] = Math.min(
        cell(last, column) + 1,
        cell(current, column - 1) + 1,
        cell(last, column - 1) + (same ? 0 : 1),
        swapped ? cell(beforeLast, column - 2) + 1 : Infinity
      )
    }
    ;[beforeLast, last] = [last, current]
  }
  return cell(last, other.length)
}

function cell(row: readonly number[], column: number): number {
  return row[column] ?? Infinity
}
