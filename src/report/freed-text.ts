import { formatBytes } from './bytes.js'
import type { PackageTotals } from './report.js'

/**
 * What is known of the bytes that the plan of a dry run would free, or that a live run freed.
 * Platforms of an index are mostly not read: on images that go their bytes are missing in the
 * sum, on images that stay nothing tells what they share with it. So it is about right at best,
 * and 0 where something goes means that nobody knows. `none` where nothing goes.
 */
function freedOf({ selected, deleted, reclaimedBytes }: PackageTotals, dryRun: boolean): string {
  if ((dryRun ? selected : deleted) === 0) return 'none'
  return reclaimedBytes === 0 ? 'unknown' : formatBytes(reclaimedBytes)
}

/** The bytes freed as a cell of a table. */
export function freedCell(totals: PackageTotals, dryRun: boolean): string {
  const freed = freedOf(totals, dryRun)
  if (freed === 'none') return '0'
  return freed === 'unknown' ? 'not known' : `≈ ${freed}`
}

/** The same as the end of a sentence; empty where there is nothing to say. */
export function freedText(totals: PackageTotals, dryRun: boolean): string {
  const freed = freedOf(totals, dryRun)
  if (freed === 'none' || freed === 'unknown') return ''
  return `, about ${freed} ${dryRun ? 'would be' : 'were'} freed`
}
