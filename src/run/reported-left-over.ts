import { isUserTag } from '../model/digest.js'
import type { PackageRef } from '../model/package.js'
import type { EpochMs } from '../model/time.js'
import { DAY_MS } from '../model/time.js'
import type { ListedVersion } from '../model/version.js'
import type { PackageReport, Report, VersionRow } from '../report/report.js'

/** A part that was to go with a root, and was left while that one went. */
export interface ReportedPart {
  readonly id: number
  readonly name: string
  /** The id of the root. */
  readonly root: number
}

/** What is left over of a package, as far as reports tell. */
export type ReportedLeftOver = (ref: PackageRef) => readonly ReportedPart[]

const KNOWN_FOR_MS = 30 * DAY_MS

/** From when on reports are asked what is left over: what is deleted can be restored for so long. */
export function oldestAsked(now: EpochMs): EpochMs {
  return now - KNOWN_FOR_MS
}

/**
 * Versions whose image an earlier run deleted without coming to its end, by the reports of runs,
 * the newest first (ruling 64). Of each version the newest report that tells something decides:
 * one that was tagged, taken into use or withdrawn since is not left over any more.
 */
export function reportedLeftOvers(reports: Iterable<Report>): ReportedLeftOver {
  const found = new Map<string, { parts: ReportedPart[]; told: Set<number> }>()
  for (const report of reports) {
    if (report.mode !== 'cleanup' && report.mode !== 'apply') continue
    for (const entry of report.packages) {
      const known = found.get(keyOf(entry.owner, entry)) ?? { parts: [], told: new Set() }
      found.set(keyOf(entry.owner, entry), known)
      known.parts.push(...partsIn(entry, report, known.told))
    }
  }
  return (ref) => found.get(keyOf(ref.owner.login, ref))?.parts ?? []
}

/** The ids of those that are listed, while what they belonged to is not. */
export function stillLeftOver(
  parts: readonly ReportedPart[],
  versions: readonly ListedVersion[]
): number[] {
  if (parts.length === 0) return []
  const names = new Map(versions.map(({ id, name }) => [id, name]))
  return parts
    .filter(({ id, name, root }) => names.get(id) === name && !names.has(root))
    .map(({ id }) => id)
}

/** Adds to `told` the versions of which this report tells something. */
function partsIn({ versions }: PackageReport, report: Report, told: Set<number>): ReportedPart[] {
  const rows = new Map(versions.map((row) => [row.id, row]))
  return versions.flatMap((row) => {
    if (told.has(row.id) || isSilent(row, report)) return []
    told.add(row.id)
    const { id, name, root } = row
    const isLeft = wasToGo(row, report) && root !== null && mayBeGone(rows.get(root), report)
    return isLeft ? [{ id, name, root }] : []
  })
}

/** Nothing was known of it then, or nothing was changed. */
function isSilent(row: VersionRow, report: Report): boolean {
  const isUsed = row.root !== null || row.tags === null || row.tags.some(isUserTag)
  if (isUsed || isGone(row)) return false
  return !isWithdrawn(row, report)
}

function wasToGo(row: VersionRow, report: Report): boolean {
  return row.decision === 'delete' && !report.dryRun && !isGone(row) && !isWithdrawn(row, report)
}

/** One that ended as `skipped` in a run that made changes: somebody has taken it into use. */
function isWithdrawn({ outcome }: VersionRow, { fuse, error }: Report): boolean {
  return outcome === 'skipped' && fuse === null && error === null
}

/** Whether it went, or a deletion of it was sent of which the answer is not known. */
function mayBeGone(root: VersionRow | undefined, { complete }: Report): boolean {
  if (root?.decision !== 'delete') return false
  return isGone(root) || root.outcome === 'failed' || (root.outcome === null && !complete)
}

function isGone({ outcome }: VersionRow): boolean {
  return outcome === 'deleted' || outcome === 'gone'
}

/** Letter case does not count in either name. */
function keyOf(owner: string, { type, name }: Pick<PackageRef, 'type' | 'name'>): string {
  return JSON.stringify([owner.toLowerCase(), type, name.toLowerCase()])
}
