import { SECOND_MS, type DurationMs, type EpochMs } from '../model/time.js'

/** Header names are in lower case. */
export type AnswerHeaders = Readonly<Record<string, string>>

/**
 * How long the answer asks to wait: its `Retry-After` (seconds or a date), else until the
 * reset time where nothing remains; `null` where it does not say. Moments are compared with
 * the server's own `Date`, so that a wrong clock here does not matter.
 *
 * @see https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api#exceeding-the-rate-limit
 */
export function askedWait(headers: AnswerHeaders, now: EpochMs): DurationMs | null {
  const serverNow = parseHttpDate(headers['date']) ?? now
  return retryAfter(headers['retry-after'], serverNow) ?? untilReset(headers, serverNow)
}

function retryAfter(header: string | undefined, serverNow: EpochMs): DurationMs | null {
  // GitHub sends it blank now and then.
  const text = header?.trim() ?? ''
  if (/^\d+(\.\d+)?$/.test(text)) return Math.ceil(Number(text) * SECOND_MS)
  const moment = parseHttpDate(text)
  return moment === null ? null : Math.max(0, moment - serverNow)
}

function untilReset(headers: AnswerHeaders, serverNow: EpochMs): DurationMs | null {
  if (!hasNothingLeft(headers)) return null
  const resetAt = parseEpochSeconds(headers['x-ratelimit-reset'])
  if (resetAt === null) return null
  // The reset is written in whole seconds, and so is `Date`.
  return Math.max(0, resetAt - serverNow) + SECOND_MS
}

/** Whether the answer says that no request is left in this hour. */
export function hasNothingLeft(headers: AnswerHeaders): boolean {
  return headers['x-ratelimit-remaining']?.trim() === '0'
}

/** Seconds since the epoch; `null` where that is not what it says. */
export function parseEpochSeconds(text: string | undefined): EpochMs | null {
  return text !== undefined && /^\s*\d{1,12}\s*$/.test(text) ? Number(text) * SECOND_MS : null
}

/** A date as HTTP writes it; `null` where it can't be read. */
export function parseHttpDate(text: string | undefined): EpochMs | null {
  if (text === undefined || !/[a-z]{3}/i.test(text)) return null
  const moment = Date.parse(text)
  return Number.isNaN(moment) ? null : moment
}
