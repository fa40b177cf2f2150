import { findings, type Finding } from './findings.js'
import type { Report } from './report.js'
import { visibleText } from './visible-text.js'
import { clip } from './wording.js'

/** What GitHub shows beside a run. Plain text, the message with line feeds. */
export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice'
  readonly title: string
  /** Below 4,096 UTF-16 units. */
  readonly message: string
}

// More are not shown, and longer ones are cut in the middle of a word.
const MAX_EACH = 10
const MAX_LENGTH = 4000

/**
 * What a person has to act on, the gravest first; at most ten of each level. With `failOn`
 * `never` failed outcomes are warnings.
 *
 * @see https://github.com/actions/runner/blob/main/src/Runner.Worker/ExecutionContext.cs
 */
export function annotations(
  report: Report,
  failOn: 'error' | 'never' = 'error'
): readonly Annotation[] {
  const all = findings(report)
    .filter(({ level }) => level !== 'notice')
    .map((finding) => annotation(finding, failOn))
  const ofLevel = (level: Annotation['level']) =>
    all.filter((one) => one.level === level).slice(0, MAX_EACH)
  return [...ofLevel('error'), ...ofLevel('warning')]
}

function annotation({ code, level, title, lines }: Finding, failOn: 'error' | 'never'): Annotation {
  return {
    level: code === 'failed' && failOn === 'never' ? 'warning' : level,
    title: visibleText(title),
    message: clip(
      lines.length === 0 ? title : lines.map((line) => visibleText(line)).join('\n'),
      MAX_LENGTH
    )
  }
}
