import { annotations, type Annotation } from '../report/annotations.js'
import { WORTH_KNOWING } from '../report/findings.js'
import type { Report } from '../report/report.js'

/** What a person has to act on in a run, why it failed among it, for the end of a terminal's output. */
export function troubleLines(report: Report, failOn: 'error' | 'never'): readonly string[] {
  return annotations(report, failOn).flatMap(annotationLines)
}

/** What stands out in a run, for the terminal: its title, and the rest below it. */
export function annotationLines({ level, title, message }: Annotation): readonly string[] {
  if (message === title || title === WORTH_KNOWING) return [`${level}: ${message}`]
  return [`${level}: ${title}`, ...message.split('\n').map((line) => `  ${line}`)]
}
