import { basename, relative } from 'node:path'

const INSTALLED = 'package-retention'

/**
 * How a person called the tool, for commands to paste: by its name where it is installed, else
 * by the path of the script, as in `node dist/cli.js`.
 */
export function programName(script: string | undefined, directory: string): string {
  if (script === undefined || basename(script) === INSTALLED) return INSTALLED
  if (/[\\/]node_modules[\\/]/.test(script)) return INSTALLED
  const path = relative(directory, script)
  return `node ${/^[\w./\\-]+$/.test(path) ? path : JSON.stringify(path)}`
}
