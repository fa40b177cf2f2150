import type { PackageRef, PackageType } from '../model/package.js'
import { compilePattern } from './compile-pattern.js'
import type { PatternProblem } from './pattern-list.js'
import type { Pattern } from './pattern.js'

/** The part of a package's identity that names are compared with. */
export type NamedPackage = Pick<PackageRef, 'type' | 'name'> & {
  readonly owner: Pick<PackageRef['owner'], 'login'>
}

/**
 * A list of names of packages, as `names` of an entry and the input `packages` have it: the
 * patterns of tags, without regard to case; for npm the scope may be there or not (rulings 35,
 * 53 and 54).
 */
export interface PackageNames {
  /** As they were written. */
  readonly sources: readonly string[]
  /** What the list includes, item by item; its exclusions are left out. */
  readonly included: readonly IncludedNames[]
  matches(named: NamedPackage): boolean
  /**
   * The names that the list can select, where it is made of plain names alone: no list of
   * packages is needed to find them. `null` where a pattern includes. In the order and letter
   * case of the list, each once, for npm without the scope. Exclusions are not looked at:
   * `matches` says which of them are meant.
   */
  plainNames(type: PackageType): readonly string[] | null
  /** Exclusions that match none of these packages, which is worth a warning (ruling 35). */
  idleExclusions(packages: readonly NamedPackage[]): readonly string[]
}

/** One item of such a list that includes. */
export interface IncludedNames {
  /** As it was written. */
  readonly source: string
  /** By this item alone. */
  matches(named: NamedPackage): boolean
  /** The one name that it can mean in this type; `null` for a pattern, and where it means none. */
  exactName(type: PackageType): string | null
}

export type CompiledPackageNames =
  | { readonly ok: true; readonly names: PackageNames }
  | { readonly ok: false; readonly problems: readonly PatternProblem[] }

interface NameItem {
  /** As it was written, with its `!`. */
  readonly source: string
  readonly takesAway: boolean
  readonly pattern: Pattern
}

/** Compiles such a list. A list that starts with a `!` starts from everything (ruling 53). */
export function compilePackageNames(sources: readonly string[]): CompiledPackageNames {
  const items: NameItem[] = []
  const problems: PatternProblem[] = []
  sources.forEach((source, index) => {
    const compiled = compileNamePattern(source)
    if (compiled.ok) {
      items.push({ source, takesAway: source.startsWith('!'), pattern: compiled.pattern })
    } else problems.push({ index, source, why: compiled.why })
  })
  return problems.length > 0
    ? { ok: false, problems }
    : { ok: true, names: namesOf(sources, items) }
}

/** Compiles one item of such a list, a `!` in front allowed. */
export function compileNamePattern(source: string): ReturnType<typeof compilePattern> {
  return compilePattern(withoutMark(source), { ignoreCase: true })
}

function namesOf(sources: readonly string[], items: readonly NameItem[]): PackageNames {
  const startsFromAll = items[0]?.takesAway ?? false
  return {
    sources,
    included: items
      .filter(({ takesAway }) => !takesAway)
      .map(({ source, pattern }) => ({
        source,
        matches: (named) => isNamedBy(pattern, named),
        exactName: (type) => plainName(source, type)
      })),
    matches: (named) => {
      const deciding = items.findLast(({ pattern }) => isNamedBy(pattern, named))
      return deciding === undefined ? startsFromAll : !deciding.takesAway
    },
    plainNames: (type) => (startsFromAll ? null : plainNames(items, type)),
    idleExclusions: (packages) =>
      items
        .filter(({ takesAway }) => takesAway)
        .filter(({ pattern }) => !packages.some((named) => isNamedBy(pattern, named)))
        .map(({ source }) => source)
  }
}

/**
 * GitHub names an npm package without its scope, people write it with: a pattern with one is
 * compared with the whole name, so that `@other/ui` does not mean our `ui`.
 */
function isNamedBy(pattern: Pattern, { owner, type, name }: NamedPackage): boolean {
  if (pattern.match(name) !== null) return true
  const isScoped = type === 'npm' && pattern.source.startsWith('@')
  return isScoped && pattern.match(`@${owner.login}/${name}`) !== null
}

function plainNames(items: readonly NameItem[], type: PackageType): readonly string[] | null {
  const including = items.filter(({ takesAway }) => !takesAway).map(({ source }) => source)
  if (!including.every(isPlainName)) return null
  const names = including.flatMap((source) => plainName(source, type) ?? [])
  return names.filter(
    (name, index) =>
      names.findIndex((other) => other.toLowerCase() === name.toLowerCase()) === index
  )
}

function plainName(source: string, type: PackageType): string | null {
  if (!isPlainName(source)) return null
  if (type === 'npm') return withoutScope(source)
  return source.startsWith('@') ? null : source
}

/** Whether the text names one package at most: no pattern, and no regular expression. */
export function isPlainName(source: string): boolean {
  return /^[\w@.~-][\w@./~-]*$/.test(source)
}

function withoutScope(name: string): string {
  return name.replace(/^@[^/]*\//, '')
}

/** The scope that is written in front of a name, without its `@`; `null` where there is none. */
export function scopeOf(source: string): string | null {
  return /^@([^/]+)\//.exec(source)?.[1] ?? null
}

function withoutMark(source: string): string {
  return source.startsWith('!') ? source.slice(1).trimStart() : source
}
