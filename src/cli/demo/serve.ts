import { once } from 'node:events'
import { addToken } from '../../emulator/builders.js'
import { startEmulator, type GitHubEmulator } from '../../emulator/emulator.js'
import { twoYearsOfHistory, type History } from '../../emulator/history.js'
import type { EpochMs } from '../../model/time.js'

/** What playing offline is given. */
export interface ServeOptions {
  /** The end of the two years of history. */
  readonly now: EpochMs
  /** How a person calls the tool. */
  readonly program: string
  /** Writes a line, or several. */
  readonly tell: (text: string) => void
  /** Ends it. */
  readonly signal: AbortSignal
}

/**
 * Runs an emulated GitHub with packages of two years on this machine until `signal` ends it,
 * and says how to reach it from another terminal.
 */
export async function serveDemo({ now, program, tell, signal }: ServeOptions): Promise<void> {
  const history = twoYearsOfHistory(now)
  const { secret } = addToken(history.world, { login: 'ada' })
  const emulator = await startEmulator(history.world)
  try {
    tell(whatIsThere(history, emulator))
    tell(whatToPaste(emulator, secret, program))
    tell('\nEnd it with Ctrl-C; it forgets everything then.')
    if (!signal.aborted) await once(signal, 'abort')
  } finally {
    await emulator.close()
  }
}

function whatIsThere({ owner, image, charts, ui }: History, { url }: GitHubEmulator): string {
  const packages = [image, charts, ui].map(
    ({ name, type, versions }) => `  ${name} (${type}), ${versions.length} versions`
  )
  return [`A small GitHub is on ${url}, with two years of packages of ${owner}:`, ...packages].join(
    '\n'
  )
}

function whatToPaste(
  { apiUrl, registryUrl, npmRegistryUrl }: GitHubEmulator,
  token: string,
  program: string
): string {
  const where = '--owner acme --registry-url $REGISTRY'
  const rules = '--packages shop --older-than 30d --keep-tags "*.*.*, latest"'
  const lines = [
    `export GITHUB_API_URL=${apiUrl}`,
    `export REGISTRY=${registryUrl}`,
    `export GITHUB_TOKEN=${token}`,
    `${program} plan ${rules} ${where}`
  ]
  const more = [
    `${program} explain latest ${rules} ${where}`,
    `${program} cleanup --packages shop --delete-tags "pr-*" --older-than 30d ${where}`,
    `${program} restore --report package-retention-report/report.json ${where}`,
    `${program} plan --package-type npm --packages shop-ui --older-than 90d --owner acme ` +
      `--npm-registry-url ${npmRegistryUrl}`
  ]
  const shown = (all: readonly string[]) => all.map((line) => `  ${line}`).join('\n')
  return `
Paste this into another terminal, in the same folder:

${shown(lines)}

And then, as you like:

${shown(more)}`
}
