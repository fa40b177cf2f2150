import type { Command } from 'commander'
import type { Shell } from '../shell.js'
import { addEngineCommand } from './engine-command.js'

/** `plan`: what `cleanup` would do, without doing it. */
export function addPlan(program: Command, shell: Shell): void {
  addEngineCommand(program, shell, {
    name: 'plan',
    mode: 'cleanup',
    summary: 'show what cleanup would do, change nothing',
    fixed: { 'dry-run': 'true' },
    examples: [
      'plan --owner acme --packages app --older-than 30d --keep-tags "v*"',
      'plan --owner acme --policy-file .github/package-retention.yml --json'
    ]
  })
}
