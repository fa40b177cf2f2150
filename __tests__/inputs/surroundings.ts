import { parseInputs } from '../../src/run/inputs/parse-inputs.js'
import type { RunConfig } from '../../src/run/config.js'
import type { RawInputs, Surroundings } from '../../src/run/inputs/surroundings.js'

export const TOKEN = 'ghp_0123456789abcdefghij0123456789abcdef'

/** A workflow of acme/app on github.com whose workspace holds `files`. */
export function workflow(
  files: Readonly<Record<string, string>> = {},
  differing: Partial<Surroundings> = {}
): Surroundings {
  return {
    serverUrl: 'https://github.com',
    apiUrl: 'https://api.github.com',
    repository: 'acme/app',
    repositoryOwner: 'acme',
    reportDirectory: '/tmp/runner/package-retention',
    workspace: '/home/runner/app',
    readFile: (path) => {
      const text = files[path]
      return text === undefined ? { ok: false, why: 'there is no such file' } : { ok: true, text }
    },
    listFolder: (folder) => {
      const inside = folder === '.' ? '' : `${folder}/`
      const paths = Object.keys(files).filter((path) => path.startsWith(inside))
      return paths.map((path) => path.slice(inside.length)).filter((name) => !name.includes('/'))
    },
    ...differing
  }
}

/** Reads inputs that are right; fails the test where they are not. */
export function configOf(raw: RawInputs, surroundings = workflow()): RunConfig {
  const parsed = parseInputs({ token: TOKEN, ...raw }, surroundings)
  if (!parsed.ok) throw new Error(parsed.errors.map(({ message }) => message).join('\n'))
  return parsed.config
}

/** The messages of all that is wrong; empty where nothing is. */
export function errorsOf(raw: RawInputs, surroundings = workflow()): readonly string[] {
  const parsed = parseInputs({ token: TOKEN, ...raw }, surroundings)
  return parsed.ok ? [] : parsed.errors.map(({ message }) => message)
}
