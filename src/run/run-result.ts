import { plural } from '../report/wording.js'
import type { Report } from '../report/report.js'

/** What a run came to. It failed where `failures` is not empty. */
export interface RunResult {
  readonly report: Report
  /** Why the run failed, a sentence each, the gravest first. */
  readonly failures: readonly string[]
}

/**
 * Why a run fails, by 2-action, Exit; empty where it succeeds. Each is also a finding of its
 * report, and an annotation of the gravest level.
 */
export function failuresOf(report: Report, failOn: 'error' | 'never'): string[] {
  const { error: ofRun, packages, totals, fuse, dryRun } = report
  const broken = packages.filter(({ error }) => error !== null)
  const emptied = packages.filter(({ lastVersionFailure }) => lastVersionFailure !== null)
  return [
    ...(ofRun === null ? [] : [ofRun]),
    ...(fuse !== null && !dryRun ? [`nothing was changed: ${fuse}`] : []),
    ...broken.map(({ type, name, error }) => `${type} package ${name}: ${error ?? ''}`),
    ...emptied.map(
      ({ type, name }) =>
        `${type} package ${name}: nothing was deleted, since last-version is set to fail and ` +
        'the plan would delete the last version'
    ),
    ...(totals.failed > 0 && failOn === 'error'
      ? [`${plural(totals.failed, 'version')} could not be changed`]
      : [])
  ]
}
