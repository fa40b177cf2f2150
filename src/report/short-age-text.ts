import { MINUTE_MS } from '../model/time.js'
import type { ShortAge } from '../policy/short-ages.js'
import { plural } from './wording.js'

/** What an age under an hour is, and how the longer one that may be meant is written. */
export function shortAgeText({ rule, age: { text, exactMs } }: ShortAge): string {
  const minutes = exactMs / MINUTE_MS
  const meaning = Number.isInteger(minutes)
    ? minutes === 1
      ? 'one minute; for a month write 30d'
      : `${plural(minutes, 'minute')}; for months write ${minutes}mo`
    : 'less than an hour'
  return `${rule === 'older-than' ? '' : `${rule}: `}older-than: ${text} is ${meaning}`
}
