import type { PackageSummary } from '../model/package-summary.js'
import type { Owner, PackageRef, PackageType } from '../model/package.js'
import type { PackageNames } from '../policy/package-names.js'
import type { PolicyFile } from '../policy/policy-file.js'
import { enumerate } from '../report/wording.js'
import type { Share } from './config.js'
import { lookUp } from './look-up.js'
import { mapLimited } from './map-limited.js'
import { isFirstShare } from './shares.js'
import {
  foreignEntryNames,
  idleEntryNames,
  namesOfNoType,
  unmatchedNames,
  type MissingPackage
} from './unmatched-names.js'
import type { World } from './world.js'

/** A package that the run is about. */
export interface SelectedPackage {
  readonly ref: PackageRef
  /** Whether it was named exactly, so that it has to be there. */
  readonly isNamed: boolean
  /** How many versions GitHub says that it has; `null` where it was not asked. */
  readonly versionCount: number | null
}

export interface Selection {
  readonly packages: readonly SelectedPackage[]
  /** Those named exactly that are not in the lists; where no list was read, trying tells. */
  readonly missing: readonly MissingPackage[]
  readonly warnings: readonly string[]
}

/** What to select: names to filter by, and per type the plain names that make a list needless. */
export interface SelectionWish {
  readonly owner: Owner
  readonly types: readonly PackageType[]
  /** `null`: every name. */
  readonly names: PackageNames | null
  /** The names to take without listing, `null` where a list is needed. */
  readonly plainNames: (type: PackageType) => readonly string[] | null
  /** Whose entries are to be there too where whole lists were read; `null`: of no file. */
  readonly file?: PolicyFile | null
  /** What is true of all shares is told by the first. Left out: all of them. */
  readonly share?: Share | null
}

/**
 * Finds the packages that a run is about. Exact names are taken as they are; patterns need a
 * token that may list packages.
 *
 * @throws GitHubError `listing-not-allowed` where it may not: the error says what to do
 */
export async function selectPackages(
  wish: SelectionWish,
  github: World['github']
): Promise<Selection> {
  const { owner, names } = wish
  const ofTypes = await Promise.all(
    wish.types.map(async (type) => {
      const plain = wish.plainNames(type)
      return plain === null
        ? listed(await github.listPackages(owner, type), owner)
        : plain.map((name) => named(owner, type, name)).filter((one) => isMeant(one, wish))
    })
  )
  const listedOrNamed = ofTypes.flat()
  const all = [...listedOrNamed, ...(await unlisted(wish, listedOrNamed, github))]
  const packages = all
    .filter(({ ref }) => names === null || names.matches(ref))
    .sort((a, b) => compareRefs(a.ref, b.ref))
  const told = isFirstShare(wish.share ?? null)
    ? aboutNames(wish, all, packages)
    : { missing: [], warnings: [] }
  return { packages, ...told, warnings: [...told.warnings, ...hiddenPackages(github)] }
}

/**
 * A list may lack what the token can use by its name: each exact name beside a glob that is in
 * none is asked for. What no answer says is absent has to be tried.
 */
async function unlisted(
  wish: SelectionWish,
  all: readonly SelectedPackage[],
  github: World['github']
): Promise<readonly SelectedPackage[]> {
  const { owner, types, names } = wish
  if (names === null || !isWhole(wish)) return []
  const { missing } = unmatchedNames(names, { owner, types, listed: all.map(({ ref }) => ref) })
  const refs = missing.flatMap((one) => one.refs)
  const found = await mapLimited(refs, ASKED_AT_ONCE, async (ref): Promise<SelectedPackage[]> => {
    const answer = await lookUp(ref, github)
    if (answer === 'absent') return []
    if (answer === 'unknown') return [{ ref, isNamed: true, versionCount: null }]
    const { name, versionCount } = answer
    return [{ ref: { ...ref, name }, isNamed: false, versionCount }]
  })
  return found.flat()
}

const ASKED_AT_ONCE = 10

/** Whether all packages of the types were listed. */
function isWhole({ types, plainNames }: SelectionWish): boolean {
  return types.every((type) => plainNames(type) === null)
}

function listed(summaries: readonly PackageSummary[], owner: Owner): SelectedPackage[] {
  return summaries.map(({ type, name, versionCount }) => ({
    ref: { owner, type, name },
    isNamed: false,
    versionCount
  }))
}

/** Names of images are lower-case whatever the repository's name is. */
function named(owner: Owner, type: PackageType, name: string): SelectedPackage {
  const spelled = type === 'container' ? name.toLowerCase() : name
  return { ref: { owner, type, name: spelled }, isNamed: true, versionCount: null }
}

/** Not for a name in a policy whose scope is another owner's. */
function isMeant({ ref }: SelectedPackage, { names, file = null }: SelectionWish): boolean {
  if (names !== null || file === null) return true
  return file.entries.some((entry) => entry.names.included.some((item) => item.matches(ref)))
}

/** By type, then by name: the order of all that a run does and tells. */
function compareRefs(a: PackageRef, b: PackageRef): number {
  return compare(a.type, b.type) || compare(a.name, b.name)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** What of the names is not there. Only whole lists can tell of each of them. */
function aboutNames(
  wish: SelectionWish,
  all: readonly SelectedPackage[],
  packages: readonly SelectedPackage[]
): Pick<Selection, 'missing' | 'warnings'> {
  const { owner, types, names, file = null } = wish
  const refs = all.map(({ ref }) => ref)
  const lists = { owner, types, listed: refs }
  const knowsAll = isWhole(wish)
  const unmatched =
    knowsAll && names !== null ? unmatchedNames(names, lists) : { missing: [], idle: [] }
  const missing = [...unmatched.missing, ...(names === null ? [] : namesOfNoType(names, lists))]
  const { idle } = unmatched
  const warnings = [
    ...idle.map((source) => `no package matches ${source}`),
    ...(packages.length + missing.length + idle.length === 0 ? [nothingText(wish)] : []),
    ...(names?.idleExclusions(refs) ?? []).map(
      (source) =>
        `packages: ${source} excludes ${knowsAll ? 'nothing that is there' : 'none of the names that are given'}`
    ),
    ...(file === null ? [] : foreignEntryNames(file, owner)),
    ...(knowsAll && file !== null ? idleEntryNames(file, lists) : [])
  ]
  return { missing, warnings }
}

function nothingText(wish: SelectionWish): string {
  const { names, types, file = null } = wish
  if (types.length === 0) return noEntryLeftText(file)
  if (names !== null) return `no package matches ${names.sources.join(', ')}`
  return isWhole(wish)
    ? `there is no ${types.join(' or ')} package that the token can see`
    : 'no entry of the policy names a package that there could be'
}

function noEntryLeftText(file: PolicyFile | null): string {
  const types = distinct((file?.entries ?? []).flatMap((entry) => entry.types))
  return (
    'no entry of the policy is left for these inputs, so nothing is looked at: its entries are ' +
    `about ${enumerate(types)}, which package-type leaves out`
  )
}

function distinct<T>(items: readonly T[]): readonly T[] {
  return [...new Set(items)]
}

/**
 * Where single sign-on hides organisations from a token, rows are missing from its lists.
 *
 * @see https://docs.github.com/rest/authentication/authenticating-to-the-rest-api
 */
function hiddenPackages({ tokenFacts }: World['github']): string[] {
  const ids = tokenFacts.ssoHiddenOrganizations
  if (ids.length === 0) return []
  return [
    'packages may be missing from the list, for the token is not authorised for the single ' +
      `sign-on of some organisations (ids ${ids.join(', ')}): open the token's settings and choose ` +
      'Configure SSO'
  ]
}
