import { TransportError } from '../http/errors.js'
import { retriesForNobody } from '../http/nobody-there.js'
import { concealed } from './concealed.js'
import { RegistryError } from './errors.js'
import { requestLine, type RegistryRequest } from './request.js'
import { MAX_RETRIES, MAX_TIMED_OUT_RETRIES } from './retry-wait.js'

const FAULTS = {
  CONNECTION: 'the connection failed',
  TIMED_OUT: 'no answer in time',
  TOO_LARGE: 'the answer is too large',
  UNEXPECTED_STATUS: 'a redirect that is not followed'
} as const

/** The error for a request that brought no answer, whatever `fetch` threw. */
export function faultOf(request: RegistryRequest, cause: unknown): RegistryError {
  const chain = chainOf(cause)
  const why = concealed(wordsOf(chain), request.headers['authorization'] ?? '')
  const code = faultCodeOf(chain)
  const what = FAULTS[code] + (why === '' ? '' : ` (${why})`)
  return new RegistryError(code, what, { request: requestLine(request), cause })
}

/** The error for a request that was not sent, or not answered, before the run had to end. */
export function cutOff(request: RegistryRequest): RegistryError {
  const what = 'cut off, because the run had to end'
  return new RegistryError('CONNECTION', what, { request: requestLine(request) })
}

/**
 * How many retries a request may have had that ends so. What stalls for a minute mostly stalls
 * again; where `isUnheard`, nobody has answered anything yet, most often an address is wrong.
 */
export function retriesAfter({ code, cause }: RegistryError, isUnheard: boolean): number {
  if (code === 'TIMED_OUT') return MAX_TIMED_OUT_RETRIES
  if (code !== 'CONNECTION') return 0
  return (isUnheard ? retriesForNobody(cause) : null) ?? MAX_RETRIES
}

/** An error by its shape: those of the runtime need not be instances of this realm's `Error`. */
type Fault = Partial<Record<'name' | 'code' | 'message' | 'cause', unknown>>

/** The error and its causes: fetch hides `ECONNRESET` behind `fetch failed`. */
function chainOf(cause: unknown): readonly Fault[] {
  const chain: Fault[] = []
  let error = cause
  while (typeof error === 'object' && error !== null && chain.length < 10) {
    const fault: Fault = error
    chain.push(fault)
    error = fault.cause
  }
  return chain
}

function faultCodeOf(chain: readonly Fault[]): keyof typeof FAULTS {
  const [first] = chain
  if (first instanceof TransportError && first.code === 'too-large') return 'TOO_LARGE'
  if (first instanceof TransportError && first.code === 'redirect') return 'UNEXPECTED_STATUS'
  const names = chain.flatMap(({ name, code }) => [name, code])
  const isTimeOut = names.some((name) => typeof name === 'string' && /timed?[-_]?out/i.test(name))
  return isTimeOut ? 'TIMED_OUT' : 'CONNECTION'
}

function wordsOf(chain: readonly Fault[]): string {
  const [first] = chain
  if (first instanceof TransportError) return first.message
  const { code, message } = chain.at(-1) ?? {}
  const words = typeof code === 'string' ? code : message
  return typeof words === 'string' ? words : ''
}
