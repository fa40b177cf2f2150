import type { Annotation } from '../report/annotations.js'
import { WORTH_KNOWING } from '../report/findings.js'

/** What stands out in a run, for the terminal: its title, and the rest below it. */
export function annotationLines({ level, title, message }: Annotation): readonly string[] {
  if (message === title || title === WORTH_KNOWING) return [`${level}: ${message}`]
  return [`${level}: ${title}`, ...message.split('\n').map((line) => `  ${line}`)]
}
