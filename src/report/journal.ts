import type { VersionOutcome } from '../plan/outcome.js'
import type { JournalEntry, JournalPackage } from './journal-entry.js'
import { readJournalLine } from './read-journal-line.js'
import type { PackageReport, Report } from './report.js'
import { withOutcomes, withPackageOutcome, type PackageStep } from './row-outcome.js'
import { recount } from './totals.js'

/**
 * The report with everything that the journal beside it knows, counted anew; `complete` stays
 * as it is. Lines that are torn, of an unknown kind, of another run or about a version that the
 * report does not have are passed over. Applying it twice changes nothing.
 */
export function applyJournal(report: Report, lines: string): Report {
  const steps = new Map<string, PackageSteps>()
  let isThisRun = true
  for (const line of lines.split('\n')) {
    const entry = readJournalLine(line)
    if (entry?.kind === 'run') isThisRun = entry.startedAt === report.startedAt
    else if (entry !== null && isThisRun) noteStep(steps, entry)
  }
  const packages = report.packages.map((entry) => withSteps(entry, steps.get(packageKey(entry))))
  return recount(report, packages)
}

interface PackageSteps {
  readonly versions: VersionOutcome[]
  whole: PackageStep | null
}

function noteStep(
  steps: Map<string, PackageSteps>,
  entry: Exclude<JournalEntry, { kind: 'run' }>
): void {
  const key = packageKey(entry.package)
  const known = steps.get(key) ?? { versions: [], whole: null }
  steps.set(key, known)
  if (entry.kind === 'package') known.whole = entry.outcome
  else known.versions.push(entry.outcome)
}

function withSteps(entry: PackageReport, steps: PackageSteps | undefined): PackageReport {
  if (steps === undefined) return entry
  const rows = withOutcomes(entry.versions, steps.versions)
  return {
    ...entry,
    packageOutcome: steps.whole?.outcome ?? entry.packageOutcome,
    versions: withPackageOutcome(rows, entry.packageDecision, steps.whole)
  }
}

// Letter case does not matter to GitHub in owners' names.
function packageKey({ owner, type, name }: JournalPackage): string {
  return JSON.stringify([owner.toLowerCase(), type, name])
}
