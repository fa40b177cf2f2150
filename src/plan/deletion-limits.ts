import type { PackageRef } from '../model/package.js'
import type { DeletionLimit } from '../policy/policy.js'
import type { PackagePlan } from './plan.js'

/** A limit on deletions that the plans of a run go beyond. */
export interface ExceededLimit {
  readonly limit: DeletionLimit
  /** The package whose share is too large; `null` for a count over the whole run. */
  readonly package: PackageRef | null
  /** Versions that would be deleted. */
  readonly deletions: number
  /** Versions listed, in the package or in the whole run. */
  readonly versions: number
}

/**
 * The limits that a run goes beyond, by ruling 59: versions decided `delete` count, children
 * too, tags taken off do not; beyond means more than. One package over its share is enough.
 */
export function exceededLimits(
  plans: readonly { readonly plan: PackagePlan; readonly limits: readonly DeletionLimit[] }[]
): ExceededLimit[] {
  const counted = plans.map(({ plan, limits }) => ({
    package: plan.package,
    limits,
    deletions: plan.versions.filter(({ decision }) => decision === 'delete').length,
    versions: plan.versions.length
  }))
  const shares = counted.flatMap(({ limits, ...rest }) =>
    limits.flatMap((limit): ExceededLimit[] =>
      limit.kind === 'share' && isBeyond(rest, limit.percent) ? [{ limit, ...rest }] : []
    )
  )
  return [...exceededCounts(counted), ...shares]
}

/** Digits after the point of a share that count: a decimal such as 1.15 is no exact number. */
const SHARE_SCALE = 1e6

function isBeyond(
  { deletions, versions }: { readonly deletions: number; readonly versions: number },
  percent: number
): boolean {
  return deletions * 100 * SHARE_SCALE > Math.round(percent * SHARE_SCALE) * versions
}

function exceededCounts(
  counted: readonly {
    readonly limits: readonly DeletionLimit[]
    readonly deletions: number
    readonly versions: number
  }[]
): ExceededLimit[] {
  const deletions = sum(counted.map((one) => one.deletions))
  const versions = sum(counted.map((one) => one.versions))
  const lowest = Math.min(
    ...counted.flatMap(({ limits }) =>
      limits.flatMap((limit) => (limit.kind === 'count' ? [limit.count] : []))
    )
  )
  return deletions > lowest
    ? [{ limit: { kind: 'count', count: lowest }, package: null, deletions, versions }]
    : []
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}
