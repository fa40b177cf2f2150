import { compareDigits, compareText, withoutZeros } from './digits.js'

/** A NuGet version: one to four numbers, and what follows the `-`. */
export interface NuGetVersion {
  /** Always four, without zeros in front; those that are not written are `0`. */
  readonly numbers: readonly string[]
  /** In lower case, for case does not count. Empty where it is no prerelease. */
  readonly labels: readonly string[]
}

const VERSION =
  /^(\d+(?:\.\d+){0,3})(?:-([0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*))?(?:\+[0-9A-Za-z.-]+)?$/

/** NuGet holds the numbers in 32 bits. */
const MAX_NUMBER = '2147483647'

/**
 * Reads a NuGet version; `null` where it is none. Build metadata does not count.
 *
 * @see https://learn.microsoft.com/nuget/concepts/package-versioning
 */
export function parseNuGet(text: string): NuGetVersion | null {
  const match = VERSION.exec(text)
  if (match?.[1] === undefined) return null
  const written = match[1].split('.').map(withoutZeros)
  if (written.some((number) => compareDigits(number, MAX_NUMBER) > 0)) return null
  return {
    numbers: [0, 1, 2, 3].map((i) => written[i] ?? '0'),
    labels: match[2]?.toLowerCase().split('.') ?? []
  }
}

/** By number, then a prerelease before its release, then label by label as in SemVer 2. */
export function compareNuGet(a: NuGetVersion, b: NuGetVersion): number {
  for (const [i, number] of a.numbers.entries()) {
    const order = compareDigits(number, b.numbers[i] ?? '0')
    if (order !== 0) return order
  }
  if (a.labels.length === 0 || b.labels.length === 0) return b.labels.length - a.labels.length
  for (const [i, label] of a.labels.entries()) {
    const other = b.labels[i]
    if (other === undefined) return 1
    const order = compareLabels(label, other)
    if (order !== 0) return order
  }
  return a.labels.length - b.labels.length
}

/** Numbers before words. */
function compareLabels(a: string, b: string): number {
  const [aIsNumber, bIsNumber] = [isNumber(a), isNumber(b)]
  if (aIsNumber && bIsNumber) return compareDigits(a, b)
  if (aIsNumber !== bIsNumber) return aIsNumber ? -1 : 1
  return compareText(a, b)
}

/** To NuGet, digits beyond 32 bits are a word. */
function isNumber(label: string): boolean {
  return /^\d+$/.test(label) && compareDigits(label, MAX_NUMBER) <= 0
}
