import { retriesForNobody } from '../http/nobody-there.js'
import { MINUTE_MS, SECOND_MS, type DurationMs } from '../model/time.js'
import type { GitHubError, GitHubErrorCode } from './errors.js'

/** How a request that failed is sent again. */
export interface RetryPlan {
  readonly waitMs: DurationMs
  /** `everybody`: the token is limited, so no other request is sent meanwhile either. */
  readonly waits: 'this-request' | 'everybody'
  /** Whether GitHub asked for the wait, which then may be too long to be waited for. */
  readonly isAsked: boolean
}

/** What happened to the request so far. */
export interface RetryHistory {
  /** How often it was sent again. */
  readonly retries: number
  /** Codes of all its failures before this one. */
  readonly codes: readonly GitHubErrorCode[]
  /** Whether the token was accepted by any answer yet. */
  readonly tokenWorked: boolean
  /** Whether nobody has answered any request of the run yet; left out: somebody has. */
  readonly isUnheard?: boolean
}

const MAX_RETRIES = 5

/**
 * Whether and when a request is sent again after `error`; `null` for not at all. `random`
 * gives numbers from 0 to 1.
 *
 * @see https://docs.github.com/rest/using-the-rest-api/best-practices-for-using-the-rest-api#handle-rate-limit-errors-appropriately
 */
export function planRetry(
  error: GitHubError,
  history: RetryHistory,
  random: () => number
): RetryPlan | null {
  if (history.retries >= mostRetries(error, history)) return null
  const { waitMs: asked = null } = error.failure
  if (isLimit(error.code)) {
    const atLeast = asked ?? MINUTE_MS * 2 ** history.retries
    return { waitMs: atLeast + random() * SECOND_MS, waits: 'everybody', isAsked: true }
  }
  if (error.code === 'unauthorized') {
    const isFirst = history.tokenWorked && !history.codes.includes('unauthorized')
    return isFirst ? backOff(0, random) : null
  }
  if (!mayHaveBeenDone(error.code)) return null
  const plan = backOff(history.retries, random)
  return asked === null ? plan : { ...plan, waitMs: asked + plan.waitMs, isAsked: true }
}

/** How often a request may be sent again after such an error. */
export function mostRetries(error: GitHubError, { isUnheard = false }: RetryHistory): number {
  return (isUnheard ? retriesForNobody(error.failure.cause) : null) ?? MAX_RETRIES
}

/** Whether the token has to wait, rather than the request being wrong. */
export function isLimit(code: GitHubErrorCode): boolean {
  return code === 'rate-limited' || code === 'secondary-rate-limited'
}

/** Between half and all of 1, 2, 4, 8, 16 seconds. */
function backOff(retries: number, random: () => number): RetryPlan {
  const most = SECOND_MS * 2 ** retries
  return { waitMs: most / 2 + (random() * most) / 2, waits: 'this-request', isAsked: false }
}

const UNCLEAR: ReadonlySet<GitHubErrorCode> = new Set([
  'server',
  'connection',
  'timed-out',
  'malformed'
])

/** Whether a request that failed so may have been carried out all the same. */
export function mayHaveBeenDone(code: GitHubErrorCode): boolean {
  return UNCLEAR.has(code)
}
