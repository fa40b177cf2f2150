import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Environment } from '../http/proxy.js'
import { givenText } from '../run/inputs/given-text.js'
import { wantedReportDirectory } from '../run/inputs/common-config.js'
import type { RawInputs, Surroundings } from '../run/inputs/surroundings.js'
import { listLocalFolder, readLocalText } from '../run/local-text.js'
import { variable } from '../run/environment-variable.js'
import { ADDRESSES } from '../run/given-again.js'
import { USUAL_API, workflowRun } from '../run/workflow-run.js'
import type { ReportPlace } from '../run/undo-hint.js'

const PREFIX = 'INPUT_'

/**
 * The inputs as the runner gives them: in capitals with spaces as `_`, hyphens kept. What else
 * stands behind `INPUT_` is a misspelt input, which the runner passes on with a mere warning.
 *
 * @see https://docs.github.com/actions/reference/workflows-and-actions/metadata-syntax#inputs
 */
export function runnerInputs(environment: Environment): RawInputs {
  const given = Object.entries(environment).filter(([name]) => name.startsWith(PREFIX))
  return Object.fromEntries(
    given.map(([name, text]) => [name.slice(PREFIX.length).toLowerCase(), text])
  )
}

/**
 * What a workflow says about itself.
 *
 * @see https://docs.github.com/actions/reference/workflows-and-actions/variables
 */
export function runnerSurroundings(environment: Environment, directory: string): Surroundings {
  const workspace = variable(environment, 'GITHUB_WORKSPACE')
  const repository = variable(environment, 'GITHUB_REPOSITORY')
  return {
    serverUrl: variable(environment, 'GITHUB_SERVER_URL'),
    apiUrl: variable(environment, 'GITHUB_API_URL'),
    repository,
    repositoryOwner:
      variable(environment, 'GITHUB_REPOSITORY_OWNER') ?? repository?.split('/')[0] ?? null,
    reportDirectory: join(variable(environment, 'RUNNER_TEMP') ?? tmpdir(), 'package-retention'),
    workspace,
    readFile: (path) => readLocalText(path, workspace ?? directory),
    listFolder: (path) => listLocalFolder(path, workspace ?? directory)
  }
}

/**
 * Where the report of this step lies, and what whoever undoes it has to say again: in a workflow
 * the addresses that its server does not tell, on a terminal also those that it does.
 */
export function reportPlace(environment: Environment, directory: string): ReportPlace {
  const raw = runnerInputs(environment)
  const given = ADDRESSES.flatMap((name) => {
    const text = raw[name]?.trim() ?? ''
    return text === '' ? [] : [[name, text] as const]
  })
  const own = variable(environment, 'GITHUB_API_URL')
  return {
    directory,
    uploaded: wantedReportDirectory(
      givenText(raw['report-directory']),
      runnerSurroundings(environment, process.cwd())
    ),
    workflow: workflowRun(environment),
    flags: Object.fromEntries(given.filter(([, text]) => text !== USUAL_API)),
    inputs: Object.fromEntries(given.filter(([name, text]) => name !== 'api-url' || text !== own))
  }
}
