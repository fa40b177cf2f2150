import { formatBytes } from './bytes.js'
import type { PackageTotals } from './report.js'

/**
 * The bytes that the plan of a dry run would free, or that a live run freed: what is known of
 * them, which is the least. `null` where nothing goes: then there are none.
 */
export function freedBytes(
  { selected, deleted, reclaimedBytes }: PackageTotals,
  dryRun: boolean
): string | null {
  return (dryRun ? selected : deleted) === 0 ? null : formatBytes(reclaimedBytes)
}

/** The same as the end of a sentence; empty where nothing goes. */
export function freedText(totals: PackageTotals, dryRun: boolean): string {
  const bytes = freedBytes(totals, dryRun)
  return bytes === null ? '' : `, at least ${bytes} ${dryRun ? 'would be' : 'were'} freed`
}
