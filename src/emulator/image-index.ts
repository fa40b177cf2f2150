import type { Digest } from '../model/digest.js'
import type { Descriptor } from './image-blob.js'
import { descriptorOf, dockerImage, jsonBytes, ociImage } from './image-manifest.js'
import type { BuiltManifest } from './image-manifest.js'
import { digestOf } from './publishing.js'

export const OCI_INDEX = 'application/vnd.oci.image.index.v1+json'
export const DOCKER_LIST = 'application/vnd.docker.distribution.manifest.list.v2+json'

/** One entry of an index: the manifest, and what its descriptor says beside digest and size. */
export interface IndexPart {
  readonly manifest: BuiltManifest
  readonly platform?: string
  readonly artifactType?: string
  readonly annotations?: Readonly<Record<string, string>>
}

/** What an index has beside its entries. */
export interface IndexOptions {
  readonly artifactType?: string
  readonly subject?: BuiltManifest
  readonly annotations?: Readonly<Record<string, string>>
  /** Leaves out the field `mediaType`; then only Content-Type tells. */
  readonly withoutMediaType?: boolean
}

/** An OCI index. An entry may be an index itself. */
export function ociIndex(parts: readonly IndexPart[], options: IndexOptions = {}): BuiltManifest {
  return indexOf(parts.map(entryOf), options, OCI_INDEX, manifestsOf(parts))
}

/** A docker manifest list. @see https://github.com/distribution/distribution/blob/main/docs/content/spec/manifest-v2-2.md#manifest-list */
export function dockerList(parts: readonly IndexPart[]): BuiltManifest {
  return indexOf(parts.map(entryOf), {}, DOCKER_LIST, manifestsOf(parts))
}

/** An index of descriptors as they are: of blobs, of strangers, of what was never pushed. */
export function rawIndex(
  entries: readonly Descriptor[],
  options: IndexOptions = {}
): BuiltManifest {
  return indexOf(entries, options, OCI_INDEX, [])
}

/** An image for several platforms, `os/architecture` each, without attestations. */
export function multiArch(
  seed: string,
  platforms: readonly string[] = ['linux/amd64', 'linux/arm64']
): BuiltManifest {
  return ociIndex(
    platforms.map((platform) => ({ manifest: ociImage(`${seed} ${platform}`), platform }))
  )
}

/** The same in docker's older forms. */
export function dockerMultiArch(
  seed: string,
  platforms: readonly string[] = ['linux/amd64', 'linux/arm64']
): BuiltManifest {
  return dockerList(
    platforms.map((platform) => ({ manifest: dockerImage(`${seed} ${platform}`), platform }))
  )
}

/**
 * The same bytes, of which `missing` are not pushed: a partial image, or with all of its
 * platforms missing a ghost. Every part is missing where `missing` is left out.
 */
export function lacking(index: BuiltManifest, missing?: readonly Digest[]): BuiltManifest {
  const parts = index.parts.filter(
    ({ digest }) => missing !== undefined && !missing.includes(digest)
  )
  return { ...index, parts }
}

function indexOf(
  manifests: readonly Descriptor[],
  options: IndexOptions,
  mediaType: string,
  parts: readonly BuiltManifest[]
): BuiltManifest {
  const { artifactType, subject, annotations } = options
  const document = {
    schemaVersion: 2,
    ...(options.withoutMediaType === true ? {} : { mediaType }),
    ...(artifactType === undefined ? {} : { artifactType }),
    manifests,
    ...(subject === undefined ? {} : { subject: descriptorOf(subject) }),
    ...(annotations === undefined ? {} : { annotations })
  }
  const bytes = jsonBytes(document, 2)
  const referrerFields = {
    ...(artifactType === undefined ? {} : { artifactType }),
    ...(annotations === undefined ? {} : { annotations })
  }
  return { digest: digestOf(bytes), mediaType, bytes, parts, blobs: [], referrerFields }
}

function entryOf({ manifest, platform, artifactType, annotations }: IndexPart): Descriptor {
  return {
    ...descriptorOf(manifest),
    ...(artifactType === undefined ? {} : { artifactType }),
    ...(annotations === undefined ? {} : { annotations }),
    ...(platform === undefined ? {} : { platform: platformOf(platform) })
  }
}

function platformOf(platform: string): { architecture: string; os: string; variant?: string } {
  const [os = 'unknown', architecture = 'unknown', variant] = platform.split('/')
  return { architecture, os, ...(variant === undefined ? {} : { variant }) }
}

function manifestsOf(parts: readonly IndexPart[]): BuiltManifest[] {
  return parts.map(({ manifest }) => manifest)
}
