import type { TokenState } from './state.js'

/** Which of GitHub's hosts a request was meant for; `web` is none of them. */
export type Surface = 'api' | 'registry' | 'npm' | 'web'

/** A request as a handler sees it. */
export interface EmulatedRequest {
  readonly method: string
  readonly surface: Surface
  /**
   * Percent-encoded as it was sent, without query; of the API without the prefix (`/api/v3`).
   */
  readonly path: string
  /** `path` cut at each `/`, without the empty first one, not decoded: `a%2Fb` is one. */
  readonly segments: readonly string[]
  readonly query: URLSearchParams
  /** By name in lower case. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
  /** Scheme, host, port and, for the API, the prefix; no slash at the end. */
  readonly baseUrl: string
  /**
   * What came as `Authorization`. For the registry `good` is a Basic password or Bearer value
   * (in base64) that is a GitHub token; a token of the registry's own is `bad` here, and the
   * registry looks at `headers.authorization` itself.
   */
  readonly credentials: 'none' | 'bad' | 'good'
  /** The token behind good credentials, else `null`. */
  readonly token: TokenState | null
}

/** An answer. */
export interface EmulatedResponse {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  /** Bytes and strings are sent as they are, anything else as JSON. Left out: no body. */
  readonly body?: unknown
}

/** Answers a request, or says it is not its own by giving nothing. Knows no socket. */
export type Handler = (request: EmulatedRequest) => EmulatedResponse | undefined

/** The segment with its percent-encoding undone; `null` where that is malformed. */
export function decodeSegment(segment: string): string | null {
  try {
    return decodeURIComponent(segment)
  } catch {
    return null
  }
}

/** The first answer that a handler gives. None: 501, so that a gap is loud. */
export function answer(handlers: readonly Handler[], request: EmulatedRequest): EmulatedResponse {
  for (const handler of handlers) {
    const response = handler(request)
    if (response !== undefined) return response
  }
  return { status: 501, body: { message: `no handler for ${request.method} ${request.path}` } }
}
