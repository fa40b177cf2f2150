import semver from 'semver'
import type { PackageType } from '../../model/package.js'
import type { VERSION_GROUPS } from '../policy.js'
import { compareGem, parseGem } from './gem-version.js'
import type { GemVersion } from './gem-version.js'
import { mavenBeforePrerelease, mavenPrereleaseWord } from './maven-prerelease.js'
import { compareMaven, parseMaven } from './maven-version.js'
import type { MavenVersion } from './maven-version.js'
import { compareNuGet, parseNuGet } from './nuget-version.js'
import type { NuGetVersion } from './nuget-version.js'

/** A text as a version of its package's type (ruling 41). */
export type TypedVersion =
  | { readonly scheme: 'semver'; readonly text: string; readonly version: semver.SemVer }
  | { readonly scheme: 'nuget'; readonly text: string; readonly version: NuGetVersion }
  | { readonly scheme: 'gem'; readonly text: string; readonly version: GemVersion }
  | { readonly scheme: 'maven'; readonly text: string; readonly version: MavenVersion }

/** What `per` can group versions by. */
export type VersionGroup = (typeof VERSION_GROUPS)[number]

/**
 * Reads a tag, or version name, as its type's own kind of version: strict SemVer 2 with a
 * leading `v` allowed for npm, container and docker; NuGet's; RubyGems'; Maven's, to which
 * every text is one. `null` where it is none.
 */
export function parseVersionOf(type: PackageType, text: string): TypedVersion | null {
  switch (type) {
    case 'container':
    case 'docker':
    case 'npm': {
      const version = parseSemVer(text)
      return version === null ? null : { scheme: 'semver', text, version }
    }
    case 'nuget': {
      const version = parseNuGet(text)
      return version === null ? null : { scheme: 'nuget', text, version }
    }
    case 'rubygems': {
      const version = parseGem(text)
      return version === null ? null : { scheme: 'gem', text, version }
    }
    case 'maven':
      return { scheme: 'maven', text, version: parseMaven(text) }
    default:
      return type satisfies never
  }
}

// The same as ranges are read with: else each comparison would read the version again.
const OPTIONS = { loose: false, includePrerelease: true }

/** Strict SemVer 2 with a leading `v` allowed, and nothing around it. */
export function parseSemVer(text: string): semver.SemVer | null {
  // The package would trim, and take "v 1.2.3" only when told to be loose.
  return /^v?\d/.test(text) && !/\s/.test(text) ? semver.parse(text, OPTIONS) : null
}

/**
 * Below 0 where `a` is the older version, 0 where they are one version in two spellings, such
 * as `1.0.0` and `v1.0.0+5`. Both have to be of one package type.
 *
 * @throws TypeError where they are not
 */
export function compareTyped(a: TypedVersion, b: TypedVersion): number {
  if (a.scheme === 'semver' && b.scheme === 'semver') return a.version.compare(b.version)
  if (a.scheme === 'nuget' && b.scheme === 'nuget') return compareNuGet(a.version, b.version)
  if (a.scheme === 'gem' && b.scheme === 'gem') return compareGem(a.version, b.version)
  if (a.scheme === 'maven' && b.scheme === 'maven') return compareMaven(a.version, b.version)
  throw new TypeError(`${a.text} and ${b.text} are versions of different types`)
}

/** What follows the `-` begins with one of these and no further letter (ruling 2). */
const CONTAINER_PRERELEASE =
  /^(?:alpha|beta|rc|pre|preview|dev|snapshot|canary|nightly|next|milestone)(?![a-z])/i

/**
 * Whether a tag, or version name, has a prerelease part by the rules of its type; `null`
 * where it is no version at all. On containers `1.2.3-alpine` has none (rulings 2, 42).
 */
export function isPrerelease(type: PackageType, text: string): boolean | null {
  return hasPrereleasePart(type, parseVersionOf(type, text))
}

/** As {@link isPrerelease}, of what was read already. */
export function hasPrereleasePart(type: PackageType, parsed: TypedVersion | null): boolean | null {
  if (parsed === null) return null
  switch (parsed.scheme) {
    case 'semver': {
      const part = parsed.version.prerelease[0]
      if (part === undefined) return false
      return type === 'npm' || CONTAINER_PRERELEASE.test(String(part))
    }
    case 'nuget':
      return parsed.version.labels.length > 0
    case 'gem':
      return parsed.version.rest.length > 0
    case 'maven':
      return mavenPrereleaseWord(parsed.text) !== null
    default:
      return parsed satisfies never
  }
}

/**
 * A key that two versions share when they have the same numbers and nothing after them that
 * tells them apart: that of the release which a prerelease leads to, and of the release
 * itself. `null` for what is neither, such as a variant `1.2.3-alpine`, and for no version.
 * For Maven it is made of what stands before the first prerelease word (ruling 43).
 */
export function releaseKeyOf(
  type: PackageType,
  parsed: TypedVersion | null
): string | number | null {
  if (parsed === null) return null
  switch (parsed.scheme) {
    case 'semver': {
      const isVariant =
        parsed.version.prerelease.length > 0 && hasPrereleasePart(type, parsed) === false
      return isVariant ? null : numbersKey(parsed.version)
    }
    case 'nuget':
      return parsed.version.numbers.join('.')
    case 'gem':
      return parsed.version.numbers.join('.')
    case 'maven':
      return JSON.stringify(parseMaven(mavenBeforePrerelease(parsed.text)).items)
    default:
      return parsed satisfies never
  }
}

/** Small numbers in one: a hundred thousand texts would take far longer. */
function numbersKey({ major, minor, patch }: semver.SemVer): string | number {
  const isSmall = major < SMALL && minor < SMALL && patch < SMALL
  return isSmall ? (major * SMALL + minor) * SMALL + patch : `${major}.${minor}.${patch}`
}

/** Three such in one are still an exact number. */
const SMALL = 2 ** 17

/**
 * The group that a tag, or version name, is in: `1`, `1.2` or `1.2.3`, numbers that are not
 * written being 0; or its channel, the first identifier of what follows the `-`, `stable`
 * where there is none (ruling 22). `null` where it is no version.
 */
export function groupOf(type: PackageType, text: string, by: VersionGroup): string | null {
  return groupOfVersion(parseVersionOf(type, text), by)
}

/** As {@link groupOf}, of what was read already. */
export function groupOfVersion(parsed: TypedVersion | null, by: VersionGroup): string | null {
  if (parsed === null) return null
  if (by === 'channel') return channelOf(parsed) ?? 'stable'
  if (parsed.scheme === 'semver') return groupOfSemVer(parsed.version, by)
  const { numbers } = parsed.version
  const count = { major: 1, minor: 2, patch: 3 }[by]
  return Array.from({ length: count }, (_, i) => numbers[i] ?? '0').join('.')
}

function groupOfSemVer(
  { major, minor, patch }: semver.SemVer,
  by: Exclude<VersionGroup, 'channel'>
): string {
  switch (by) {
    case 'major':
      return String(major)
    case 'minor':
      return `${major}.${minor}`
    case 'patch':
      return `${major}.${minor}.${patch}`
  }
}

function channelOf(parsed: TypedVersion): string | undefined {
  switch (parsed.scheme) {
    case 'semver':
      return parsed.version.prerelease[0]?.toString()
    case 'nuget':
      return parsed.version.labels[0]
    case 'gem':
      return parsed.version.rest[0]
    case 'maven':
      return mavenPrereleaseWord(parsed.text) ?? undefined
    default:
      return parsed satisfies never
  }
}
