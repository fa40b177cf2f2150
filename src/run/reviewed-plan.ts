import type { Graph } from '../graph/graph.js'
import type { PackageRef } from '../model/package.js'
import type { EpochMs } from '../model/time.js'
import type { ListedVersion } from '../model/version.js'
import type { Applied, ReviewedVersion } from '../plan/apply-plan.js'
import type { Freeze } from '../plan/freeze.js'
import { distinctVersions } from '../plan/list-check.js'
import type { PackagePlan, VersionPlan } from '../plan/plan.js'
import { DELETE_REASON_TITLES } from '../report/reason-titles.js'
import type { PackageReport, VersionRow } from '../report/report.js'

/** The rows of a reviewed plan, with why one can't be carried out whatever the package says. */
export function reviewedVersions({ type, versions }: PackageReport): ReviewedVersion[] {
  return versions.map((row) => ({
    version: versionOf(row),
    decision: row.decision === 'restore' ? 'keep' : row.decision,
    untag: row.decision === 'untag' ? row.untag : [],
    refusal: refusalOf(row, type === 'container')
  }))
}

/**
 * A person may take changes out of a plan, never add one: the code of what decided tells that,
 * where the report has it.
 */
function refusalOf(
  { decision, reasonCode, untag, plannedUntag }: VersionRow,
  isContainer: boolean
): string | null {
  const isMeant = (codes: object) => reasonCode === null || Object.hasOwn(codes, reasonCode)
  switch (decision) {
    case 'keep':
    case 'restore':
      return null
    case 'delete':
      return isMeant(DELETE_REASON_TITLES) ? null : TURNED
    case 'untag': {
      if (!isContainer || untag.length === 0 || !isMeant(UNTAG_CODES)) return TURNED
      const added = untag.filter((tag) => plannedUntag?.includes(tag) === false)
      return added.length === 0 ? null : `${added.join(', ')}: ${TURNED}`
    }
  }
}

const UNTAG_CODES = { 'tags-selected': true, planned: true }
const TURNED = 'the plan did not decide so: by hand changes can only be taken out of a plan'

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

/**
 * The plan of a run that applies: every row of the reviewed plan, and what is listed beside. A
 * change that can't be carried out is there as it was planned, to end as `skipped`; with
 * `isFinal` it is a `keep` that says why, as a dry run shows it and limits count it.
 */
export function planToApply(found: FoundPackage, isFinal: boolean): PackagePlan {
  const { ref, report, listed, freeze, applied } = found
  const rows = new Set(report.versions.map(({ id }) => id))
  const beside = distinctVersions(listed).filter(({ id }) => !rows.has(id))
  const withdrawn = new Map(applied.withdrawn.map(({ id, why }) => [id, why]))
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
    reclaimedBytes: applied.withdrawn.length === 0 ? report.reclaimableBytes : 0
  }
}

function plannedRow(row: VersionRow, withdrawnFor: string | undefined): VersionPlan {
  const { kind, sizeBytes, root, rule } = row
  const common = { version: versionOf(row), kind, sizeBytes, root, rule }
  if (row.decision === 'keep' || row.decision === 'restore') {
    return { ...common, decision: 'keep', reason: { code: 'not-planned' }, untag: [] }
  }
  if (withdrawnFor !== undefined) {
    const reason = { code: 'not-applied', why: withdrawnFor } as const
    return { ...common, decision: 'keep', reason, untag: [] }
  }
  const reason = { code: 'planned', reason: row.reason } as const
  const untag = row.decision === 'untag' ? row.untag : []
  return { ...common, decision: row.decision, reason, untag }
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
