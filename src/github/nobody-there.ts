import { TransportError } from '../http/errors.js'
import type { GitHubError } from './errors.js'

/** Why there is nobody to answer, in a word or two; waiting rarely helps. */
const NOBODY: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'refused',
  ENOTFOUND: 'no such host'
}

/**
 * Ports that no browser asks, and so this does not either.
 *
 * @see https://fetch.spec.whatwg.org/#port-blocking
 */
const BAD_PORT = 'bad port'

/**
 * How often a request that nobody is there for may be sent again, while nobody has answered
 * anything yet: most often an address is wrong then. `null`: somebody may be there.
 */
export function retriesForNobody({ failure: { cause } }: GitHubError): number | null {
  if (!(cause instanceof TransportError)) return null
  if (cause.message === BAD_PORT) return 0
  return cause.systemCode !== null && cause.systemCode in NOBODY ? 2 : null
}

/** Why there was no answer, in a few words: `refused`, `timed out`. */
export function silenceText(error: GitHubError): string {
  const { cause } = error.failure
  if (error.code === 'timed-out') return 'timed out'
  const systemCode = cause instanceof TransportError ? cause.systemCode : null
  return (systemCode === null ? null : NOBODY[systemCode]) ?? systemCode ?? 'the connection broke'
}
