import type { Digest } from '../../src/model/digest.js'
import type { PackageRef, PackageType } from '../../src/model/package.js'
import { DAY_MS } from '../../src/model/time.js'
import type { VersionOutcome } from '../../src/plan/outcome.js'
import type { PackagePlan, VersionPlan } from '../../src/plan/plan.js'
import type { Reason } from '../../src/plan/reason.js'
import type { PackageRecord, RunRecord } from '../../src/report/run-record.js'

/** 31 January 2026, 02:00 UTC. */
export const NOW = Date.UTC(2026, 0, 31, 2)

export const digest = (id: number): Digest => `sha256:${id.toString(16).padStart(64, '0')}`

export const ref = (name: string, type: PackageType = 'container', login = 'acme'): PackageRef => ({
  owner: { login, kind: 'organization', isTokenOwner: false },
  type,
  name
})

export const selected = (rule: string, tag: string): Reason => ({
  code: 'selected',
  rule,
  because: [{ code: 'tag-matches', tag, pattern: 'pr-*' }]
})

/** A version that no rule selects, as old in days as its id; `overrides` make it something else. */
export function planned(
  id: number,
  tags: readonly string[],
  overrides: Partial<VersionPlan> = {}
): VersionPlan {
  const createdAt = NOW - id * DAY_MS
  return {
    version: { id, name: digest(id), tags, createdAt, updatedAt: createdAt, deletedAt: null },
    kind: 'image',
    sizeBytes: 1000,
    root: null,
    decision: 'keep',
    rule: null,
    reason: { code: 'not-selected' },
    untag: [],
    ...overrides
  }
}

/** A version that `rule` deletes. */
export const goes = (id: number, rule: string, ...tags: string[]): VersionPlan =>
  planned(id, tags, { decision: 'delete', rule, reason: selected(rule, tags[0] ?? '') })

export const plan = (
  target: PackageRef,
  versions: readonly VersionPlan[],
  overrides: Partial<PackagePlan> = {}
): PackagePlan => ({
  package: target,
  frozen: null,
  packageDecision: null,
  lastVersionFailure: null,
  versions,
  warnings: [],
  reclaimedBytes: 0,
  ...overrides
})

export const packageRecord = (
  target: PackageRef,
  versions: readonly VersionPlan[] | null,
  overrides: Partial<PackageRecord> = {},
  ofPlan: Partial<PackagePlan> = {}
): PackageRecord => ({
  package: target,
  repository: null,
  plan: versions === null ? null : plan(target, versions, ofPlan),
  outcomes: [],
  packageOutcome: null,
  error: null,
  leftAlone: null,
  warnings: [],
  ...overrides
})

export const run = (
  packages: readonly PackageRecord[],
  overrides: Partial<RunRecord> = {}
): RunRecord => ({
  mode: 'cleanup',
  dryRun: true,
  startedAt: NOW,
  finishedAt: NOW + 42_000,
  complete: true,
  toolVersion: '1.0.0',
  policyDigest: digest(1),
  error: null,
  fuse: null,
  stopped: null,
  warnings: [],
  requests: { api: 4, registry: 6 },
  packages,
  ...overrides
})

export const outcome = (
  id: number,
  what: VersionOutcome['outcome'],
  overrides: Partial<VersionOutcome> = {}
): VersionOutcome => ({
  id,
  outcome: what,
  error: null,
  untagged: [],
  retagged: [],
  ...overrides
})
