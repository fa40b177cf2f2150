import type { VersionOutcome } from '../plan/outcome.js'
import type { PackageRecord } from '../report/run-record.js'

/** The same outcome for every planned change of a package that has none yet. */
export function notBegun(
  { plan, outcomes }: Pick<PackageRecord, 'plan' | 'outcomes'>,
  outcome: 'failed' | 'skipped' | 'remaining',
  error: string
): VersionOutcome[] {
  const told = new Set(outcomes.map(({ id }) => id))
  return (plan?.versions ?? [])
    .filter(({ decision, version }) => decision !== 'keep' && !told.has(version.id))
    .map(({ version: { id } }) => ({ id, outcome, error, untagged: [], retagged: [] }))
}
