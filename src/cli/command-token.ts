import { type Command, Option } from 'commander'
import { findToken } from './find-token.js'
import type { FlagValues } from './flags.js'
import type { Shell } from './shell.js'

/** Adds the flag that names where the token is. */
export function addTokenFlag(command: Command, heading = 'Options:'): void {
  const help = 'file that holds the token and nothing else; - is stdin'
  command.addOption(new Option('--token-file <FILE>', help).helpGroup(heading))
}

/**
 * The token for a command.
 *
 * @throws UsageError where there is none, saying where it could come from
 */
export function tokenOf(command: Command, raw: FlagValues, shell: Shell): Promise<string> {
  const options: { readonly tokenFile?: string } = command.opts()
  return findToken({
    environment: shell.environment,
    file: options.tokenFile ?? null,
    directory: shell.directory,
    needs: NEEDS[command.name()] ?? '',
    host: hostOf(raw['api-url'] ?? shell.environment['GITHUB_SERVER_URL'])
  })
}

const DELETING = 'deleting needs delete:packages too'
/** By command, what its changes need; those that only read need nothing else. */
const NEEDS: Readonly<Record<string, string>> = {
  cleanup: DELETING,
  apply: DELETING,
  restore: 'restoring needs write:packages too',
  repair: 'restoring needs write:packages too'
}

function hostOf(url: string | undefined): string {
  if (url === undefined || !URL.canParse(url)) return 'github.com'
  return new URL(url).host.replace(/^api\./, '')
}
