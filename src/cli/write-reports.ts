import { htmlReport } from '../report/html/html-report.js'
import type { Report } from '../report/report.js'
import { runName } from '../report/run-name.js'
import { createReportFiles } from '../run/report-files.js'
import { reportPaths } from '../run/report-paths.js'
import { undoHint } from '../run/undo-hint.js'
import type { Terminal } from './terminal.js'

/**
 * Writes report.json, report.html and report.csv of a run that is over into a folder. `fileName`
 * is the report's other name where it is not by its run, as of shares that are joined: the first
 * of them may have that one.
 */
export async function writeReports(
  report: Report,
  directory: string,
  { program, terminal }: { readonly program: string; readonly terminal: Terminal },
  fileName = `${runName(report)}.json`
): Promise<void> {
  const { json } = reportPaths(directory)
  const place = { directory, fileName, workflow: null, program }
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
