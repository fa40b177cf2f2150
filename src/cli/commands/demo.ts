import { realpathSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Command } from 'commander'
import { NoActionError, runDemo } from '../demo/demo.js'
import { EXIT, UsageError } from '../exit-codes.js'
import type { Shell } from '../shell.js'
import { Terminal } from '../terminal.js'

/** What a shell expects of a program that Ctrl-C ended: 128 and the signal's number. */
const INTERRUPTED = 130

/** `demo`: the action at work on an emulated GitHub, without network or token. */
export function addDemo(program: Command, shell: Shell): void {
  program
    .command('demo')
    .summary('see it at work on two years of history, without network or token')
    .description(
      'run the action on an emulated GitHub on this machine: a preview, the clean-up, and the ' +
        'way back; nothing else is asked, and no token is needed'
    )
    .option('--keep <FOLDER>', 'where the reports stay (a new folder for temporary files)')
    .addHelpText('after', '\nExamples:\n  package-retention demo --keep demo-reports')
    .action((options: { readonly keep?: string }) => demo(options.keep ?? null, shell))
}

async function demo(keep: string | null, shell: Shell): Promise<void> {
  const terminal = new Terminal(shell.stdout, shell.stderr, shell.environment, false)
  const controller = new AbortController()
  const end = () => controller.abort()
  process.once('SIGINT', end).once('SIGTERM', end)
  try {
    const isFine = await runDemo({
      entry: bundlePath(),
      keep,
      now: Date.now(),
      signal: controller.signal,
      tell: (text) => {
        for (const line of text.split('\n')) terminal.line(line)
      }
    })
    shell.exitCode = isFine ? EXIT.done : EXIT.failed
  } catch (error) {
    if (error instanceof NoActionError) throw new UsageError(error.message)
    if (!controller.signal.aborted) throw error
    terminal.complain('ended; nothing was left behind')
    process.exit(INTERRUPTED)
  } finally {
    process.off('SIGINT', end).off('SIGTERM', end)
  }
}

/** The action's bundle lies beside the tool's, wherever that is linked from. */
function bundlePath(): string {
  return join(dirname(realpathSync(process.argv[1] ?? '.')), 'index.js')
}
