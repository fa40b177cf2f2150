import type { Owner, PackageRef } from '../model/package.js'
import type { EpochMs } from '../model/time.js'
import type { ListedVersion } from '../model/version.js'
import type { RestoreReason } from '../plan/reason.js'
import type { Candidate } from '../plan/restore-plan.js'
import type { PackageReport, Report, VersionRow } from '../report/report.js'

/** One package of the report of a run that is to be undone. */
export interface ReportedPackage {
  readonly ref: PackageRef
  readonly candidates: readonly Candidate[]
  /** Whether the run deleted the package as a whole, or was about to. */
  readonly wentWhole: boolean
}

/**
 * What a run changed in a package, by its report. What was in flight when a run was cut off may
 * have been done or not: GitHub's lists will tell.
 */
export function reportedPackage(
  report: Report,
  entry: PackageReport,
  owner: Owner
): ReportedPackage {
  const { type, name } = entry
  return {
    ref: { owner, type, name },
    candidates: entry.versions.flatMap((row) => candidateOf(row, report) ?? []),
    wentWhole:
      entry.packageDecision === 'delete' &&
      (entry.packageOutcome === 'deleted' || isDoubtful(entry.packageOutcome, report))
  }
}

function candidateOf(row: VersionRow, report: Report): Candidate | null {
  const fate = fateOf(row, report)
  if (fate === null) return null
  const { kind, sizeBytes, root, rule } = row
  const reason: RestoreReason = { code: 'deleted-by-run', startedAt: report.startedAt }
  const tags = fate.kind === 'stays' ? tagsTaken(row, report) : (row.tags ?? [])
  return { version: versionOf(row), kind, sizeBytes, root, rule, reason, tags, fate }
}

function fateOf(row: VersionRow, report: Report): Candidate['fate'] | null {
  if (tagsTaken(row, report).length > 0) return { kind: 'stays' }
  // A stand-in for a tag was never anybody's image (ruling 71).
  if (row.decision !== 'delete' || row.reasonCode === 'replacement') return null
  if (row.outcome === 'deleted') return { kind: 'deleted' }
  if (!isDoubtful(row.outcome, report)) return null
  return { kind: 'perhaps', since: Date.parse(report.startedAt) }
}

/** The tags that the run took off (ruling 75), or was taking off when it was cut off. */
function tagsTaken(row: VersionRow, report: Report): readonly string[] {
  if (row.decision !== 'untag') return row.untagged
  const inFlight = isDoubtful(row.outcome, report) ? row.untag : []
  return [...new Set([...row.untagged, ...inFlight])]
}

/** Failed, perhaps for want of an answer alone, or never told (ruling 77). */
function isDoubtful(outcome: VersionRow['outcome'], { complete }: Report): boolean {
  return outcome === 'failed' || (outcome === null && !complete)
}

function versionOf({ id, name, tags, createdAt, updatedAt }: VersionRow): ListedVersion {
  return {
    id,
    name,
    tags,
    createdAt: timeOf(createdAt),
    updatedAt: timeOf(updatedAt),
    deletedAt: null
  }
}

function timeOf(date: string | null): EpochMs | null {
  return date === null ? null : Date.parse(date)
}
