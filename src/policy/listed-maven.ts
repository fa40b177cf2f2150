import type { ListedPackage, NamePlace } from './listed-names.js'

/** How far from its group, in characters, an artifact may stand. */
const FARTHEST = 400

/**
 * Where a text names an artifact apart from its group, whichever comes first: in POMs, in
 * Gradle's maps, in sbt. Of `com.acme.app` the group may be `com.acme` or `com`.
 */
export function mavenPlaces(text: string, { name }: ListedPackage): readonly NamePlace[] {
  const parts = name.split('.')
  return parts.slice(1).flatMap((_, place) => {
    const groups = wordsIn(text, parts.slice(0, place + 1).join('.'))
    if (groups.length === 0) return []
    return nearOnes(wordsIn(text, parts.slice(place + 1).join('.')), groups)
  })
}

/** Where a text has a word in quotes or between tags. */
function wordsIn(text: string, word: string): readonly NamePlace[] {
  const escaped = word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
  const found = text.matchAll(new RegExp(`(?<=["'>]\\s{0,100})${escaped}(?=\\s{0,100}["'<])`, 'gi'))
  return Array.from(found, ({ 0: { length }, index }) => ({ start: index, end: index + length }))
}

/** Those with one of the others near; both ascend. */
function nearOnes(
  places: readonly NamePlace[],
  others: readonly NamePlace[]
): readonly NamePlace[] {
  let at = 0
  return places.filter(({ start }) => {
    while ((others[at]?.start ?? Infinity) < start - FARTHEST) at += 1
    return (others[at]?.start ?? Infinity) <= start + FARTHEST
  })
}

/** The versions that stand right behind a group and an artifact. */
export function versionsInPom(text: string, { name }: ListedPackage): readonly string[] {
  const coordinates =
    /<groupId>\s*([^<\s]+)\s*<\/groupId>\s*<artifactId>\s*([^<\s]+)\s*<\/artifactId>\s*<version>\s*([^<\s]+)\s*<\/version>/g
  return Array.from(text.matchAll(coordinates)).flatMap(([, group, artifact, version]) =>
    `${group}.${artifact}`.toLowerCase() === name.toLowerCase() ? (version ?? []) : []
  )
}
