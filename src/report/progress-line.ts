import type { DurationMs } from '../model/time.js'
import { ageText } from './age-text.js'
import { formatCount } from './bytes.js'

/** How far the changes of a run are. */
export interface Progress {
  readonly done: number
  readonly total: number
  readonly failed: number
  /** Changes a minute at the present pace; `null` where it can't be told yet. */
  readonly perMinute: number | null
  /** `null` where it can't be told yet. */
  readonly etaMs: DurationMs | null
  /** Why it is slow or waits just now, such as a rate limit; `null` where it does not. */
  readonly waiting: string | null
}

/** One line for the log while changes are made. Plain text: the shell makes it safe with `logLine`. */
export function progressLine(progress: Progress): string {
  const { done, total, failed, perMinute, etaMs, waiting } = progress
  const percent = total === 0 ? 100 : Math.floor((done / total) * 100)
  return [
    `${formatCount(done)} of ${formatCount(total)} changes (${percent}%)`,
    ...(failed > 0 ? [`${formatCount(failed)} failed`] : []),
    ...(perMinute === null ? [] : [`${formatCount(Math.round(perMinute))} a minute`]),
    ...(etaMs === null || done >= total ? [] : [`about ${ageText(etaMs)} left`]),
    ...(waiting === null ? [] : [waiting])
  ].join(', ')
}
