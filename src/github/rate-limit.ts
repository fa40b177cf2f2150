import type { EpochMs } from '../model/time.js'
import type { Connection } from './connection.js'
import { isNotFound } from './errors.js'
import { integerAt, isRecord, type JsonRecord } from './json.js'

/** The token's hour. */
export interface RateLimit {
  readonly limit: number
  readonly remaining: number
  readonly resetAt: EpochMs
}

/**
 * What is left of the token's hour, which costs nothing of it; `null` where there is no
 * limit, as on Enterprise Server by default.
 *
 * @see https://docs.github.com/rest/rate-limit/rate-limit
 */
export async function rateLimit(connection: Connection): Promise<RateLimit | null> {
  try {
    const path = '/rate_limit'
    const { data } = await connection.send({ method: 'GET', path, expects: 200 })
    return isRecord(data) ? parseRateLimit(data) : null
  } catch (error) {
    if (isNotFound(error)) return null
    throw error
  }
}

function parseRateLimit(answer: JsonRecord): RateLimit | null {
  const resources = answer['resources']
  const core = isRecord(resources) ? resources['core'] : answer['rate']
  if (!isRecord(core)) return null
  const limit = integerAt(core, 'limit')
  const remaining = integerAt(core, 'remaining')
  const reset = integerAt(core, 'reset')
  if (limit === null || remaining === null || reset === null) return null
  return { limit, remaining, resetAt: reset * 1000 }
}
