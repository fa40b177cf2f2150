import type { Digest } from '../model/digest.js'
import { REPLACEMENT_ANNOTATION } from '../model/manifest.js'
import { digestOf, isDigest } from './digests.js'
import { field, parseJson, textField } from './json-fields.js'
import { OCI_EMPTY_CONFIG, OCI_INDEX, OCI_MANIFEST } from './media-types.js'

/** A manifest to push under a tag, so that the tag leaves the version that it is on. */
export interface Replacement {
  readonly bytes: Uint8Array<ArrayBuffer>
  /** What to push it as. */
  readonly mediaType: string
  /** The name of the version that the push makes. */
  readonly digest: Digest
}

export interface ReplacementRequest {
  readonly tag: string
  /** Makes the bytes new in the world, so that they can't be those of an earlier run. */
  readonly nonce: string
  /** The manifest that the tag is on now, as it was read. */
  readonly original: Uint8Array
}

/** The nonce's annotation. */
const NONCE_ANNOTATION = `${REPLACEMENT_ANNOTATION}.nonce`

/** What a replacement calls itself where the specification asks for it (with an empty config). */
const ARTIFACT_TYPE = 'application/vnd.package-retention.untagged'

/**
 * The manifest that stands in for a tag that is being removed (4-running, Untagging): no two
 * tags share one, it bears the annotation by which the next run knows it (ruling 71), and has
 * neither layers, entries nor a subject.
 *
 * A registry may refuse a manifest whose config it does not have, so that is the config of
 * the original; without one it is an empty index, which points to nothing at all. It is always
 * an OCI type, since Docker's have no annotations.
 *
 * @see https://github.com/opencontainers/image-spec/blob/main/manifest.md
 */
export function replacementFor({ tag, nonce, original }: ReplacementRequest): Replacement {
  const config = configOf(parseJson(original))
  const mediaType = config === null ? OCI_INDEX : OCI_MANIFEST
  const manifest = {
    schemaVersion: 2,
    mediaType,
    ...(config === null ? { manifests: [] } : { ...config, layers: [] }),
    annotations: { [REPLACEMENT_ANNOTATION]: tag, [NONCE_ANNOTATION]: nonce }
  }
  const bytes = new TextEncoder().encode(JSON.stringify(manifest))
  return { bytes, mediaType, digest: digestOf(bytes) }
}

/** The original's config, as far as a registry looks at it; `null` where there is none to use. */
function configOf(original: unknown): object | null {
  const config = field(original, 'config')
  const mediaType = textField(config, 'mediaType')
  const digest = field(config, 'digest')
  const size = field(config, 'size')
  if (mediaType === null || !isDigest(digest) || !Number.isSafeInteger(size)) return null
  return {
    ...(mediaType === OCI_EMPTY_CONFIG ? { artifactType: ARTIFACT_TYPE } : {}),
    config: { mediaType, digest, size }
  }
}
