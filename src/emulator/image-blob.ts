import { createHash } from 'node:crypto'
import type { Digest } from '../model/digest.js'
import { digestOf } from './publishing.js'

/**
 * How a manifest points to something.
 *
 * @see https://github.com/opencontainers/image-spec/blob/main/descriptor.md
 */
export interface Descriptor {
  readonly mediaType: string
  readonly digest: Digest
  readonly size: number
  readonly platform?: { readonly architecture: string; readonly os: string }
  readonly artifactType?: string
  readonly annotations?: Readonly<Record<string, string>>
}

/** A config or layer. Two manifests that are given the same one share it. */
export interface BuiltBlob {
  readonly descriptor: Descriptor
  /**
   * `null` for a blob that is only claimed: its digest and size stand in manifests, its bytes
   * are nowhere, so that a package of many GiB costs no memory. No client can pull it.
   */
  readonly bytes: Uint8Array | null
}

const MEBIBYTE = 1024 * 1024

/** A whole number from `least` to `most`, the same for the same seed. */
export function seededSize(seed: string, least: number, most: number): number {
  const hash = createHash('sha256').update(`size of ${seed}`).digest()
  return least + (hash.readUInt32BE(0) % (most - least + 1))
}

/**
 * A blob without bytes: digest and size follow from the seed alone. `size` in bytes, between
 * 1 and 64 MiB where it is not given.
 */
export function claimedBlob(seed: string, mediaType: string, size?: number): BuiltBlob {
  return {
    descriptor: {
      mediaType,
      digest: digestOf(new TextEncoder().encode(`blob ${seed}`)),
      size: size ?? seededSize(seed, MEBIBYTE, 64 * MEBIBYTE)
    },
    bytes: null
  }
}

/** A blob that can be pulled: these very bytes. */
export function storedBlob(bytes: Uint8Array | string, mediaType: string): BuiltBlob {
  const content = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes
  return {
    descriptor: { mediaType, digest: digestOf(content), size: content.byteLength },
    bytes: content
  }
}

/** The same blob, its descriptor annotated. */
export function annotatedBlob(blob: BuiltBlob, annotations: Record<string, string>): BuiltBlob {
  return { ...blob, descriptor: { ...blob.descriptor, annotations } }
}

/**
 * The two bytes `{}` that artifacts have in place of a config.
 *
 * @see https://github.com/opencontainers/image-spec/blob/main/manifest.md#guidance-for-an-empty-descriptor
 */
export const EMPTY_BLOB: BuiltBlob = storedBlob('{}', 'application/vnd.oci.empty.v1+json')
