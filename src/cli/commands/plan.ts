import { type Command, Option } from 'commander'
import { tokenOf } from '../command-token.js'
import { UsageError, type ExitCode } from '../exit-codes.js'
import { HEADINGS } from '../flag-groups.js'
import type { FlagValues } from '../flags.js'
import { planFrom } from '../plan-from.js'
import { planMatrix } from '../plan-matrix.js'
import { addSavedFlags, type SavedFlags } from '../saved-flags.js'
import type { Shell } from '../shell.js'
import { addEngineCommand } from './engine-command.js'

/** The flags that only `plan` has. */
interface PlanFlags extends SavedFlags {
  readonly matrix?: string
  readonly json?: boolean
}

/** `plan`: what `cleanup` would do, without doing it; with `--from` without asking anybody. */
export function addPlan(program: Command, shell: Shell): void {
  const added = addEngineCommand(program, shell, {
    name: 'plan',
    mode: 'cleanup',
    summary: 'show what cleanup would do, change nothing',
    fixed: { 'dry-run': 'true' },
    idle: ['dry-run', 'concurrency', 'time-limit'],
    examples: [
      'plan --owner acme --packages app --older-than 30d --keep-tags "v*"',
      'plan --owner acme --policy-file .github/package-retention.yml --json',
      'plan --from versions.json --policy-file FILE --now 2026-01-31T00:00:00Z'
    ],
    instead: (command, raw) => planSpecially(shell, command, raw)
  })
  addSavedFlags(added)
  const matrix = 'print the packages in N equal shares, for strategy.matrix'
  added.addOption(new Option('--matrix <N>', matrix).helpGroup(HEADINGS.how))
}

async function planSpecially(
  shell: Shell,
  command: Command,
  raw: FlagValues
): Promise<ExitCode | null> {
  const { from = [], now, matrix, json }: PlanFlags = command.opts()
  if (from.length > 0 && matrix !== undefined) {
    throw new UsageError('--matrix: it lists the packages that are there, so not with --from')
  }
  if (from.length > 0) return planFrom(shell, raw, { from, now: now ?? null, json: json === true })
  if (now !== undefined) throw new UsageError('--now: only a plan with --from has another time')
  if (matrix === undefined) return null
  const token = await tokenOf(command, raw, shell)
  return planMatrix(shell, { ...raw, token }, matrix)
}
