import { DAY_MS, HOUR_MS, type DurationMs, type EpochMs } from '../../../model/time.js'
import type { WordIndex } from '../page-data.js'
import { FATES, fateAt, type Fate } from './fate.js'
import { SLICE_ROWS, wordAt, type Rows } from './rows.js'

const MOST_BINS = 120
const STEPS: readonly DurationMs[] = [
  ...[1, 3, 6, 12].map((hours) => hours * HOUR_MS),
  ...[1, 2, 7, 14, 28, 91, 182, 364].map((days) => days * DAY_MS)
]

/** Versions by when they were created, in steps of one length. */
export interface Timeline {
  readonly stepMs: DurationMs
  /** When each step begins; empty where no version has a date. */
  readonly starts: readonly EpochMs[]
  /** How many versions of each fate each step has. */
  readonly counts: Readonly<Record<Fate, readonly number[]>>
}

/** Versions that were decided alike, with the steps of the timeline in which they are. */
export interface Lane {
  readonly decision: WordIndex
  readonly why: WordIndex
  readonly rule: WordIndex
  readonly fate: Fate
  /** What became of them where they were planned and not done; `null` for all others. */
  readonly outcome: string | null
  readonly count: number
  /** How many versions each step has. */
  readonly counts: readonly number[]
}

/** The first and the last date of all rows; `null` where none has one. */
export function dateRange(rows: Rows): readonly [first: EpochMs, last: EpochMs] | null {
  let first = Infinity
  let last = -Infinity
  for (const ms of rows.created) {
    if (ms < first) first = ms
    if (ms > last) last = ms
  }
  return first <= last ? [first, last] : null
}

/** Counts versions by time and fate, and by time and reason; the largest lanes of what goes first. */
export function* timeline(
  rows: Rows
): Generator<undefined, { readonly timeline: Timeline; readonly lanes: readonly Lane[] }> {
  const range = dateRange(rows) ?? [0, -1]
  const stepMs = stepFor(range[1] - range[0])
  const start = Math.floor(range[0] / stepMs) * stepMs
  const size = range[1] < range[0] ? 0 : Math.floor((range[1] - start) / stepMs) + 1
  const counts = {
    keep: zeros(size),
    untag: zeros(size),
    back: zeros(size),
    left: zeros(size),
    go: zeros(size)
  }
  const lanes = new Map<string, Lane & { count: number; counts: number[] }>()
  for (let row = 0; row < rows.count; row += 1) {
    const fate = fateAt(rows, row)
    const lane = laneOf(rows, row, fate, lanes, size)
    const step = Math.floor(((rows.created[row] ?? NaN) - start) / stepMs)
    lane.count += 1
    increment(lane.counts, step)
    increment(counts[fate], step)
    if (row % SLICE_ROWS === SLICE_ROWS - 1) yield
  }
  const starts = Array.from({ length: size }, (_, step) => start + step * stepMs)
  return { timeline: { stepMs, starts, counts }, lanes: inOrder([...lanes.values()]) }
}

function zeros(size: number): number[] {
  return Array.from({ length: size }, () => 0)
}

// Not a number for a row without a date, which is in no step.
function increment(counts: number[], step: number): void {
  const count = counts[step]
  if (count !== undefined) counts[step] = count + 1
}

function laneOf(
  rows: Rows,
  row: number,
  fate: Fate,
  lanes: Map<string, Lane & { count: number; counts: number[] }>,
  size: number
): Lane & { count: number; counts: number[] } {
  const why = rows.whys[row] ?? -1
  const rule = rows.rules[row] ?? -1
  const decision = rows.decisions[row] ?? -1
  const outcome = fate === 'left' ? wordAt(rows, 'outcomes', row) : null
  const key = `${fate} ${decision} ${why} ${rule} ${outcome ?? ''}`
  const known = lanes.get(key)
  if (known !== undefined) return known
  const lane = { decision, why, rule, fate, outcome, count: 0, counts: zeros(size) }
  lanes.set(key, lane)
  return lane
}

function inOrder(lanes: readonly Lane[]): readonly Lane[] {
  return lanes.toSorted(
    (a, b) => FATES.indexOf(b.fate) - FATES.indexOf(a.fate) || b.count - a.count
  )
}

/** Of the versions that were planned and not done how many have each outcome, the most first. */
export function undoneOutcomes(lanes: readonly Lane[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>()
  for (const { outcome, count } of lanes) {
    if (outcome !== null) counts.set(outcome, (counts.get(outcome) ?? 0) + count)
  }
  return [...counts].toSorted(([, a], [, b]) => b - a)
}

// Calendar lengths differ, so long steps are whole weeks.
function stepFor(length: DurationMs): DurationMs {
  const step = STEPS.find((ms) => length / ms < MOST_BINS)
  return step ?? Math.ceil(length / MOST_BINS / (364 * DAY_MS)) * 364 * DAY_MS
}
