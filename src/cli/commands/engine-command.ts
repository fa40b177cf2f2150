import { type Command, Option } from 'commander'
import type { RunMode } from '../../report/report.js'
import { UsageError, type ExitCode } from '../exit-codes.js'
import { addTokenFlag, tokenOf } from '../command-token.js'
import { HEADINGS } from '../flag-groups.js'
import { addInputFlags, inputFlags, type FlagValues } from '../flags.js'
import type { InputName } from '../../run/inputs/input-table.js'
import { withPolicyPath } from '../policy-flag.js'
import { runEngine } from '../run-engine.js'
import { shellQuoted } from '../../run/given-again.js'
import type { Shell } from '../shell.js'

/** A command that is a mode of the engine. */
export interface EngineCommand {
  readonly name: string
  readonly mode: RunMode
  readonly summary: string
  /** Command lines without the tool's name. */
  readonly examples: readonly string[]
  /** What the command fixes, whatever the flags say. */
  readonly fixed?: FlagValues
  /** Inputs of the mode that do nothing here. */
  readonly idle?: readonly InputName[]
  /**
   * What the command does in place of a run, where its own flags say so; `null` where they
   * don't. It comes before a token is looked for.
   */
  readonly instead?: (command: Command, raw: FlagValues) => Promise<ExitCode | null>
}

/** Adds such a command, with the inputs of its mode as flags. */
export function addEngineCommand(program: Command, shell: Shell, command: EngineCommand): Command {
  const { name, mode, summary, examples } = command
  const added = program.command(name).summary(summary).description(summary)
  addTokenFlag(added, HEADINGS.where)
  addInputFlags(added, mode, command.idle)
  const json = 'print the report to stdout, everything else to stderr'
  added.addOption(new Option('--json', json).helpGroup(HEADINGS.how))
  const lines = examples.map((example) => `  package-retention ${example}`)
  added.addHelpText('after', `\nExamples:\n${lines.join('\n')}`)
  added.allowExcessArguments().action(async () => {
    refuseWords(added.args, command)
    const raw = { ...withPolicyPath(inputFlags(added)), ...command.fixed }
    checkMode(raw, command)
    const ended = (await command.instead?.(added, raw)) ?? null
    if (ended !== null) {
      shell.exitCode = ended
      return
    }
    const options: { readonly json?: boolean; readonly tokenFile?: string } = added.opts()
    const token = await tokenOf(added, raw, shell)
    const inputs = { ...raw, token, mode }
    const { tokenFile = null } = options
    shell.exitCode = await runEngine(shell, inputs, { json: options.json === true, tokenFile })
  })
  return added
}

/** Whoever gives a name or a file without a flag is told which flag is meant. */
function refuseWords(words: readonly string[], { name, mode }: EngineCommand): void {
  const [word] = words
  if (word === undefined) return
  const isFile = /\.(?:json|ya?ml)$/.test(word)
  // Lists and reports are JSON, and only `plan` reads them.
  const isSaved = name === 'plan' && word.endsWith('.json')
  const flag = isSaved ? '--from' : ((isFile ? FILE_FLAGS[mode] : null) ?? '--packages')
  const more = words.length > 1 ? `, and ${words.slice(1).join(' ')} by flags too` : ''
  throw new UsageError(
    `"${word}": a word without a flag; write ${flag} ${shellQuoted(word)}${more}`
  )
}

/** What a file that is given without a flag may be. */
const FILE_FLAGS: Readonly<Record<RunMode, string | null>> = {
  cleanup: '--policy-file',
  apply: '--plan',
  restore: '--report',
  repair: null
}

function checkMode(raw: FlagValues, { name, mode }: EngineCommand): void {
  const given = raw['mode']
  if (given === undefined || given === mode) return
  throw new UsageError(`--mode: "${given}": the command ${name} is mode: ${mode}`)
}
