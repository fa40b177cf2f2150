import type { PackageReport, PackageTotals, Report, Totals, VersionRow } from './report.js'

type Counts = { -readonly [Key in keyof PackageTotals]: number }

function noCounts(): Counts {
  return {
    versions: 0,
    selected: 0,
    deleted: 0,
    untagged: 0,
    restored: 0,
    kept: 0,
    toUntag: 0,
    toRestore: 0,
    gone: 0,
    retained: 0,
    blocked: 0,
    skipped: 0,
    failed: 0,
    remaining: 0,
    reclaimedBytes: 0
  }
}

/** Counts the versions of one package by ruling 73. */
export function packageTotals(
  rows: readonly VersionRow[],
  reclaimableBytes: number,
  dryRun: boolean
): PackageTotals {
  const counts = noCounts()
  for (const row of rows) countRow(counts, row)
  counts.reclaimedBytes = dryRun ? reclaimableBytes : freedBytes(rows, reclaimableBytes)
  return counts
}

function countRow(counts: Counts, { decision, outcome }: VersionRow): void {
  counts.versions += 1
  if (decision === 'delete') counts.selected += 1
  else if (decision === 'restore') counts.toRestore += 1
  else counts.kept += 1
  if (decision === 'untag') counts.toUntag += 1
  if (outcome !== null) counts[outcome] += 1
}

// What was planned and not done may hold every blob of its own: what is left is certain.
function freedBytes(rows: readonly VersionRow[], reclaimableBytes: number): number {
  const planned = rows.filter(({ decision }) => decision === 'delete')
  const left = planned.filter(({ outcome }) => outcome !== 'deleted')
  if (left.length === planned.length) return 0
  const held = left.reduce((bytes, { sizeBytes }) => bytes + (sizeBytes ?? 0), 0)
  return Math.max(0, reclaimableBytes - held)
}

/** Adds up the packages of a run. */
export function runTotals(packages: readonly Pick<PackageReport, 'totals'>[]): Totals {
  const counts = noCounts()
  for (const { totals } of packages) {
    for (const key of TOTAL_KEYS) counts[key] += totals[key]
  }
  return { packages: packages.length, ...counts }
}

const TOTAL_KEYS = [
  'versions',
  'selected',
  'deleted',
  'untagged',
  'restored',
  'kept',
  'toUntag',
  'toRestore',
  'gone',
  'retained',
  'blocked',
  'skipped',
  'failed',
  'remaining',
  'reclaimedBytes'
] as const satisfies readonly (keyof PackageTotals)[]

/** The report with all its counts made anew from its rows. */
export function recount(report: Report, packages: readonly PackageReport[]): Report {
  const counted = packages.map((entry) => ({
    ...entry,
    totals: packageTotals(entry.versions, entry.reclaimableBytes, report.dryRun)
  }))
  return { ...report, totals: runTotals(counted), packages: counted }
}
