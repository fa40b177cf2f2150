import { MAX_MANIFEST_BYTES } from '../model/manifest.js'
import { isSha256Digest } from '../model/digest.js'
import type { EmulatedRequest, EmulatedResponse, Handler } from './handler.js'
import { authorise, tokenBehind } from './registry-auth.js'
import { createPushedPackage } from './registry-creation.js'
import { manifestUnknown, refusal, unsupported } from './registry-answers.js'
import { readDocument } from './registry-document.js'
import { isRepositoryName, packageAt, parseRoute } from './registry-route.js'
import type { Route } from './registry-route.js'
import type { Registry } from './registry-state.js'
import { digestOf, pushManifest } from './publishing.js'
import { findManifest, findVersion } from './state.js'
import type { PackageState } from './state.js'

const TAG = /^\w[\w.-]{0,127}$/

/**
 * Manifests by tag or digest: GET, HEAD and PUT; DELETE is 405. Every GET that is answered
 * counts as a download of its version.
 *
 * @see https://github.com/opencontainers/distribution-spec/blob/main/spec.md#pulling-manifests
 */
export function manifestHandler(registry: Registry): Handler {
  return (request) => {
    const route = parseRoute(request)
    if (route?.kind !== 'manifests') return undefined
    if (!isRepositoryName(route.repository)) {
      return refusal(400, 'NAME_INVALID', 'invalid repository name')
    }
    switch (request.method) {
      case 'GET':
      case 'HEAD':
        return (
          authorise(registry, request, route.repository, 'pull') ?? read(registry, request, route)
        )
      case 'PUT':
        return (
          authorise(registry, request, route.repository, 'push') ?? put(registry, request, route)
        )
      default:
        return unsupported()
    }
  }
}

function read(registry: Registry, request: EmulatedRequest, route: Route): EmulatedResponse {
  const target = packageAt(registry.world, route.repository)
  const found = target === undefined ? undefined : findManifest(target, route.reference)
  if (target === undefined || found === undefined) return manifestUnknown()
  if (!isAcceptable(request, found.mediaType)) {
    return manifestUnknown(`${found.mediaType} found, but accept header does not support it`)
  }
  count(registry, request, target, found.digest)
  return {
    status: 200,
    headers: {
      'content-type': found.mediaType,
      ...digestHeader(registry, found.digest),
      ...(registry.behaviour.honoursIfMatch ? { etag: `"${found.digest}"` } : {})
    },
    body: found.bytes
  }
}

function isAcceptable({ headers }: EmulatedRequest, mediaType: string): boolean {
  const accepted = (headers['accept'] ?? '*/*')
    .split(',')
    .map((range) => range.split(';')[0]?.trim())
  return accepted.some(
    (range) => range === '*/*' || range === 'application/*' || range === mediaType
  )
}

function count(
  registry: Registry,
  { method }: EmulatedRequest,
  target: PackageState,
  digest: string
): void {
  if (method === 'GET') {
    registry.manifestReads.set(digest, (registry.manifestReads.get(digest) ?? 0) + 1)
  } else if (!registry.behaviour.headCountsAsDownload) return
  const version = findVersion(target, digest)
  if (version !== undefined) version.downloads += 1
}

function put(registry: Registry, request: EmulatedRequest, route: Route): EmulatedResponse {
  const { body } = request
  const digest = digestOf(body)
  const fault = pushFault(registry, request, route, digest)
  if (fault !== undefined) return fault
  const { world } = registry
  const target =
    packageAt(world, route.repository) ??
    createPushedPackage(world, route.repository, tokenBehind(registry, request))
  const mediaType = (request.headers['content-type'] ?? '').split(';')[0]?.trim() ?? ''
  const tag = route.reference === digest ? null : route.reference
  pushManifest(world, target, { bytes: Uint8Array.from(body), mediaType }, tag)
  return {
    status: 201,
    headers: {
      location: `/v2/${route.repository}/manifests/${digest}`,
      ...digestHeader(registry, digest)
    }
  }
}

function pushFault(
  registry: Registry,
  { body, headers }: EmulatedRequest,
  { repository, reference }: Route,
  digest: string
): EmulatedResponse | undefined {
  const invalid = (why: string) => refusal(400, 'MANIFEST_INVALID', `manifest invalid: ${why}`)
  if (body.byteLength > MAX_MANIFEST_BYTES)
    return refusal(413, 'SIZE_INVALID', 'manifest too large')
  const document = readDocument(body)
  if (document === null) return invalid('not a JSON object')
  const contentType = (headers['content-type'] ?? '').split(';')[0]?.trim()
  if (contentType === '') return invalid('no Content-Type')
  if (document.mediaType !== null && document.mediaType !== contentType) {
    return invalid('mediaType is not the Content-Type')
  }
  if (reference.includes(':') || isSha256Digest(reference)) {
    return reference === digest
      ? undefined
      : refusal(400, 'DIGEST_INVALID', 'digest is not of the body')
  }
  if (!TAG.test(reference)) return refusal(400, 'TAG_INVALID', 'invalid tag')
  if (!isMatched(registry, headers['if-match'], repository, reference)) {
    return refusal(412, 'UNKNOWN', 'the tag is on something else')
  }
  if (!registry.behaviour.checksReferences) return undefined
  const target = packageAt(registry.world, repository)
  const entries = document.entries.filter(
    (entry) => target === undefined || findManifest(target, entry.digest) === undefined
  )
  const blobs = document.blobs.filter((blob) => target?.blobs.has(blob.digest) !== true)
  return [...entries, ...blobs].length === 0
    ? undefined
    : refusal(404, 'MANIFEST_BLOB_UNKNOWN', 'it names what is not there')
}

/** @see https://www.rfc-editor.org/rfc/rfc9110#field.if-match */
function isMatched(
  { world, behaviour }: Registry,
  wanted: string | undefined,
  repository: string,
  tag: string
): boolean {
  if (!behaviour.honoursIfMatch || wanted === undefined) return true
  const digest = packageAt(world, repository)?.tags.get(tag)
  return digest !== undefined && (wanted === '*' || wanted === `"${digest}"`)
}

function digestHeader({ behaviour }: Registry, digest: string): Record<string, string> {
  return behaviour.sendsDigestHeader ? { 'docker-content-digest': digest } : {}
}
