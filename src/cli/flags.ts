import { type Command, Option } from 'commander'
import type { RunMode } from '../report/report.js'
import { INPUT_NAMES, inputRow, type InputName } from '../run/inputs/input-table.js'
import { UsageError } from './exit-codes.js'
import { GROUPED_INPUTS, mentionRareFlags } from './flag-groups.js'

/** Flags of a command: input name to its text, as it was written. */
export type FlagValues = Readonly<Record<string, string | undefined>>

/**
 * Adds the inputs that mean something in a mode as flags of the same names, in groups. Those of
 * `idle` do nothing in this command: they are taken, and help does not show them.
 */
export function addInputFlags(
  command: Command,
  mode: RunMode,
  idle: readonly InputName[] = []
): void {
  mentionRareFlags(command).addHelpOption(new Option('-h, --help').hideHelp())
  for (const { name, heading } of GROUPED_INPUTS) {
    const isShown = inputRow(name).modes.includes(mode) && name !== 'mode' && !idle.includes(name)
    if (name === 'token') addTokenRefusal(command)
    else addFlag(command, name, { heading, isShown })
  }
}

/** A flag of another mode is taken as well: the error of the inputs says where it belongs. */
function addFlag(
  command: Command,
  name: InputName,
  { heading, isShown }: { readonly heading: string; readonly isShown: boolean }
): void {
  command.addOption(inputOption(name).hideHelp(!isShown).helpGroup(heading))
  if (inputRow(name).kind === 'boolean') command.addOption(new Option(`--no-${name}`).hideHelp())
}

/** An input as a flag, with its line of help. A second one adds to a list, and else is an error. */
export function inputOption(name: InputName): Option {
  const { kind, placeholder, help, default: usual } = inputRow(name)
  const shown = usual === null || kind === 'boolean' ? help : `${help} (${usual})`
  const value = kind === 'boolean' ? ' [true|false]' : ` <${placeholder}>`
  return new Option(`--${name}${value}`, shown).argParser(collectorOf(name))
}

type Collector = (text: string, before: unknown) => string

/** Lists may be given in several flags, anything else once. */
function collectorOf(name: InputName): Collector {
  return (text, before) => {
    if (typeof before !== 'string') return text
    if (inputRow(name).kind === 'list') return `${before}\n${text}`
    throw new UsageError(`--${name} is given twice`)
  }
}

function addTokenRefusal(command: Command): void {
  const refuse = (): never => {
    throw new UsageError(
      '--token: a token on the command line can be read by every process of the machine, and ' +
        'stays in the history of the shell; set GITHUB_TOKEN or give --token-file FILE instead'
    )
  }
  command.addOption(new Option('--token [value]').argParser(refuse).preset('').hideHelp())
}

/** The flags of inputs that were given, by the names of the inputs. */
export function inputFlags(command: Command): FlagValues {
  const options: Readonly<Record<string, unknown>> = command.opts()
  const given: Record<string, string> = {}
  for (const name of INPUT_NAMES) {
    const value = options[camelCase(name)]
    if (typeof value === 'string') given[name] = value
    if (typeof value === 'boolean') given[name] = String(value)
  }
  return given
}

/** How commander calls the value of a flag. */
function camelCase(name: string): string {
  return name.replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase())
}
