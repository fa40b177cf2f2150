import { TransportError } from './errors.js'

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
export function retriesForNobody(cause: unknown): number | null {
  if (!(cause instanceof TransportError)) return null
  if (cause.message === BAD_PORT) return 0
  return cause.systemCode !== null && cause.systemCode in NOBODY ? 2 : null
}

/** What the system says of a connection that failed, in words where there are any; or `null`. */
export function failureWord(cause: unknown): string | null {
  const systemCode = cause instanceof TransportError ? cause.systemCode : null
  return systemCode === null ? null : (NOBODY[systemCode] ?? systemCode)
}
