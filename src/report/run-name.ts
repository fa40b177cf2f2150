import type { Report } from './report.js'

/**
 * The name of a run's own report, without `.json`: when it started and what it was, such as
 * `report-2026-01-31T02-00-00.000Z-cleanup-dry-run`. No other run's is called so, and names sort
 * by time.
 */
export function runName({
  startedAt,
  mode,
  dryRun
}: Pick<Report, 'startedAt' | 'mode' | 'dryRun'>): string {
  return `report-${startedAt.replaceAll(/[^\w.-]/g, '-')}-${mode}${dryRun ? '-dry-run' : ''}`
}
