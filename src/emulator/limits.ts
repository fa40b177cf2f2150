import { HOUR_MS, type EpochMs } from '../model/time.js'
import type { EmulatedRequest, EmulatedResponse } from './handler.js'
import type { TokenState } from './state.js'

const DOCUMENTATION = 'https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api'

/** Which limits hold and how a refusal looks; a test may change it at any time. */
export interface Limits {
  /**
   * Requests an hour. `by-kind`: 1,000 for a workflow's token, 5,000 for others, 60 without
   * one. `off`: no limit and no headers, as on Enterprise Server.
   *
   * @see https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api#about-primary-rate-limits
   */
  hourly: number | 'by-kind' | 'off'
  /** Whether the hourly limit is enforced; its headers come anyway. */
  enforcesPrimary: boolean
  /** Whether 900 points in any 60 s and 100 requests at once are enforced. */
  enforcesSecondary: boolean
  /** GitHub uses both. */
  status: 403 | 429
  /** `Retry-After` of a secondary refusal in seconds; `null` leaves the header out. */
  retryAfterS: number | null
}

export const DEFAULT_LIMITS: Limits = {
  hourly: 'by-kind',
  enforcesPrimary: false,
  enforcesSecondary: false,
  status: 403,
  retryAfterS: 60
}

/** What one identity has used of its hour. */
export interface Usage {
  readonly limit: number
  used: number
  readonly resetAt: EpochMs
}

/** Whose limit a request counts against: the repository for a workflow's token. */
export function identityOf(token: TokenState | null): string {
  if (token === null) return 'anonymous'
  return token.repository ?? token.login ?? token.secret
}

/** The hours of all identities. */
export class UsageBook {
  readonly #byIdentity = new Map<string, Usage>()

  /** The running hour of the token, a new one where the last is over; `null` without limit. */
  current(limits: Limits, token: TokenState | null, now: EpochMs): Usage | null {
    if (limits.hourly === 'off') return null
    const limit = limits.hourly === 'by-kind' ? limitByKind(token) : limits.hourly
    const running = this.#byIdentity.get(identityOf(token))
    if (running !== undefined && running.resetAt > now && running.limit === limit) return running
    const fresh = { limit, used: 0, resetAt: now + HOUR_MS }
    this.#byIdentity.set(identityOf(token), fresh)
    return fresh
  }
}

function limitByKind(token: TokenState | null): number {
  if (token === null) return 60
  return token.kind === 'actions' ? 1000 : 5000
}

/** The `x-ratelimit-*` headers. */
export function usageHeaders(usage: Usage): Record<string, string> {
  return {
    'x-ratelimit-limit': String(usage.limit),
    'x-ratelimit-remaining': String(Math.max(0, usage.limit - usage.used)),
    'x-ratelimit-used': String(usage.used),
    'x-ratelimit-reset': String(Math.ceil(usage.resetAt / 1000)),
    'x-ratelimit-resource': 'core'
  }
}

/** The refusal where the hour is used up. */
export function primaryRefusal(limits: Limits, request: EmulatedRequest): EmulatedResponse {
  const kind = request.token?.login === null ? 'installation' : 'user'
  return {
    status: limits.status,
    body: {
      message: `API rate limit exceeded for ${kind} ID 12345.`,
      documentation_url: DOCUMENTATION,
      status: String(limits.status)
    }
  }
}

/** The refusal above the secondary limits. */
export function secondaryRefusal(limits: Limits): EmulatedResponse {
  return {
    status: limits.status,
    headers: limits.retryAfterS === null ? {} : { 'retry-after': String(limits.retryAfterS) },
    body: {
      message:
        'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.',
      documentation_url: `${DOCUMENTATION}#about-secondary-rate-limits`,
      status: String(limits.status)
    }
  }
}
