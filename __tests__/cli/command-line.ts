import { runCommandLine } from '../../src/cli/run-cli.js'
import type { Shell } from '../../src/cli/shell.js'

export interface CommandResult {
  readonly exitCode: number
  readonly stdout: string
  readonly stderr: string
}

/** Runs a command line in this process. */
export async function commandLine(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  directory = process.cwd()
): Promise<CommandResult> {
  let stdout = ''
  let stderr = ''
  const shell: Shell = {
    environment: { PATH: '/nowhere', ...environment },
    directory,
    program: 'package-retention',
    stdout: { columns: 100, write: (text) => (stdout += text) },
    stderr: { columns: 100, write: (text) => (stderr += text) },
    exitCode: 0
  }
  const exitCode = await runCommandLine(args, shell)
  return { exitCode, stdout, stderr }
}
