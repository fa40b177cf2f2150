/** @see https://github.com/opencontainers/image-spec/blob/main/media-types.md */
export const OCI_INDEX = 'application/vnd.oci.image.index.v1+json'
export const OCI_MANIFEST = 'application/vnd.oci.image.manifest.v1+json'
/** The config of what is no image. @see https://github.com/opencontainers/image-spec/blob/main/manifest.md#guidance-for-an-empty-descriptor */
export const OCI_EMPTY_CONFIG = 'application/vnd.oci.empty.v1+json'
/** Gone from the specification since 1.1, still stored. @see https://github.com/opencontainers/image-spec/blob/v1.1.0-rc2/artifact.md */
export const OCI_ARTIFACT = 'application/vnd.oci.artifact.manifest.v1+json'
/** @see https://distribution.github.io/distribution/spec/manifest-v2-2/ */
export const DOCKER_LIST = 'application/vnd.docker.distribution.manifest.list.v2+json'
export const DOCKER_MANIFEST = 'application/vnd.docker.distribution.manifest.v2+json'
/** Schema 1, plain and signed. @see https://distribution.github.io/distribution/spec/deprecated-schema-v1/ */
export const DOCKER_V1 = 'application/vnd.docker.distribution.manifest.v1+json'
export const DOCKER_V1_SIGNED = 'application/vnd.docker.distribution.manifest.v1+prettyjws'

const FORMS: Readonly<Record<string, 'index' | 'image'>> = {
  [OCI_INDEX]: 'index',
  [DOCKER_LIST]: 'index',
  [OCI_MANIFEST]: 'image',
  [DOCKER_MANIFEST]: 'image',
  [OCI_ARTIFACT]: 'image',
  [DOCKER_V1]: 'image',
  [DOCKER_V1_SIGNED]: 'image'
}

/**
 * What is asked for: every type that may be stored. A registry answers 404 to a manifest of
 * a type that is not in the list, as if it were not there.
 */
export const ACCEPT = Object.keys(FORMS).join(', ')

/** Whether manifests of this type list manifests or blobs; `null` for a type not known here. */
export function formOf(mediaType: string): 'index' | 'image' | null {
  return Object.hasOwn(FORMS, mediaType) ? (FORMS[mediaType] ?? null) : null
}

/** The bare type of a `Content-Type` header, lower-case; '' where there is none. */
export function bareType(contentType: string | null): string {
  return (contentType ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? ''
}
