import { unlessAborted } from '../http/unless-aborted.js'
import type { Digest } from '../model/digest.js'
import { MAX_MANIFEST_BYTES } from '../model/manifest.js'
import type { PackageRef } from '../model/package.js'
import type { DurationMs } from '../model/time.js'
import { canCheck, digestOf } from './digests.js'
import { RegistryError } from './errors.js'
import {
  ABSENT,
  readingOf,
  refuseCut,
  refuseOtherDigest,
  taggedManifestOf,
  unreadable,
  unreadableFor,
  type ManifestReading,
  type TaggedManifest
} from './manifest-reading.js'
import { ACCEPT } from './media-types.js'
import { isManifestUnknown, MAX_REFUSAL_BYTES, refusalOf } from './refusal.js'
import { manifestPath } from './repository.js'
import { pullScope, pushScope, remedyFor, type Scope } from './scope.js'
import { createTokenSource, type Authorization } from './token.js'
import { requestLine, type RegistryAnswer, type RegistryRequest } from './request.js'
import { createTransport, type TransportOptions } from './transport.js'

export interface RegistryClientOptions extends TransportOptions {
  /** Such as `https://ghcr.io`; slashes at the end don't matter. */
  readonly registryUrl: string
  /** `null` to read as nobody. */
  readonly token: string | null
  /** Once aborted no manifest is read by its digest any more; a tag may still be put right. */
  readonly stopping?: AbortSignal
}

/**
 * A container registry, as far as GitHub's has what the distribution specification asks for:
 * there is no deleting, and the referrers API is never asked.
 *
 * @see https://github.com/opencontainers/distribution-spec/blob/main/spec.md
 */
export interface RegistryClient {
  /** Never throws: what goes wrong is a reading that says why. `absent` was asked for twice (ruling 9). */
  readManifest(ref: PackageRef, digest: Digest): Promise<ManifestReading>
  /** Whether the registry has a manifest, without reading it where that can be helped (ruling 31). */
  knows(ref: PackageRef, digest: Digest): Promise<'absent' | 'present' | 'unreadable'>
  /**
   * What is under a tag now; `null` where the registry says that nothing is.
   *
   * @throws RegistryError
   */
  readTag(ref: PackageRef, tag: string): Promise<TaggedManifest | null>
  /**
   * Puts exactly these bytes under a tag, which leaves the version that it was on. With `ifOn`
   * only while the tag is on that: as far as the registry heeds `If-Match`, which is optional.
   *
   * @see https://www.rfc-editor.org/rfc/rfc9110#field.if-match
   * @throws RegistryError `WRONG_DIGEST` where the registry says that it stored something else,
   *   `UNEXPECTED_STATUS` with 412 where the tag is on something else
   */
  putManifest(
    ref: PackageRef,
    tag: string,
    bytes: Uint8Array,
    mediaType: string,
    ifOn?: TaggedManifest
  ): Promise<{ readonly digest: Digest }>
  /** Requests sent so far, those for tokens and retries too. */
  readonly requestCount: () => number
}

/** Before a 404 is asked about once more. */
const SECOND_ASKING_MS: DurationMs = 200

interface Authorized {
  readonly answer: RegistryAnswer
  readonly authorization: Authorization
}

/** A client of one registry with one token. All packages share its limit of requests in flight. */
export function createRegistryClient(options: RegistryClientOptions): RegistryClient {
  const { token, clock, stopping } = options
  const registryUrl = options.registryUrl.replace(/\/+$/, '')
  const transport = createTransport(options)
  const tokens = createTokenSource({ registryUrl, token, transport, clock })

  async function send(scope: Scope, request: RegistryRequest): Promise<Authorized> {
    const authorization = await tokens.authorize(scope)
    const answer = await transport.send(withHeader(request, authorization))
    if (answer.status !== 401 || answer.source === 'elsewhere') return { answer, authorization }
    const renewed = await tokens.renew(scope, authorization, answer)
    return { answer: await transport.send(withHeader(request, renewed)), authorization: renewed }
  }

  async function ask(
    method: 'GET' | 'HEAD',
    ref: PackageRef,
    reference: string
  ): Promise<Authorized> {
    return send(pullScope(ref), {
      method,
      url: new URL(`${registryUrl}${manifestPath(ref, reference)}`),
      headers: { accept: ACCEPT },
      maxBytes: MAX_MANIFEST_BYTES
    })
  }

  /** The answer of 200, or `null` for a 404 that the registry means. */
  async function get(ref: PackageRef, reference: string): Promise<RegistryAnswer | null> {
    const { answer, authorization } = await ask('GET', ref, reference)
    if (answer.status === 200) {
      refuseCut(answer)
      return answer
    }
    const remedy = remedyFor(pullScope(ref))
    if (!isManifestUnknown(answer)) throw refusalOf(answer, { expected: '200', remedy })
    if (!authorization.isStandIn) return null
    throw new RegistryError('DENIED', `404 to a reader without a token; ${remedy}`, {
      status: answer.status,
      request: requestLine(answer.request)
    })
  }

  async function getTwice(ref: PackageRef, digest: Digest): Promise<RegistryAnswer | null> {
    const first = await get(ref, digest)
    if (first !== null) return first
    await clock.sleep(SECOND_ASKING_MS)
    return get(ref, digest)
  }

  async function readManifest(ref: PackageRef, digest: Digest): Promise<ManifestReading> {
    if (!canCheck(digest)) return unreadable(`${digest}: not a digest that can be checked`)
    if (stopping?.aborted === true) return NOT_READ
    try {
      const answer = await unlessAborted(getTwice(ref, digest), stopping)
      if (answer === 'aborted') return NOT_READ
      return answer === null ? ABSENT : readingOf(answer, digest)
    } catch (error) {
      return unreadableFor(error)
    }
  }

  async function knows(
    ref: PackageRef,
    digest: Digest
  ): Promise<'absent' | 'present' | 'unreadable'> {
    try {
      const { answer } = await ask('HEAD', ref, digest)
      if (answer.status === 200) return 'present'
      if (answer.status !== 404 && answer.status !== 405) return 'unreadable'
      // An answer to HEAD has no body, and so never says whose 404 it is.
      return (await get(ref, digest)) === null ? 'absent' : 'present'
    } catch {
      return 'unreadable'
    }
  }

  async function readTag(ref: PackageRef, tag: string): Promise<TaggedManifest | null> {
    const answer = await get(ref, tag)
    return answer === null ? null : taggedManifestOf(answer)
  }

  async function putManifest(
    ref: PackageRef,
    tag: string,
    bytes: Uint8Array,
    mediaType: string,
    ifOn?: TaggedManifest
  ): Promise<{ readonly digest: Digest }> {
    const scope = pushScope(ref)
    const etag = ifOn?.etag ?? null
    const { answer } = await send(scope, {
      method: 'PUT',
      url: new URL(`${registryUrl}${manifestPath(ref, tag)}`),
      headers: { 'content-type': mediaType, ...(etag === null ? {} : { 'if-match': etag }) },
      body: bytes,
      maxBytes: MAX_REFUSAL_BYTES
    })
    const isStored = (answer.status === 201 || answer.status === 200) && isNear(answer)
    if (!isStored) throw refusalOf(answer, { expected: '201', remedy: remedyFor(scope) })
    refuseOtherDigest(answer, bytes)
    return { digest: digestOf(bytes) }
  }

  return { readManifest, knows, readTag, putManifest, requestCount: transport.requestCount }
}

const NOT_READ = unreadable('not read, because the run had to end')

function isNear({ source }: RegistryAnswer): boolean {
  return source !== 'elsewhere'
}

function withHeader(request: RegistryRequest, { header }: Authorization): RegistryRequest {
  if (header === null) return request
  return { ...request, headers: { ...request.headers, authorization: header } }
}
