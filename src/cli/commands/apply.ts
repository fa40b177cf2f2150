import type { Command } from 'commander'
import type { Shell } from '../shell.js'
import { addEngineCommand } from './engine-command.js'

/** `apply`: carries out a plan that a person has reviewed. */
export function addApply(program: Command, shell: Shell): void {
  addEngineCommand(program, shell, {
    name: 'apply',
    mode: 'apply',
    summary: 'carry out the reviewed report.json of a plan',
    examples: ['apply --plan package-retention-report/report.json']
  })
}
