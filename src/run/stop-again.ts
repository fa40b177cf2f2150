import type { Stop } from '../execute/ports.js'
import { MINUTE_MS } from '../model/time.js'
import type { World } from './world.js'

/**
 * A stop of a run that no schedule begins again, with what a person does then; `null` as it is.
 *
 * @param then what the same run does when it is run again
 */
export function stopAndGoOn(
  stop: Stop | null,
  { github }: Pick<World, 'github'>,
  then = 'it goes on where it stopped'
): Stop | null {
  if (stop === null || stop.atOnce) return stop
  const { resetAt } = github.tokenFacts
  const isForRequests = stop.why.startsWith('reserve-requests')
  const how = isForRequests
    ? `run it again ${resetAt === null ? 'within the hour' : `after ${minuteText(resetAt)}`}, or at once with reserve-requests: 0`
    : 'run it again'
  return { ...stop, why: `${stop.why}; ${how}: ${then}` }
}

/** The next full minute. */
function minuteText(ms: number): string {
  const minute = new Date(Math.ceil(ms / MINUTE_MS) * MINUTE_MS)
  return `${minute.toISOString().slice(0, 16).replace('T', ' ')} UTC`
}
