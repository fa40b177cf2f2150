import { variable } from '../run/environment-variable.js'
import type { ReportPlace } from '../run/undo-hint.js'
import { USUAL_API, workflowRun } from '../run/workflow-run.js'
import type { Shell } from './shell.js'

/**
 * Where a joined report will be found: on this machine, or in a workflow as the artifact into
 * which the folder is uploaded. The addresses of registries, which no report tells, follow from
 * that of the API.
 */
export function mergedPlace(
  directory: string,
  fileName: string,
  { environment, program }: Shell
): ReportPlace {
  const isWorkflow = variable(environment, 'GITHUB_ACTIONS') === 'true'
  const workflow = isWorkflow ? workflowRun(environment) : null
  if (workflow === null) return { directory, fileName, workflow, program }
  const api = variable(environment, 'GITHUB_API_URL')
  const flags = api === null || api === USUAL_API ? {} : { 'api-url': api }
  return { directory, fileName, workflow, flags }
}
