import { htmlReport } from '../report/html/html-report.js'
import type { Report } from '../report/report.js'
import { createReportFiles } from '../run/report-files.js'
import { reportPaths } from '../run/report-paths.js'
import { undoHint } from '../run/undo-hint.js'
import type { Terminal } from './terminal.js'

/** Writes report.json, report.html and report.csv of a run that is over into a folder. */
export async function writeReports(
  report: Report,
  directory: string,
  terminal: Terminal
): Promise<void> {
  const { json } = reportPaths(directory)
  const place = { path: json, workflow: null }
  const files = createReportFiles({
    directory,
    html: (made, now) => htmlReport(made, { now, undo: undoHint(made, place) }),
    onTrouble: (text) => terminal.complain(`warning: ${text}`)
  })
  await files.writeReport(report)
  await files.finish(report, Date.now())
  terminal.line(`report: ${json}`)
}
