import type { Environment } from '../http/proxy.js'
import { variable } from './environment-variable.js'

/** A run of a workflow, as what it uploads is found by it. */
export interface WorkflowRun {
  readonly id: string
  /** `owner/name`. */
  readonly repository: string
  /** Of the server; left out: github.com. */
  readonly host?: string
  /** How the workflow names this action, such as `octo-org/retention@v1`. */
  readonly action: string
}

/** What a terminal asks where nothing is said. */
export const USUAL_API = 'https://api.github.com'

/** Which run this is, for who wants to undo it; `null` where the runner does not say. */
export function workflowRun(environment: Environment): WorkflowRun | null {
  const id = variable(environment, 'GITHUB_RUN_ID')
  const repository = variable(environment, 'GITHUB_REPOSITORY')
  if (id === null || repository === null) return null
  const action = variable(environment, 'GITHUB_ACTION_REPOSITORY')
  const ref = variable(environment, 'GITHUB_ACTION_REF')
  const named = action !== null && ref !== null
  const host = hostOf(variable(environment, 'GITHUB_SERVER_URL'))
  return {
    id,
    repository,
    action: named ? `${action}@${ref}` : USUAL_ACTION,
    ...(host === null || host === USUAL_HOST ? {} : { host })
  }
}

function hostOf(address: string | null): string | null {
  return address !== null && URL.canParse(address) ? new URL(address).host : null
}

/** What `gh` means where no host is said. */
const USUAL_HOST = 'github.com'

const USUAL_ACTION = 'package-retention/package-retention@v1'
