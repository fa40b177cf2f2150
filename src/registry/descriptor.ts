import type { Digest } from '../model/digest.js'
import type { Blob, IndexEntry, Platform } from '../model/manifest.js'
import { isDigest } from './digests.js'
import { field, isJsonObject, textField } from './json-fields.js'

/**
 * Reads an entry of an index. Text says why it can't be relied on: without a digest or a
 * media type nobody knows what it needs. Oddities elsewhere are left out: an entry that has
 * no platform that can be read has none.
 *
 * @see https://github.com/opencontainers/image-spec/blob/main/image-index.md
 */
export function parseEntry(json: unknown): IndexEntry | string {
  if (!isJsonObject(json)) return 'is no object'
  const digest = field(json, 'digest')
  if (!isDigest(digest)) return noDigestText(digest)
  const mediaType = textField(json, 'mediaType')
  if (mediaType === null || mediaType === '') return 'has no mediaType'
  const annotations = field(json, 'annotations')
  return {
    digest,
    mediaType,
    size: parseSize(field(json, 'size')),
    platform: parsePlatform(field(json, 'platform')),
    artifactType: textField(json, 'artifactType'),
    referenceType: textField(annotations, 'vnd.docker.reference.type'),
    referenceDigest: digestField(annotations, 'vnd.docker.reference.digest')
  }
}

function noDigestText(found: unknown): string {
  if (typeof found !== 'string' || found === '') return 'has no digest'
  return isDigest(found.toLowerCase()) ? 'has a digest in capitals' : 'has a digest that is none'
}

/** What a descriptor points to, or `null` where it is none. */
export function parseBlob(json: unknown): Blob | null {
  const digest = digestField(json, 'digest')
  return digest === null ? null : { digest, size: parseSize(field(json, 'size')) }
}

function digestField(json: unknown, key: string): Digest | null {
  const found = field(json, key)
  return isDigest(found) ? found : null
}

function parsePlatform(json: unknown): Platform | null {
  const os = textField(json, 'os')
  const architecture = textField(json, 'architecture')
  return os === null || architecture === null ? null : { os, architecture }
}

/** A size that can't be true counts as nothing: sums of sizes say "at least". */
function parseSize(size: unknown): number {
  return typeof size === 'number' && Number.isSafeInteger(size) && size >= 0 ? size : 0
}
