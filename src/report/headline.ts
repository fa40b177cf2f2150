import { backText, doneBackText, missingPackages, plannedBackText } from './brought-back-text.js'
import { formatCount } from './bytes.js'
import { goneAlready, keptText } from './counts-text.js'
import { freedText } from './freed-text.js'
import { unseenText } from './left-alone.js'
import type { Report, RunMode } from './report.js'
import { standInsDone } from './stand-ins.js'
import { enumerate, plural } from './wording.js'

/** What happened, for a title: says first whether it was a dry run. Plain text. */
export function headline(report: Report): string {
  const { dryRun, fuse } = report
  const name = `Package retention${MODE_NOTES[report.mode]}`
  if (couldNotBegin(report)) return `${name}: the run could not begin`
  if (isRefusedPlan(report)) {
    return `${name}${dryRun ? ', dry run: the plan was refused' : ': the plan was refused, nothing was changed'}`
  }
  if (isIdle(report)) return `${name}${dryRun ? ', dry run' : ''}: ${idleText(report)}`
  const unseen = unseenText(report)
  if (unseen !== null) {
    const what =
      unseen === 'left alone' ? 'all packages were left alone' : 'no package was processed'
    return `${name}${dryRun ? ', dry run' : ''}: ${what}`
  }
  if (dryRun) return `${name}, dry run: ${plannedText(report)}`
  if (fuse !== null) return `${name}: nothing was changed, the plan goes beyond max-deletions`
  return `${name}: ${doneText(report)}${report.complete ? '' : ' (cut off)'}`
}

/** Whether a restore or repair found nothing that it could bring back, and knows it of every package. */
function isIdle({ mode, totals, packages, complete, stopped }: Report): boolean {
  const isSure =
    complete &&
    stopped === null &&
    packages.every(({ error, packageOutcome }) => error === null && packageOutcome === null) &&
    missingPackages(packages) === 0
  return bringsBack(mode) && totals.toRestore === 0 && isSure
}

function idleText(report: Report): string {
  if (report.mode === 'repair') return 'nothing to bring back'
  const text = nothingText(report)
  const standIns = standInsDone(report.packages)
  return standIns === null ? text : `${text}${text.includes(':') ? ';' : ':'} ${standIns}`
}

function nothingText({ packages, totals }: Report): string {
  const isThere = packages.every(({ versions }) =>
    versions.every(({ reasonCode }) => reasonCode === 'already-there')
  )
  if (totals.versions === 0 || !isThere) return 'nothing to restore'
  return totals.versions === 1
    ? 'nothing to restore: the one version is there already'
    : `nothing to restore: all ${formatCount(totals.versions)} versions are there already`
}

const MODE_NOTES: Readonly<Record<RunMode, string>> = {
  cleanup: '',
  apply: ' (apply)',
  restore: ' (restore)',
  repair: ' (repair)'
}

/** Whether the mode brings versions back instead of deleting them. */
export function bringsBack(mode: RunMode): boolean {
  return mode === 'restore' || mode === 'repair'
}

function plannedText(report: Report): string {
  const { totals, mode } = report
  if (bringsBack(mode)) return plannedBackText(report)
  const untagged = totals.toUntag > 0 ? `, ${formatCount(totals.toUntag)} untagged` : ''
  return `${formatCount(totals.selected)} of ${plural(totals.versions, 'version')} would be deleted${untagged}`
}

function doneText(report: Report): string {
  const { totals, mode } = report
  if (bringsBack(mode)) return doneBackText(report)
  const parts = [`${formatCount(totals.deleted)} of ${plural(totals.versions, 'version')} deleted`]
  if (totals.untagged > 0) parts.push(`${formatCount(totals.untagged)} untagged`)
  if (totals.gone > 0) parts.push(`${formatCount(totals.gone)} gone already`)
  if (totals.failed > 0) parts.push(`${formatCount(totals.failed)} failed`)
  if (totals.remaining > 0) parts.push(`${formatCount(totals.remaining)} remaining`)
  return parts.join(', ')
}

/** Whether a run ended before it looked at any package: then there is nothing to count. */
function couldNotBegin({ error, packages }: Report): boolean {
  return error !== null && packages.length === 0
}

/** Whether a run refused the plan that it was to apply: its counts are those of the plan then. */
function isRefusedPlan({ mode, error, requests }: Report): boolean {
  return mode === 'apply' && error !== null && requests.api + requests.registry === 0
}

/** Whether a run ended before it asked anybody, so that there is nothing that it counted. */
export function hasCountedNothing(report: Report): boolean {
  return couldNotBegin(report) || isRefusedPlan(report)
}

/** The numbers behind the headline, as two or three sentences; '' where there are none. Plain text. */
export function summarySentence(report: Report): string {
  if (couldNotBegin(report)) return ''
  if (isRefusedPlan(report)) return refusedText(report)
  const { requests, dryRun, mode } = report
  const freed = bringsBack(mode) ? '' : freedText(report, dryRun)
  const effort = enumerate([
    ...durationText(report),
    plural(requests.api, 'API request'),
    plural(requests.registry, 'registry request')
  ])
  const unchanged = dryRun ? 'Nothing was changed. ' : ''
  const found = report.packages.length === 0 ? 'No package was looked at' : scopeText(report)
  const told = isIdle(report) ? found : `${found}: ${stayText(report)}${freed}`
  return `${told}. ${unchanged}It took ${effort}.`
}

function refusedText(report: Report): string {
  const versions = plural(report.totals.versions, 'version')
  return `The plan is about ${versions} in ${scopeText(report)}. Nobody looked which of them are there.`
}

function scopeText({ packages, totals }: Report): string {
  const owners = [...new Set(packages.map(({ owner }) => owner))]
  const where = owners.length === 1 ? ` of ${owners[0] ?? ''}` : ''
  const aside = packages.filter(({ leftAlone }) => leftAlone !== null).length
  const left =
    aside === 0 || aside === packages.length ? '' : `, ${formatCount(aside)} of them left alone`
  return `${plural(totals.packages, 'package')}${where}${left}`
}

// `kept` is what was decided: where little or nothing was carried out, more is still there.
function stayText(report: Report): string {
  const unseen = unseenText(report)
  if (unseen !== null) return unseen
  const { totals, mode, dryRun } = report
  if (bringsBack(mode)) return backText(report, dryRun)
  const all = plural(totals.versions, 'version')
  if (dryRun) {
    const gone = report.packages.reduce((sum, { versions }) => sum + goneAlready(versions), 0)
    const kept = totals.versions - totals.selected
    return gone === 0
      ? `${formatCount(kept)} of ${all} would stay`
      : keptText(kept, gone, ` of ${all}`)
  }
  const there = totals.versions - totals.deleted - totals.gone
  return `${formatCount(there)} of ${all} ${there === 1 ? 'is' : 'are'} still there`
}

function durationText({ startedAt, finishedAt }: Report): readonly string[] {
  // Of saved lists both are the time that was given.
  if (finishedAt === null || finishedAt === startedAt) return []
  const seconds = Math.max(0, Math.round((Date.parse(finishedAt) - Date.parse(startedAt)) / 1000))
  return [seconds < 120 ? plural(seconds, 'second') : plural(Math.round(seconds / 60), 'minute')]
}
