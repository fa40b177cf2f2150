import { realpathSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { Command } from 'commander'
import { NoActionError, runDemo } from '../demo/demo.js'
import { serveDemo } from '../demo/serve.js'
import { reportDirectoryProblem } from '../../run/report-directory.js'
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
    .option('--serve', 'only leave that GitHub running until Ctrl-C, to play with')
    .addHelpText(
      'after',
      '\nExamples:\n  package-retention demo --keep demo-reports\n  package-retention demo --serve'
    )
    .action((flags: DemoFlags) => demo(flags, shell))
}

interface DemoFlags {
  readonly keep?: string
  readonly serve?: boolean
}

async function demo({ keep, serve = false }: DemoFlags, shell: Shell): Promise<void> {
  if (serve && keep !== undefined) {
    throw new UsageError('--keep: with --serve no reports are made')
  }
  const unusable = keep === undefined ? null : reportDirectoryProblem(resolve(keep), '--keep')
  if (unusable !== null) throw new UsageError(unusable)
  const terminal = new Terminal(shell.stdout, shell.stderr, shell.environment, false)
  const tell = (text: string) => {
    for (const line of text.split('\n')) terminal.line(line)
  }
  const controller = new AbortController()
  const end = () => controller.abort()
  process.once('SIGINT', end).once('SIGTERM', end)
  const common = { now: Date.now(), program: shell.program, tell, signal: controller.signal }
  try {
    if (serve) {
      await serveDemo(common)
      return
    }
    const isFine = await runDemo({ entry: bundlePath(), keep: keep ?? null, ...common })
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
