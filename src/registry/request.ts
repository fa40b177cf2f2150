/** One request to a registry. */
export interface RegistryRequest {
  readonly method: 'GET' | 'HEAD' | 'PUT'
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  readonly body?: Uint8Array
  /** Reading of the body stops beyond so many bytes. */
  readonly maxBytes: number
  /** `false`: the first answer is as good as any. */
  readonly isWorthRetrying?: boolean
}

/** What came back, read to its end or to the limit. */
export interface RegistryAnswer {
  readonly request: RegistryRequest
  readonly status: number
  readonly headers: Headers
  readonly body: Uint8Array<ArrayBuffer>
  /** The body has more than `maxBytes`; what is in `body` is its beginning. */
  readonly isCut: boolean
  /**
   * `elsewhere`: a redirect led to another origin, and nothing in here is the registry's own
   * word. `unknown` where the response does not say where it came from.
   */
  readonly source: 'registry' | 'elsewhere' | 'unknown'
  /** Whether a redirect led to another address, be it the registry's own: a no is about that one. */
  readonly isRedirected: boolean
}

/** `GET /v2/acme/app/manifests/latest`: the query and the headers stay out. */
export function requestLine({ method, url }: RegistryRequest): string {
  return `${method} ${url.pathname}`
}
