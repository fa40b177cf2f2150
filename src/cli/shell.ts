import type { Environment } from '../http/proxy.js'
import type { ExitCode } from './exit-codes.js'
import type { Stream } from './terminal.js'

/** The process that a command runs in, as far as it is touched. */
export interface Shell {
  readonly environment: Environment
  /** Where the tool was started. */
  readonly directory: string
  /** How a person called the tool, for commands to paste. */
  readonly program: string
  readonly stdout: Stream
  readonly stderr: Stream
  /** What the process is going to end with. */
  exitCode: ExitCode
}
