import type { PlanWarning, VersionPlan } from '../plan/plan.js'
import type { EpochMs } from '../model/time.js'
import { freezeError, freezeText } from './freeze-text.js'
import { reasonText } from './reason-text.js'
import { REPORT_SCHEMA, type PackageReport, type Report, type VersionRow } from './report.js'
import { withOutcomes, withPackageOutcome } from './row-outcome.js'
import type { PackageRecord, RunRecord } from './run-record.js'
import { plannedChanges } from './planned-changes.js'
import { packageTotals, runTotals } from './totals.js'
import { warningText } from './warning-text.js'
import { byText } from './wording.js'

const LAST_DATE_MS = 8.64e15

/** Makes the report of a run, so far or to its end. Equal records give equal reports. */
export function buildReport(run: RunRecord): Report {
  const packages = run.packages.map((record) => packageReport(record, run.dryRun)).sort(byPlace)
  return {
    schema: REPORT_SCHEMA,
    version: 1,
    tool: { name: 'package-retention', version: run.toolVersion },
    mode: run.mode,
    dryRun: run.dryRun,
    startedAt: isoDate(run.startedAt) ?? '',
    finishedAt: isoDate(run.finishedAt),
    complete: run.complete,
    policyDigest: run.policyDigest,
    error: run.error,
    fuse: run.fuse,
    stopped: run.stopped,
    warnings: run.warnings,
    notes: run.notes ?? [],
    totals: runTotals(packages),
    requests: { api: run.requests.api, registry: run.requests.registry },
    packages
  }
}

function packageReport(record: PackageRecord, dryRun: boolean): PackageReport {
  const { plan } = record
  const { owner, type, name } = record.package
  const packageDecision = plan?.packageDecision ?? null
  const versions = withPackageOutcome(versionRows(record), packageDecision, record.packageOutcome)
  const reclaimableBytes = plan?.reclaimedBytes ?? 0
  return {
    owner: owner.login,
    ownerKind: owner.kind,
    type,
    name,
    repository: record.repository,
    error: record.error ?? freezeError(plan?.frozen ?? null),
    leftAlone: record.leftAlone,
    frozen: plan?.frozen ? freezeText(plan.frozen) : null,
    packageDecision,
    packageOutcome: record.packageOutcome?.outcome ?? null,
    ...(record.isMissing === true ? { isMissing: true as const } : {}),
    ...(record.standIns === undefined ? {} : { standIns: record.standIns }),
    lastVersionFailure: plan?.lastVersionFailure ?? null,
    reclaimableBytes,
    totals: packageTotals(versions, reclaimableBytes, dryRun),
    warnings: [...planTexts(record, 'warning'), ...record.warnings],
    notes: [...planTexts(record, 'note'), ...(record.notes ?? [])],
    planned: plannedChanges(versions, packageDecision),
    versions
  }
}

function planTexts({ plan }: PackageRecord, place: WarningPlace): readonly string[] {
  const warnings = (plan?.warnings ?? []).filter(({ code }) => PLACES[code] === place)
  return [...new Set(warnings.map((warning) => warningText(warning)))]
}

type WarningPlace = 'warning' | 'note' | 'field'

const PLACES: Readonly<Record<PlanWarning['code'], WarningPlace>> = {
  'question-unanswered': 'warning',
  'names-no-root': 'warning',
  'tags-untold': 'warning',
  'unknown-manifests': 'warning',
  'lacks-parts': 'warning',
  frozen: 'field'
}

function versionRows({ plan, outcomes }: PackageRecord): readonly VersionRow[] {
  const rows = (plan?.versions ?? []).map((planned) => versionRow(planned))
  return withOutcomes(rows, outcomes).toSorted((a, b) => b.id - a.id)
}

function versionRow(planned: VersionPlan): VersionRow {
  const { id, name, tags, createdAt, updatedAt } = planned.version
  return {
    id,
    name,
    tags,
    createdAt: isoDate(createdAt),
    updatedAt: isoDate(updatedAt),
    kind: planned.kind,
    root: planned.root,
    sizeBytes: planned.sizeBytes,
    decision: planned.decision,
    rule: planned.rule,
    reason: reasonText(planned.reason),
    reasonCode: planned.reason.code,
    untag: planned.untag,
    outcome: null,
    error: null,
    untagged: [],
    retagged: []
  }
}

/** ISO 8601 with milliseconds, UTC; `null` for no time or one that no date can say. */
export function isoDate(time: EpochMs | null): string | null {
  if (time === null || !(Math.abs(time) <= LAST_DATE_MS)) return null
  return new Date(time).toISOString()
}

/** By type, then name, then owner: the order of packages in a report. */
export function byPlace(a: PackageReport, b: PackageReport): number {
  return byText(a.type, b.type) || byText(a.name, b.name) || byText(a.owner, b.owner)
}
