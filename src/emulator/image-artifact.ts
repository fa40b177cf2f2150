import { claimedBlob, EMPTY_BLOB, seededSize, storedBlob } from './image-blob.js'
import type { BuiltBlob } from './image-blob.js'
import { rawIndex } from './image-index.js'
import { OCI_CONFIG, OCI_LAYER, ociImage } from './image-manifest.js'
import type { BuiltManifest } from './image-manifest.js'

const CACHE_CONFIG = 'application/vnd.buildkit.cacheconfig.v0'

/** A Helm chart. @see https://helm.sh/docs/topics/registries/ */
export function helmChart(seed: string): BuiltManifest {
  const config = claimedBlob(`${seed} Chart.yaml`, 'application/vnd.cncf.helm.config.v1+json', 600)
  const layers = [smallBlob(seed, 'application/vnd.cncf.helm.chart.content.v1.tar+gzip')]
  const annotations = { 'org.opencontainers.image.title': seed }
  return ociImage(seed, { config, layers, annotations })
}

/** What `oras push --artifact-type` leaves. @see https://oras.land/docs/how_to_guides/pushing_and_pulling */
export function orasArtifact(
  seed: string,
  artifactType = 'application/vnd.acme.report'
): BuiltManifest {
  const layers = [smallBlob(seed, 'application/vnd.oci.image.layer.v1.tar')]
  return ociImage(seed, { config: EMPTY_BLOB, layers, artifactType })
}

/** What `flux push artifact` leaves. @see https://fluxcd.io/flux/cheatsheets/oci-artifacts/ */
export function fluxArtifact(seed: string): BuiltManifest {
  const config = claimedBlob(`${seed} config`, 'application/vnd.cncf.flux.config.v1+json', 233)
  const layers = [smallBlob(seed, 'application/vnd.cncf.flux.content.v1.tar+gzip')]
  const annotations = { 'org.opencontainers.image.revision': `main@sha1:${seed}` }
  return ociImage(seed, { config, layers, annotations })
}

/**
 * BuildKit's registry cache. `index` is its older default: an index whose entries are not
 * manifests but layers and a cache config, so that no version stands for any of them.
 *
 * @see https://docs.docker.com/build/cache/backends/registry/
 */
export function buildCache(seed: string, form: 'index' | 'manifest'): BuiltManifest {
  const config = claimedBlob(`${seed} cache`, CACHE_CONFIG, 3_000)
  const layers = [1, 2, 3].map((n) => claimedBlob(`${seed} cache layer ${n}`, OCI_LAYER))
  if (form === 'manifest') return ociImage(seed, { config, layers })
  const blobs = [...layers, config]
  return { ...rawIndex(blobs.map(({ descriptor }) => descriptor)), blobs }
}

/** An image of a few real bytes, so that a real client can pull it, blobs and all. */
export function tinyImage(seed: string): BuiltManifest {
  const layer = storedBlob(`the only layer of ${seed}`, OCI_LAYER)
  const rootfs = { type: 'layers', diff_ids: [layer.descriptor.digest] }
  const config = JSON.stringify({ architecture: 'amd64', os: 'linux', config: {}, rootfs })
  return ociImage(seed, { config: storedBlob(config, OCI_CONFIG), layers: [layer] })
}

function smallBlob(seed: string, mediaType: string): BuiltBlob {
  return claimedBlob(`${seed} content`, mediaType, seededSize(`${seed} content`, 2_000, 60_000))
}
