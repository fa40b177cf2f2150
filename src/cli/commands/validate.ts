import type { Command } from 'commander'
import { parsePolicyFile } from '../../policy/policy-file.js'
import { shortAges } from '../../policy/short-ages.js'
import { shortAgeText } from '../../report/short-age-text.js'
import { readLocalText } from '../../run/local-text.js'
import { EXIT, UsageError } from '../exit-codes.js'
import { policyText } from '../policy-text.js'
import type { Shell } from '../shell.js'
import { Terminal } from '../terminal.js'

/**
 * `validate FILE`: checks a policy file without a token. Exit 1 for a file that is wrong, 2 for
 * one that can't be read.
 */
export function addValidate(program: Command, shell: Shell): void {
  program
    .command('validate')
    .summary('check a policy file, without a token')
    .description('check a policy file, without a token; exit 1 where it is wrong')
    .argument('<FILE>', 'the policy file')
    .option('--json', 'print errors and warnings as JSON')
    .addHelpText('after', '\nExamples:\n  package-retention validate .github/package-retention.yml')
    .action((path: string, options: { readonly json?: boolean }) => {
      const file = readLocalText(path, shell.directory)
      if (!file.ok) throw new UsageError(`validate: "${path}": ${file.why}`)
      validate(path, file.text, options.json === true, shell)
    })
}

function validate(path: string, text: string, json: boolean, shell: Shell): void {
  const result = parsePolicyFile(text, path)
  const terminal = new Terminal(shell.stdout, shell.stderr, shell.environment, json)
  const errors = result.ok ? [] : result.errors
  const warnings = result.ok ? result.warnings : []
  for (const { message } of errors) terminal.complain(message)
  for (const { message } of warnings) terminal.complain(`warning: ${message}`)
  if (result.ok) {
    terminal.title(`${path}: ok`)
    for (const line of policyText(result.file)) terminal.line(line)
    const rules = result.file.entries.flatMap((entry) => entry.delete)
    for (const age of shortAges(rules)) terminal.line(`note: ${shortAgeText(age)}`)
  }
  if (json) shell.stdout.write(`${JSON.stringify({ ok: result.ok, errors, warnings }, null, 2)}\n`)
  shell.exitCode = result.ok ? EXIT.done : EXIT.failed
}
