import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { scratchFolder } from '../shell/small-site.js'
import { commandLine, type CommandResult } from './command-line.js'

/** A folder of its own, and command lines run in it. */
export interface Desk {
  readonly folder: string
  /** Writes a file: text as it is, anything else as JSON. */
  write(name: string, content: unknown): void
  run(args: readonly string[], environment?: Record<string, string>): Promise<CommandResult>
}

/** A desk that is cleared after the tests of the file. */
export function openDesk(): Desk {
  const folder = scratchFolder()
  return {
    folder,
    write: (name, content) => {
      const text = typeof content === 'string' ? content : JSON.stringify(content)
      writeFileSync(join(folder, name), text)
    },
    run: (args, environment = {}) => commandLine(args, environment, folder)
  }
}
