import type { Command } from 'commander'
import type { Shell } from '../shell.js'
import { addEngineCommand } from './engine-command.js'

/** `repair`: brings back the parts that living images miss. */
export function addRepair(program: Command, shell: Shell): void {
  addEngineCommand(program, shell, {
    name: 'repair',
    mode: 'repair',
    summary: 'bring back deleted parts that images still need',
    examples: ['repair --owner acme --packages app --dry-run']
  })
}
