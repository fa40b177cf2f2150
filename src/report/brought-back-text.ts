import { formatCount } from './bytes.js'
import type { PackageReport, Report } from './report.js'
import { enumerate, plural } from './wording.js'

/** What a restore or repair is told by: its counts and its packages. */
type BroughtBack = Pick<Report, 'totals' | 'packages'>

/** How many packages a live run would restore first: nobody sees before what is in them. */
export function missingPackages(packages: readonly PackageReport[]): number {
  return packages.filter(({ isMissing }) => isMissing === true).length
}

/** What a restore or repair would do, for the title of a dry run. */
export function plannedBackText({ totals: { toRestore }, packages }: BroughtBack): string {
  const missing = missingPackages(packages)
  const versions = `${plural(toRestore, 'version')} would be restored`
  if (missing === 0) return versions
  const are = missing === 1 ? 'is' : 'are'
  const whole = `${plural(missing, 'package')} ${are} not there and would be restored as a whole`
  return toRestore === 0 ? whole : `${versions}; ${whole}`
}

/** What a restore or repair did, for its title. */
export function doneBackText({ totals, packages }: BroughtBack): string {
  const left = packages.filter(({ packageOutcome }) => packageOutcome === 'remaining').length
  const broken = packages.filter(isNotBack).length
  const parts = [
    ...(totals.failed > 0 ? [`${formatCount(totals.failed)} failed`] : []),
    ...(totals.remaining > 0 ? [`${formatCount(totals.remaining)} remaining`] : []),
    ...(left > 0 ? [`${plural(left, 'package')} still to be restored as a whole`] : []),
    ...(broken > 0 ? [`${plural(broken, 'package')} failed`] : [])
  ]
  const done = restoredText({ totals, packages }, left > 0)
  return (done === null ? parts : [done, ...parts]).join(', ')
}

/** What it brought back; `null` where nothing could be and `isToldElse`. */
function restoredText({ totals, packages }: BroughtBack, isToldElse: boolean): string | null {
  const { toRestore, restored } = totals
  const whole = wholePackages(packages)
  if (toRestore > 0) return `${formatCount(restored)} of ${plural(toRestore, 'version')} restored`
  if (whole > 0) return `${plural(whole, 'package')} restored as a whole, no version by itself`
  return isToldElse ? null : 'no version restored'
}

/** A package that is back has a failure of its own beside it, and is told by that. */
function isNotBack({ error, packageOutcome }: PackageReport): boolean {
  return error !== null && packageOutcome !== 'restored'
}

function wholePackages(packages: readonly PackageReport[]): number {
  return packages.filter(({ packageOutcome }) => packageOutcome === 'restored').length
}

/** The same for the sentence below the title, without what failed. */
export function backText({ totals, packages }: BroughtBack, dryRun: boolean): string {
  const { toRestore, restored } = totals
  const versions = plural(toRestore, 'version')
  if (dryRun) {
    const missing = missingPackages(packages)
    const whole = missing === 0 ? [] : [`${plural(missing, 'package')} as a whole`]
    const known = toRestore > 0 || missing === 0 ? [versions] : []
    return `${enumerate([...known, ...whole])} to bring back`
  }
  const whole = wholePackages(packages)
  if (toRestore === 0 && whole > 0) {
    return `${plural(whole, 'package')} ${whole === 1 ? 'was' : 'were'} brought back as a whole`
  }
  if (toRestore === 0) return 'no version was brought back'
  return `${formatCount(restored)} of ${versions} ${restored === 1 ? 'was' : 'were'} brought back`
}
