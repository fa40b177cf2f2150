import semver from 'semver'
import { isPrerelease, parseSemVer } from './typed-version.js'

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
 * A test for one range: whether a text is a strict semantic version, a leading `v` allowed,
 * and lies in it. Prereleases are compared like any version, so `>=1.2.3` does not hold for
 * `1.2.3-alpine` (ruling 41).
 *
 * @throws TypeError where it is no range
 */
export function rangeTest(range: string): (text: string) => boolean {
  const compiled = new semver.Range(range, OPTIONS)
  return (text) => {
    const version = parseSemVer(text)
    return version !== null && compiled.test(version)
  }
}

// Few ranges are asked of a hundred thousand tags each.
const tests = new Map<string, (text: string) => boolean>()

/** As {@link rangeTest}, for one text. */
export function satisfies(range: string, text: string): boolean {
  const test = tests.get(range) ?? rangeTest(range)
  tests.set(range, test)
  return test(text)
}

/**
 * Whether a text is a semantic version without a prerelease part as containers have it: such
 * a tag is never taken for one of a branch that is gone (rulings 2, 4).
 */
export function isReleaseVersion(text: string): boolean {
  return isPrerelease('container', text) === false
}
