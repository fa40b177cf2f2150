import type { Digest } from '../model/digest.js'
import type { Descriptor } from './image-blob.js'

/** What the emulator itself reads of a manifest's JSON. */
export interface ManifestDocument {
  /** `null` where it does not say. */
  readonly mediaType: string | null
  /** Empty where it is no index. */
  readonly entries: readonly Descriptor[]
  /** Config and layers; empty for an index. */
  readonly blobs: readonly Descriptor[]
  readonly subject: Digest | null
}

/** Reads a manifest; `null` where it is no JSON object. What has no shape is left out. */
export function readDocument(bytes: Uint8Array): ManifestDocument | null {
  const document = parse(bytes)
  if (!isRecord(document)) return null
  const { mediaType, manifests, config, layers, subject } = document
  return {
    mediaType: typeof mediaType === 'string' ? mediaType : null,
    entries: descriptorsIn(manifests),
    blobs: [...descriptorsIn([config]), ...descriptorsIn(layers)],
    subject: isDescriptor(subject) ? subject.digest : null
  }
}

/** Whether an index entry with this media type is a manifest: a cache index lists blobs too. */
export function isManifestType(mediaType: string): boolean {
  return /^application\/vnd\.(oci\.image|docker\.distribution)\.(index|manifest)(\.list)?\.v\d\+json$/.test(
    mediaType
  )
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return null
  }
}

function descriptorsIn(value: unknown): Descriptor[] {
  return Array.isArray(value) ? value.filter(isDescriptor) : []
}

function isDescriptor(value: unknown): value is Descriptor {
  return (
    isRecord(value) &&
    typeof value['digest'] === 'string' &&
    typeof value['mediaType'] === 'string' &&
    typeof value['size'] === 'number'
  )
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
