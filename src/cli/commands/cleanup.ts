import type { Command } from 'commander'
import type { Shell } from '../shell.js'
import { addEngineCommand } from './engine-command.js'

/** `cleanup`: decides by the rules, and does it. */
export function addCleanup(program: Command, shell: Shell): void {
  addEngineCommand(program, shell, {
    name: 'cleanup',
    mode: 'cleanup',
    summary: 'delete and untag what the rules select',
    examples: [
      'cleanup --owner acme --packages app --delete-untagged --older-than 7d --dry-run',
      'cleanup --owner acme --packages app --delete-tags "pr-*" --keep-newest 10',
      'cleanup --owner acme --policy-file .github/package-retention.yml'
    ]
  })
}
