import { annotatedBlob, claimedBlob, EMPTY_BLOB, seededSize } from './image-blob.js'
import { ociIndex } from './image-index.js'
import type { IndexPart } from './image-index.js'
import { ociImage } from './image-manifest.js'
import type { BuiltManifest } from './image-manifest.js'

/** `image`: as BuildKit always did. `artifact`: its OCI-artifact mode, with a subject. */
export type AttestationForm = 'image' | 'artifact'

/** What BuildKit is asked for. */
export interface BuildxOptions {
  /** `os/architecture` each. */
  readonly platforms?: readonly string[]
  readonly attestations?: AttestationForm | 'none'
  /** The attestations' entries have no annotation that says what they describe. */
  readonly withoutReference?: boolean
}

const ARTIFACT_TYPE = 'application/vnd.docker.attestation.manifest.v1+json'

/**
 * What `docker buildx build --push` leaves: an index of each platform's manifest and one
 * attestation manifest for each, which names its platform by annotation.
 *
 * @see https://github.com/moby/buildkit/blob/master/docs/attestations/attestation-storage.md
 */
export function buildxIndex(seed: string, options: BuildxOptions = {}): BuiltManifest {
  const { platforms = ['linux/amd64', 'linux/arm64'], attestations = 'image' } = options
  const images = platforms.map((platform) => ({
    manifest: ociImage(`${seed} ${platform}`),
    platform
  }))
  if (attestations === 'none') return ociIndex(images)
  const described = images.map(({ manifest, platform }) =>
    attestationPart(
      `${seed} ${platform}`,
      manifest,
      attestations,
      options.withoutReference === true
    )
  )
  return ociIndex([...images, ...described])
}

/** BuildKit's attestation manifest for one platform's manifest. */
export function buildxAttestation(
  seed: string,
  platform: BuiltManifest,
  form: AttestationForm
): BuiltManifest {
  const layers = [inToto(seed, 'https://slsa.dev/provenance/v0.2')]
  if (form === 'image') return ociImage(`${seed} attestation`, { layers })
  return ociImage(`${seed} attestation`, {
    layers,
    config: EMPTY_BLOB,
    artifactType: ARTIFACT_TYPE,
    subject: platform
  })
}

function attestationPart(
  seed: string,
  platform: BuiltManifest,
  form: AttestationForm,
  withoutReference: boolean
): IndexPart {
  const reference = {
    'vnd.docker.reference.digest': platform.digest,
    'vnd.docker.reference.type': 'attestation-manifest'
  }
  return {
    manifest: buildxAttestation(seed, platform, form),
    platform: 'unknown/unknown',
    ...(withoutReference ? {} : { annotations: reference }),
    ...(form === 'artifact' ? { artifactType: ARTIFACT_TYPE } : {})
  }
}

function inToto(seed: string, predicateType: string) {
  const size = seededSize(`${seed} ${predicateType}`, 4_000, 90_000)
  const blob = claimedBlob(`${seed} ${predicateType}`, 'application/vnd.in-toto+json', size)
  return annotatedBlob(blob, { 'in-toto.io/predicate-type': predicateType })
}
