import { DAY_MS, type EpochMs } from '../../model/time.js'
import { isPlanToApply } from '../planned-changes.js'
import type { Report } from '../report.js'
import type { UndoHint } from '../step-summary.js'
import { plural } from '../wording.js'
import { escapeHtml, escapeHtmlLines } from './escape-html.js'

/**
 * How to undo a live run, or how to carry out the plan of a dry one, whose file is called
 * `fileName`; empty where neither helps.
 */
export function undoSection(
  report: Report,
  now: EpochMs,
  undo: UndoHint | undefined,
  fileName: string
): string {
  if (report.dryRun) return isPlanToApply(report) ? nextSection(fileName) : ''
  const changed = report.totals.deleted + report.totals.untagged > 0
  if (!changed || undo === undefined) return ''
  const days = Math.max(0, Math.ceil((undo.until - now) / DAY_MS))
  return `<section aria-labelledby="undo">
<h2 id="undo">Undo this run</h2>
<p>Possible for ${escapeHtml(plural(days, 'more day'))}. On a terminal:</p>
<pre><code>${escapeHtmlLines(undo.command)}</code></pre>
${inWorkflow(undo)}</section>
`
}

function inWorkflow({ needs, workflowStep }: UndoHint): string {
  const steps =
    workflowStep === null
      ? ''
      : `<p>In a workflow:</p>\n<pre><code>${escapeHtmlLines(workflowStep)}</code></pre>\n`
  return needs === null ? steps : `${steps}<p>${escapeHtml(needs)}</p>\n`
}

function nextSection(fileName: string): string {
  return `<section aria-labelledby="next">
<h2 id="next">Carry it out</h2>
<p>To carry out exactly this plan, give its <code>${escapeHtml(fileName)}</code> as <code>plan</code> to a run with <code>mode: apply</code>. What a run deletes can be brought back for 30 days.</p>
</section>
`
}
