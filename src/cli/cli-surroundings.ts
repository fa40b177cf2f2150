import { createHash } from 'node:crypto'
import { homedir } from 'node:os'
import { join } from 'node:path'
import type { Environment } from '../http/proxy.js'
import { variable } from '../run/environment-variable.js'
import type { Surroundings } from '../run/inputs/surroundings.js'
import { listLocalFolder, readLocalText } from '../run/local-text.js'

/** Where reports go: beside the work, for they are the way back and no temporary thing. */
const REPORT_FOLDER = 'package-retention-report'

/**
 * What a terminal says of itself: the variables of a workflow where they are set, and the
 * folder in which the tool was started.
 */
export function cliSurroundings(environment: Environment, directory: string): Surroundings {
  return {
    serverUrl: variable(environment, 'GITHUB_SERVER_URL'),
    apiUrl: variable(environment, 'GITHUB_API_URL'),
    repository: variable(environment, 'GITHUB_REPOSITORY'),
    repositoryOwner: variable(environment, 'GITHUB_REPOSITORY_OWNER'),
    reportDirectory: join(directory, REPORT_FOLDER),
    workspace: directory,
    isTerminal: true,
    readFile: (path) => readLocalText(path, directory),
    listFolder: (path) => listLocalFolder(path, directory)
  }
}

/**
 * The file of what is kept between runs: one for each owner of each GitHub.
 *
 * @see https://specifications.freedesktop.org/basedir-spec/latest/
 */
export function keptPath(environment: Environment, apiUrl: string, owner: string): string {
  const caches = variable(environment, 'XDG_CACHE_HOME') ?? join(homedir(), '.cache')
  const name = createHash('sha256').update(`${apiUrl} ${owner.toLowerCase()}`).digest('hex')
  return join(caches, 'package-retention', `${name.slice(0, 32)}.bin`)
}
