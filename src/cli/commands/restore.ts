import type { Command } from 'commander'
import type { Shell } from '../shell.js'
import { addEngineCommand } from './engine-command.js'

/** `restore`: brings back what was deleted in the last 30 days. */
export function addRestore(program: Command, shell: Shell): void {
  addEngineCommand(program, shell, {
    name: 'restore',
    mode: 'restore',
    summary: 'bring back what was deleted, within 30 days',
    examples: [
      'restore --report package-retention-report/report.json',
      'restore --owner acme --packages app --deleted-tags "v*" --deleted-within 2d'
    ]
  })
}
