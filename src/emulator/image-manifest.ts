import type { Digest } from '../model/digest.js'
import { claimedBlob, seededSize } from './image-blob.js'
import type { BuiltBlob, Descriptor } from './image-blob.js'
import { digestOf } from './publishing.js'

export const OCI_MANIFEST = 'application/vnd.oci.image.manifest.v1+json'
export const OCI_CONFIG = 'application/vnd.oci.image.config.v1+json'
export const OCI_LAYER = 'application/vnd.oci.image.layer.v1.tar+gzip'
export const DOCKER_MANIFEST = 'application/vnd.docker.distribution.manifest.v2+json'
export const DOCKER_CONFIG = 'application/vnd.docker.container.image.v1+json'
export const DOCKER_LAYER = 'application/vnd.docker.image.rootfs.diff.tar.gzip'

/** A manifest's exact bytes, and all that a client pushes before it. */
export interface BuiltManifest {
  readonly digest: Digest
  readonly mediaType: string
  readonly bytes: Uint8Array
  /** The entries of an index that are pushed with it, in its order. Empty for images. */
  readonly parts: readonly BuiltManifest[]
  /** Config and layers. Empty for an index. */
  readonly blobs: readonly BuiltBlob[]
  /** What a referrers index says of it beside digest and size. */
  readonly referrerFields: Pick<Descriptor, 'artifactType' | 'annotations'>
}

/** What an image has beside its defaults. */
export interface ImageOptions {
  readonly config?: BuiltBlob
  /** Two layers that follow from the seed where left out. */
  readonly layers?: readonly BuiltBlob[]
  readonly artifactType?: string
  /** What this manifest refers to. */
  readonly subject?: BuiltManifest | Descriptor
  readonly annotations?: Readonly<Record<string, string>>
  /**
   * Leaves out the field `mediaType`, which is optional in OCI: then only Content-Type tells.
   *
   * @see https://github.com/opencontainers/image-spec/blob/main/manifest.md
   */
  readonly withoutMediaType?: boolean
  /** Spaces of indentation, 0 for none: other bytes, and so another digest, for the same image. */
  readonly indent?: number
}

/** An OCI image manifest. */
export function ociImage(seed: string, options: ImageOptions = {}): BuiltManifest {
  return buildImage(seed, options, OCI_MANIFEST, OCI_CONFIG, OCI_LAYER)
}

/**
 * A docker schema 2 manifest: it has no annotations, no artifact type and no subject.
 *
 * @see https://github.com/distribution/distribution/blob/main/docs/content/spec/manifest-v2-2.md
 */
export function dockerImage(
  seed: string,
  options: Pick<ImageOptions, 'config' | 'layers' | 'indent'> = {}
): BuiltManifest {
  return buildImage(seed, { indent: 3, ...options }, DOCKER_MANIFEST, DOCKER_CONFIG, DOCKER_LAYER)
}

/** A descriptor for `manifest`, as an index or a subject field has it. */
export function descriptorOf(manifest: BuiltManifest): Descriptor {
  const { mediaType, digest, bytes } = manifest
  return { mediaType, digest, size: bytes.byteLength }
}

/** The bytes of a JSON document. */
export function jsonBytes(document: unknown, indent: number): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(document, null, indent))
}

function buildImage(
  seed: string,
  options: ImageOptions,
  mediaType: string,
  configType: string,
  layerType: string
): BuiltManifest {
  const config = options.config ?? claimedBlob(`${seed} config`, configType, configSize(seed))
  const layers = options.layers ?? [
    claimedBlob(`${seed} layer 1`, layerType),
    claimedBlob(`${seed} layer 2`, layerType)
  ]
  const { artifactType, annotations, subject } = options
  const document = {
    schemaVersion: 2,
    ...(options.withoutMediaType === true ? {} : { mediaType }),
    ...(artifactType === undefined ? {} : { artifactType }),
    config: config.descriptor,
    layers: layers.map(({ descriptor }) => descriptor),
    ...(subject === undefined ? {} : { subject: subjectField(subject) }),
    ...(annotations === undefined ? {} : { annotations })
  }
  const bytes = jsonBytes(document, options.indent ?? 2)
  return {
    digest: digestOf(bytes),
    mediaType,
    bytes,
    parts: [],
    blobs: [config, ...layers],
    // A referrer without an artifact type of its own is listed with that of its config.
    referrerFields: {
      artifactType: artifactType ?? config.descriptor.mediaType,
      ...(annotations === undefined ? {} : { annotations })
    }
  }
}

function subjectField(subject: BuiltManifest | Descriptor): Descriptor {
  if ('bytes' in subject) return descriptorOf(subject)
  const { mediaType, digest, size } = subject
  return { mediaType, digest, size }
}

function configSize(seed: string): number {
  return seededSize(`${seed} config`, 1_500, 12_000)
}
