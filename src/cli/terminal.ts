import type { Environment } from '../http/proxy.js'
import { logLine } from '../report/escape-log.js'

/** Where a command writes: the process, or a test. */
export interface Stream {
  readonly isTTY?: boolean
  readonly columns?: number
  write(text: string): unknown
}

/** Both streams of a command, and how to write on them. */
export class Terminal {
  readonly #out: Stream
  readonly #err: Stream
  readonly #isColored: boolean
  #status = ''

  /** With `isForMachines` all but `result` goes to standard error. */
  constructor(out: Stream, err: Stream, environment: Environment, isForMachines: boolean) {
    this.#out = isForMachines ? err : out
    this.#err = err
    const noColor = (environment['NO_COLOR'] ?? '') !== '' || environment['TERM'] === 'dumb'
    this.#isColored = this.#out.isTTY === true && !noColor
  }

  /** Whether a line may be drawn over again. */
  get isLive(): boolean {
    return this.#err.isTTY === true
  }

  /** One line, whatever is in it. */
  line(text: string): void {
    this.#onCleanLine(this.#out, `${logLine(text)}\n`)
  }

  title(text: string): void {
    const shown = logLine(text)
    this.#onCleanLine(this.#out, this.#isColored ? `\u001B[1m${shown}\u001B[22m\n` : `${shown}\n`)
  }

  /** One line that a person has to act on. */
  complain(text: string): void {
    const shown = logLine(text)
    const isColored = this.#isColored && this.#err.isTTY === true
    this.#onCleanLine(this.#err, isColored ? `\u001B[31m${shown}\u001B[39m\n` : `${shown}\n`)
  }

  /** Draws the one line of progress anew; '' takes it away. Only where `isLive`. */
  status(text: string): void {
    if (!this.isLive) return
    const width = Math.max(20, (this.#err.columns ?? 80) - 1)
    this.#status = logLine(text).slice(0, width)
    this.#err.write(`\r\u001B[K${this.#status}`)
  }

  #onCleanLine(stream: Stream, text: string): void {
    if (this.#status === '') {
      stream.write(text)
      return
    }
    this.#err.write('\r\u001B[K')
    stream.write(text)
    this.#err.write(this.#status)
  }
}
