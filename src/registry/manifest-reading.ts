import type { Digest } from '../model/digest.js'
import { MAX_MANIFEST_BYTES, type Reading } from '../model/manifest.js'
import { canCheck, digestOf, isDigestOf } from './digests.js'
import { RegistryError, type RegistryErrorCode } from './errors.js'
import { parseJson } from './json-fields.js'
import { parseManifest } from './parse-manifest.js'
import { requestLine, type RegistryAnswer } from './request.js'
import { messageOf } from '../model/message-of.js'

/** A manifest by its digest. */
export interface ManifestReading {
  readonly reading: Reading
  /** As the registry has them, checked against the digest; `null` unless the reading is `read`. */
  readonly bytes: Uint8Array<ArrayBuffer> | null
  /** The header, to push the bytes again; `null` where there was none. */
  readonly contentType: string | null
}

/** What a tag is on. */
export interface TaggedManifest {
  /** The sha256 of the bytes, and so the name of the version. */
  readonly digest: Digest
  readonly bytes: Uint8Array<ArrayBuffer>
  /** The header; `null` where there was none. */
  readonly contentType: string | null
  /** The header `ETag` where it is a strong one, to push only onto this very state; else `null`. */
  readonly etag: string | null
}

/** What is made of the answer of 200 to a digest that can be checked. */
export function readingOf({ body, headers }: RegistryAnswer, digest: Digest): ManifestReading {
  if (!isDigestOf(digest, body)) return unreadable(`${digest}: the bytes have another digest`)
  const json = parseJson(body)
  if (json === undefined) return unreadable(`${digest}: not JSON`)
  const contentType = headers.get('content-type')
  const manifest = parseManifest(json, { digest, size: body.byteLength, contentType })
  if (typeof manifest === 'string') return unreadable(`${digest}: ${manifest}`)
  return { reading: { kind: 'read', manifest }, bytes: body, contentType }
}

/** The registry says that it does not know it. */
export const ABSENT: ManifestReading = {
  reading: { kind: 'absent' },
  bytes: null,
  contentType: null
}

/** A reading that brought nothing. */
export function unreadable(why: string): ManifestReading {
  return { reading: { kind: 'unreadable', why }, bytes: null, contentType: null }
}

/** A reading that failed. */
export function unreadableFor(error: unknown): ManifestReading {
  const failed = unreadable(messageOf(error))
  if (!(error instanceof RegistryError) || !REFUSALS.has(error.code)) return failed
  const refused = { kind: 'unreadable', why: error.message, isRefused: true } as const
  return {
    ...failed,
    reading: error.isOfRepository ? { ...refused, isForPackage: true } : refused
  }
}

const REFUSALS: ReadonlySet<RegistryErrorCode> = new Set(['DENIED', 'UNAUTHORIZED', 'NAME_UNKNOWN'])

/** @throws RegistryError `WRONG_DIGEST` where the registry states another digest than that of the bytes */
export function taggedManifestOf(answer: RegistryAnswer): TaggedManifest {
  const { body, headers } = answer
  refuseOtherDigest(answer, body)
  const etag = headers.get('etag')
  return {
    digest: digestOf(body),
    bytes: body,
    contentType: headers.get('content-type'),
    etag: etag?.startsWith('"') === true ? etag : null
  }
}

/**
 * Compares the bytes with the digest that the registry states, where it states one that can
 * be checked.
 *
 * @throws RegistryError `WRONG_DIGEST`
 */
export function refuseOtherDigest(answer: RegistryAnswer, bytes: Uint8Array): void {
  const stated = answer.headers.get('docker-content-digest')
  if (stated === null || !canCheck(stated) || isDigestOf(stated, bytes)) return
  throw new RegistryError('WRONG_DIGEST', `${stated} is not the digest of the bytes`, {
    status: answer.status,
    request: requestLine(answer.request)
  })
}

/** @throws RegistryError `TOO_LARGE` where the body was cut off */
export function refuseCut(answer: RegistryAnswer): void {
  if (!answer.isCut) return
  throw new RegistryError('TOO_LARGE', `more than ${MAX_MANIFEST_BYTES} bytes are no manifest`, {
    status: answer.status,
    request: requestLine(answer.request)
  })
}
