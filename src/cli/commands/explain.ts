import { type Command, Option } from 'commander'
import { packageLabel } from '../../model/package.js'
import { explainVersion } from '../../plan/explain.js'
import type { PlanInput } from '../../plan/plan-package.js'
import { explanationLines } from '../../report/explain-text.js'
import { reportedLines } from '../../report/reported-text.js'
import { findVersions, namesLike } from '../../run/find-version.js'
import type { InputName } from '../../run/inputs/input-table.js'
import { observeAll } from '../../run/plan-inputs.js'
import { addTokenFlag, tokenOf } from '../command-token.js'
import { EXIT, UsageError } from '../exit-codes.js'
import { explainSaved, type FoundVersion, type FoundVersions } from '../explain-saved.js'
import { HEADINGS } from '../flag-groups.js'
import { addInputFlags, inputFlags, type FlagValues } from '../flags.js'
import { withLiveWorld } from '../live-world.js'
import { cleanupConfig } from '../plan-matrix.js'
import { withPolicyPath } from '../policy-flag.js'
import { addSavedFlags, type SavedFlags } from '../saved-flags.js'
import type { Shell } from '../shell.js'
import { Terminal } from '../terminal.js'

/** Packages that are looked at for one version. */
const MOST_PACKAGES = 10

interface ExplainFlags extends SavedFlags {
  readonly json?: boolean
}

/** Inputs of a clean-up that change nothing in what is explained. */
const IDLE: readonly InputName[] = [
  'dry-run',
  'concurrency',
  'time-limit',
  'reserve-requests',
  'fail-on',
  'report-directory',
  'max-deletions',
  'share'
]

/** `explain VERSION`: why one version stays or goes, rule by rule. Exit 1 where it is not found. */
export function addExplain(program: Command, shell: Shell): void {
  const added = program
    .command('explain')
    .summary('why one version stays or goes, rule by rule')
    .description('print the decision for one version, with every rule and what it said')
    .argument('<VERSION>', 'a tag, a digest or its first digits (7 or more), an id, or a name')
  addTokenFlag(added, HEADINGS.where)
  addInputFlags(added, 'cleanup', IDLE)
  addSavedFlags(added)
  const json = new Option('--json', 'print the explanation as JSON').helpGroup(HEADINGS.how)
  added
    .addOption(json)
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
  const { from = [], now = null, json = false } = flags
  const raw = { ...withPolicyPath(inputFlags(command)), 'dry-run': 'true' }
  const terminal = new Terminal(shell.stdout, shell.stderr, shell.environment, json)
  const found =
    from.length > 0
      ? await explainSaved(shell, raw, wanted, { from, now })
      : await explainLive(shell, raw, wanted, command)
  const { versions } = found
  if (json) shell.stdout.write(`${JSON.stringify(versions.map(asJson))}\n`)
  if (versions.length === 0) complainMissing(wanted, found, terminal)
  for (const [place, one] of versions.entries()) {
    if (place > 0) terminal.line('')
    const [title = '', ...lines] = linesOf(one, found.hasRules)
    terminal.title(title)
    for (const line of lines) terminal.line(line)
  }
  shell.exitCode = versions.length === 0 ? EXIT.failed : EXIT.done
}

function linesOf(found: FoundVersion, hasRules: boolean): readonly string[] {
  const { package: ref, reported, explanation } = found
  if (explanation !== null) return explanationLines(explanation, reported)
  if (reported === null) return []
  return reportedLines(packageLabel(ref), reported, hasRules ? 'gone' : 'no rules')
}

function asJson({ package: ref, reported, explanation }: FoundVersion): object {
  return { package: ref, ...(reported === null ? {} : { reported }), ...explanation }
}

async function explainLive(
  shell: Shell,
  raw: FlagValues,
  wanted: string,
  command: Command
): Promise<FoundVersions> {
  const inputs = await liveInputs(shell, raw, command, command.opts())
  const versions = inputs.flatMap((input) =>
    findVersions(input.inventory.versions, wanted).map((id) => ({
      package: input.inventory.package,
      reported: null,
      explanation: explainVersion(input, id)
    }))
  )
  return {
    versions,
    packages: inputs.map(({ inventory }) => inventory.package),
    near:
      versions.length > 0
        ? []
        : namesLike(
            inputs.flatMap(({ inventory }) => inventory.versions),
            wanted
          ),
    hasRules: true
  }
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

function complainMissing(
  wanted: string,
  { packages, near }: FoundVersions,
  terminal: Terminal
): void {
  const names = packages.map((ref) => packageLabel(ref))
  terminal.complain(
    names.length === 0
      ? 'there is no package that the rules are about'
      : `no version of ${names.join(', ')} has the tag, digest, name or id ${wanted}` +
          (near.length > 0 ? `; near it: ${near.join(', ')}` : digitsHint(wanted))
  )
}

function digitsHint(wanted: string): string {
  const isShort = /^(?:sha256:[0-9a-f]{0,6}|[0-9a-f]{3,6})$/i.test(wanted)
  return isShort ? '; of a digest give 7 digits or more' : ''
}
