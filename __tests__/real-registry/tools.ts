import { execFile } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import { describe } from '@jest/globals'

const execute = promisify(execFile)
/** Far more than any of them takes: a tool that hangs is to fail its own test. */
const TIMEOUT_MS = 30_000

/**
 * A `describe` of tests that need real tools. Where one of them is missing the tests are
 * skipped, and one line says what to install.
 */
export function describeWith(tools: readonly string[], title: string, tests: () => void): void {
  const missing = tools.filter((tool) => !isInstalled(tool))
  if (missing.length === 0) {
    describe(title, tests)
    return
  }
  process.stderr.write(
    `skipped: ${title}: not installed: ${missing.join(', ')} (Debian: apt-get install ${missing.join(' ')})\n`
  )
  describe.skip(title, tests)
}

function isInstalled(tool: string): boolean {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, tool), constants.X_OK)
      return true
    } catch {
      return false
    }
  })
}

/** A folder for what the tools of one test file write. */
export interface Workplace {
  readonly folder: string
  /** Runs a tool to its end; what it wrote to standard output. Rejects, with what it said, where it fails. */
  readonly run: (tool: string, ...args: string[]) => Promise<string>
  readonly remove: () => Promise<void>
}

export async function openWorkplace(): Promise<Workplace> {
  const folder = await mkdtemp(join(tmpdir(), 'package-retention-real-'))
  return {
    folder,
    run: async (tool, ...args) => {
      const { stdout } = await execute(tool, args, {
        cwd: folder,
        env: environment(folder),
        timeout: TIMEOUT_MS
      })
      return stdout
    },
    remove: () => rm(folder, { recursive: true, force: true })
  }
}

/** Neither a proxy nor the logins of whoever runs the tests. */
export function environment(folder: string): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'], HOME: folder, TMPDIR: folder, XDG_RUNTIME_DIR: folder }
}
