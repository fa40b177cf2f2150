import { PACKAGE_TYPES } from '../model/package.js'
import type { PackageRef, PackageType } from '../model/package.js'
import type { PackagePolicy } from '../policy/policy.js'
import { entryFor } from '../policy/policy-file.js'
import { resolvePolicy } from '../policy/settings.js'
import type { CleanupConfig } from './config.js'

/**
 * The policy of a package: its entry of the file, or the quick rules; `null` where no entry
 * matches, which leaves the package alone.
 */
export function policyFor(
  { rules }: Pick<CleanupConfig, 'rules'>,
  ref: PackageRef
): PackagePolicy | null {
  if (rules.kind === 'quick') return { ...rules.rules, settings: rules.settings }
  const entry = entryFor(rules.file, ref)
  if (entry === null) return null
  const policy = resolvePolicy(entry, rules.file.defaults, rules.inputs)
  return rules.file.entries.length > 1 ? { ...policy, entry: entry.path } : policy
}

/** The types that a run looks at: those given, else `container`, with a file those of its entries. */
export function typesOf({ rules, packageTypes }: CleanupConfig): readonly PackageType[] {
  if (rules.kind === 'quick') return packageTypes ?? ['container']
  const ofEntries = new Set(rules.file.entries.flatMap(({ types }) => types))
  return PACKAGE_TYPES.filter(
    (type) => ofEntries.has(type) && (packageTypes === null || packageTypes.includes(type))
  )
}

/**
 * The names that a run may be about without listing packages, for one type; `null` where a
 * pattern asks for a list. Names that were given are taken as they were written, for each is
 * to be told of; those of a policy stand in only where none were.
 */
export function plainNamesOf(config: CleanupConfig, type: PackageType): readonly string[] | null {
  const { rules, packages } = config
  const isGiven = packages !== null && packages.included.length > 0
  if (isGiven || rules.kind === 'quick') return packages?.plainNames(type) ?? null
  const names = rules.file.entries
    .filter(({ types }) => types.includes(type))
    .map((entry) => entry.names.plainNames(type))
  return names.includes(null) ? null : distinct(names.flatMap((list) => list ?? []))
}

function distinct(names: readonly string[]): readonly string[] {
  return [...new Map(names.map((name) => [name.toLowerCase(), name])).values()]
}
