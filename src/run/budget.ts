import { GitHubError, type GitHubErrorCode } from '../github/errors.js'
import type { Duration } from '../model/duration.js'
import type { EpochMs } from '../model/time.js'
import { DAY_MS } from '../model/time.js'
import type { Freeze } from '../plan/freeze.js'
import type { Stop } from '../execute/ports.js'
import type { World } from './world.js'

/** Days that a month counts in a time limit, where no calendar is meant. */
const MONTH_DAYS = 30

/** When a limit that began at `start` is reached; never for `null`. */
export function deadlineOf(start: EpochMs, limit: Duration | null): EpochMs {
  if (limit === null) return Infinity
  return start + limit.exactMs + limit.months * MONTH_DAYS * DAY_MS
}

export interface BudgetLimits {
  readonly startedAt: EpochMs
  readonly timeLimit: Duration | null
  /** Requests that are to be left in the token's hour. */
  readonly reserveRequests: number
}

/**
 * Why no further change may be begun now, or `null`: a signal, the time limit, the token's hour.
 * Of the hour counts what is under way as well as the requests that the change would take.
 */
export function stopReason(
  limits: BudgetLimits,
  world: Pick<World, 'interrupted' | 'clock' | 'github'>,
  requests = 1
): Stop | null {
  const { startedAt, timeLimit } = limits
  const { interrupted, clock } = world
  const signal = interrupted()
  if (signal !== null) return { why: signal, atOnce: true }
  if (clock.now() >= deadlineOf(startedAt, timeLimit)) {
    return { why: `time-limit: ${timeLimit?.text ?? ''} have passed`, atOnce: false }
  }
  return lackOfRequests(limits, world, requests)
}

/** Why the token's hour can't spare so many requests, or `null`; nothing else is asked. */
export function lackOfRequests(
  { reserveRequests }: Pick<BudgetLimits, 'reserveRequests'>,
  { clock, github }: Pick<World, 'clock' | 'github'>,
  requests: number
): Stop | null {
  const { remaining, resetAt } = github.tokenFacts
  const isOfThisHour = resetAt === null || resetAt > clock.now()
  if (remaining === null || !isOfThisHour) return null
  if (remaining - github.openCount - requests >= reserveRequests) return null
  const until = resetAt === null ? '' : ` until ${new Date(resetAt).toISOString()}`
  return {
    why:
      `reserve-requests: the token has ${remaining} requests left in its hour${until}, ` +
      `of which ${reserveRequests} are to stay`,
    atOnce: false
  }
}

const SPENT: Partial<Record<GitHubErrorCode, 'requests' | 'pace' | 'time'>> = {
  'rate-limited': 'requests',
  'secondary-rate-limited': 'pace',
  'out-of-time': 'time'
}

/** Why a package was not looked at, where that is because of a limit; else `null`. */
export function unseenBecause(error: unknown): Freeze | null {
  const spent = error instanceof GitHubError ? SPENT[error.code] : undefined
  if (!(error instanceof GitHubError) || spent === undefined) return null
  return { code: 'not-looked-at', spent, until: spent === 'time' ? null : error.retryAt }
}

/** Whether the token has to wait for longer than this run may: what is left remains. */
export function isLimit(error: unknown): boolean {
  return error instanceof GitHubError && SPENT[error.code] !== undefined
}
