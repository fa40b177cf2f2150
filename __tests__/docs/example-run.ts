import { addToken } from '../../src/emulator/builders.js'
import { parseInputs } from '../../src/run/inputs/parse-inputs.js'
import type { RawInputs } from '../../src/run/inputs/surroundings.js'
import { runMode } from '../../src/run/run-mode.js'
import type { RunResult } from '../../src/run/run-result.js'
import { worldOf, type RunSite } from '../run/run-site.js'
import { exampleSurroundings } from './example-surroundings.js'

/** Runs inputs of an example as a dry run on the emulated GitHub of a site. */
export function dryRun(site: RunSite, raw: RawInputs): Promise<RunResult> {
  return runExample(site, { ...raw, 'dry-run': 'true' })
}

/** Runs inputs of an example; `report` is what the workspace has as package-retention/report.json. */
export async function runExample(
  site: RunSite,
  raw: RawInputs,
  report: unknown = null
): Promise<RunResult> {
  const { secret } = addToken(site.emulated, { login: 'mona' })
  const { apiUrl, registryUrl, npmRegistryUrl } = site.emulator
  const usual = exampleSurroundings(raw['mode'])
  const parsed = parseInputs(
    {
      ...raw,
      token: secret,
      'api-url': apiUrl,
      'registry-url': registryUrl,
      'npm-registry-url': npmRegistryUrl
    },
    report === null
      ? usual
      : { ...usual, readFile: () => ({ ok: true, text: JSON.stringify(report) }) }
  )
  if (!parsed.ok) throw new Error(parsed.errors.map(({ message }) => message).join('\n'))
  return runMode(parsed.config, worldOf(site, secret))
}
