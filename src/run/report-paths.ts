import { basename, dirname, join } from 'node:path'
import type { Report } from '../report/report.js'
import { runName } from '../report/run-name.js'
import { JOURNAL_NAME } from './inputs/report-source.js'

/** Where the files of a report are, as absolute paths. */
export interface ReportPaths {
  readonly json: string
  readonly journal: string
  readonly html: string
  readonly csv: string
}

/** The files of the latest run in a folder. */
export function reportPaths(directory: string): ReportPaths {
  return {
    json: join(directory, 'report.json'),
    journal: join(directory, JOURNAL_NAME),
    html: join(directory, 'report.html'),
    csv: join(directory, 'report.csv')
  }
}

/**
 * The report of this very run, under the name that no later run takes from it: `fileName` where
 * it is not called by its run.
 */
export function ownReportPath(
  directory: string,
  report: Pick<Report, 'startedAt' | 'mode' | 'dryRun'>,
  fileName = `${runName(report)}.json`
): string {
  return join(directory, fileName)
}

/** Where one of the files goes when another run takes its place. */
export function asidePath(path: string, name: string): string {
  return join(dirname(path), basename(path).replace('report', name))
}
