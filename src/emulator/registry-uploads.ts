import type { Digest } from '../model/digest.js'
import type { EmulatedRequest, EmulatedResponse, Handler } from './handler.js'
import { createPushedPackage } from './registry-creation.js'
import { maySee } from './registry-access.js'
import { authorise, tokenBehind } from './registry-auth.js'
import { blobUnknown, refusal, unsupported } from './registry-answers.js'
import { isRepositoryName, packageAt, parseRoute } from './registry-route.js'
import type { Route } from './registry-route.js'
import type { Registry } from './registry-state.js'
import { digestOf } from './publishing.js'

/**
 * Blob uploads: POST (also whole, or mounted from another package), PATCH, PUT, as far as
 * docker, skopeo, oras and crane use them.
 *
 * @see https://github.com/opencontainers/distribution-spec/blob/main/spec.md#pushing-blobs
 */
export function uploadHandler(registry: Registry): Handler {
  return (request) => {
    const route = parseRoute(request)
    if (route?.kind !== 'uploads') return undefined
    if (!isRepositoryName(route.repository)) {
      return refusal(400, 'NAME_INVALID', 'invalid repository name')
    }
    const refused = authorise(registry, request, route.repository, 'push')
    if (refused !== undefined) return refused
    if (request.method === 'POST') return begin(registry, request, route)
    const sofar = registry.uploads.get(route.reference)
    if (sofar === undefined) return blobUnknown('BLOB_UPLOAD_UNKNOWN')
    return proceed(registry, request, route, sofar)
  }
}

function begin(registry: Registry, request: EmulatedRequest, route: Route): EmulatedResponse {
  const digest = request.query.get('digest')
  if (digest !== null) return store(registry, request, route, digest, request.body)
  const mounted = mountable(registry, request)
  if (mounted !== undefined) {
    return store(registry, request, route, digestOf(mounted), mounted)
  }
  registry.lastUpload += 1
  const id = `upload-${registry.lastUpload}`
  registry.uploads.set(id, new Uint8Array())
  return accepted(route.repository, id, 0)
}

function proceed(
  registry: Registry,
  request: EmulatedRequest,
  route: Route,
  sofar: Uint8Array
): EmulatedResponse {
  const bytes = Buffer.concat([sofar, request.body])
  switch (request.method) {
    case 'GET':
      return { ...accepted(route.repository, route.reference, sofar.byteLength), status: 204 }
    case 'PATCH':
      registry.uploads.set(route.reference, bytes)
      return accepted(route.repository, route.reference, bytes.byteLength)
    case 'PUT':
      return store(registry, request, route, request.query.get('digest') ?? '', bytes)
    default:
      return unsupported()
  }
}

function accepted(repository: string, id: string, length: number): EmulatedResponse {
  const location = `/v2/${repository}/blobs/uploads/${id}`
  const range = `0-${Math.max(0, length - 1)}`
  return { status: 202, headers: { location, range, 'docker-upload-uuid': id } }
}

function store(
  registry: Registry,
  request: EmulatedRequest,
  { repository, reference }: Route,
  digest: Digest,
  bytes: Uint8Array
): EmulatedResponse {
  if (digestOf(bytes) !== digest) {
    return refusal(400, 'DIGEST_INVALID', 'provided digest did not match uploaded content')
  }
  const { world } = registry
  const token = tokenBehind(registry, request)
  const target = packageAt(world, repository) ?? createPushedPackage(world, repository, token)
  target.blobs.set(digest, Uint8Array.from(bytes))
  registry.uploads.delete(reference)
  const location = `/v2/${repository}/blobs/${digest}`
  return { status: 201, headers: { location, 'docker-content-digest': digest } }
}

function mountable(registry: Registry, request: EmulatedRequest): Uint8Array | undefined {
  const digest = request.query.get('mount')
  const from = packageAt(registry.world, request.query.get('from') ?? '')
  if (digest === null || from === undefined) return undefined
  const isOpen = maySee(registry.world, tokenBehind(registry, request), from)
  return isOpen ? from.blobs.get(digest) : undefined
}
