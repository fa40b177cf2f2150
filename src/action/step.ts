import * as core from '@actions/core'
import type { Environment } from '../http/proxy.js'
import type { EpochMs } from '../model/time.js'
import { visibleText } from '../report/visible-text.js'
import type { Report } from '../report/report.js'
import { plural } from '../report/wording.js'
import { recoveredReport } from '../run/recovered-report.js'
import type { RunResult } from '../run/run-result.js'
import { undoHint } from '../run/undo-hint.js'
import { setOutputs } from './outputs.js'
import { reportPlace } from './runner-environment.js'
import { showRefusal, showReport } from './summary.js'

const SHOWN = 50

/** What the end of a step needs to know of its run. */
export interface StepRun {
  readonly reportDirectory: string
  readonly failOn: 'error' | 'never'
}

/** One step of a workflow: it ends exactly once, with all its outputs, whatever happens. */
export class Step {
  readonly #environment: Environment
  readonly #startedAt: EpochMs
  readonly #now: () => EpochMs
  #run: StepRun | null = null
  #hasEnded = false

  constructor(environment: Environment, now: () => EpochMs) {
    this.#environment = environment
    this.#now = now
    this.#startedAt = now()
  }

  /** The inputs are right, and the run begins. */
  begin(run: StepRun): void {
    this.#run = run
  }

  /** The inputs are wrong: nothing was asked of GitHub. */
  refuse(messages: readonly string[]): void {
    if (this.#isOver()) return
    const [first = 'the inputs are wrong', ...more] = messages.map(visibleText)
    if (more.length > 0) for (const message of [first, ...more].slice(0, SHOWN)) core.error(message)
    showRefusal(messages, this.#environment)
    const unset = setOutputs(null, null)
    core.setFailed(
      more.length === 0
        ? first
        : `there are ${plural(more.length + 1, 'error')} in the inputs or the policy; see above`
    )
    tellUnset(unset)
  }

  /** The run came to its end. Why it failed is among the annotations. */
  finish({ report, failures }: RunResult): void {
    if (this.#isOver()) return
    if (failures.length > 0) process.exitCode = 1
    this.#show(report)
  }

  /** The run broke off: shows what of it is on the disk. */
  breakOff(why: string): void {
    process.exitCode = 1
    const hasOutputs = this.#isOver()
    const directory = this.#run?.reportDirectory ?? null
    const report = directory === null ? null : recoveredReport(directory, this.#startedAt)
    if (report !== null && !hasOutputs) {
      this.#show({ ...report, error: why })
      return
    }
    core.error(visibleText(why))
    if (!hasOutputs) tellUnset(setOutputs(null, null))
  }

  #show(report: Report): void {
    const directory = this.#run?.reportDirectory ?? ''
    const unset = setOutputs(report, directory)
    const undo = undoHint(report, reportPlace(this.#environment, directory))
    const failOn = this.#run?.failOn ?? 'error'
    const options = { now: this.#now(), undo, failOn, reportDirectory: directory }
    showReport(report, options, this.#environment)
    tellUnset(unset)
  }

  #isOver(): boolean {
    const hasEnded = this.#hasEnded
    this.#hasEnded = true
    return hasEnded
  }
}

/** Told after what the run did: later steps may rely on the outputs, so the step fails. */
function tellUnset(why: string | null): void {
  if (why === null) return
  process.exitCode = 1
  core.error(visibleText(why))
}
