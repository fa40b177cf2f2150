import { Command } from 'commander'
import { TOOL_VERSION } from '../run/tool-version.js'
import { addApply } from './commands/apply.js'
import { addCleanup } from './commands/cleanup.js'
import { addDemo } from './commands/demo.js'
import { addExplain } from './commands/explain.js'
import { addInit } from './commands/init.js'
import { addMerge } from './commands/merge.js'
import { addPlan } from './commands/plan.js'
import { addRepair } from './commands/repair.js'
import { addRestore } from './commands/restore.js'
import { addValidate } from './commands/validate.js'
import type { Shell } from './shell.js'

/** All commands; each file of `commands/` adds its own. */
const COMMANDS: readonly ((program: Command, shell: Shell) => void)[] = [
  addPlan,
  addCleanup,
  addApply,
  addRestore,
  addRepair,
  addExplain,
  addInit,
  addMerge,
  addValidate,
  addDemo
]

const EXAMPLES = `
Examples:
  package-retention plan --owner acme --packages app --older-than 30d --keep-tags "v*"
  package-retention cleanup --owner acme --policy-file .github/package-retention.yml
  package-retention restore --report package-retention-report/report.json

The token comes from --token-file, GITHUB_TOKEN, GH_TOKEN or gh auth token.
Exit: 0 done, 1 something failed, 2 wrong usage.`

/** The command line. Parsing it throws CommanderError where the usage is wrong, and for help. */
export function createProgram(shell: Shell): Command {
  const program = new Command('package-retention')
    .description('Keeps GitHub Packages tidy by policy.')
    .version(TOOL_VERSION)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => shell.stdout.write(text),
      writeErr: (text) => shell.stderr.write(text),
      getOutHelpWidth: () => Math.min(shell.stdout.columns ?? 100, 100),
      getErrHelpWidth: () => Math.min(shell.stderr.columns ?? 100, 100)
    })
    .showHelpAfterError('(add --help for what there is)')
    .addHelpText('after', EXAMPLES)
  for (const add of COMMANDS) add(program, shell)
  return program
}
