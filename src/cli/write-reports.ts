import { htmlReport } from '../report/html/html-report.js'
import type { Report } from '../report/report.js'
import { runName } from '../report/run-name.js'
import { createReportFiles } from '../run/report-files.js'
import { reportPaths } from '../run/report-paths.js'
import { undoHint, type ReportPlace } from '../run/undo-hint.js'
import type { Terminal } from './terminal.js'

/**
 * Writes report.json, report.html and report.csv of a run that is over into the folder of
 * `place`, the report also under its own name there.
 */
export async function writeReports(
  report: Report,
  place: ReportPlace,
  terminal: Terminal
): Promise<void> {
  const { directory, fileName = `${runName(report)}.json` } = place
  const { json } = reportPaths(directory)
  const files = createReportFiles({
    directory,
    fileName,
    html: (made, now) => htmlReport(made, { now, fileName, undo: undoHint(made, place) }),
    onTrouble: (text) => terminal.complain(`warning: ${text}`)
  })
  await files.writeReport(report)
  await files.finish(report, Date.now())
  terminal.line(`report: ${json}`)
}
