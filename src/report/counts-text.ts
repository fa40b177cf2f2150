import { OUTCOMES } from '../plan/outcome.js'
import { formatCount } from './bytes.js'
import type { PackageReport, PackageTotals, VersionRow } from './report.js'

/** `3 would be deleted`, `6 would stay`: what a plan decides; of a live run also what became of it. */
export function countsText(totals: PackageTotals, dryRun: boolean): readonly string[] {
  const would = dryRun ? 'would be ' : 'to be '
  return [
    ...count(totals.selected, `${would}deleted`),
    ...count(totals.toUntag, `${would}untagged`),
    ...count(totals.toRestore, `${would}restored`),
    ...count(totals.kept, dryRun ? 'would stay' : 'to stay'),
    ...outcomesText(totals)
  ]
}

/**
 * The same before the first change. Where a reviewed plan is applied, what is not there any more
 * does not stay. The report of a dry run counts it as kept (ruling 73), so that number is told, and
 * how many of them are gone; that of a live run as selected, with what can't be carried out, so
 * there both stand apart.
 */
export function plannedCountsText(
  { totals, versions }: Pick<PackageReport, 'totals' | 'versions'>,
  dryRun: boolean
): readonly string[] {
  const gone = goneAlready(versions)
  if (dryRun) {
    return gone === 0
      ? countsText(totals, dryRun)
      : [...countsText({ ...totals, kept: 0 }, dryRun), keptText(totals.kept, gone)]
  }
  const withheld = versions.filter(isWithheld).length
  return [
    ...countsText({ ...totals, kept: totals.kept - withheld - gone }, dryRun),
    ...count(withheld, 'not carried out'),
    ...count(gone, 'gone already')
  ]
}

/** What a dry run keeps, where some of it only since it is not there any more. */
export function keptText(kept: number, gone: number, of = ''): string {
  return `${formatCount(kept)}${of} would be kept, ${formatCount(gone)} of them gone already`
}

function isWithheld({ reasonCode }: VersionRow): boolean {
  return reasonCode === 'not-applied'
}

/** How many of the versions that are kept a reviewed plan changes, and are not there any more. */
export function goneAlready(versions: readonly VersionRow[]): number {
  return versions.filter(isGoneAlready).length
}

/** Whether a version is kept only since it is not there any more. */
export function isGoneAlready({ reasonCode }: VersionRow): boolean {
  return reasonCode === 'already-gone'
}

/** `2 deleted`, `1 failed`: the outcomes that there are. */
export function outcomesText(totals: PackageTotals): readonly string[] {
  return OUTCOMES.flatMap((outcome) => count(totals[outcome], outcome))
}

function count(amount: number, words: string): readonly string[] {
  return amount > 0 ? [`${formatCount(amount)} ${words}`] : []
}
