import * as core from '@actions/core'
import { SECOND_MS, type Clock } from '../model/time.js'
import { logLine } from '../report/escape-log.js'
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

const EVERY_MS = 10 * SECOND_MS

/** Tells a run in the log of a step: a group for each package, a line of progress now and then. */
export class ActionLog implements RunTelling {
  readonly #ticker: ProgressTicker

  constructor(clock: Clock) {
    this.#ticker = new ProgressTicker({
      everyMs: EVERY_MS,
      say: (line) => this.note(line),
      now: () => clock.now()
    })
  }

  note(text: string): void {
    core.info(logLine(text))
  }

  progress(progress: RunProgress): void {
    this.#ticker.progress(progress)
  }

  planned(entry: PackageReport, dryRun: boolean): void {
    core.startGroup(packageHeaderLine(entry, dryRun))
    for (const line of [...warningLines(entry), ...decisionLines(entry)]) core.info(line)
    core.endGroup()
  }

  changed(entry: PackageReport, dryRun: boolean): void {
    for (const line of [packageResultLine(entry, dryRun), ...notDoneLines(entry)]) core.info(line)
  }

  close(): void {
    this.#ticker.close()
  }
}
