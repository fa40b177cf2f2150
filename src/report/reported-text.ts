import type { VersionPlan } from '../plan/plan.js'
import { versionLabel } from './labels.js'
import { reasonText } from './reason-text.js'
import type { VersionRow } from './report.js'
import { enumerate } from './wording.js'

const SHOWN_TAGS = 10

/** What a report says of one version. */
export interface ReportedVersion {
  /** When the run began; ISO 8601. */
  readonly madeAt: string
  readonly dryRun: boolean
  readonly row: VersionRow
  /** Whether the rules at hand are those of the report; `null` where that is not known. */
  readonly isByTheseRules: boolean | null
}

/** What the report says, as one line. */
export function reportedLine({ madeAt, dryRun, row }: ReportedVersion): string {
  const rule = row.rule === null ? '' : ` (${row.rule})`
  const became = [row.outcome, row.error].filter((text) => text !== null).join(': ')
  return (
    `the report of ${madeAt}${dryRun ? ', a dry run,' : ''} says: ` +
    `${row.decision}${rule}: ${row.reason}${became === '' ? '' : `; ${became}`}`
  )
}

/** What a decision that was made again is to that of the report. */
export function decidedAgainLine(
  { row, isByTheseRules }: ReportedVersion,
  again: VersionPlan
): string {
  const rule = again.rule === null ? '' : ` (${again.rule})`
  const isSame =
    again.decision === row.decision && again.rule === row.rule && sameTags(again.untag, row.untag)
  if (isSame) return 'decided again here it is the same'
  const why =
    isByTheseRules === false
      ? ", by other rules than the report's,"
      : ', where nobody can be asked,'
  const otherwise = again.decision === row.decision ? '' : ' it would be otherwise'
  return `decided again here${why}${otherwise}: ${again.decision}${rule}: ${reasonText(again.reason)}`
}

/**
 * A version of which the report alone can tell: no rules were given, or it is gone.
 *
 * @param label of its package
 */
export function reportedLines(
  label: string,
  reported: ReportedVersion,
  why: 'no rules' | 'gone'
): readonly string[] {
  const { id, kind, name, tags } = reported.row
  return [
    `${label}: ${versionLabel({ name, tags })}`,
    `  version ${id}, ${kind}, ${name}`,
    `  tags: ${tags === null ? 'not known' : enumerate(tags, SHOWN_TAGS) || 'none'}`,
    reportedLine(reported),
    why === 'gone'
      ? 'there is nothing left of it to decide again'
      : 'give the rules, such as --policy-file FILE, to read what each of them says'
  ]
}

function sameTags(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((tag) => others.includes(tag))
}
