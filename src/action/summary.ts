import { appendFileSync } from 'node:fs'
import * as core from '@actions/core'
import type { Environment } from '../http/proxy.js'
import { markdownText } from '../report/escape-markdown.js'
import { annotations } from '../report/annotations.js'
import { logLine } from '../report/escape-log.js'
import { totalsLines } from '../report/log-lines.js'
import type { Report } from '../report/report.js'
import { stepSummary, type SummaryOptions } from '../report/step-summary.js'
import { undoLines } from '../report/undo-lines.js'
import { reportPaths } from '../run/report-paths.js'
import { variable } from '../run/environment-variable.js'

export interface ShownRun extends SummaryOptions {
  readonly failOn: 'error' | 'never'
  /** Where its reports lie. */
  readonly reportDirectory: string
}

/** Shows a run to its end: the totals in the log, annotations beside it, the step's summary. */
export function showReport(report: Report, options: ShownRun, environment: Environment): void {
  for (const line of totalsLines(report)) core.info(line)
  core.info(logLine(`report: ${reportPaths(options.reportDirectory).json}`))
  for (const line of undoLines(report, options.undo)) core.info(line)
  for (const { level, title, message } of annotations(report, options.failOn)) {
    if (level === 'error') core.error(message, { title })
    else if (level === 'warning') core.warning(message, { title })
    else core.notice(message, { title })
  }
  appendSummary(stepSummary(report, options), environment)
}

/** Shows why a run could not begin, in the step's summary. */
export function showRefusal(messages: readonly string[], environment: Environment): void {
  const list = messages.map((message) => `- ${markdownText(message)}\n`).join('')
  appendSummary(`## Package retention could not begin\n\n${list}`, environment)
}

/** A run is not to fail for want of its summary. */
function appendSummary(markdown: string, environment: Environment): void {
  const path = variable(environment, 'GITHUB_STEP_SUMMARY')
  if (path === null) return
  try {
    appendFileSync(path, `${markdown.trimEnd()}\n`)
  } catch (error) {
    core.debug(logLine(`no step summary: ${String(error)}`))
  }
}
