import { HOUR_MS, MINUTE_MS, SECOND_MS, type DurationMs, type EpochMs } from '../model/time.js'

/** Retries of one request, after its first try. */
export const MAX_RETRIES = 5

/** Retries where it took too long each time. */
export const MAX_TIMED_OUT_RETRIES = 2

const FIRST_BACKOFF_MS = 500

const GO_UNIT_MS: Readonly<Record<string, DurationMs>> = {
  ns: 1e-6,
  us: 1e-3,
  µs: 1e-3,
  μs: 1e-3,
  ms: 1,
  s: SECOND_MS,
  m: MINUTE_MS,
  h: HOUR_MS
}

const GO_DURATION = /retry-after:\s*((?:\d+(?:\.\d+)?(?:ns|us|µs|μs|ms|s|m|h))+)/i

/** Whether a registry that answers so may answer otherwise in a moment. */
export function isPassing(status: number): boolean {
  return status === 408 || status === 429 || status >= 500
}

/**
 * How long a registry asks to be left alone: by the header `Retry-After` (seconds or a date),
 * else by what ghcr.io writes into the text, `retry-after: 1.16676ms, allowed: 44000/minute`.
 * `null` where it does not say.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#field.retry-after
 * @see https://github.com/falcosecurity/plugins/issues/1069
 */
export function askedWaitMs(header: string | null, text: string, now: EpochMs): DurationMs | null {
  return headerWaitMs(header?.trim() ?? '', now) ?? goDurationMs(text)
}

function headerWaitMs(header: string, now: EpochMs): DurationMs | null {
  if (/^\d+(\.\d+)?$/.test(header)) return Number(header) * SECOND_MS
  // Only the date forms have a letter; Date.parse would take a stray number for a year.
  const date = /[a-z]/i.test(header) ? Date.parse(header) : Number.NaN
  return Number.isNaN(date) ? null : Math.max(0, date - now)
}

function goDurationMs(text: string): DurationMs | null {
  const written = GO_DURATION.exec(text)?.[1]
  if (written === undefined) return null
  const parts = written.matchAll(/(\d+(?:\.\d+)?)(ns|us|µs|μs|ms|s|m|h)/gi)
  return [...parts].reduce(
    (sum, [, count, unit]) => sum + Number(count) * (GO_UNIT_MS[unit?.toLowerCase() ?? ''] ?? 0),
    0
  )
}

/**
 * The pause before retry number `retry` (0 for the first): what was asked for and, so that
 * those who were sent away together do not come back together, a jittered backoff that
 * doubles each time. `random` gives 0 to 1.
 */
export function retryWaitMs(retry: number, asked: DurationMs | null, random: number): DurationMs {
  return (asked ?? 0) + FIRST_BACKOFF_MS * 2 ** retry * (0.5 + random / 2)
}
