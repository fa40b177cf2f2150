import type { Digest } from '../model/digest.js'
import type { IndexEntry, Manifest } from '../model/manifest.js'

const IMAGE_MANIFEST_TYPES: ReadonlySet<string> = new Set([
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.v2+json',
  'application/vnd.docker.distribution.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.v1+prettyjws'
])

const INDEX_TYPES: ReadonlySet<string> = new Set([
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json'
])

/**
 * Whether the descriptor says that it is an index itself.
 *
 * @see https://github.com/opencontainers/image-spec/blob/main/media-types.md
 */
export function isIndexEntry(entry: IndexEntry): boolean {
  return INDEX_TYPES.has(entry.mediaType)
}

/** Whether the descriptor may be of something else than an image manifest, such as an index. */
export function mayBeIndex(entry: IndexEntry): boolean {
  return !IMAGE_MANIFEST_TYPES.has(entry.mediaType)
}

/**
 * Whether the descriptor has a platform that something could run on; BuildKit writes
 * `unknown/unknown` for what is none (ruling 14).
 *
 * @see https://github.com/moby/buildkit/blob/master/docs/attestations/attestation-storage.md
 */
export function hasRealPlatform({ platform }: IndexEntry): boolean {
  if (platform === null || isUnknown(platform)) return false
  return platform.os !== '' && platform.architecture !== ''
}

/**
 * Whether the descriptor is of an image, as ruling 28 has it. A missing platform is no matter.
 * What says that it is neither a manifest nor an index is none: BuildKit's older caches are
 * indexes of layers, which never are versions.
 */
export function isImageEntry(entry: IndexEntry): boolean {
  return (
    isManifestType(entry.mediaType) &&
    entry.artifactType === null &&
    entry.referenceType === null &&
    (entry.platform === null || !isUnknown(entry.platform))
  )
}

function isManifestType(mediaType: string): boolean {
  return mediaType === '' || IMAGE_MANIFEST_TYPES.has(mediaType) || INDEX_TYPES.has(mediaType)
}

function isUnknown({ os, architecture }: NonNullable<IndexEntry['platform']>): boolean {
  return os === 'unknown' && architecture === 'unknown'
}

/**
 * What the entries of `manifest` say that they describe: the digest of the entry to that of the
 * other entry of the same index that its `vnd.docker.reference.digest` names. Entries that name
 * themselves, or what is no entry, are left out.
 */
export function describedSiblings(manifest: Manifest): ReadonlyMap<Digest, Digest> {
  const siblings = new Set(manifest.entries.map(({ digest }) => digest))
  const described = new Map<Digest, Digest>()
  for (const { digest, referenceDigest } of manifest.entries) {
    if (referenceDigest === null || referenceDigest === digest) continue
    if (siblings.has(referenceDigest)) described.set(digest, referenceDigest)
  }
  return described
}
