import type { DurationMs, EpochMs } from '../model/time.js'
import { redactTokens } from './token.js'

/**
 * Why GitHub could not be asked, or said no:
 * - `unauthorized`: the token is not accepted at all
 * - `forbidden`, `missing-scope`, `sso-required`: it may not do this
 * - `listing-not-allowed`: it may not list packages, only use them by name
 * - `not-found`: not there, or hidden from this token
 * - `invalid-argument`: the request itself is refused
 * - `rate-limited`, `secondary-rate-limited`: not now
 * - `server`: 5xx and 408
 * - `connection`, `timed-out`: no answer, and nobody knows whether the request arrived
 * - `malformed`: an answer that is not what GitHub documents
 * - `incomplete`: a list that can't be read to its end
 * - `aborted`: given up by the caller
 * - `out-of-time`: not sent, or not sent again, because the run's time is over
 * - `overtaken`: not sent, for what it is based on grew too old while it waited
 * - `unexpected-status`: anything else
 */
export type GitHubErrorCode =
  | 'unauthorized'
  | 'forbidden'
  | 'missing-scope'
  | 'sso-required'
  | 'listing-not-allowed'
  | 'not-found'
  | 'invalid-argument'
  | 'rate-limited'
  | 'secondary-rate-limited'
  | 'server'
  | 'connection'
  | 'timed-out'
  | 'malformed'
  | 'incomplete'
  | 'aborted'
  | 'out-of-time'
  | 'overtaken'
  | 'unexpected-status'

/** All that is known of a failure. */
export interface GitHubFailure {
  readonly code: GitHubErrorCode
  /** Method and path, such as `DELETE /orgs/acme/packages/npm/ui/versions/7`. */
  readonly request: string
  /** What happened, in one sentence without its full stop. */
  readonly problem: string
  /** `null` where there was no answer. */
  readonly status?: number | null
  /** What GitHub said, in its own words; '' where it said nothing. */
  readonly said?: string
  /** For GitHub's support. */
  readonly requestId?: string | null
  /** What a person can do about it. */
  readonly remedy?: string | null
  /** How long GitHub asks to wait. */
  readonly waitMs?: DurationMs | null
  /** When a request that may not wait so long could be sent again. */
  readonly retryAt?: EpochMs | null
  /** Whether an earlier try of the same request may have been carried out. */
  readonly afterFault?: boolean
  /** How often the request was sent. */
  readonly tries?: number
  readonly cause?: unknown
}

/** GitHub could not be asked, or said no. `code` is for programs, `message` for people. */
export class GitHubError extends Error {
  override readonly name = 'GitHubError'
  readonly failure: GitHubFailure

  constructor(failure: GitHubFailure) {
    super(describe(failure), failure.cause === undefined ? {} : { cause: failure.cause })
    this.failure = failure
  }

  get code(): GitHubErrorCode {
    return this.failure.code
  }

  /** `null` where there was no answer. */
  get status(): number | null {
    return this.failure.status ?? null
  }

  /** What GitHub said, in its own words; '' where it said nothing. */
  get said(): string {
    return this.failure.said ?? ''
  }

  get requestId(): string | null {
    return this.failure.requestId ?? null
  }

  /** Set where the request was given up because the wait would have been too long. */
  get retryAt(): EpochMs | null {
    return this.failure.retryAt ?? null
  }

  /** The same failure with more known about it. */
  with(more: Partial<GitHubFailure>): GitHubError {
    return new GitHubError({ ...this.failure, ...more })
  }
}

function describe({ request, problem, tries = 1, retryAt, remedy }: GitHubFailure): string {
  const often = tries > 1 ? `, after ${tries} tries` : ''
  const sentences = [
    `${request}: ${problem}${often}`,
    ...(retryAt == null ? [] : [`It can be tried again at ${isoText(retryAt)}`]),
    ...(remedy == null ? [] : [remedy])
  ]
  return redactTokens(sentences.map((sentence) => sentence.replace(/\.$/, '')).join('. '))
}

function isoText(moment: EpochMs): string {
  return Number.isFinite(moment) && Math.abs(moment) < 8.64e15
    ? new Date(moment).toISOString()
    : 'an unknown time'
}

/** Whether GitHub said that it has no such thing, or none that the token can see. */
export function isNotFound(error: unknown): error is GitHubError {
  return error instanceof GitHubError && error.code === 'not-found'
}
