/**
 * Compares two runs of decimal digits as numbers, of whatever length: dates with the time
 * in versions go beyond what a number holds exactly.
 */
export function compareDigits(a: string, b: string): number {
  const [left, right] = [withoutZeros(a), withoutZeros(b)]
  if (left.length !== right.length) return left.length - right.length
  return compareText(left, right)
}

/** The digits without zeros in front; `0` for zero. */
export function withoutZeros(digits: string): string {
  return digits.replace(/^0+(?=\d)/, '')
}

/** Compares by code unit, in no language's order. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
