import { createHash } from 'node:crypto'
import type { Digest } from '../model/digest.js'

/** How many hex digits the encoded part has. @see https://github.com/opencontainers/image-spec/blob/main/descriptor.md#registered-algorithms */
const HEX_DIGITS: Readonly<Record<string, number>> = { sha256: 64, sha512: 128 }

const GRAMMAR = /^([a-z0-9]+(?:[+._-][a-z0-9]+)*):([a-zA-Z0-9=_-]+)$/
const MAX_DIGEST_LENGTH = 256

/**
 * Whether `value` is a digest by the OCI grammar; of sha256 and sha512 with exactly as many
 * lower-case hex digits as they have.
 *
 * @see https://github.com/opencontainers/image-spec/blob/main/descriptor.md#digests
 */
export function isDigest(value: unknown): value is Digest {
  if (typeof value !== 'string' || value.length > MAX_DIGEST_LENGTH) return false
  const [, algorithm, encoded] = GRAMMAR.exec(value) ?? []
  if (algorithm === undefined || encoded === undefined) return false
  if (!Object.hasOwn(HEX_DIGITS, algorithm)) return true
  return encoded.length === HEX_DIGITS[algorithm] && /^[0-9a-f]+$/.test(encoded)
}

/** Whether this is a digest of an algorithm that can be checked here: sha256 or sha512. */
export function canCheck(digest: Digest): boolean {
  return isDigest(digest) && Object.hasOwn(HEX_DIGITS, algorithmOf(digest))
}

/** The sha256 digest of exactly these bytes, which is the name of a container version. */
export function digestOf(bytes: Uint8Array): Digest {
  return hash('sha256', bytes)
}

/** Whether the bytes are those that the digest names. The digest must be one that `canCheck`. */
export function isDigestOf(digest: Digest, bytes: Uint8Array): boolean {
  return hash(algorithmOf(digest), bytes) === digest
}

function hash(algorithm: string, bytes: Uint8Array): Digest {
  return `${algorithm}:${createHash(algorithm).update(bytes).digest('hex')}`
}

function algorithmOf(digest: Digest): string {
  return digest.split(':', 1)[0] ?? ''
}
