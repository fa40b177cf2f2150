import type { StoredManifest } from './state.js'

const MANIFEST_TYPE = 'application/vnd.oci.image.manifest.v1+json'

/**
 * An image manifest of one layer, whose blobs are nobody else's and not there to be pulled.
 *
 * @see https://github.com/opencontainers/image-spec/blob/main/manifest.md
 */
export function smallImage(id: number): StoredManifest {
  const digest = (role: number) => `sha256:${(id * 4 + role).toString(16).padStart(64, '0')}`
  const manifest = {
    schemaVersion: 2,
    mediaType: MANIFEST_TYPE,
    config: {
      mediaType: 'application/vnd.oci.image.config.v1+json',
      digest: digest(0),
      size: 400 + (id % 100)
    },
    layers: [
      {
        mediaType: 'application/vnd.oci.image.layer.v1.tar+gzip',
        digest: digest(1),
        size: 1_000_000 + (id % 100_000)
      }
    ]
  }
  return { bytes: Buffer.from(JSON.stringify(manifest)), mediaType: MANIFEST_TYPE }
}
