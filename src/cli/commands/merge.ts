import { mkdirSync, writeFileSync } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'
import type { Command } from 'commander'
import { totalsLines } from '../../report/log-lines.js'
import { mergeReports } from '../../report/merge-reports.js'
import { isPlanToApply } from '../../report/planned-changes.js'
import type { Report } from '../../report/report.js'
import { runName } from '../../report/run-name.js'
import { undoLines } from '../../report/undo-lines.js'
import { reportDirectoryProblem } from '../../run/report-directory.js'
import { readReportFile } from '../../run/report-file.js'
import type { CommonConfig } from '../../run/config.js'
import { failOnOf } from '../../run/inputs/common-config.js'
import { InputReader } from '../../run/inputs/input-reader.js'
import { failuresOf } from '../../run/run-result.js'
import { applyCommand, undoHint, type ReportPlace } from '../../run/undo-hint.js'
import { troubleLines } from '../annotation-lines.js'
import { EXIT, UsageError } from '../exit-codes.js'
import { flagMessages } from '../flag-errors.js'
import { inputFlags, inputOption } from '../flags.js'
import { mergedPlace } from '../merged-place.js'
import type { Shell } from '../shell.js'
import { Terminal } from '../terminal.js'
import { writeReports } from '../write-reports.js'

/**
 * `merge`: the reports of shares as one. Exit 1 where they are no shares of one run, and where one
 * run over all packages would have failed.
 */
export function addMerge(program: Command, shell: Shell): void {
  program
    .command('merge')
    .summary('join the reports of shares into one')
    .description('join the report.json of each share into that of one run over all packages')
    .argument('<FILES...>', 'the report.json of each share')
    .requiredOption(
      '--output <PATH>',
      'folder for report.json, report.html and report.csv, or a name that ends in .json; - is stdout'
    )
    // What the reports of shares do not tell.
    .addOption(inputOption('fail-on'))
    .addHelpText(
      'after',
      '\nExamples:\n  package-retention merge reports/*/report.json --output package-retention-report'
    )
    .action((files: readonly string[], { output }: { readonly output: string }, command: Command) =>
      merge(files, { output, failOn: givenFailOn(command) }, shell)
    )
}

interface Merging {
  readonly output: string
  readonly failOn: CommonConfig['failOn']
}

function givenFailOn(command: Command): CommonConfig['failOn'] {
  const inputs = new InputReader(inputFlags(command))
  const failOn = failOnOf(inputs)
  if (inputs.errors.length > 0) throw new UsageError(flagMessages(inputs.errors).join('\n'))
  return failOn
}

async function merge(
  files: readonly string[],
  { output, failOn }: Merging,
  shell: Shell
): Promise<void> {
  const terminal = new Terminal(shell.stdout, shell.stderr, shell.environment, output === '-')
  const merged = mergeReports(files.map((file) => ({ name: file, report: read(file, shell) })))
  if (!merged.ok) {
    for (const error of merged.errors) terminal.complain(error)
    shell.exitCode = EXIT.failed
    return
  }
  const { report } = merged
  const unusable = isFolder(output)
    ? reportDirectoryProblem(resolve(shell.directory, output), '--output')
    : null
  if (unusable !== null) throw new UsageError(unusable)
  for (const line of totalsLines(report)) terminal.line(line)
  if (output === '-') shell.stdout.write(`${JSON.stringify(report)}\n`)
  else await write(report, output, shell, terminal)
  for (const line of troubleLines(report, failOn)) terminal.complain(line)
  const isDone = report.complete && failuresOf(report, failOn).length === 0
  shell.exitCode = isDone ? EXIT.done : EXIT.failed
}

function isFolder(output: string): boolean {
  return output !== '-' && !output.endsWith('.json')
}

async function write(
  report: Report,
  output: string,
  shell: Shell,
  terminal: Terminal
): Promise<void> {
  const path = resolve(shell.directory, output)
  const place = isFolder(output)
    ? mergedPlace(path, `${runName(report)}-merged.json`, shell)
    : mergedPlace(dirname(path), basename(path), shell)
  if (isFolder(output)) await writeReports(report, place, terminal)
  else writeJson(report, path, terminal)
  for (const line of nextLines(report, place)) terminal.line(line)
}

/** How to undo a live run; for who is at this machine also how to carry out a plan. */
function nextLines(report: Report, place: ReportPlace): readonly string[] {
  if (place.workflow !== null) return undoLines(report, undoHint(report, place))
  if (isPlanToApply(report)) return [`apply:  ${applyCommand(report, place)}`]
  const { deleted, untagged } = report.totals
  const isUndone = !report.dryRun && deleted + untagged > 0
  return isUndone ? [`undo:   ${undoHint(report, place).command}`] : []
}

function read(file: string, { directory }: Shell): Report {
  const result = readReportFile(file, directory)
  if (!result.ok) throw new UsageError(result.errors.join('\n'))
  return result.report
}

function writeJson(report: Report, path: string, terminal: Terminal): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, `${JSON.stringify(report)}\n`)
  terminal.line(`report: ${path}`)
}
