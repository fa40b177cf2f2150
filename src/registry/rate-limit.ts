import { MINUTE_MS, type DurationMs, type EpochMs } from '../model/time.js'
import { codesOf } from './refusal-body.js'
import type { RegistryAnswer } from './request.js'
import { askedWaitMs, isPassing } from './retry-wait.js'

/** As GitHub words its limits; the rest of the sentence varies. */
const SECONDARY = /secondary rate|abuse detection/i
const ANY_LIMIT = /secondary rate|abuse detection|\brate limit exceeded/i

/**
 * Whether an answer asks to come again later, rather than refusing a permission: 429, and the
 * 403 that says so by `Retry-After`, its code or its words.
 *
 * @see https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api#exceeding-the-rate-limit
 */
export function isRateLimit({ status, headers, body }: Said): boolean {
  if (status === 429) return true
  if (status !== 403) return false
  const isAsked = (headers.get('retry-after') ?? '').trim() !== ''
  return isAsked || ANY_LIMIT.test(textOf(body)) || codesOf(body).includes('TOOMANYREQUESTS')
}

/** Whether another try may bring another answer. */
export function isWorthAnotherTry(answer: Said): boolean {
  return isPassing(answer.status) || isRateLimit(answer)
}

/** How long the answer asks to be left alone: a minute for a secondary limit that does not say. */
export function waitAskedBy(answer: Said, now: EpochMs): DurationMs | null {
  if (!isWorthAnotherTry(answer)) return null
  const text = textOf(answer.body)
  const asked = askedWaitMs(answer.headers.get('retry-after'), text, now)
  if (asked !== null) return asked
  return isRateLimit(answer) && SECONDARY.test(text) ? MINUTE_MS : null
}

type Said = Pick<RegistryAnswer, 'status' | 'headers' | 'body'>

function textOf(body: Uint8Array): string {
  return new TextDecoder().decode(body)
}
