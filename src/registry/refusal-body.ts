import { listField, parseJson, textField } from './json-fields.js'

/**
 * The error codes that a registry's answer names, upper-case; empty where the body is not in
 * the form of the specification.
 *
 * @see https://github.com/opencontainers/distribution-spec/blob/main/spec.md#error-codes
 */
export function codesOf(body: Uint8Array): readonly string[] {
  return listField(parseJson(body), 'errors').flatMap(
    (error) => textField(error, 'code')?.toUpperCase() ?? []
  )
}
