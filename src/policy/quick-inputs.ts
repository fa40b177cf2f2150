import type { Duration } from '../model/duration.js'
import type { PackageType } from '../model/package.js'

/** The inputs that are rules by themselves or narrow one, in the order of the documentation. */
export const QUICK_INPUTS = [
  'delete-tags',
  'delete-untagged',
  'older-than',
  'delete-prereleases',
  'delete-broken',
  'keep-tags',
  'keep-newest',
  'keep-newest-untagged',
  'keep-newer-than'
] as const
export type QuickInput = (typeof QUICK_INPUTS)[number]

/** What was given for the quick rules. Lists are split and empty where not given. */
export interface QuickInputs {
  /** The input `package-type`: patterns and conditions that none of these has are errors. */
  readonly types: readonly PackageType[]
  readonly deleteTags: readonly string[]
  /** `false`, given, is not the same as `null`, not given (ruling 15). */
  readonly deleteUntagged: boolean | null
  readonly olderThan: Duration | null
  /** `false` is as good as `null`. */
  readonly deletePrereleases: boolean | null
  readonly deleteBroken: readonly string[]
  readonly keepTags: readonly string[]
  readonly keepNewest: number | null
  readonly keepNewestUntagged: number | null
  readonly keepNewerThan: Duration | null
}

/**
 * Names of the inputs that were given and count as rules: `false` counts for nothing, neither
 * does an empty list.
 */
export function rulesGiven(inputs: QuickInputs): readonly QuickInput[] {
  return QUICK_INPUTS.filter((name) => GIVEN[name](inputs))
}

const GIVEN: Readonly<Record<QuickInput, (inputs: QuickInputs) => boolean>> = {
  'delete-tags': ({ deleteTags }) => deleteTags.length > 0,
  'delete-untagged': ({ deleteUntagged }) => deleteUntagged === true,
  'older-than': ({ olderThan }) => olderThan !== null,
  'delete-prereleases': ({ deletePrereleases }) => deletePrereleases === true,
  'delete-broken': ({ deleteBroken }) => deleteBroken.length > 0,
  'keep-tags': ({ keepTags }) => keepTags.length > 0,
  'keep-newest': ({ keepNewest }) => keepNewest !== null,
  'keep-newest-untagged': ({ keepNewestUntagged }) => keepNewestUntagged !== null,
  'keep-newer-than': ({ keepNewerThan }) => keepNewerThan !== null
}

/** Whether an input says what to delete; `older-than` only says how old (ruling 32). */
export function hasDeleteInput(inputs: QuickInputs): boolean {
  return rulesGiven(inputs).some((name) => name.startsWith('delete-'))
}

/** Whether `keep-newest-untagged` is the only rule beside `older-than` (ruling 32). */
export function isAboutUntaggedAlone(inputs: QuickInputs): boolean {
  const rules = rulesGiven(inputs).filter((name) => name !== 'older-than')
  return rules.length === 1 && rules[0] === 'keep-newest-untagged'
}
