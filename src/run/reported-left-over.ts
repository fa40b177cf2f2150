import type { PackageRef } from '../model/package.js'
import type { PackageReport, Report, VersionRow } from '../report/report.js'

/**
 * Ids of versions of a package whose image an earlier run deleted without coming to its end, by
 * its report (ruling 64): the parts that were to go with a root that is gone. Empty where there
 * is no report, or it is not of a clean-up that changed something.
 */
export function reportedLeftOver(report: Report | null, ref: PackageRef): readonly number[] {
  const isCleanup = report?.mode === 'cleanup' || report?.mode === 'apply'
  if (report === null || !isCleanup || report.dryRun) return []
  return report.packages.filter((entry) => isOf(entry, ref)).flatMap(leftIn)
}

function leftIn({ versions }: PackageReport): number[] {
  const gone = new Set(versions.filter(isGone).map(({ id }) => id))
  return versions
    .filter((row) => row.decision === 'delete' && row.root !== null && gone.has(row.root))
    .filter((row) => !isGone(row) && row.outcome !== 'skipped')
    .map(({ id }) => id)
}

function isGone({ outcome }: VersionRow): boolean {
  return outcome === 'deleted' || outcome === 'gone'
}

function isOf({ owner, type, name }: PackageReport, ref: PackageRef): boolean {
  return (
    type === ref.type &&
    name.toLowerCase() === ref.name.toLowerCase() &&
    owner.toLowerCase() === ref.owner.login.toLowerCase()
  )
}
