/** What a registry's refusal comes down to. Codes are public: reports print them. */
export type RegistryErrorCode =
  | 'DENIED'
  | 'UNAUTHORIZED'
  | 'MANIFEST_UNKNOWN'
  | 'NAME_UNKNOWN'
  | 'TOO_MANY_REQUESTS'
  | 'TOO_LARGE'
  | 'WRONG_DIGEST'
  | 'MALFORMED'
  | 'CONNECTION'
  | 'SERVER'
  | 'TIMED_OUT'
  | 'UNEXPECTED_STATUS'

export interface RegistryErrorOptions extends ErrorOptions {
  /** HTTP status; `null` where no answer came. */
  readonly status?: number | null
  /** `GET /v2/acme/app/manifests/latest`: method and path, never a header. */
  readonly request: string
  /** Whether the token was refused for the whole repository, whatever is asked of it. */
  readonly isOfRepository?: boolean
}

/** A registry said no, or something that makes no sense. `code` is for programs, `message` for people. */
export class RegistryError extends Error {
  override readonly name = 'RegistryError'
  readonly code: RegistryErrorCode
  readonly status: number | null
  readonly request: string
  readonly isOfRepository: boolean

  constructor(code: RegistryErrorCode, what: string, options: RegistryErrorOptions) {
    super(`${options.request}: ${what}`, options)
    this.code = code
    this.status = options.status ?? null
    this.request = options.request
    this.isOfRepository = options.isOfRepository ?? false
  }
}
