import type { Command } from 'commander'
import { packageLabel } from '../../model/package.js'
import { explainVersion } from '../../plan/explain.js'
import type { PlanInput } from '../../plan/plan-package.js'
import { explanationLines } from '../../report/explain-text.js'
import { findVersions } from '../../run/find-version.js'
import { observeAll } from '../../run/plan-inputs.js'
import { inputOfSaved, selectSaved } from '../../run/saved/plan-saved.js'
import { createWorkspaceFiles } from '../../run/workspace-files.js'
import { addTokenFlag, tokenOf } from '../command-token.js'
import { EXIT, UsageError } from '../exit-codes.js'
import { addInputFlags, inputFlags, type FlagValues } from '../flags.js'
import { withLiveWorld } from '../live-world.js'
import { cleanupConfig } from '../plan-matrix.js'
import { withPolicyPath } from '../policy-flag.js'
import { readSavedWork } from '../saved-work.js'
import type { Shell } from '../shell.js'
import { Terminal } from '../terminal.js'

/** Packages that are looked at for one version. */
const MOST_PACKAGES = 10

interface ExplainFlags {
  readonly from: readonly string[]
  readonly now?: string
  readonly json?: boolean
}

/** `explain VERSION`: why one version stays or goes, rule by rule. Exit 1 where it is not found. */
export function addExplain(program: Command, shell: Shell): void {
  const added = program
    .command('explain')
    .summary('why one version stays or goes, rule by rule')
    .description('print the decision for one version, with every rule and what it said')
    .argument('<VERSION>', 'a tag, a digest or its first digits, an id, or the version’s name')
  addTokenFlag(added)
  addInputFlags(added, 'cleanup')
  added
    .option(
      '--from <FILE>',
      'decide offline on saved version lists, or a report.json; - is stdin',
      (path: string, before: readonly string[]) => [...before, path],
      []
    )
    .option('--now <TIME>', 'with --from: decide as of this time')
    .option('--json', 'print the explanation as JSON')
    .addHelpText(
      'after',
      '\nExamples:\n' +
        '  package-retention explain pr-7 --owner acme --policy-file FILE --packages app\n' +
        '  package-retention explain v1.4.0 --from report.json --policy-file FILE'
    )
    .action((wanted: string) => explain(wanted, added, shell))
}

async function explain(wanted: string, command: Command, shell: Shell): Promise<void> {
  const flags: ExplainFlags = command.opts()
  const raw = { ...withPolicyPath(inputFlags(command)), 'dry-run': 'true' }
  const terminal = new Terminal(shell.stdout, shell.stderr, shell.environment, flags.json === true)
  const inputs =
    flags.from.length > 0
      ? await savedInputs(shell, raw, flags)
      : await liveInputs(shell, raw, command, flags)
  const found = inputs.flatMap((input) =>
    findVersions(input.inventory.versions, wanted).flatMap((id) => explainVersion(input, id) ?? [])
  )
  if (flags.json === true) shell.stdout.write(`${JSON.stringify(found)}\n`)
  if (found.length === 0) complainMissing(wanted, inputs, terminal)
  for (const [place, explanation] of found.entries()) {
    if (place > 0) terminal.line('')
    const [title = '', ...lines] = explanationLines(explanation)
    terminal.title(title)
    for (const line of lines) terminal.line(line)
  }
  shell.exitCode = found.length === 0 ? EXIT.failed : EXIT.done
}

async function savedInputs(
  shell: Shell,
  raw: FlagValues,
  { from, now }: ExplainFlags
): Promise<readonly PlanInput[]> {
  const work = readSavedWork(shell, raw, from, now ?? null)
  const planning = { now: work.now, workspace: createWorkspaceFiles(shell.directory) }
  const inputs: PlanInput[] = []
  for (const one of selectSaved(work.lists, work.config)) {
    const input = await inputOfSaved(one, work.config, planning)
    if (input !== null) inputs.push(input)
  }
  return inputs
}

async function liveInputs(
  shell: Shell,
  raw: FlagValues,
  command: Command,
  { now }: ExplainFlags
): Promise<readonly PlanInput[]> {
  if (now !== undefined) throw new UsageError('--now: only with --from there is another time')
  const config = cleanupConfig(shell, { ...raw, token: await tokenOf(command, raw, shell) })
  const observed = await withLiveWorld(shell, config, (world) =>
    observeAll(config, world, MOST_PACKAGES)
  )
  if (observed.kind === 'observed') return observed.inputs
  throw new UsageError(
    `--packages: the rules are about ${observed.count} packages; name the one that it is in`
  )
}

function complainMissing(wanted: string, inputs: readonly PlanInput[], terminal: Terminal): void {
  const names = inputs.map(({ inventory }) => packageLabel(inventory.package))
  terminal.complain(
    names.length === 0
      ? 'there is no package that the rules are about'
      : `no version of ${names.join(', ')} has the tag, digest, name or id ${wanted}`
  )
}
