import { isoDate } from './build-report.js'
import { logLine } from './escape-log.js'
import type { Report } from './report.js'
import type { UndoHint } from './step-summary.js'

/** How to undo a live run that changed something, for the end of its log; else empty. */
export function undoLines(
  { dryRun, totals }: Report,
  undo: UndoHint | undefined
): readonly string[] {
  if (dryRun || undo === undefined || totals.deleted + totals.untagged === 0) return []
  const indented = (text: string) => text.split('\n').map((line) => `  ${line}`)
  const until = isoDate(undo.until)?.slice(0, 10)
  return [
    `To undo this run${until === undefined ? '' : `, until ${until}`}, on a terminal:`,
    ...indented(undo.command),
    ...(undo.workflowStep === null ? [] : ['or in a workflow:', ...indented(undo.workflowStep)]),
    ...(undo.needs === null ? [] : [undo.needs])
  ].map((line) => logLine(line))
}
