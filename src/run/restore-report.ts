import type { Owner, PackageRef } from '../model/package.js'
import type { EpochMs } from '../model/time.js'
import type { ListedVersion } from '../model/version.js'
import type { RestoreReason } from '../plan/reason.js'
import type { Candidate } from '../plan/restore-plan.js'
import type { PackageReport, Report, VersionRow } from '../report/report.js'
import type { ChangesByOthers } from './changes-by-others.js'

/** One package of the report of a run that is to be undone. */
export interface ReportedPackage {
  readonly ref: PackageRef
  readonly candidates: readonly Candidate[]
  /** Whether the run deleted the package as a whole, or was about to. */
  readonly wentWhole: boolean
}

/**
 * What a run changed in a package, by its report. What was in flight when a run was cut off may
 * have been done or not: GitHub's lists will tell, where no later run says that it did it.
 */
export function reportedPackage(
  report: Report,
  entry: PackageReport,
  owner: Owner,
  others: ChangesByOthers
): ReportedPackage {
  const { type, name, packageOutcome } = entry
  const mayHaveGone = isDoubtful(packageOutcome, report) && !others.hasDeletedPackage
  return {
    ref: { owner, type, name },
    candidates: entry.versions.flatMap((row) => candidateOf(row, report, others) ?? []),
    wentWhole: entry.packageDecision === 'delete' && (packageOutcome === 'deleted' || mayHaveGone)
  }
}

function candidateOf(row: VersionRow, report: Report, others: ChangesByOthers): Candidate | null {
  const taken = tagsTaken(row, report, others)
  const fate = fateOf(row, report, taken, others)
  if (fate === null) return null
  const { kind, sizeBytes, root, rule } = row
  const reason: RestoreReason = {
    code: 'deleted-by-run',
    startedAt: report.startedAt,
    ...(fate.kind === 'perhaps' ? { isUncertain: true } : {})
  }
  const tags = fate.kind === 'stays' ? taken : (row.tags ?? [])
  return { version: versionOf(row), kind, sizeBytes, root, rule, reason, tags, fate }
}

function fateOf(
  row: VersionRow,
  { startedAt, complete }: Report,
  taken: readonly string[],
  { deleted }: ChangesByOthers
): Candidate['fate'] | null {
  if (taken.length > 0) return { kind: 'stays' }
  // A stand-in for a tag was never anybody's image (ruling 71).
  if (row.decision !== 'delete' || row.reasonCode === 'replacement') return null
  if (row.outcome === 'deleted') return { kind: 'deleted' }
  if (!isDoubtful(row.outcome, { complete })) return null
  return { kind: 'perhaps', since: Date.parse(startedAt), isOfLaterRun: deleted.has(row.id) }
}

/** The tags that the run took off (ruling 75), or was taking off when it was cut off. */
function tagsTaken(row: VersionRow, report: Report, { untagged }: ChangesByOthers) {
  if (row.decision !== 'untag') return row.untagged
  const ofOthers = untagged.get(row.id) ?? []
  const inFlight = isDoubtful(row.outcome, report)
    ? row.untag.filter((tag) => !ofOthers.includes(tag))
    : []
  return [...new Set([...row.untagged, ...inFlight])]
}

/** Failed, perhaps for want of an answer alone, or never told (ruling 77). */
function isDoubtful(
  outcome: VersionRow['outcome'],
  { complete }: Pick<Report, 'complete'>
): boolean {
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
