import { blockReader } from './listed-block.js'
import type { Lines } from './listed-lines.js'
import { mavenPlaces, versionsInPom } from './listed-maven.js'
import { namePlaces, type ListedPackage, type NamePlace } from './listed-names.js'
import { valuesNear } from './listed-near.js'
import { readTag, tagsOf, withoutFullStop, type Assigned } from './listed-tag.js'

const VERSION_BEHIND =
  /^(?:["'\\]*\s*(?:[@:,=/(<>~^]|npm:|version)["'\\=\s]*){1,4}[<>=~^v ]*(\d[\w.+-]*)/i

/** What a text names of a package of which the versions have no tags. */
export interface NamedVersions {
  /** Those that the name certainly stands with. */
  readonly certain: readonly string[]
  /** Those that may be meant. */
  readonly near: readonly string[]
}

/** Looks for the versions that stand with a name, and for those that stand near it. */
export function versionsNamed(
  lines: Lines,
  wanted: ListedPackage,
  assigned: Assigned
): NamedVersions {
  const { text } = lines
  const read = blockReader(lines)
  const [certain, near, vague]: [string[], string[], NamePlace[]] = [[], [], []]
  for (const place of namePlaces(text, wanted)) {
    const found = [...versionsBehind(text, place.end), ...read(place).values]
    if (found.length === 0 && !isNamed(text, place, wanted)) continue
    if (found.length === 0) vague.push(place)
    // One by one, for a text may name more of them than a call takes arguments.
    for (const version of found) certain.push(version)
    for (const version of restOfLine(text, place.end)) near.push(version)
  }
  if (wanted.type === 'maven') {
    certain.push(...versionsInPom(text, wanted))
    for (const place of mavenPlaces(text, wanted)) vague.push(place)
  }
  return { certain, near: [...near, ...versionsNear(lines, vague, assigned)] }
}

/** Whether a name is no mere word of a text. */
function isNamed(text: string, { start }: NamePlace, { type }: ListedPackage): boolean {
  return type === 'maven' || /["'`>@/]/.test(text[start - 1] ?? '')
}

/** `@1.2.3`, `": "^1.2.3"`, `" Version="1.2.3"`, ` (1.2.3)`, `', '1.2.3'`, ` = 1.2.3`. */
function versionsBehind(text: string, end: number): readonly string[] {
  const line = text.slice(end, end + 200).split('\n', 1)[0] ?? ''
  const version = VERSION_BEHIND.exec(line)?.[1]
  return version === undefined ? [] : withoutFullStop(version)
}

/** All of `1.2.3 || 2.0.0` and `[1.2.3, 2.0.0)`, and what stands behind a colon, as Maven's. */
function restOfLine(text: string, end: number): readonly string[] {
  const line = text.slice(end, end + 200).split('\n', 1)[0] ?? ''
  const named = /^:(\w[\w.+-]*)/.exec(line)?.[1] ?? []
  const versions = Array.from(
    line.matchAll(/(?<![\w.+-])v?(\d[\w.+-]*)(?=([^]?))/g),
    ([, version = '', next]) => ({ version, isCut: next === '' && line.length === 200 })
  )
  return [named, versions.flatMap(({ version, isCut }) => (isCut ? [] : version))].flat()
}

const VARIABLE = /\$(?:[({][\w.-]{1,100}[)}]|[A-Za-z_]\w{0,99})/g

/** What keys for versions near by say, and variables near by, as the text sets them. */
function versionsNear(
  lines: Lines,
  vague: readonly NamePlace[],
  assigned: Assigned
): readonly string[] {
  if (vague.length === 0) return []
  const { text } = lines
  const variables = new Set<string>()
  for (const { end } of vague) {
    const behind = text.slice(end, end + 300)
    for (const [variable] of behind.matchAll(VARIABLE)) variables.add(variable)
  }
  const set = Array.from(variables).flatMap((variable) => {
    const tag = readTag(variable, 0)
    return tag === null ? [] : tagsOf(tag, assigned).tags
  })
  const values = valuesNear(lines, vague)
  // Gradle's catalogs say `version.ref = "name"`.
  const references = values
    .filter((value) => /^[A-Za-z_]/.test(value))
    .flatMap((name) => assigned(name).tags)
  return [...values, ...references, ...vague.flatMap(({ end }) => restOfLine(text, end)), ...set]
}
