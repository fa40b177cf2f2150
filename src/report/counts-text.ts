import { OUTCOMES } from '../plan/outcome.js'
import { formatCount } from './bytes.js'
import type { PackageTotals } from './report.js'

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

/** `2 deleted`, `1 failed`: the outcomes that there are. */
export function outcomesText(totals: PackageTotals): readonly string[] {
  return OUTCOMES.flatMap((outcome) => count(totals[outcome], outcome))
}

function count(amount: number, words: string): readonly string[] {
  return amount > 0 ? [`${formatCount(amount)} ${words}`] : []
}
