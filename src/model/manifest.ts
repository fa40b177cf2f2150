import type { Digest } from './digest.js'

/** A descriptor's platform. @see https://github.com/opencontainers/image-spec/blob/main/image-index.md */
export interface Platform {
  readonly os: string
  readonly architecture: string
}

/** One entry of an index. */
export interface IndexEntry {
  readonly digest: Digest
  readonly mediaType: string
  readonly size: number
  /** `null` where the descriptor has none. */
  readonly platform: Platform | null
  /** `null` where the descriptor has none. */
  readonly artifactType: string | null
  /**
   * BuildKit's annotation `vnd.docker.reference.type`, `attestation-manifest` for attestations.
   *
   * @see https://github.com/moby/buildkit/blob/master/docs/attestations/attestation-storage.md
   */
  readonly referenceType: string | null
  /** BuildKit's annotation `vnd.docker.reference.digest`: the entry that this one describes. */
  readonly referenceDigest: Digest | null
}

/** Something that a manifest points to and that takes up space: its config or a layer. */
export interface Blob {
  readonly digest: Digest
  /** Bytes, as the descriptor says. */
  readonly size: number
}

/**
 * What the graph needs of a manifest, and no more: never enough to push it back.
 *
 * @see https://github.com/opencontainers/image-spec/blob/main/manifest.md
 */
export interface Manifest {
  readonly digest: Digest
  readonly mediaType: string
  readonly form: 'index' | 'image'
  /** The manifest's own `artifactType`; `null` where it has none. */
  readonly artifactType: string | null
  /** `null` for an index. */
  readonly configMediaType: string | null
  /** Of the first layer; `null` where there is none. */
  readonly layerMediaType: string | null
  /** in-toto's or sigstore's predicate type, from the annotations; `null` where there is none. */
  readonly predicateType: string | null
  readonly subject: Digest | null
  /** Empty for an image manifest. */
  readonly entries: readonly IndexEntry[]
  /** Config and layers. Empty for an index. */
  readonly blobs: readonly Blob[]
  /** Bytes of the manifest itself. */
  readonly size: number
  /** The tag that this replacement of ours was made to take away (ruling 71); else `null`. */
  readonly replacementOf: string | null
}

/** What became of reading one manifest by its digest. */
export type Reading =
  | { readonly kind: 'read'; readonly manifest: Manifest }
  /** The registry says twice that it does not know it (ruling 9). */
  | { readonly kind: 'absent' }
  /** Anything else: 5xx, refused, garbled, a wrong digest, too large, time run out. */
  | {
      readonly kind: 'unreadable'
      readonly why: string
      /** Whether the registry refused it to the token, or denied the package. */
      readonly isRefused?: boolean
      /** Whether the registry lets the token read nothing of this package at all. */
      readonly isForPackage?: boolean
    }

/** The annotation on a manifest that stands in for one whose tag is being removed. Its value is the tag. */
export const REPLACEMENT_ANNOTATION = 'io.github.package-retention.untagged'

/** More than this many bytes is no manifest. @see https://github.com/opencontainers/distribution-spec/blob/main/spec.md#pushing-manifests */
export const MAX_MANIFEST_BYTES = 4 * 1024 * 1024
