import { DAY_MS, type EpochMs } from '../model/time.js'
import { formatCount } from './bytes.js'
import { isGoneAlready } from './counts-text.js'
import { bringsBack } from './headline.js'
import type { Report, VersionRow } from './report.js'

const BAR = 40
const LIMITS: readonly (readonly [below: number, label: string])[] = [
  [0, 'in the future'],
  [1, 'under 1 day'],
  [7, '1 to 7 days'],
  [30, '7 to 30 days'],
  [90, '30 to 90 days'],
  [180, '90 to 180 days'],
  [365, '180 days to 1 year'],
  [730, '1 to 2 years'],
  [Infinity, 'over 2 years']
]

interface Words {
  readonly stays: string
  readonly goes: string
}

const PLANNED: Words = { stays: 'would stay', goes: 'would be deleted' }
const DONE: Words = { stays: 'still there', goes: 'deleted' }

interface Bucket {
  readonly label: string
  readonly stays: number
  readonly gone: number
}

/**
 * Versions by age (created), what stays against what goes, as bars of text; `null` where there
 * is nothing to show, and in modes that bring versions back, for which these are no words. What
 * goes is what the plan deletes in a dry run and what was deleted in a live one.
 */
export function ageChart(report: Report, now: EpochMs): string | null {
  const buckets = bringsBack(report.mode) ? [] : trimmed(fill(report, now))
  if (buckets.length === 0) return null
  const most = Math.max(...buckets.map(({ stays, gone }) => stays + gone))
  const width = Math.max(...buckets.map(({ label }) => label.length))
  const words = report.dryRun ? PLANNED : DONE
  const lines = buckets.map((bucket) => barLine(bucket, most, width, words))
  return [`${' '.repeat(width)}  █ ${words.stays}  ░ ${words.goes}`, ...lines].join('\n')
}

function fill(report: Report, now: EpochMs): readonly Bucket[] {
  const counts = LIMITS.map(([, label]) => ({ label, stays: 0, gone: 0 }))
  for (const { versions } of report.packages) {
    for (const row of versions) {
      if (isGoneAlready(row)) continue
      const bucket = counts[bucketOf(row, now)]
      if (bucket === undefined) continue
      if (goes(row, report.dryRun)) bucket.gone += 1
      else bucket.stays += 1
    }
  }
  return counts
}

// Not a number for a version without a date, which is below no limit.
function bucketOf({ createdAt }: VersionRow, now: EpochMs): number {
  const days = (now - Date.parse(createdAt ?? '')) / DAY_MS
  return LIMITS.findIndex(([below]) => days < below)
}

function goes({ decision, outcome }: VersionRow, dryRun: boolean): boolean {
  return dryRun ? decision === 'delete' : outcome === 'deleted' || outcome === 'gone'
}

function trimmed(buckets: readonly Bucket[]): readonly Bucket[] {
  const isFull = ({ stays, gone }: Bucket) => stays + gone > 0
  const first = buckets.findIndex(isFull)
  return first < 0 ? [] : buckets.slice(first, buckets.findLastIndex(isFull) + 1)
}

function barLine(
  { label, stays, gone }: Bucket,
  most: number,
  width: number,
  words: Words
): string {
  const bar = '█'.repeat(barLength(stays, most)) + '░'.repeat(barLength(gone, most))
  const counts = [
    ...(stays > 0 ? [`${formatCount(stays)} ${words.stays}`] : []),
    ...(gone > 0 ? [`${formatCount(gone)} ${words.goes}`] : [])
  ].join(', ')
  return `${label.padStart(width)}  ${bar}${bar === '' ? '' : ' '}${counts}`.trimEnd()
}

// What is there at all is seen.
function barLength(count: number, most: number): number {
  return count === 0 ? 0 : Math.max(1, Math.round((count / most) * BAR))
}
