import type { Owner, PackageRef, PackageType } from '../model/package.js'
import {
  isPlainName,
  scopeOf,
  type IncludedNames,
  type PackageNames
} from '../policy/package-names.js'
import type { PolicyFile } from '../policy/policy-file.js'
import { missingText, namesNear, noneText } from './near-names.js'

/** A package that was named exactly and is in no list. */
export interface MissingPackage {
  /** The same name in each type that it could have; never empty. */
  readonly refs: readonly [PackageRef, ...PackageRef[]]
  /** In words, with what is near it. */
  readonly why: string
}

/** Whole lists of packages, and the types that were listed. */
export interface WholeLists {
  readonly owner: Owner
  readonly types: readonly PackageType[]
  readonly listed: readonly PackageRef[]
}

/** What of the names that a run was given matches nothing: exact names, and all the others. */
export function unmatchedNames(
  names: PackageNames,
  lists: WholeLists
): { readonly missing: readonly MissingPackage[]; readonly idle: readonly string[] } {
  const missing = new Map<string, MissingPackage['refs']>()
  const idle = new Set<string>()
  for (const item of names.included.filter((one) => !isThere(one, lists.listed))) {
    const refs = refsOf(item, lists)
    const [first, ...others] = refs.filter((ref) => names.matches(ref))
    if (first === undefined) {
      // Those that no type could have are told by themselves.
      if (refs.length === 0 && isPlainName(item.source)) continue
      idle.add(item.source)
      continue
    }
    // Letter case and the scope of npm make no other name (ruling 35).
    const key = first.name.toLowerCase()
    missing.set(key, joined(missing.get(key) ?? [first], [first, ...others]))
  }
  return {
    missing: [...missing.values()].map((refs) => missingPackage(refs, lists)),
    idle: [...idle]
  }
}

/**
 * Exact names that no package of the owner can have in any of these types: `@acme/ui` where npm
 * is not one, `@other/ui` in all.
 */
export function namesOfNoType(
  names: PackageNames,
  { owner, types }: Omit<WholeLists, 'listed'>
): readonly MissingPackage[] {
  const type = types.find((one) => one === 'npm') ?? types[0]
  if (type === undefined) return []
  return names.included
    .filter((item) => meansNothing(item, { owner, types }))
    .map(({ source }) => {
      const ref: PackageRef = { owner, type, name: source }
      const advice = foreignScopeText(source, owner) ?? SCOPE_OF_NPM
      return { refs: [ref], why: `${noneText([ref])}: ${advice}` }
    })
}

const SCOPE_OF_NPM =
  'only packages of npm have a scope, so give package-type: npm or leave the scope out'

function foreignScopeText(source: string, { login }: Owner): string | null {
  const scope = scopeOf(source)
  if (scope === null || scope.toLowerCase() === login.toLowerCase()) return null
  return `npm packages of ${login} have the scope @${login}; those of ${scope} take owner: ${scope}`
}

/** The exact names in a policy that no package of the owner can have: a sentence each. */
export function foreignEntryNames({ entries }: PolicyFile, owner: Owner): readonly string[] {
  const texts = entries.flatMap(({ names, types, line }) =>
    names.included
      .filter((item) => meansNothing(item, { owner, types }))
      .map(({ source }) => {
        const why = foreignScopeText(source, owner) ?? SCOPE_OF_NPM
        return `policy entry ${source} (line ${line}) matches no package: ${why}`
      })
  )
  return [...new Set(texts)]
}

function meansNothing(item: IncludedNames, where: Omit<WholeLists, 'listed'>): boolean {
  return isPlainName(item.source) && refsOf(item, where).length === 0
}

/** Each type once. */
function joined(refs: MissingPackage['refs'], more: readonly PackageRef[]): MissingPackage['refs'] {
  return [...refs, ...more.filter(({ type }) => refs.every((one) => one.type !== type))]
}

function missingPackage(
  refs: MissingPackage['refs'],
  { listed }: Pick<WholeLists, 'listed'>
): MissingPackage {
  return { refs, why: missingText(refs, listed) }
}

/**
 * The entries of a policy with an exact name that no package of the owner and of their types
 * has, a sentence each: a package with nearly that name falls to the next entry. Entries about
 * types that were not listed are passed over.
 */
export function idleEntryNames({ entries }: PolicyFile, lists: WholeLists): readonly string[] {
  const texts = entries
    .filter(({ types }) => types.every((type) => lists.types.includes(type)))
    .flatMap(({ names, types, line }) =>
      names.included
        .filter((item) => refsOf(item, { ...lists, types }).some((ref) => names.matches(ref)))
        .filter((item) => !isThere(item, lists.listed, types))
        .map((item) => entryText(item, line, { ...lists, types }))
    )
  return [...new Set(texts)]
}

function entryText(item: IncludedNames, line: number, lists: WholeLists): string {
  const { source } = item
  const ofTypes = lists.listed.filter(({ type }) => lists.types.includes(type))
  const near = namesNear(refsOf(item, lists)[0]?.name ?? source, ofTypes)
  const hint = near.length === 0 ? '' : `; near it: ${near.join(', ')}`
  return `policy entry ${source} (line ${line}) matches no package${hint}`
}

function isThere(
  item: IncludedNames,
  listed: readonly PackageRef[],
  types: readonly PackageType[] | null = null
): boolean {
  return listed.some((ref) => types?.includes(ref.type) !== false && item.matches(ref))
}

/**
 * What the item alone can mean: nothing where its scope is another owner's. Names of images are
 * lower-case whatever was written.
 */
function refsOf(item: IncludedNames, { owner, types }: Omit<WholeLists, 'listed'>): PackageRef[] {
  return types.flatMap((type) => {
    const name = item.exactName(type)
    if (name === null) return []
    const ref = { owner, type, name: type === 'container' ? name.toLowerCase() : name }
    return item.matches(ref) ? [ref] : []
  })
}
