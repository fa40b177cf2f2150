import { join } from 'node:path'
import * as core from '@actions/core'
import { getOctokit } from '@actions/github'
import { octokitOptions } from '../github/octokit.js'
import { createFetch } from '../http/fetch.js'
import type { Environment } from '../http/proxy.js'
import { htmlReport } from '../report/html/html-report.js'
import { buildWorld } from '../run/build-world.js'
import type { RunConfig } from '../run/config.js'
import { parseInputs } from '../run/inputs/parse-inputs.js'
import { Interruption } from '../run/interruption.js'
import { createReportFiles } from '../run/report-files.js'
import { reportDirectoryProblem } from '../run/report-directory.js'
import { runMode } from '../run/run-mode.js'
import { secretForms } from '../run/secret-forms.js'
import { SYSTEM_CLOCK } from '../run/system-clock.js'
import { USER_AGENT } from '../run/tool-version.js'
import { undoHint } from '../run/undo-hint.js'
import { createWorkspaceFiles } from '../run/workspace-files.js'
import type { World } from '../run/world.js'
import { ActionLog } from './action-log.js'
import { createActionsCache } from './actions-cache.js'
import { variable } from '../run/environment-variable.js'
import { reportPlace, runnerInputs, runnerSurroundings } from './runner-environment.js'
import { Step } from './step.js'
import { messageOf } from '../model/message-of.js'

/**
 * Runs the action in this process, as the runner started it, and ends the process: with 0 where
 * the step succeeds. What nobody caught ends it too, with a report of what was done.
 */
export async function runAction(): Promise<void> {
  const environment = process.env
  const step = new Step(environment, () => SYSTEM_CLOCK.now())
  const breakOff = (why: string) => {
    step.breakOff(why)
    process.exit(1)
  }
  process.on('uncaughtException', (error) => breakOff(crashText(error)))
  process.on('unhandledRejection', (error) => breakOff(crashText(error)))
  const interruption = new Interruption(process, (reason) => breakOff(`${reason}, and cut off`))
  try {
    await runStep(environment, step, interruption)
  } catch (error) {
    step.breakOff(crashText(error))
  }
  interruption.close()
  if (interruption.reason !== null) process.exitCode = 1
  await leave()
}

async function runStep(
  environment: Environment,
  step: Step,
  interruption: Interruption
): Promise<void> {
  const raw = runnerInputs(environment)
  for (const form of secretForms(raw['token'] ?? '')) core.setSecret(form)
  const parsed = parseInputs(raw, runnerSurroundings(environment, process.cwd()))
  if (!parsed.ok) {
    step.refuse(parsed.errors.map(({ message }) => message))
    return
  }
  const { config, warnings } = parsed
  const unusable = reportDirectoryProblem(config.reportDirectory)
  if (unusable !== null) {
    step.refuse([unusable])
    return
  }
  for (const warning of warnings) core.warning(warning)
  step.begin(config)
  const log = new ActionLog(SYSTEM_CLOCK)
  const result = await runMode(config, worldOf(config, environment, log, interruption))
  log.close()
  step.finish(result)
}

function worldOf(
  config: RunConfig,
  environment: Environment,
  log: ActionLog,
  interruption: Interruption
): World {
  const { apiUrl, token, owner, reportDirectory } = config
  const workspace = variable(environment, 'GITHUB_WORKSPACE')
  const settings = octokitOptions({
    apiUrl,
    fetch: createFetch({ environment }),
    userAgent: USER_AGENT
  })
  return buildWorld({
    config,
    environment,
    interruption,
    octokit: getOctokit(token, settings),
    clock: SYSTEM_CLOCK,
    telling: log,
    files: createReportFiles({
      directory: reportDirectory,
      html: (report, now) =>
        htmlReport(report, {
          now,
          undo: undoHint(report, reportPlace(environment, reportDirectory))
        }),
      onTrouble: (text) => core.warning(text)
    }),
    kept: createActionsCache({
      environment,
      owner,
      directory: join(
        variable(environment, 'RUNNER_TEMP') ?? reportDirectory,
        'package-retention-kept'
      )
    }),
    workspace: workspace === null ? null : createWorkspaceFiles(workspace)
  })
}

function crashText(error: unknown): string {
  const message = messageOf(error)
  if (error instanceof Error && error.stack !== undefined) core.debug(error.stack)
  return `the run broke off: ${message}`
}

/** Connections that are kept alive would keep the process too. */
async function leave(): Promise<void> {
  await new Promise<void>((resolve) => {
    process.stdout.write('', () => resolve())
  })
  process.exit()
}
