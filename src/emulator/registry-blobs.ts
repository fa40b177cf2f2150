import type { EmulatedRequest, EmulatedResponse, Handler } from './handler.js'
import { authorise } from './registry-auth.js'
import { blobUnknown, unsupported } from './registry-answers.js'
import { packageAt, parseRoute } from './registry-route.js'
import type { Registry } from './registry-state.js'

/**
 * Blobs: HEAD here, GET at the storage host where there is one.
 *
 * @see https://github.com/opencontainers/distribution-spec/blob/main/spec.md#pulling-blobs
 */
export function blobHandler(registry: Registry): Handler {
  return (request) => {
    const route = parseRoute(request)
    if (route?.kind !== 'blobs') return undefined
    if (request.method !== 'GET' && request.method !== 'HEAD') return unsupported()
    const refused = authorise(registry, request, route.repository, 'pull')
    if (refused !== undefined) return refused
    const bytes = packageAt(registry.world, route.repository)?.blobs.get(route.reference)
    if (bytes === undefined) return blobUnknown('BLOB_UNKNOWN')
    return serveBlob(registry, request, route.reference, bytes)
  }
}

function serveBlob(
  { behaviour }: Registry,
  { method }: EmulatedRequest,
  digest: string,
  bytes: Uint8Array
): EmulatedResponse {
  const digestHeader = { 'docker-content-digest': digest }
  if (method === 'GET' && behaviour.storageUrl !== null) {
    const location = `${behaviour.storageUrl}/blob/${digest}?sig=signed`
    return { status: 307, headers: { location, ...digestHeader } }
  }
  return {
    status: 200,
    headers: { 'content-type': 'application/octet-stream', ...digestHeader },
    body: bytes
  }
}
