import type { Graph } from '../graph/graph.js'
import { reclaimedBytes } from '../graph/sizes.js'
import type { PackageRef } from '../model/package.js'
import type { EpochMs } from '../model/time.js'
import type { ListedVersion } from '../model/version.js'
import type { Applied, ReviewedVersion } from '../plan/apply-plan.js'
import type { Freeze } from '../plan/freeze.js'
import { distinctVersions } from '../plan/list-check.js'
import type { PackagePlan, VersionPlan } from '../plan/plan.js'
import type { KeepReason } from '../plan/reason.js'
import type { Withdrawal } from '../plan/second-look.js'
import { BY_PLAN } from '../report/reason-text.js'
import type { PackageReport, VersionRow } from '../report/report.js'
import { refusalIn } from './row-refusal.js'

/** The rows of a reviewed plan, with why one can't be carried out whatever the package says. */
export function reviewedVersions(entry: PackageReport): ReviewedVersion[] {
  const refusalOf = refusalIn(entry)
  return entry.versions.map((row) => ({
    version: versionOf(row),
    decision: row.decision === 'restore' ? 'keep' : row.decision,
    untag: row.decision === 'untag' ? row.untag : [],
    refusal: refusalOf(row)
  }))
}

function versionOf({ id, name, tags, createdAt, updatedAt }: VersionRow): ListedVersion {
  const created = timeOf(createdAt)
  return { id, name, tags, createdAt: created, updatedAt: timeOf(updatedAt), deletedAt: null }
}

function timeOf(date: string | null): EpochMs | null {
  return date === null ? null : Date.parse(date)
}

/** A package of a reviewed plan as it was found. */
export interface FoundPackage {
  readonly ref: PackageRef
  readonly report: PackageReport
  readonly listed: readonly ListedVersion[]
  /** `null` where the list makes no sense. */
  readonly graph: Graph | null
  readonly freeze: Freeze | null
  readonly applied: Applied
}

/** Rows that a reviewed plan changes. */
export function plannedRows({ versions }: PackageReport): VersionRow[] {
  return versions.filter(({ decision }) => decision === 'delete' || decision === 'untag')
}

/** A package of a reviewed plan that was not looked up: nothing of its plan is left, for `why`. */
export function nothingFound(ref: PackageRef, report: PackageReport, why: string): FoundPackage {
  const withdrawn = plannedRows(report).map(({ id }): Withdrawal => ({
    id,
    outcome: 'skipped',
    why
  }))
  const applied: Applied = {
    goes: new Set(),
    untag: new Map(),
    withdrawn,
    packageGoes: false,
    lastVersionFailure: null
  }
  return { ref, report, listed: [], graph: null, freeze: null, applied }
}

/**
 * The plan of a run that applies: every row of the reviewed plan, and what is listed beside. A
 * change that can't be carried out is there as it was planned, to end as `skipped`; with
 * `isFinal` it is a `keep` that says why, as a dry run shows it and limits count it.
 */
export function planToApply(found: FoundPackage, isFinal: boolean): PackagePlan {
  const { ref, report, listed, freeze, applied } = found
  const rows = new Set(report.versions.map(({ id }) => id))
  const beside = distinctVersions(listed).filter(({ id }) => !rows.has(id))
  const withdrawn = new Map(applied.withdrawn.map((one) => [one.id, one]))
  return {
    package: ref,
    frozen: freeze,
    packageDecision: applied.packageGoes ? 'delete' : null,
    lastVersionFailure: applied.lastVersionFailure,
    versions: [
      ...report.versions.map((row) => plannedRow(row, isFinal ? withdrawn.get(row.id) : undefined)),
      ...beside.map((version) => besideRow(version, found))
    ].sort((a, b) => b.version.id - a.version.id),
    warnings: [],
    reclaimedBytes: bytesOf(found, isFinal)
  }
}

/**
 * What goes would free by the graph as it is now: rows may have been taken out. Of a plan that
 * is not final it is what all of it would free; what is withdrawn is taken off with its outcome.
 */
function bytesOf({ report, graph, applied }: FoundPackage, isFinal: boolean): number {
  if (graph === null) return 0
  const going = new Set(applied.goes)
  for (const row of isFinal ? [] : report.versions) if (row.decision === 'delete') going.add(row.id)
  return reclaimedBytes(graph, going)
}

function plannedRow(row: VersionRow, withdrawal: Withdrawal | undefined): VersionPlan {
  const { kind, sizeBytes, root, rule } = row
  const common = { version: versionOf(row), kind, sizeBytes, root, rule }
  if (row.decision === 'keep' || row.decision === 'restore') {
    return { ...common, decision: 'keep', reason: { code: 'not-planned' }, untag: [] }
  }
  if (withdrawal !== undefined) {
    return { ...common, decision: 'keep', reason: withdrawnReason(withdrawal), untag: [] }
  }
  const reason = { code: 'planned', reason: plannedReason(row) } as const
  const untag = row.decision === 'untag' ? row.untag : []
  return { ...common, decision: row.decision, reason, untag }
}

function withdrawnReason({ outcome, why }: Withdrawal): KeepReason {
  return outcome === 'gone' ? { code: 'already-gone' } : { code: 'not-applied', why }
}

/** The first plan's own words, also where this plan was made by applying that one in a dry run. */
function plannedReason({ reason, reasonCode }: VersionRow): string {
  const isRepeated = reasonCode === 'planned' && reason.startsWith(BY_PLAN)
  return isRepeated ? reason.slice(BY_PLAN.length) : reason
}

function besideRow(version: ListedVersion, { ref, graph }: FoundPackage): VersionPlan {
  const node = graph?.nodes.get(version.id)
  return {
    version,
    kind: node?.kind ?? (ref.type === 'container' ? 'unknown' : 'version'),
    sizeBytes: node?.sizeBytes ?? null,
    root: null,
    decision: 'keep',
    rule: null,
    reason: { code: 'not-planned' },
    untag: []
  }
}
