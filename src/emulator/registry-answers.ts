import type { EmulatedResponse } from './handler.js'

/**
 * A refusal in the registry's own form.
 *
 * @see https://github.com/opencontainers/distribution-spec/blob/main/spec.md#error-codes
 */
export function refusal(
  status: number,
  code: string,
  message: string,
  headers: Readonly<Record<string, string>> = {}
): EmulatedResponse {
  return {
    status,
    headers: { 'content-type': 'application/json', ...headers },
    body: { errors: [{ code, message }] }
  }
}

/** The answer of ghcr.io for a package that is absent or private: it does not say which. */
export function denied(message = 'requested access to the resource is denied'): EmulatedResponse {
  return refusal(403, 'DENIED', message)
}

/** 404 for a tag or digest. */
export function manifestUnknown(message = 'manifest unknown'): EmulatedResponse {
  return refusal(404, 'MANIFEST_UNKNOWN', message)
}

/** 404 for a blob or an upload. */
export function blobUnknown(code: 'BLOB_UNKNOWN' | 'BLOB_UPLOAD_UNKNOWN'): EmulatedResponse {
  return refusal(404, code, code === 'BLOB_UNKNOWN' ? 'blob unknown' : 'blob upload unknown')
}

/**
 * 405 for every DELETE: versions are deleted through the REST API alone.
 *
 * @see https://github.com/containers/skopeo/issues/1880
 */
export function unsupported(): EmulatedResponse {
  return refusal(405, 'UNSUPPORTED', 'The operation is unsupported.')
}
