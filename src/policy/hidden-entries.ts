import type { PackageType } from '../model/package.js'
import { isPlainName, type PackageNames } from './package-names.js'

/** The part of an entry that says which packages it matches. */
export interface EntryNames {
  readonly names: PackageNames
  readonly types: readonly PackageType[]
}

/**
 * Whether earlier entries certainly match all that `entry` does, so that it is nobody's policy.
 * Patterns are not compared in general: what is not sure is not hidden.
 */
export function hiddenBy(earlier: readonly EntryNames[], entry: EntryNames): boolean {
  return entry.types.every((type) => {
    const lists = earlier.filter(({ types }) => types.includes(type)).map(({ names }) => names)
    return lists.some((names) => covers(names, entry.names)) || allCovered(lists, entry.names, type)
  })
}

function covers({ sources }: PackageNames, later: PackageNames): boolean {
  if (matchesEverything(sources)) return true
  if (sources.join('\n').toLowerCase() === later.sources.join('\n').toLowerCase()) return true
  if (takesAway(sources) || startsFromAll(later.sources)) return false
  const earlier = new Set(sources.map((source) => source.toLowerCase()))
  return including(later.sources).every((source) => earlier.has(source.toLowerCase()))
}

/** Whether a `*` stands after the last exclusion. */
function matchesEverything(sources: readonly string[]): boolean {
  const lastExclusion = sources.findLastIndex((source) => source.startsWith('!'))
  return sources.slice(lastExclusion + 1).some((source) => /^\*+$/.test(source))
}

/** Whether the later list is of plain names, each of which one of the lists matches. */
function allCovered(
  lists: readonly PackageNames[],
  later: PackageNames,
  type: PackageType
): boolean {
  if (startsFromAll(later.sources)) return false
  return including(later.sources).every((source) => {
    if (!isPlainName(source)) return false
    const [, scope = '', name = source] = /^@([^/]*)\/(.*)$/.exec(source) ?? []
    return lists.some((names) => names.matches({ owner: { login: scope }, type, name }))
  })
}

function including(sources: readonly string[]): readonly string[] {
  return sources.filter((source) => !source.startsWith('!'))
}

function takesAway(sources: readonly string[]): boolean {
  return sources.some((source) => source.startsWith('!'))
}

function startsFromAll(sources: readonly string[]): boolean {
  return sources[0]?.startsWith('!') ?? false
}
