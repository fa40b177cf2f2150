import { concealed } from './concealed.js'
import { RegistryError, type RegistryErrorCode } from './errors.js'
import { field, listField, parseJson, textField } from './json-fields.js'
import { isRateLimit } from './rate-limit.js'
import { codesOf } from './refusal-body.js'
import { requestLine, type RegistryAnswer } from './request.js'

/** A body that says no is short; more of it is not looked at. */
export const MAX_REFUSAL_BYTES = 64 * 1024

/** Whether the registry itself says that it knows the repository but not this manifest. */
export function isManifestUnknown(answer: RegistryAnswer): boolean {
  return codeOf(answer) === 'MANIFEST_UNKNOWN'
}

export interface RefusalOptions {
  /** What would have been right, such as `200`. */
  readonly expected: string
  /** What to do about a refused permission, a whole sentence without a full stop. */
  readonly remedy: string
  /** Whether what was refused is the whole repository. */
  readonly isOfRepository?: boolean
}

/**
 * The error that an unexpected answer stands for, with the server's words and what to do. What
 * was sent as authorization is taken out, should the server repeat it.
 */
export function refusalOf(answer: RegistryAnswer, options: RefusalOptions): RegistryError {
  const code = codeOf(answer)
  const said = concealed(saidOf(answer.body), answer.request.headers['authorization'] ?? '')
  const what = `expected ${options.expected}, got ${answer.status}${said === '' ? '' : `: ${said}`}`
  const remedy = remedyOf(answer, code, said, options.remedy)
  return new RegistryError(code, remedy === '' ? what : `${what}; ${remedy}`, {
    status: answer.status,
    request: requestLine(answer.request),
    isOfRepository: options.isOfRepository ?? false
  })
}

function codeOf(answer: RegistryAnswer): RegistryErrorCode {
  const { status } = answer
  if (isRateLimit(answer)) return 'TOO_MANY_REQUESTS'
  if (status === 401) return 'UNAUTHORIZED'
  if (status === 403) return 'DENIED'
  if (status === 404) return codeOfMissing(answer)
  if (status === 408) return 'TIMED_OUT'
  if (status === 413) return 'TOO_LARGE'
  return status >= 500 ? 'SERVER' : 'UNEXPECTED_STATUS'
}

/** Only a 404 that gives the one code, in the registry's own answer, speaks of the manifest. */
function codeOfMissing({ body, isRedirected, isCut }: RegistryAnswer): RegistryErrorCode {
  const codes = isRedirected || isCut ? [] : codesOf(body)
  if (codes.includes('NAME_UNKNOWN')) return 'NAME_UNKNOWN'
  const isOnlyThat = codes.length > 0 && codes.every((code) => code === 'MANIFEST_UNKNOWN')
  return isOnlyThat ? 'MANIFEST_UNKNOWN' : 'UNEXPECTED_STATUS'
}

function remedyOf(
  { source, isRedirected }: RegistryAnswer,
  code: RegistryErrorCode,
  said: string,
  remedy: string
): string {
  if (source === 'elsewhere') return 'the answer came from another host, after a redirect'
  if (isRedirected) return 'the answer came from another address, after a redirect'
  if (code !== 'DENIED' && code !== 'UNAUTHORIZED' && code !== 'NAME_UNKNOWN') return ''
  if (/SAML/i.test(said)) return 'authorize the token for single sign-on ("Configure SSO")'
  return remedy
}

/** The server's words: its error messages where the body has the form, else the body's beginning. */
function saidOf(body: Uint8Array): string {
  const json = parseJson(body)
  const errors = listField(json, 'errors').map((error) =>
    [textField(error, 'code'), textField(error, 'message')].filter(Boolean).join(' ')
  )
  if (errors.length > 0) return errors.join(', ')
  const text = textField(json, 'message') ?? textField(json, 'error')
  return text ?? (field(json, 'errors') === undefined ? new TextDecoder().decode(body) : '')
}
