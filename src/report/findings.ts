import type { Outcome } from '../plan/outcome.js'
import { formatCount } from './bytes.js'
import { exampleList, packageTitle, versionLabel } from './labels.js'
import type { PackageReport, Report } from './report.js'
import { clip, enumerate, plural } from './wording.js'

/** The title of a warning that says of itself what it is about. */
export const WORTH_KNOWING = 'Worth knowing'

const SHOWN_LINES = 10
const SHOWN_NAMES = 3
const LINE_LENGTH = 500
/** It may have several things to click. */
const RUN_ERROR_LENGTH = 2000

/** Something of a run that stands out. Title and lines are plain text. */
export interface Finding {
  readonly code:
    | 'run-error'
    | 'cut-off'
    | 'fuse'
    | 'package-error'
    | 'failed'
    | 'last-version-fail'
    | 'remaining'
    | 'frozen'
    | 'warning'
    | 'blocked'
    | 'retained'
    | 'skipped'
    | 'left-alone'
    | 'note'
  readonly level: 'error' | 'warning' | 'notice'
  readonly title: string
  /** At most 11, the last one saying how many more there are. */
  readonly lines: readonly string[]
}

/** What stands out in a run, the gravest first. Empty for a run without a hitch. */
export function findings(report: Report): readonly Finding[] {
  return [
    ...runError(report),
    ...cutOff(report),
    ...fuse(report),
    ...packageErrors(report),
    ...outcomeFinding(report, 'failed', 'error', 'failed'),
    ...lastVersionFailures(report),
    ...remaining(report),
    ...frozen(report),
    ...warnings(report),
    ...outcomeFinding(
      report,
      'blocked',
      'notice',
      'blocked by GitHub, which keeps public versions with more than 5,000 downloads'
    ),
    ...outcomeFinding(report, 'retained', 'notice', 'retained, since GitHub keeps the last one'),
    ...outcomeFinding(report, 'skipped', 'notice', 'skipped'),
    ...leftAlone(report),
    ...notes(report)
  ]
}

function runError(report: Report): readonly Finding[] {
  const { error, complete } = report
  if (error === null) return []
  const lines = [clip(error, RUN_ERROR_LENGTH), ...(complete ? [] : [untilThen(report)])]
  return [{ code: 'run-error', level: 'error', title: 'The run failed', lines }]
}

function cutOff(report: Report): readonly Finding[] {
  if (report.complete || report.error !== null) return []
  const title = 'The run did not come to its end'
  return [{ code: 'cut-off', level: 'warning', title, lines: [untilThen(report)] }]
}

function untilThen({ dryRun }: Report): string {
  return dryRun
    ? 'The plan is not complete.'
    : 'What was done until then is in this report and its journal; the next run goes on.'
}

function fuse({ fuse: text, dryRun }: Report): readonly Finding[] {
  if (text === null) return []
  const title = dryRun
    ? 'A live run would change nothing: the plan goes beyond max-deletions'
    : 'Nothing was changed: the plan goes beyond max-deletions'
  return [{ code: 'fuse', level: dryRun ? 'warning' : 'error', title, lines: [shortLine(text)] }]
}

function packageErrors({ packages }: Report): readonly Finding[] {
  const broken = packages.filter(({ error }) => error !== null)
  if (broken.length === 0) return []
  const title = `${plural(broken.length, 'package')} could not be processed`
  return [
    {
      code: 'package-error',
      level: 'error',
      title,
      lines: byMessage(broken, (entry) => entry.error)
    }
  ]
}

function lastVersionFailures({ packages }: Report): readonly Finding[] {
  const failing = packages.filter(({ lastVersionFailure }) => lastVersionFailure !== null)
  if (failing.length === 0) return []
  const title = `last-version: fail stopped ${plural(failing.length, 'package')}`
  const text = 'The plan would leave none of its versions, or none with a tag; nothing goes in it'
  return [
    { code: 'last-version-fail', level: 'error', title, lines: byMessage(failing, () => text) }
  ]
}

function remaining({ totals, stopped }: Report): readonly Finding[] {
  if (totals.remaining === 0 && stopped === null) return []
  const left = `${plural(totals.remaining, 'version')} ${totals.remaining === 1 ? 'remains' : 'remain'} for the next run`
  const title = totals.remaining === 0 ? 'The run stopped early' : left
  const lines = stopped === null ? [] : [shortLine(stopped)]
  return [{ code: 'remaining', level: 'warning', title, lines }]
}

function frozen({ packages }: Report): readonly Finding[] {
  const still = packages.filter((entry) => entry.frozen !== null && entry.error === null)
  if (still.length === 0) return []
  const title = `Nothing goes in ${plural(still.length, 'package')}: when in doubt, everything is kept`
  return [
    { code: 'frozen', level: 'warning', title, lines: byMessage(still, (entry) => entry.frozen) }
  ]
}

function warnings(report: Report): readonly Finding[] {
  const { count, lines } = saidIn(report, ({ warnings: texts }) => texts)
  if (count === 0) return []
  const [only, ...others] = report.packages.filter(({ warnings: texts }) => texts.length > 0)
  if (report.warnings.length === 0 && only !== undefined && others.length === 0) {
    const own = capped(only.warnings.map((text) => shortLine(text)))
    return [{ code: 'warning', level: 'warning', title: packageTitle(only), lines: own }]
  }
  const title = count === 1 ? WORTH_KNOWING : plural(count, 'warning')
  return [{ code: 'warning', level: 'warning', title, lines }]
}

function notes(report: Report): readonly Finding[] {
  const { count, lines } = saidIn(report, ({ notes: texts }) => texts)
  if (count === 0) return []
  const [only] = count === 1 ? lines : []
  return only === undefined
    ? [{ code: 'note', level: 'notice', title: plural(count, 'note'), lines }]
    : [{ code: 'note', level: 'notice', title: only, lines: [] }]
}

function saidIn(
  report: Report,
  textsOf: (one: Report | PackageReport) => readonly string[]
): { readonly count: number; readonly lines: readonly string[] } {
  const entries = report.packages.flatMap((entry) =>
    textsOf(entry).map((text) => [text, packageTitle(entry)] as const)
  )
  const ofRun = textsOf(report)
  return {
    count: ofRun.length + new Set(entries.map(([text]) => text)).size,
    lines: capped([...ofRun.map((text) => shortLine(text)), ...grouped(entries, 'package')])
  }
}

function leftAlone({ packages }: Report): readonly Finding[] {
  const aside = packages.filter((entry) => entry.leftAlone !== null)
  if (aside.length === 0) return []
  const title = `${plural(aside.length, 'package')} left alone`
  return [
    {
      code: 'left-alone',
      level: 'notice',
      title,
      lines: byMessage(aside, (entry) => entry.leftAlone)
    }
  ]
}

function outcomeFinding(
  { packages, totals }: Report,
  outcome: Outcome & Finding['code'],
  level: Finding['level'],
  words: string
): readonly Finding[] {
  if (totals[outcome] === 0) return []
  const rows = packages.flatMap((entry) =>
    entry.versions.filter((row) => row.outcome === outcome).map((row) => ({ entry, row }))
  )
  const lines = grouped(
    rows.map(({ entry, row }) => [row.error ?? outcome, `${entry.name}: ${versionLabel(row)}`]),
    'version'
  )
  const title = `${plural(totals[outcome], 'version')} ${words}`
  return [{ code: outcome, level, title, lines: capped(lines) }]
}

function byMessage(
  packages: readonly PackageReport[],
  message: (entry: PackageReport) => string | null
): readonly string[] {
  const pairs = packages.map((entry) => [message(entry) ?? '', packageTitle(entry)] as const)
  return capped(grouped(pairs, 'package'))
}

// One line a text, the commonest first, with some of the names that it is about.
function grouped(
  pairs: readonly (readonly [text: string, name: string])[],
  noun: 'package' | 'version'
): readonly string[] {
  const names = new Map<string, string[]>()
  for (const [text, name] of pairs) {
    const known = names.get(text)
    if (known === undefined) names.set(text, [name])
    else known.push(name)
  }
  return [...names]
    .toSorted(([, a], [, b]) => b.length - a.length)
    .map(([text, list]) =>
      noun === 'package' ? packagesLine(text, list) : versionsLine(text, list)
    )
}

/** Which packages first: what is said of a package rarely names it. */
function packagesLine(text: string, list: readonly string[]): string {
  const names = enumerate(list, SHOWN_NAMES)
  const about = list.length > SHOWN_NAMES ? `${plural(list.length, 'package')} (${names})` : names
  return `${about}: ${shortLine(text)}`
}

function versionsLine(text: string, list: readonly string[]): string {
  const count = list.length > SHOWN_NAMES ? `${plural(list.length, 'version')}, ` : ''
  const names = exampleList(list.slice(0, SHOWN_NAMES), list.length - SHOWN_NAMES)
  return `${shortLine(text)} (${count}${names})`
}

function shortLine(text: string): string {
  return clip(text, LINE_LENGTH)
}

function capped(lines: readonly string[]): readonly string[] {
  const left = lines.length - SHOWN_LINES
  if (left <= 0) return lines
  return [...lines.slice(0, SHOWN_LINES), `… and ${formatCount(left)} more, all in report.json`]
}
