import type { Owner, PackageType } from '../model/package.js'
import { isPlainName, type IncludedNames, type NamedPackage } from '../policy/package-names.js'
import type { CommonConfig } from './config.js'
import { namesNear } from './near-names.js'
import type { RunSession } from './session.js'

/** What a run is told to go by. */
export interface NamedSource {
  readonly what: 'plan' | 'report'
  readonly packages: readonly NamedPackage[]
  /** Whose packages a name means. */
  readonly owner: Owner
}

/**
 * Notes which of the names that were given match nothing in a plan, or in a report to undo: an
 * exact name is a package that could not be processed, a pattern is a warning. What has a type
 * that is left out does not count. The rest goes on.
 * Says how many packages there are of the first kind. Of the shares of a run the first tells.
 */
export function noteNamesNotIn(
  { what, packages, owner }: NamedSource,
  { packages: names, packageTypes, share }: CommonConfig,
  session: RunSession
): number {
  if (share !== null && share.index > 1) return 0
  const meant = packages.filter(({ type }) => packageTypes?.includes(type) ?? true)
  const idle = (names?.included ?? []).filter((item) => !meant.some((one) => item.matches(one)))
  const exact = idle.filter(({ source }) => isPlainName(source))
  const patterns = idle.filter((item) => !exact.includes(item))
  const found: readonly PackageType[] = packageTypes ?? packages.map(({ type }) => type)
  for (const item of exact) {
    const type = found.find((one) => item.exactName(one) !== null) ?? found[0] ?? 'container'
    const name = item.exactName(type) ?? item.source
    session.open({ owner, type, name }).error = notThereText(what, item, { name, packages })
  }
  session.warnings.push(
    ...patterns.map(({ source }) => `packages: ${source} matches nothing in the ${what}`)
  )
  return exact.length
}

function notThereText(
  what: string,
  item: IncludedNames,
  { name, packages }: Pick<NamedSource, 'packages'> & { readonly name: string }
): string {
  const others = [...new Set(packages.filter((one) => item.matches(one)).map(({ type }) => type))]
  if (others.length > 0) {
    const types = others.join(', ')
    return `the ${what} has it as ${types}, which package-type leaves out: give package-type ${types}`
  }
  const near = [...new Set(namesNear(name, packages))]
  const hint = near.length === 0 ? '' : `; near it: ${near.join(', ')}`
  return `the ${what} has no package of this name${hint}`
}
