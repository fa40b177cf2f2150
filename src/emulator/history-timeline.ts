import { DAY_MS, type DurationMs, type EpochMs } from '../model/time.js'
import { digestOf } from './publishing.js'

/** Days since something happened; fractions are hours of the day. */
export type DaysAgo = number

interface Happening {
  readonly at: EpochMs
  readonly happen: (at: EpochMs) => void
}

/** Things that happened before `now`. They are told in any order and replayed in that of time. */
export class Timeline {
  readonly #now: EpochMs
  readonly #happenings: Happening[] = []

  constructor(now: EpochMs) {
    this.#now = now
  }

  /** When that was. */
  dateOf(daysAgo: DaysAgo): EpochMs {
    return this.#now - daysAgo * DAY_MS
  }

  /** Notes what happened so long ago, `later` than that by a few minutes where given. */
  add(daysAgo: DaysAgo, happen: (at: EpochMs) => void, later: DurationMs = 0): void {
    this.#happenings.push({ at: this.dateOf(daysAgo) + later, happen })
  }

  /** Lets everything happen, the oldest first, so that ids rise with the dates. */
  replay(): void {
    for (const { at, happen } of this.#happenings.toSorted((a, b) => a.at - b.at)) happen(at)
  }
}

/** The commit that a build was made of: 40 hex digits that follow from the seed. */
export function commitOf(seed: string): string {
  return digestOf(new TextEncoder().encode(`commit ${seed}`)).slice('sha256:'.length, 47)
}

/** The first seven digits of a commit, as docker/metadata-action writes them in tags. */
export function shortCommitOf(seed: string): string {
  return commitOf(seed).slice(0, 7)
}
