/**
 * Why a request brought no answer:
 * - `connection`: no connection, or one that broke; whether the request arrived is unknown
 * - `timed-out`: the server took too long; whether the request was carried out is unknown
 * - `too-large`: the body goes beyond the limit
 * - `redirect`: a redirect that leads nowhere or must not be followed
 */
export type TransportErrorCode = 'connection' | 'timed-out' | 'too-large' | 'redirect'

/** A request brought no answer. An answer of any status is no error here. */
export class TransportError extends Error {
  override readonly name = 'TransportError'
  readonly code: TransportErrorCode
  /** Such as `ECONNREFUSED`; `null` where the system gave none. */
  readonly systemCode: string | null

  constructor(
    code: TransportErrorCode,
    message: string,
    options: ErrorOptions & { readonly systemCode?: string | null } = {}
  ) {
    const { systemCode = null, ...more } = options
    super(message, more)
    this.code = code
    this.systemCode = systemCode
  }
}

/** What went wrong below, in the words of the system, and what to do where that is known. */
export function connectionError(error: unknown): TransportError {
  const root = rootCause(error)
  const remedy = isUntrusted(root) ? `. ${UNTRUSTED_REMEDY}` : ''
  const isCoded = typeof root === 'object' && root !== null && 'code' in root
  const systemCode = isCoded && typeof root.code === 'string' ? root.code : null
  const message = `${describe(root)}${remedy}`
  return new TransportError('connection', message, { cause: error, systemCode })
}

const UNTRUSTED_REMEDY =
  'Node does not trust the server’s certificate: name the authority that signed it in NODE_EXTRA_CA_CERTS'

const UNTRUSTED = new Set([
  'CERT_UNTRUSTED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE'
])

function rootCause(error: unknown): unknown {
  let root = error
  for (let depth = 0; depth < 8; depth += 1) {
    const next = root instanceof AggregateError ? (root.errors as unknown[])[0] : causeOf(root)
    if (next === undefined) return root
    root = next
  }
  return root
}

function causeOf(error: unknown): unknown {
  return error instanceof Error ? error.cause : undefined
}

function isUntrusted(error: unknown): boolean {
  return error instanceof Error && 'code' in error && UNTRUSTED.has(String(error.code))
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.message === '' ? error.name : error.message
}
