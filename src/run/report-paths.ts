import { join } from 'node:path'
import { JOURNAL_NAME } from './inputs/report-source.js'

/** Where the files of a report are, as absolute paths. */
export interface ReportPaths {
  readonly json: string
  readonly journal: string
  readonly html: string
  readonly csv: string
}

export function reportPaths(directory: string): ReportPaths {
  return {
    json: join(directory, 'report.json'),
    journal: join(directory, JOURNAL_NAME),
    html: join(directory, 'report.html'),
    csv: join(directory, 'report.csv')
  }
}
