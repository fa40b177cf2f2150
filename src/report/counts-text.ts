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
 * does not stay; of a live run what can't be carried out stands apart, since its report counts
 * that as selected.
 */
export function plannedCountsText(
  { totals, versions }: Pick<PackageReport, 'totals' | 'versions'>,
  dryRun: boolean
): readonly string[] {
  const withheld = dryRun ? 0 : versions.filter(isWithheld).length
  const gone = goneAlready(versions)
  return [
    ...countsText({ ...totals, kept: totals.kept - withheld - gone }, dryRun),
    ...count(withheld, 'not carried out'),
    ...count(gone, 'gone already')
  ]
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
