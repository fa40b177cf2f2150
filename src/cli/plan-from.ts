import { versionLabel } from '../report/labels.js'
import { decisionLines, packageHeaderLine, totalsLines, warningLines } from '../report/log-lines.js'
import type { Report } from '../report/report.js'
import { reportDirectoryProblem } from '../run/report-directory.js'
import { plural } from '../report/wording.js'
import { failuresOf } from '../run/run-result.js'
import type { RawInputs } from '../run/inputs/surroundings.js'
import { planSaved, selectSaved, type NamedSavedPackage } from '../run/saved/plan-saved.js'
import { createWorkspaceFiles } from '../run/workspace-files.js'
import { EXIT, UsageError, type ExitCode } from './exit-codes.js'
import { readSavedWork, type SavedWork } from './saved-work.js'
import type { Shell } from './shell.js'
import { Terminal } from './terminal.js'
import { writeReports } from './write-reports.js'

/** What `plan --from` is given beside the inputs. */
export interface PlanFromOptions {
  /** Paths of saved lists; `-` is standard input. */
  readonly from: readonly string[]
  /** `null` where it is not given. */
  readonly now: string | null
  readonly json: boolean
}

/**
 * Plans saved version lists, without a request to anywhere. Reports are written where
 * `report-directory` is given.
 */
export async function planFrom(
  shell: Shell,
  raw: RawInputs,
  { from, now, json }: PlanFromOptions
): Promise<ExitCode> {
  const { program } = shell
  const terminal = new Terminal(shell.stdout, shell.stderr, shell.environment, json)
  const work = readSavedWork(shell, raw, from, now)
  for (const warning of work.warnings) terminal.complain(`warning: ${warning}`)
  const isWritten = raw['report-directory'] !== undefined
  const unusable = isWritten ? reportDirectoryProblem(work.config.reportDirectory) : null
  if (unusable !== null) throw new UsageError(unusable)
  const workspace = createWorkspaceFiles(shell.directory)
  const report = await planSaved(work.lists, work.config, { now: work.now, workspace })
  if (report.packages.length === 0) {
    throw new UsageError(noneText(work))
  }
  show(report, work.madeAt, now, terminal)
  const otherwise = decidedOtherwise(report, work.lists)
  if (otherwise !== null) terminal.line(otherwise)
  const place = { directory: work.config.reportDirectory, workflow: null, program }
  if (isWritten) await writeReports(report, place, terminal)
  if (json) shell.stdout.write(`${JSON.stringify(report)}\n`)
  const failures = failuresOf(report, work.config.failOn)
  for (const failure of failures) terminal.complain(`failed: ${failure}`)
  return failures.length === 0 ? EXIT.done : EXIT.failed
}

function noneText({ config, lists }: SavedWork): string {
  const isShared = selectSaved(lists, { ...config, share: null }).length > 0
  return isShared
    ? '--share: none of the lists is in this share'
    : '--from: none of the lists is of a package that the rules are about'
}

/** Where the lists are of a report: that it said otherwise; it could ask, and this can't. */
function decidedOtherwise(
  { packages }: Report,
  lists: readonly NamedSavedPackage[]
): string | null {
  const differing = packages.flatMap((entry) => {
    const list = lists.find(({ ref }) => ref.type === entry.type && ref.name === entry.name)
    return entry.versions.flatMap((row) => {
      const reported = list?.saved.rows?.get(row.id)
      return reported === undefined || reported.decision === row.decision ? [] : [reported]
    })
  })
  const [first] = differing
  if (first === undefined) return null
  return (
    `The report itself decided otherwise for ${plural(differing.length, 'version')}, such as ` +
    `${versionLabel(first)}: ${first.decision}: ${first.reason}`
  )
}

function show(report: Report, madeAt: string | null, now: string | null, terminal: Terminal): void {
  for (const entry of report.packages) {
    terminal.title(packageHeaderLine(entry, true))
    for (const line of [...warningLines(entry), ...decisionLines(entry)]) terminal.line(line)
  }
  for (const line of totalsLines(report)) terminal.line(line)
  const when = now === null && madeAt !== null ? ', when the report was made' : ''
  terminal.line(
    `Decided on saved lists as of ${report.startedAt}${when}; nobody was asked. ` +
      'Rules about pull requests, branches, releases and dist-tags had no answer: they delete ' +
      'nothing and keep everything.'
  )
  if (report.fuse !== null) terminal.complain(`warning: ${report.fuse}`)
}
