import type { PackageReport, Report } from '../report/report.js'

/** What other runs did in a package themselves, by their reports. */
export interface ChangesByOthers {
  /** Ids of the versions that they deleted. */
  readonly deleted: ReadonlySet<number>
  /** By id, the tags that they took off. */
  readonly untagged: ReadonlyMap<number, readonly string[]>
  /** Whether one of them deleted the package as a whole. */
  readonly hasDeletedPackage: boolean
}

/**
 * What runs deleted and untagged in the package of `entry`. A version that one of them found
 * gone was deleted by somebody else: only `deleted` counts.
 */
export function changesByOthers(
  reports: readonly Report[],
  { owner, type, name }: Pick<PackageReport, 'owner' | 'type' | 'name'>
): ChangesByOthers {
  const key = keyOf({ owner, type, name })
  const deleted = new Set<number>()
  const untagged = new Map<number, readonly string[]>()
  let hasDeletedPackage = false
  for (const { packages } of reports) {
    for (const entry of packages.filter((one) => keyOf(one) === key)) {
      hasDeletedPackage ||= entry.packageOutcome === 'deleted'
      for (const row of entry.versions) {
        if (row.outcome === 'deleted') deleted.add(row.id)
        if (row.untagged.length === 0) continue
        untagged.set(row.id, [...(untagged.get(row.id) ?? []), ...row.untagged])
      }
    }
  }
  return { deleted, untagged, hasDeletedPackage }
}

/** Letter case does not count in either name. */
function keyOf({ owner, type, name }: Pick<PackageReport, 'owner' | 'type' | 'name'>): string {
  return JSON.stringify([owner.toLowerCase(), type, name.toLowerCase()])
}
