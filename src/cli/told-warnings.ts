import { bringsBack } from '../report/headline.js'
import type { Report } from '../report/report.js'

/**
 * The report without the warnings of packages that stand above on the terminal already, where
 * they are not far away: of a run over many packages its end tells them again.
 */
export function withoutTold(report: Report, told: ReadonlySet<string>): Report {
  if (report.packages.length > 1 && !bringsBack(report.mode)) return report
  const packages = report.packages.map((entry) => ({
    ...entry,
    warnings: entry.warnings.filter((text) => !told.has(text))
  }))
  return { ...report, packages }
}
