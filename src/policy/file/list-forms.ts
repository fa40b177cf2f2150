import { isSha256Digest, type Digest } from '../../model/digest.js'
import type { PackageType } from '../../model/package.js'
import { compilePattern } from '../compile-pattern.js'
import { globFault } from '../file-globs.js'
import { compileNamePattern, compilePackageNames, type PackageNames } from '../package-names.js'
import { checkPattern } from '../pattern-check.js'
import { compilePatternList } from '../pattern-list.js'
import type { Pattern, PatternList } from '../pattern.js'
import { parseRange } from '../versions/semver-range.js'
import { type Form, itemPlaces, type Place, type Reading, refuse, refuseBecause } from './form.js'
import { PATTERN_SCHEMA, RANGE_SCHEMA, templateSchema } from './pattern-schema.js'
import { parsedText, readText } from './scalar-forms.js'

/** One value or a list of them, never an empty one (ruling 16). */
export function oneOrMore<T>(item: Form<T>): Form<readonly T[]> {
  return {
    schema: { anyOf: [item.schema, { type: 'array', minItems: 1, items: item.schema }] },
    read: (place, reading) => {
      const places = place.node.kind === 'list' ? listPlaces(place, reading) : [place]
      if (places === undefined) return undefined
      const values = places.map((each) => item.read(each, reading))
      return values.some((value) => value === undefined)
        ? undefined
        : values.filter((value) => value !== undefined)
    }
  }
}

function listPlaces(place: Place, reading: Reading): readonly Place[] | undefined {
  const places = itemPlaces(place, 'a list', reading)
  if (places?.length !== 0) return places
  return refuse(place, 'at least one entry', reading)
}

const onePattern: Form<string> = {
  schema: { type: 'string', pattern: PATTERN_SCHEMA },
  read: (place, reading) => {
    const source = readText(place, 'a pattern', reading)
    if (source === undefined) return undefined
    const check = checkPattern(source, reading.types)
    return check.ok ? source : refuseBecause(place, check.why, reading)
  }
}

const patternSources = oneOrMore(onePattern)

/** Patterns of tags, each of which could match a tag of the entry's types (ruling 68). */
export const patterns: Form<PatternList> = {
  schema: patternSources.schema,
  read: (place, reading) => {
    const sources = patternSources.read(place, reading)
    const compiled = sources === undefined ? undefined : compilePatternList(sources)
    return compiled?.ok === true ? compiled.list : undefined
  }
}

const oneName: Form<string> = {
  schema: { type: 'string', pattern: PATTERN_SCHEMA },
  read: (place, reading) => {
    const source = readText(place, 'a name or a pattern of names', reading)
    if (source === undefined) return undefined
    const compiled = compileNamePattern(source)
    if (!compiled.ok) return refuseBecause(place, compiled.why, reading)
    const isOfNoType = source.startsWith('@') && !reading.types.includes('npm')
    return isOfNoType ? refuseBecause(place, scopeText(reading.types), reading) : source
  }
}

function scopeText(types: readonly PackageType[]): string {
  return (
    `only packages of npm have a scope, and this entry is about ${types.join(', ')}: add npm to ` +
    'its type, or leave the scope out'
  )
}

const nameSources = oneOrMore(oneName)

/** Names of packages (ruling 54), each of which a package of the entry's types could have. */
export const packageNames: Form<PackageNames> = {
  schema: nameSources.schema,
  read: (place, reading) => {
    const sources = nameSources.read(place, reading)
    const compiled = sources === undefined ? undefined : compilePackageNames(sources)
    return compiled?.ok === true ? compiled.names : undefined
  }
}

const oneGlob: Form<string> = {
  schema: { type: 'string', pattern: '\\S' },
  read: (place, reading) => {
    const source = readText(place, 'a glob of files', reading)
    if (source === undefined) return undefined
    const fault = globFault(source)
    return fault === null ? source : refuseBecause(place, fault, reading)
  }
}

/** Globs of files in the workspace, each of which could match one (ruling 6). */
export const fileGlobs = oneOrMore(oneGlob)

/** Patterns, each of which captures what the condition asks GitHub about. */
export function templates(capture: 'number' | 'branch'): Form<readonly Pattern[]> {
  const example = capture === 'number' ? 'pr-{number}' : '{branch}-*'
  const expected = `a pattern with {${capture}} in it, such as "${example}"`
  return oneOrMore({
    schema: {
      type: 'string',
      pattern: templateSchema(capture),
      examples: [example]
    },
    read: (place, reading) => {
      const source = readText(place, expected, reading)
      return source === undefined ? undefined : template(source, capture, expected, place, reading)
    }
  })
}

function template(
  source: string,
  capture: string,
  expected: string,
  place: Place,
  reading: Reading
): Pattern | undefined {
  if (source.startsWith('!')) return refuse(place, expected, reading, 'it can take nothing away')
  // A regular expression gives one way of splitting a tag, and ruling 4 asks for all of them.
  if (capture === 'branch' && source.startsWith('/')) {
    return refuse(place, expected, reading, 'a regular expression can not be split in every way')
  }
  const compiled = compilePattern(source)
  if (!compiled.ok) return refuseBecause(place, compiled.why, reading)
  if (!compiled.pattern.captureNames.includes(capture)) return refuse(place, expected, reading)
  const check = checkPattern(source, reading.types)
  return check.ok ? compiled.pattern : refuseBecause(place, check.why, reading)
}

/** node-semver's syntax. @see https://github.com/npm/node-semver#ranges */
export const versionRange: Form<string> = parsedText(
  'a range such as ">=1"',
  { pattern: RANGE_SCHEMA },
  (source) => {
    const parsed = parseRange(source)
    return parsed.ok ? { ok: true, value: parsed.range } : parsed
  }
)

/** What names a manifest. */
export const digest: Form<Digest> = parsedText(
  'a digest',
  { pattern: '^sha256:[0-9a-f]{64}$' },
  (source) =>
    isSha256Digest(source)
      ? { ok: true, value: source }
      : { ok: false, why: 'no digest: expected sha256: and 64 digits from 0-9a-f' }
)
