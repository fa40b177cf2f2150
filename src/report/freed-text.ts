import { formatBytes } from './bytes.js'
import type { PackageReport, PackageTotals, VersionRow } from './report.js'

/** What one package's numbers are made of, or those of several. */
export interface Counted {
  readonly totals: PackageTotals
  readonly packages: readonly Pick<PackageReport, 'versions'>[]
}

/** The bytes freed as a cell of a table. */
export function freedCell(counted: Counted, dryRun: boolean): string {
  const freed = freedOf(counted, dryRun)
  if (freed === 'none') return '0'
  return freed === 'unknown' ? 'not known' : `≈ ${freed}`
}

/** The same as the end of a sentence; empty where there is nothing to say. */
export function freedText(counted: Counted, dryRun: boolean): string {
  const freed = freedOf(counted, dryRun)
  if (freed === 'none' || freed === 'unknown') return ''
  return `, about ${freed} ${dryRun ? 'would be' : 'were'} freed`
}

/**
 * What is known of the bytes that the plan of a dry run would free, or that a live run freed.
 * Platforms of an index are mostly not read: on images that go their bytes are missing in the
 * sum, on images that stay nothing tells what they share with it. So it is about right at best,
 * and 0 where something goes means that nobody knows. `none` where nothing goes.
 */
function freedOf({ totals, packages }: Counted, dryRun: boolean): string {
  const { selected, deleted, reclaimedBytes } = totals
  if ((dryRun ? selected : deleted) === 0) return 'none'
  if (reclaimedBytes === 0) return 'unknown'
  const isInPart = packages.some(({ versions }) =>
    versions.some((row) => goesUnmeasured(row, dryRun))
  )
  return `${formatBytes(reclaimedBytes)}${isInPart ? ' or more' : ''}`
}

function goesUnmeasured(row: VersionRow, dryRun: boolean): boolean {
  const goes = dryRun ? row.decision === 'delete' : row.outcome === 'deleted'
  return goes && row.root === null && row.sizeBytes === null
}
