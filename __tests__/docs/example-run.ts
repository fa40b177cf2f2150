import type { RawInputs } from '../../src/run/inputs/surroundings.js'
import { parseInputs } from '../../src/run/inputs/parse-inputs.js'
import { runMode } from '../../src/run/run-mode.js'
import type { RunResult } from '../../src/run/run-result.js'
import { addToken } from '../../src/emulator/builders.js'
import { worldOf, type RunSite } from '../run/run-site.js'
import { exampleSurroundings } from './example-surroundings.js'

/** Runs inputs of an example as a dry run on the emulated GitHub of a site. */
export async function dryRun(site: RunSite, raw: RawInputs): Promise<RunResult> {
  const { secret } = addToken(site.emulated, { login: 'mona' })
  const { apiUrl, registryUrl, npmRegistryUrl } = site.emulator
  const parsed = parseInputs(
    {
      ...raw,
      token: secret,
      'dry-run': 'true',
      'api-url': apiUrl,
      'registry-url': registryUrl,
      'npm-registry-url': npmRegistryUrl
    },
    exampleSurroundings(raw['mode'])
  )
  if (!parsed.ok) throw new Error(parsed.errors.map(({ message }) => message).join('\n'))
  return runMode(parsed.config, worldOf(site, secret))
}
