import { CommanderError } from 'commander'
import { redactTokens } from '../github/token.js'
import { logLine } from '../report/escape-log.js'
import { EXIT, UsageError, type ExitCode } from './exit-codes.js'
import { programName } from './program-name.js'
import { createProgram } from './program.js'
import type { Shell } from './shell.js'
import { messageOf } from '../model/message-of.js'

/**
 * Runs the command line of this process and ends it: 0 done, 1 something failed, 2 wrong usage.
 * What nobody caught is a failure that names the report so far.
 */
export async function runCli(): Promise<void> {
  const shell: Shell = {
    environment: process.env,
    directory: process.cwd(),
    program: programName(process.argv[1], process.cwd(), process.env),
    stdout: process.stdout,
    stderr: process.stderr,
    exitCode: EXIT.done
  }
  const crash = (error: unknown) => process.exit(failureOf(error, shell))
  process.on('uncaughtException', crash)
  process.on('unhandledRejection', crash)
  // A reader such as head that has seen enough is no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    process.exit(error.code === 'EPIPE' ? shell.exitCode : EXIT.failed)
  })
  const code = await runCommandLine(process.argv.slice(2), shell)
  process.stdout.write('', () => process.exit(code))
}

/** Runs one command line, without the names of node and the script. Never throws. */
export async function runCommandLine(args: readonly string[], shell: Shell): Promise<ExitCode> {
  const program = createProgram(shell)
  try {
    await program.parseAsync(args.length === 0 ? ['--help'] : args, { from: 'user' })
    return shell.exitCode
  } catch (error) {
    return failureOf(error, shell)
  }
}

function failureOf(error: unknown, { stderr }: Shell): ExitCode {
  // Commander has written its message already.
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage
  const message = messageOf(error)
  for (const line of redactTokens(message).split('\n')) stderr.write(`${logLine(line)}\n`)
  return error instanceof UsageError ? EXIT.usage : EXIT.failed
}
