import type { Digest } from '../model/digest.js'
import { annotatedBlob, claimedBlob, EMPTY_BLOB, seededSize } from './image-blob.js'
import type { BuiltBlob, Descriptor } from './image-blob.js'
import { rawIndex } from './image-index.js'
import { descriptorOf, ociImage } from './image-manifest.js'
import type { BuiltManifest } from './image-manifest.js'

/** What cosign 2 attaches. */
export type CosignKind = 'sig' | 'att' | 'sbom'

/** Sigstore's bundle, as cosign 3 and actions/attest push it. */
export const SIGSTORE_BUNDLE = 'application/vnd.dev.sigstore.bundle.v0.3+json'

const PREDICATE = 'https://slsa.dev/provenance/v1'

const COSIGN_LAYERS: Readonly<Record<CosignKind, string>> = {
  sig: 'application/vnd.dev.cosign.simplesigning.v1+json',
  att: 'application/vnd.dsse.envelope.v1+json',
  sbom: 'text/spdx+json'
}

/**
 * A helper tag: `sha256-<64 hex>`, with `.sig`, `.att` or `.sbom` for cosign 2's.
 *
 * @see https://github.com/opencontainers/distribution-spec/blob/main/spec.md#referrers-tag-schema
 */
export function helperTag(digest: Digest, kind?: CosignKind): string {
  return digest.replace(':', '-') + (kind === undefined ? '' : `.${kind}`)
}

/**
 * What cosign 2 pushes under `helperTag(digest, kind)`: no subject, only the tag tells what
 * it belongs to.
 *
 * @see https://github.com/sigstore/cosign/blob/main/specs/SIGNATURE_SPEC.md
 */
export function cosignManifest(kind: CosignKind, digest: Digest, seed = 'cosign'): BuiltManifest {
  return ociImage(`${seed} ${kind} of ${digest}`, { layers: [cosignLayer(kind, digest, seed)] })
}

/** What tells one bundle for a subject from another. */
export interface BundleOptions {
  readonly seed?: string
  readonly predicateType?: string
  /** ISO 8601; actions/attest says when, cosign does not. */
  readonly created?: string
}

/** A referrer as cosign 3 and actions/attest push it, untagged, with `subject`. */
export function sigstoreBundle(
  subject: BuiltManifest | Descriptor,
  { seed = 'bundle', predicateType = PREDICATE, created }: BundleOptions = {}
): BuiltManifest {
  const name = `${seed} ${predicateType} of ${subject.digest}`
  return ociImage(name, {
    config: EMPTY_BLOB,
    layers: [claimedBlob(name, SIGSTORE_BUNDLE, seededSize(name, 4_000, 20_000))],
    artifactType: SIGSTORE_BUNDLE,
    subject,
    annotations: {
      ...(created === undefined ? {} : { 'org.opencontainers.image.created': created }),
      'dev.sigstore.bundle.content': 'dsse-envelope',
      'dev.sigstore.bundle.predicateType': predicateType
    }
  })
}

/** A referrer of any kind: an SBOM by ORAS, a scanner's findings. */
export function referrer(
  subject: BuiltManifest | Descriptor,
  artifactType: string,
  seed: string
): BuiltManifest {
  const layer = claimedBlob(`${seed} ${artifactType} of ${subject.digest}`, artifactType, 20_000)
  return ociImage(seed, { config: EMPTY_BLOB, layers: [layer], artifactType, subject })
}

/**
 * The index that stands in for the referrers endpoint under `helperTag(subject)`. Its entries
 * are pushed on their own, before it. Without referrers it is the same bytes for every subject.
 *
 * @see https://github.com/opencontainers/distribution-spec/blob/main/spec.md#referrers-tag-schema
 */
export function referrersIndex(referrers: readonly (BuiltManifest | Descriptor)[]): BuiltManifest {
  return rawIndex(referrers.map((entry) => ('bytes' in entry ? referrerEntry(entry) : entry)))
}

function referrerEntry(manifest: BuiltManifest): Descriptor {
  return { ...descriptorOf(manifest), ...manifest.referrerFields }
}

function cosignLayer(kind: CosignKind, digest: Digest, seed: string): BuiltBlob {
  const layer = claimedBlob(`${seed} ${kind} layer of ${digest}`, COSIGN_LAYERS[kind], 300)
  if (kind === 'sig') {
    return annotatedBlob(layer, { 'dev.cosignproject.cosign/signature': 'MEUCIQ==' })
  }
  return kind === 'att' ? annotatedBlob(layer, { predicateType: PREDICATE }) : layer
}
