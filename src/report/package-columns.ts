import { formatCount } from './bytes.js'
import { freedCell, type Counted } from './freed-text.js'
import { bringsBack } from './headline.js'
import { isUnseen } from './left-alone.js'
import type { PackageReport, PackageTotals, Report } from './report.js'

/** One column of numbers in a table of packages. */
export interface PackageColumn {
  readonly title: string
  /** Always shown; the others only where some package has something there. */
  readonly isBasic: boolean
  readonly count: (totals: PackageTotals) => number
  /** What stands in the cell. */
  readonly cell: (counted: Counted) => string
}

/** What stands in a package's row: no numbers where nobody looked into it. */
export function packageCells(
  entry: PackageReport,
  columns: readonly PackageColumn[]
): readonly string[] {
  return columns.map(({ cell }) =>
    isUnseen(entry) ? '–' : cell({ totals: entry.totals, packages: [entry] })
  )
}

/** The columns that this run's table of packages has, the package itself left out. */
export function packageColumns(report: Report): readonly PackageColumn[] {
  return allColumns(report).filter(({ isBasic, count }) => isBasic || count(report.totals) > 0)
}

function allColumns({ mode, dryRun }: Report): readonly PackageColumn[] {
  const outcomes = [
    column('retained', ({ retained }) => retained),
    column('blocked', ({ blocked }) => blocked),
    column('gone', ({ gone }) => gone),
    column('skipped', ({ skipped }) => skipped),
    column('failed', ({ failed }) => failed),
    column('remaining', ({ remaining }) => remaining)
  ]
  const versions = column('versions', (totals) => totals.versions, true)
  return bringsBack(mode)
    ? [versions, ...restoreColumns(dryRun), ...outcomes]
    : [versions, ...cleanupColumns(dryRun), ...outcomes, bytesColumn(dryRun)]
}

function restoreColumns(dryRun: boolean): readonly PackageColumn[] {
  return dryRun
    ? [column('would be restored', ({ toRestore }) => toRestore, true)]
    : [
        column('to restore', ({ toRestore }) => toRestore, true),
        column('restored', ({ restored }) => restored, true)
      ]
}

function cleanupColumns(dryRun: boolean): readonly PackageColumn[] {
  const kept = column('kept', (totals) => totals.kept, true)
  return dryRun
    ? [
        kept,
        column('would be deleted', ({ selected }) => selected, true),
        column('would be untagged', ({ toUntag }) => toUntag)
      ]
    : [
        kept,
        column('selected', ({ selected }) => selected, true),
        column('deleted', ({ deleted }) => deleted, true),
        column('untagged', ({ untagged }) => untagged)
      ]
}

function bytesColumn(dryRun: boolean): PackageColumn {
  const title = dryRun ? 'would be freed' : 'freed'
  return {
    title,
    isBasic: true,
    count: ({ reclaimedBytes }) => reclaimedBytes,
    cell: (counted) => freedCell(counted, dryRun)
  }
}

function column(
  title: string,
  count: (totals: PackageTotals) => number,
  isBasic = false
): PackageColumn {
  return { title, isBasic, count, cell: ({ totals }) => formatCount(count(totals)) }
}
