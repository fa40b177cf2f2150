import semver from 'semver'
import { hasPrereleasePart } from './typed-version.js'

/** A range of node-semver's syntax as it was written, or in one clause why it is none. */
export type ParsedRange =
  { readonly ok: true; readonly range: string } | { readonly ok: false; readonly why: string }

const OPTIONS = { includePrerelease: true }

/**
 * Whether a text is a range that the condition `semver` can ask.
 *
 * @see https://github.com/npm/node-semver#ranges
 */
export function parseRange(text: string): ParsedRange {
  const range = text.trim()
  if (range === '') return { ok: false, why: 'it is empty; write * for any version' }
  if (semver.validRange(range, OPTIONS) === null) {
    return { ok: false, why: 'it is no range of semantic versions such as ">=1.2 <2" or "^1.4"' }
  }
  return { ok: true, range }
}

/**
 * A test for one range: whether a strict semantic version lies in it; `null`, which is none,
 * does not. Prereleases are compared like any version, so `>=1.2.3` does not hold for
 * `1.2.3-alpine` (ruling 41).
 *
 * @throws TypeError where it is no range
 */
export function rangeTest(range: string): (version: semver.SemVer | null) => boolean {
  const { set } = new semver.Range(range, OPTIONS)
  return (version) => version !== null && holdsOne(set, version)
}

function holdsOne(set: readonly (readonly semver.Comparator[])[], version: semver.SemVer): boolean {
  for (const comparators of set) if (holdAll(comparators, version)) return true
  return false
}

function holdAll(comparators: readonly semver.Comparator[], version: semver.SemVer): boolean {
  for (const comparator of comparators) if (!holds(comparator, version)) return false
  return true
}

/** As `comparator.test`, which would read the comparator's own version again each time. */
function holds({ operator, semver: limit }: semver.Comparator, version: semver.SemVer): boolean {
  // What stands for any version is a symbol, whatever its type says.
  if (!(limit instanceof semver.SemVer)) return true
  const order = version.compare(limit)
  switch (operator) {
    case '<':
      return order < 0
    case '<=':
      return order <= 0
    case '>':
      return order > 0
    case '>=':
      return order >= 0
    case '':
    case '=':
      return order === 0
  }
}

/**
 * Whether it is a semantic version without a prerelease part as containers have it: a tag with
 * such a one is never taken for one of a branch that is gone (rulings 2, 4).
 */
export function isReleaseVersion(version: semver.SemVer | null): boolean {
  if (version === null) return false
  return hasPrereleasePart('container', { scheme: 'semver', text: '', version }) === false
}
