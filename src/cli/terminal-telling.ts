import { SECOND_MS, type Clock } from '../model/time.js'
import {
  decisionLines,
  notDoneLines,
  packageHeaderLine,
  packageResultLine,
  warningLines
} from '../report/log-lines.js'
import type { PackageReport } from '../report/report.js'
import { ProgressTicker } from '../run/progress-ticker.js'
import type { RunProgress, RunTelling } from '../run/world.js'
import type { Terminal } from './terminal.js'

const BAR_WIDTH = 24

/** Tells a run on a terminal: a bar of progress where it can be drawn, else a line at times. */
export class TerminalTelling implements RunTelling {
  readonly #terminal: Terminal
  readonly #ticker: ProgressTicker
  readonly #warned = new Set<string>()
  #latest: RunProgress | null = null

  constructor(terminal: Terminal, clock: Clock) {
    this.#terminal = terminal
    this.#ticker = new ProgressTicker({
      everyMs: terminal.isLive ? SECOND_MS / 5 : 10 * SECOND_MS,
      say: (line) => this.#say(line),
      now: () => clock.now()
    })
  }

  note(text: string): void {
    this.#terminal.line(text)
  }

  progress(progress: RunProgress): void {
    this.#latest = progress
    this.#ticker.progress(progress)
  }

  /** What packages were warned of so far. */
  get warned(): ReadonlySet<string> {
    return this.#warned
  }

  planned(entry: PackageReport, dryRun: boolean): void {
    this.#terminal.title(packageHeaderLine(entry, dryRun))
    for (const line of warningLines(entry)) this.#terminal.complain(line)
    for (const line of decisionLines(entry)) this.#terminal.line(line)
    for (const text of entry.warnings) this.#warned.add(text)
  }

  changed(entry: PackageReport, dryRun: boolean): void {
    for (const line of [packageResultLine(entry, dryRun), ...notDoneLines(entry)]) {
      this.#terminal.line(line)
    }
  }

  close(): void {
    this.#ticker.close()
    this.#terminal.status('')
  }

  #say(line: string): void {
    if (this.#terminal.isLive) this.#terminal.status(`${bar(this.#latest)} ${line}`)
    else this.#terminal.complain(line)
  }
}

/** `[=====     ]`. */
function bar(progress: RunProgress | null): string {
  const { done, total } = progress ?? { done: 0, total: 0 }
  const filled = total === 0 ? 0 : Math.min(BAR_WIDTH, Math.floor((done / total) * BAR_WIDTH))
  return `[${'='.repeat(filled).padEnd(BAR_WIDTH)}]`
}
