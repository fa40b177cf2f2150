import { lstatSync, realpathSync } from 'node:fs'
import { basename, delimiter, dirname, join, relative, resolve } from 'node:path'
import type { Environment } from '../http/proxy.js'
import { shellQuoted } from '../run/given-again.js'
import { TOOL_VERSION } from '../run/tool-version.js'

const INSTALLED = 'package-retention'

/**
 * How a person called the tool, for commands to paste: by its name where the shell finds that,
 * by `npx` where npm found it, else by a path from `directory`, as in `node dist/cli.js`.
 */
export function programName(
  script: string | undefined,
  directory: string,
  environment: Environment
): string {
  if (script === undefined) return INSTALLED
  const isInstalled = /[\\/]node_modules[\\/]/.test(script)
  if (isInstalled && isOfNpm(environment)) return npxName(script)
  const isLink = basename(script) === INSTALLED
  if ((isLink || isInstalled) && isOnPath(script, environment)) return INSTALLED
  const path = relative(directory, script)
  if (!isLink) return `node ${/^[\w./\\-]+$/.test(path) ? path : JSON.stringify(path)}`
  // A name without a folder is looked for in PATH alone.
  return shellQuoted(dirname(path) === '.' ? `./${path}` : path)
}

/**
 * Whether npm started this, by npx or a script of package.json: the PATH that it gives is not
 * that of the person's shell.
 *
 * @see https://docs.npmjs.com/cli/using-npm/scripts#environment
 */
function isOfNpm(environment: Environment): boolean {
  return (environment['npm_command'] ?? environment['npm_lifecycle_event'] ?? '') !== ''
}

/** What npx fetched for one call is in a folder of its own, where no project has it. */
function npxName(script: string): string {
  return /[\\/]_npx[\\/]/.test(script) ? `npx ${INSTALLED}@${TOOL_VERSION}` : `npx ${INSTALLED}`
}

function isOnPath(script: string, environment: Environment): boolean {
  const folders = (environment['PATH'] ?? environment['Path'] ?? '').split(delimiter)
  return folders
    .filter((folder) => folder !== '' && !(isOfNpm(environment) && isModules(folder)))
    .some((folder) => leadsTo(script, folder))
}

function isModules(folder: string): boolean {
  return /[\\/]node_modules[\\/]/.test(folder)
}

/** A link to the script, or, where package managers write such, a small program that starts it. */
function leadsTo(script: string, folder: string): boolean {
  if (join(resolve(folder), INSTALLED) === resolve(script)) return true
  return [INSTALLED, `${INSTALLED}.cmd`].some((name) => {
    const path = join(folder, name)
    try {
      if (!lstatSync(path).isSymbolicLink()) return basename(script) !== INSTALLED
      return realpathSync(path) === realpathSync(script)
    } catch {
      return false
    }
  })
}
