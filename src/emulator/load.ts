import type { EpochMs } from '../model/time.js'

const WINDOW_MS = 60_000

/** Points in any 60 s above which GitHub refuses. @see https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api#about-secondary-rate-limits */
export const POINTS_LIMIT = 900
/** Requests at once above which GitHub refuses. */
export const AT_ONCE_LIMIT = 100

/** What a request costs: 1 to read, 5 to change. */
export function pointsOf(method: string): number {
  return method === 'GET' || method === 'HEAD' || method === 'OPTIONS' ? 1 : 5
}

interface Arrival {
  readonly at: EpochMs
  readonly points: number
  counts: boolean
}

interface Lane {
  arrivals: Arrival[]
  atOnce: number
}

/**
 * Watches the pace of API requests, each token on its own. Whether anything is refused is
 * for the limits to say; this only counts.
 */
export class LoadMeter {
  /** The most points that one token spent in any 60 s, refused requests included. */
  mostPoints = 0
  /** The most requests of one token that were under way at the same time. */
  mostAtOnce = 0
  /** How many requests came above the secondary limits, whether or not they were refused. */
  breaches = 0
  readonly #lanes = new Map<string, Lane>()

  /** Counts a request in; `isBreach` where it is above the secondary limits. */
  arrive(who: string, method: string, now: EpochMs): { isBreach: boolean; leave: () => void } {
    const lane = this.#lane(who)
    const arrival = { at: now, points: pointsOf(method), counts: true }
    lane.arrivals = lane.arrivals.filter(({ at }) => at > now - WINDOW_MS)
    lane.arrivals.push(arrival)
    lane.atOnce += 1
    const isBreach = pointsIn(lane.arrivals, true) > POINTS_LIMIT || lane.atOnce > AT_ONCE_LIMIT
    if (isBreach) {
      this.breaches += 1
      // What was refused does not lengthen the refusal: GitHub does not say that it does.
      arrival.counts = false
    }
    this.mostPoints = Math.max(this.mostPoints, pointsIn(lane.arrivals, false))
    this.mostAtOnce = Math.max(this.mostAtOnce, lane.atOnce)
    return { isBreach, leave: () => (lane.atOnce -= 1) }
  }

  #lane(who: string): Lane {
    const lane = this.#lanes.get(who) ?? { arrivals: [], atOnce: 0 }
    this.#lanes.set(who, lane)
    return lane
  }
}

function pointsIn(arrivals: readonly Arrival[], onlyCounting: boolean): number {
  return arrivals.reduce(
    (sum, { points, counts }) => (onlyCounting && !counts ? sum : sum + points),
    0
  )
}
