import { MINUTE_MS, type Clock, type DurationMs, type EpochMs } from '../model/time.js'

const WINDOW_POINTS = 900
const AT_ONCE = 100
// Some more than GitHub's minute, for timers and clocks that differ a little.
const WINDOW_MS = MINUTE_MS + 250

const SLOWEST = 1 / 16
const RECOVERY_PER_MINUTE = 1 / 8

/** Thrown to those that wait their turn when there is a pause longer than they may wait. */
export class PausedError extends Error {
  override readonly name = 'PausedError'
  readonly until: EpochMs

  constructor(until: EpochMs) {
    super('the wait would be too long')
    this.until = until
  }
}

/** Thrown to those that are not meant any more when their turn comes. They cost nothing. */
export class OvertakenError extends Error {
  override readonly name = 'OvertakenError'

  constructor() {
    super('not meant any more')
  }
}

/** Thrown to those that would have to wait longer than they may. They cost nothing. */
export class TooLateError extends Error {
  override readonly name = 'TooLateError'

  constructor() {
    super('its turn would come too late')
  }
}

/** What a request asks of its turn. */
export interface Turn {
  /** Asked when the turn comes: after a no nothing is run. */
  readonly isStillMeant?: (() => boolean) | undefined
  /** The turn has to come until then, or does not come at all. */
  readonly notAfter?: EpochMs
}

interface Waiter {
  readonly points: number
  readonly isStillMeant: () => boolean
  readonly notAfter: EpochMs
  readonly start: () => void
  readonly refuse: (error: PausedError | OvertakenError | TooLateError) => void
}

/**
 * Keeps all requests of a token within GitHub's secondary limits: never more than 900 points
 * in any minute and never more than 100 requests at once, without any wait below that, in
 * the order in which they came.
 *
 * GitHub counts a request when it arrives, somewhere between its start and its end here. So
 * its points are held from its start until a minute after its end: whenever one starts, all
 * that may have arrived in the minute before count.
 *
 * @see https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api#about-secondary-rate-limits
 */
export class Pace {
  readonly #clock: Clock
  readonly #mayWait: (ms: DurationMs) => boolean
  readonly #queue: Waiter[] = []
  readonly #ended: { readonly at: EpochMs; readonly points: number }[] = []
  #heldPoints = 0
  #underWay = 0
  #pausedUntil: EpochMs = -Infinity
  #share = 1
  #slowedAt: EpochMs = -Infinity
  #alarm: EpochMs | null = null
  #isEnding = false

  /** `mayWait` is asked before anybody waits for the end of a pause. */
  constructor(clock: Clock, mayWait: (ms: DurationMs) => boolean = () => true) {
    this.#clock = clock
    this.#mayWait = mayWait
  }

  /**
   * Runs `task` when its turn has come.
   *
   * @throws PausedError where it would have to wait longer than it may, without running it.
   * @throws OvertakenError where `isStillMeant` says no when its turn comes, likewise
   * @throws TooLateError where its turn does not come in time, or not before the end, likewise
   */
  async run<T>(
    points: number,
    task: () => Promise<T>,
    { isStillMeant = () => true, notAfter = Infinity }: Turn = {}
  ): Promise<T> {
    await new Promise<void>((start, refuse) => {
      this.#queue.push({ points, isStillMeant, notAfter, start, refuse })
      this.#startAll()
    })
    try {
      return await task()
    } finally {
      this.#ended.push({ at: this.#clock.now(), points })
      this.#underWay -= 1
      this.#startAll()
    }
  }

  /** Nobody starts before `moment`; a later pause that was asked for before still holds. */
  pauseUntil(moment: EpochMs): void {
    this.#pausedUntil = Math.max(this.#pausedUntil, moment)
    this.#startAll()
  }

  /** From now on nobody waits: whose turn it is not at once is told that it comes too late. */
  end(): void {
    this.#isEnding = true
    this.#startAll()
  }

  /**
   * Halves the pace, because a request that began at `startedAt` hit a secondary limit; an
   * eighth comes back with each minute. What began before the last time is no news.
   */
  slowDown(startedAt: EpochMs): void {
    if (startedAt < this.#slowedAt) return
    this.#share = Math.max(SLOWEST, this.#currentShare() / 2)
    this.#slowedAt = this.#clock.now()
  }

  #currentShare(): number {
    if (this.#share === 1) return 1
    const minutes = Math.floor((this.#clock.now() - this.#slowedAt) / MINUTE_MS)
    return Math.min(1, this.#share + minutes * RECOVERY_PER_MINUTE)
  }

  #startAll(): void {
    this.#forgetOld()
    for (let next = this.#queue[0]; next !== undefined; next = this.#queue[0]) {
      if (this.#hasToWait(next)) {
        if (!this.#refuseLate()) return
        continue
      }
      this.#queue.shift()
      this.#admit(next)
    }
  }

  #hasToWait({ points }: Waiter): boolean {
    if (this.#pauseLeft() <= 0) return !this.#hasRoomFor(points)
    if (!this.#mayWait(this.#pauseLeft())) return false
    this.#wakeAt(this.#pausedUntil)
    return true
  }

  /** Those that may not wait any longer; whether there were any. */
  #refuseLate(): boolean {
    const now = this.#clock.now()
    const isLate = ({ notAfter }: Waiter) => this.#isEnding || notAfter <= now
    const late = this.#queue.filter(isLate)
    if (late.length === 0) return false
    this.#queue.splice(0, Infinity, ...this.#queue.filter((waiter) => !isLate(waiter)))
    for (const { refuse } of late) refuse(new TooLateError())
    return true
  }

  #admit({ points, isStillMeant, notAfter, start, refuse }: Waiter): void {
    if (this.#clock.now() > notAfter) {
      refuse(new TooLateError())
      return
    }
    if (!isStillMeant()) {
      refuse(new OvertakenError())
      return
    }
    if (this.#pauseLeft() > 0) {
      refuse(new PausedError(this.#pausedUntil))
      return
    }
    this.#heldPoints += points
    this.#underWay += 1
    start()
  }

  #pauseLeft(): DurationMs {
    return this.#pausedUntil - this.#clock.now()
  }

  #hasRoomFor(points: number): boolean {
    const share = this.#currentShare()
    if (this.#underWay >= Math.floor(AT_ONCE * share)) return false
    const excess = this.#heldPoints + points - Math.floor(WINDOW_POINTS * share)
    if (excess <= 0) return true
    this.#wakeWhenFreed(excess)
    return false
  }

  /** Where those under way hold too much, the end of one of them wakes instead. */
  #wakeWhenFreed(excess: number): void {
    let freed = 0
    for (const { at, points } of this.#ended) {
      freed += points
      if (freed >= excess) {
        this.#wakeAt(at + WINDOW_MS)
        return
      }
    }
  }

  #forgetOld(): void {
    const now = this.#clock.now()
    for (let oldest = this.#ended[0]; oldest !== undefined; oldest = this.#ended[0]) {
      if (now - oldest.at < WINDOW_MS) return
      this.#ended.shift()
      this.#heldPoints -= oldest.points
    }
  }

  #wakeAt(latest: EpochMs): void {
    // Whoever may not wait so long is told at once when its time is over.
    const moment = this.#queue.reduce((at, { notAfter }) => Math.min(at, notAfter), latest)
    if (this.#alarm !== null && this.#alarm <= moment) return
    this.#alarm = moment
    void this.#sleepUntil(moment)
  }

  async #sleepUntil(moment: EpochMs): Promise<void> {
    await this.#clock.sleep(moment - this.#clock.now())
    if (this.#alarm === moment) this.#alarm = null
    this.#startAll()
  }
}
