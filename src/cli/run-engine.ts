import { resolve } from 'node:path'
import { Octokit } from '@octokit/core'
import { octokitOptions } from '../github/octokit.js'
import { createFetch } from '../http/fetch.js'
import { htmlReport } from '../report/html/html-report.js'
import { troubleLines } from './annotation-lines.js'
import { isPlanToApply } from '../report/planned-changes.js'
import { totalsLines } from '../report/log-lines.js'
import { buildWorld } from '../run/build-world.js'
import type { RunConfig } from '../run/config.js'
import { parseInputs } from '../run/inputs/parse-inputs.js'
import type { RawInputs } from '../run/inputs/surroundings.js'
import { Interruption } from '../run/interruption.js'
import { createKeptFile } from '../run/kept-file.js'
import { createReportFiles } from '../run/report-files.js'
import { reportDirectoryProblem } from '../run/report-directory.js'
import { reportPaths } from '../run/report-paths.js'
import { runMode } from '../run/run-mode.js'
import type { RunResult } from '../run/run-result.js'
import { SYSTEM_CLOCK } from '../run/system-clock.js'
import { USER_AGENT } from '../run/tool-version.js'
import { applyCommand, undoHint, type ReportPlace } from '../run/undo-hint.js'
import { createWorkspaceFiles } from '../run/workspace-files.js'
import { cliSurroundings, keptPath } from './cli-surroundings.js'
import { EXIT, UsageError, type ExitCode } from './exit-codes.js'
import { flagMessages } from './flag-errors.js'
import type { Shell } from './shell.js'
import { TerminalTelling } from './terminal-telling.js'
import { Terminal } from './terminal.js'
import { withoutTold } from './told-warnings.js'

/** How a command asks for a run. */
export interface EngineFlags {
  /** Whether the report is all of stdout. */
  readonly json: boolean
  /** Where the token came from, for commands to paste; `null`: no file. */
  readonly tokenFile: string | null
}

/** Runs the engine with these inputs and shows the result. */
export async function runEngine(
  shell: Shell,
  raw: RawInputs,
  { json, tokenFile }: EngineFlags
): Promise<ExitCode> {
  const { environment, directory, stdout, stderr } = shell
  const terminal = new Terminal(stdout, stderr, environment, json)
  const parsed = parseInputs(raw, cliSurroundings(environment, directory))
  if (!parsed.ok) {
    for (const message of flagMessages(parsed.errors)) terminal.complain(message)
    return EXIT.usage
  }
  const unusable = reportDirectoryProblem(parsed.config.reportDirectory)
  if (unusable !== null) throw new UsageError(unusable)
  for (const warning of parsed.warnings) terminal.complain(`warning: ${warning}`)
  const interruption = new Interruption(process, (reason) => {
    terminal.complain(
      `${reason}, and cut off: ${resolve(parsed.config.reportDirectory)} has what was done`
    )
    process.exit(EXIT.failed)
  })
  try {
    const place: ReportPlace = {
      directory: parsed.config.reportDirectory,
      workflow: null,
      program: shell.program,
      flags: tokenFile === null ? raw : { ...raw, 'token-file': tokenFile },
      inputs: raw
    }
    const telling = new TerminalTelling(terminal, SYSTEM_CLOCK)
    const stage = { terminal, telling, interruption, place }
    const result = await run(parsed.config, shell, stage)
    show(result, parsed.config, stage)
    if (json) stdout.write(`${JSON.stringify(result.report)}\n`)
    const isDone = result.failures.length === 0 && interruption.reason === null
    return isDone ? EXIT.done : EXIT.failed
  } finally {
    interruption.close()
  }
}

interface Stage {
  readonly terminal: Terminal
  readonly telling: TerminalTelling
  readonly interruption: Interruption
  readonly place: ReportPlace
}

async function run(
  config: RunConfig,
  { environment, directory }: Shell,
  { terminal, telling, interruption, place }: Stage
): Promise<RunResult> {
  const { apiUrl, token, owner, reportDirectory } = config
  const fetch = createFetch({ environment })
  const settings = octokitOptions({ apiUrl, fetch, userAgent: USER_AGENT })
  const world = buildWorld({
    config,
    environment,
    interruption,
    octokit: new Octokit({ auth: token, ...settings }),
    clock: SYSTEM_CLOCK,
    telling,
    files: createReportFiles({
      directory: reportDirectory,
      html: (report, now) => htmlReport(report, { now, undo: undoHint(report, place) }),
      onTrouble: (text) => terminal.complain(`warning: ${text}`)
    }),
    kept: createKeptFile(keptPath(environment, apiUrl, owner)),
    workspace: createWorkspaceFiles(directory)
  })
  try {
    return await runMode(config, world)
  } finally {
    telling.close()
  }
}

function show({ report }: RunResult, config: RunConfig, { place, terminal, telling }: Stage): void {
  for (const line of totalsLines(report)) terminal.line(line)
  const { json, html } = reportPaths(config.reportDirectory)
  terminal.line(`report: ${json}`)
  terminal.line(`        ${html}`)
  const { deleted, untagged } = report.totals
  if (!report.dryRun && deleted + untagged > 0) {
    terminal.line(`undo:   ${undoHint(report, place).command}`)
  }
  if (isPlanToApply(report)) {
    terminal.line(`apply:  ${applyCommand(report, place)}`)
  }
  const rest = withoutTold(report, telling.warned)
  for (const line of troubleLines(rest, config.failOn)) terminal.complain(line)
}
