import { isUserTag, parseHelperTag } from '../model/digest.js'
import type { IndexEntry, Manifest } from '../model/manifest.js'
import type { Version } from '../model/version.js'
import { hasRealPlatform, isIndexEntry } from './entry.js'
import { isFallbackIndex } from './fallback-index.js'
import type { VersionKind } from './graph.js'
import type { ListedManifest } from './listing.js'

/** `application/vnd.oci.image.config.v1+json` and Docker's: only images have such a config. */
const IMAGE_CONFIGS: ReadonlySet<string> = new Set([
  'application/vnd.oci.image.config.v1+json',
  'application/vnd.docker.container.image.v1+json'
])

/** @see https://github.com/moby/buildkit/blob/master/docs/attestations/attestation-storage.md */
const BUILDKIT_REFERENCE = 'attestation-manifest'
const BUILDKIT_ARTIFACT = 'application/vnd.docker.attestation.manifest.v1+json'

/**
 * @see https://github.com/sigstore/cosign/blob/main/specs/SIGNATURE_SPEC.md
 * @see https://github.com/notaryproject/specifications/blob/main/specs/signature-specification.md
 */
const SIGNATURE = /cosign\.(?:simplesigning|artifact\.sig)\b|notary\.(?:v2\.)?signature/i
const SBOM = /spdx|cyclonedx|syft|\bsbom\b/i
const ATTESTATION = /in-toto|dsse|cosign\.artifact\.att\b/i
/** @see https://github.com/sigstore/cosign/blob/main/specs/BUNDLE_SPEC.md */
const SIGSTORE_BUNDLE = /sigstore\.bundle/i
/** What cosign 3 writes as the predicate of a plain signature. */
const SIGNATURE_PREDICATE = /sigstore\.dev\/cosign\/sign\b/i

const KIND_OF_SUFFIX: ReadonlyMap<string, VersionKind> = new Map([
  ['.sig', 'signature'],
  ['.att', 'attestation'],
  ['.sbom', 'sbom']
])

/**
 * What a version of a container package is: by its manifest; where that was not read, by its
 * cosign tag or by what an index says of it; `unknown` where nothing says so, and always where
 * the registry does not know the manifest (ruling 9). A referrer of no kind that is known here
 * is an `artifact`.
 */
export function kindOf(item: ListedManifest): VersionKind {
  if (item.reading === 'absent') return 'unknown'
  const { manifest, descriptor } = item
  const suffixKind = kindOfTags(item.version)
  if (manifest === null) return suffixKind ?? kindOfEntry(descriptor)
  if (manifest.form === 'index') return kindOfIndex(item)
  return suffixKind ?? kindOfManifest(manifest, descriptor)
}

/** By cosign's helper tags, where it has no user's tag (ruling 78). */
function kindOfTags({ tags }: Version): VersionKind | null {
  if (tags.length === 0 || tags.some(isUserTag)) return null
  const kinds = tags.map((tag) => KIND_OF_SUFFIX.get(parseHelperTag(tag)?.suffix ?? ''))
  return kinds.find((kind) => kind !== undefined) ?? null
}

function kindOfIndex(item: ListedManifest): VersionKind {
  if (isFallbackIndex(item)) return 'referrers'
  if (item.manifest === null || item.manifest.subject === null) return 'index'
  return kindOfTypes([item.manifest.artifactType]) ?? 'index'
}

function kindOfManifest(manifest: Manifest, entry: IndexEntry | null): VersionKind {
  const { artifactType, configMediaType, layerMediaType, predicateType } = manifest
  if (artifactType === BUILDKIT_ARTIFACT || entry?.referenceType === BUILDKIT_REFERENCE) {
    return 'attestation'
  }
  if (predicateType !== null) return kindOfPredicate(predicateType)
  const types = [artifactType, configMediaType, layerMediaType]
  // A bundle with a statement in it names the predicate.
  if (types.some((type) => type !== null && SIGSTORE_BUNDLE.test(type))) return 'signature'
  const typed = kindOfTypes(types)
  if (typed !== null) return typed
  if (artifactType !== null) return 'artifact'
  return configMediaType === null || IMAGE_CONFIGS.has(configMediaType) ? 'image' : 'artifact'
}

function kindOfPredicate(predicateType: string): VersionKind {
  if (SIGNATURE_PREDICATE.test(predicateType)) return 'signature'
  return SBOM.test(predicateType) ? 'sbom' : 'attestation'
}

function kindOfTypes(types: readonly (string | null)[]): VersionKind | null {
  const text = types.filter((type) => type !== null).join(' ')
  if (SIGNATURE.test(text)) return 'signature'
  if (SBOM.test(text)) return 'sbom'
  return ATTESTATION.test(text) ? 'attestation' : null
}

function kindOfEntry(entry: IndexEntry | null): VersionKind {
  if (entry === null) return 'unknown'
  if (isIndexEntry(entry)) return 'index'
  if (entry.referenceType === BUILDKIT_REFERENCE) return 'attestation'
  if (entry.artifactType !== null) return kindOfArtifactEntry(entry.artifactType)
  return hasRealPlatform(entry) ? 'image' : 'unknown'
}

function kindOfArtifactEntry(artifactType: string): VersionKind {
  if (artifactType === BUILDKIT_ARTIFACT) return 'attestation'
  // A descriptor does not tell a bundle with a signature from one with a statement.
  if (SIGSTORE_BUNDLE.test(artifactType)) return 'unknown'
  return kindOfTypes([artifactType]) ?? 'artifact'
}
