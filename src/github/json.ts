import type { EpochMs } from '../model/time.js'

/** A JSON object of which nothing is known yet. */
export type JsonRecord = Readonly<Record<string, unknown>>

export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The text under `key`; `null` where there is none. */
export function textAt(record: JsonRecord, key: string): string | null {
  const value = record[key]
  return typeof value === 'string' ? value : null
}

/**
 * The whole number from 0 under `key`; `null` where there is none. Octokit gives integers
 * beyond 2^53 as bigint: they are no ids that could be sent back, and so count as none.
 */
export function integerAt(record: JsonRecord, key: string): number | null {
  const value = record[key]
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : null
}

const TIMESTAMP = /^(\d{4})-(\d{2})-(\d{2})T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})$/

/** A point in time as GitHub's JSON writes it; `null` where it can't be read. */
export function parseTimestamp(value: unknown): EpochMs | null {
  const [, year, month, day] = typeof value === 'string' ? (TIMESTAMP.exec(value) ?? []) : []
  if (typeof value !== 'string' || year === undefined) return null
  // `Date.parse` takes the 30th of February for the 2nd of March.
  if (
    new Date(Date.UTC(Number(year), Number(month) - 1, Number(day))).getUTCDate() !== Number(day)
  ) {
    return null
  }
  const moment = Date.parse(value)
  return Number.isNaN(moment) ? null : moment
}
