import type { PackageType } from '../model/package.js'
import { isPlainName, type PackageNames } from './package-names.js'

/** The part of an entry that says which packages it matches. */
export interface EntryNames {
  readonly names: PackageNames
  readonly types: readonly PackageType[]
}

/** So many lists with patterns are asked about each plain name: it is a warning, no more. */
const MAX_PATTERNED = 100

/** What the entries so far certainly match, of one type. */
interface Covered {
  everything: boolean
  /** Whole lists, in small letters. */
  readonly lists: Set<string>
  /** Names and patterns of lists that take nothing away, in small letters. */
  readonly sources: Set<string>
  /** Lists with patterns, to ask about plain names. */
  readonly patterned: PackageNames[]
}

/**
 * The places of entries of which earlier ones certainly match all packages, so that they are
 * nobody's policy. Patterns are not compared in general: what is not sure is not hidden.
 */
export function hiddenEntries(entries: readonly EntryNames[]): readonly number[] {
  const covered = new Map<PackageType, Covered>()
  return entries.flatMap(({ names, types }, index) => {
    const isHidden = types.every((type) => isCovered(names, type, covered.get(type)))
    for (const type of types) covered.set(type, withList(names, covered.get(type)))
    return isHidden ? [index] : []
  })
}

function withList(names: PackageNames, before: Covered | undefined): Covered {
  const { sources } = names
  const covered = before ?? {
    everything: false,
    lists: new Set(),
    sources: new Set(),
    patterned: []
  }
  covered.everything ||= matchesEverything(sources)
  covered.lists.add(listKey(sources))
  if (!sources.some(isExclusion)) {
    for (const source of sources) covered.sources.add(source.toLowerCase())
  }
  if (covered.patterned.length < MAX_PATTERNED && !sources.every(isPlainName)) {
    covered.patterned.push(names)
  }
  return covered
}

function isCovered(
  { sources }: PackageNames,
  type: PackageType,
  covered: Covered | undefined
): boolean {
  if (covered === undefined) return false
  if (covered.everything || covered.lists.has(listKey(sources))) return true
  const [first] = sources
  if (first === undefined || isExclusion(first)) return false
  return sources
    .filter((source) => !isExclusion(source))
    .every(
      (source) =>
        covered.sources.has(source.toLowerCase()) ||
        (isPlainName(source) && isMatched(source, type, covered.patterned))
    )
}

function isMatched(name: string, type: PackageType, lists: readonly PackageNames[]): boolean {
  const [, login = '', bare = name] = /^@([^/]*)\/(.*)$/.exec(name) ?? []
  return lists.some((names) => names.matches({ owner: { login }, type, name: bare }))
}

/** Whether a `*` stands after the last exclusion. */
function matchesEverything(sources: readonly string[]): boolean {
  const afterExclusions = sources.slice(sources.findLastIndex(isExclusion) + 1)
  return afterExclusions.some((source) => /^\*+$/.test(source))
}

function isExclusion(source: string): boolean {
  return source.startsWith('!')
}

function listKey(sources: readonly string[]): string {
  return sources.join('\n').toLowerCase()
}
