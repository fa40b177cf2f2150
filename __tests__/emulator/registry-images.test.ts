import { describe, expect, test } from '@jest/globals'
import { createHash } from 'node:crypto'
import {
  buildCache,
  fluxArtifact,
  helmChart,
  orasArtifact,
  tinyImage
} from '../../src/emulator/image-artifact.js'
import { buildxIndex } from '../../src/emulator/image-attestation.js'
import { claimedBlob, EMPTY_BLOB } from '../../src/emulator/image-blob.js'
import type { Descriptor } from '../../src/emulator/image-blob.js'
import { dockerMultiArch, lacking, multiArch, ociIndex } from '../../src/emulator/image-index.js'
import { dockerImage, OCI_LAYER, ociImage } from '../../src/emulator/image-manifest.js'
import type { BuiltManifest } from '../../src/emulator/image-manifest.js'
import {
  cosignManifest,
  helperTag,
  referrer,
  referrersIndex,
  sigstoreBundle
} from '../../src/emulator/image-signature.js'

const SUBJECT = ociImage('subject')

interface Document {
  readonly artifactType?: string
  readonly subject?: Descriptor
  readonly manifests: readonly Descriptor[]
  readonly annotations?: Record<string, string>
}
const json = ({ bytes }: BuiltManifest) => JSON.parse(new TextDecoder().decode(bytes)) as Document

const SHAPES: [string, () => BuiltManifest][] = [
  ['an OCI image', () => ociImage('a')],
  ['an image without mediaType', () => ociImage('a', { withoutMediaType: true })],
  ['a docker image', () => dockerImage('a')],
  ['a multi-arch index', () => multiArch('a')],
  ['a docker manifest list', () => dockerMultiArch('a')],
  ['a nested index', () => ociIndex([{ manifest: multiArch('a') }])],
  ['a buildx index', () => buildxIndex('a')],
  ['a buildx index with artifacts', () => buildxIndex('a', { attestations: 'artifact' })],
  ['a cosign 2 signature', () => cosignManifest('sig', SUBJECT.digest)],
  ['a cosign 2 attestation', () => cosignManifest('att', SUBJECT.digest)],
  ['a cosign 2 SBOM', () => cosignManifest('sbom', SUBJECT.digest)],
  ['a sigstore bundle', () => sigstoreBundle(SUBJECT)],
  ['a referrer', () => referrer(SUBJECT, 'application/spdx+json', 'a')],
  ['a fallback index', () => referrersIndex([sigstoreBundle(SUBJECT)])],
  ['a Helm chart', () => helmChart('a')],
  ['an ORAS artifact', () => orasArtifact('a')],
  ['a Flux artifact', () => fluxArtifact('a')],
  ['a cache index', () => buildCache('a', 'index')],
  ['a cache manifest', () => buildCache('a', 'manifest')],
  ['a tiny image', () => tinyImage('a')]
]

describe('every shape', () => {
  test.each(SHAPES)('%s is named by the sha256 of its bytes', (_name, build) => {
    const { digest, bytes } = build()
    expect(digest).toBe(`sha256:${createHash('sha256').update(bytes).digest('hex')}`)
  })

  test.each(SHAPES)('%s is the same bytes every time', (_name, build) => {
    expect(build()).toEqual(build())
  })

  test('no two are the same', () => {
    expect(new Set(SHAPES.map(([, build]) => build().digest)).size).toBe(SHAPES.length)
  })
})

test('an index says digest, size and platform of each of its parts', () => {
  const index = multiArch('a', ['linux/amd64', 'linux/arm/v7'])
  expect(json(index).manifests).toEqual(
    index.parts.map(({ mediaType, digest, bytes }, at) => ({
      mediaType,
      digest,
      size: bytes.byteLength,
      platform: [
        { architecture: 'amd64', os: 'linux' },
        { architecture: 'arm', os: 'linux', variant: 'v7' }
      ][at]
    }))
  )
})

test('buildx adds to each platform an attestation that names it', () => {
  const { manifests } = json(buildxIndex('a'))
  expect(manifests.slice(2)).toEqual(
    manifests.slice(0, 2).map(({ digest }) =>
      expect.objectContaining({
        platform: { architecture: 'unknown', os: 'unknown' },
        annotations: {
          'vnd.docker.reference.digest': digest,
          'vnd.docker.reference.type': 'attestation-manifest'
        }
      })
    )
  )
})

test.each([
  ['image', undefined],
  ['artifact', 'application/vnd.docker.attestation.manifest.v1+json']
] as const)('buildx attestations of form %s have artifactType %s', (form, artifactType) => {
  const index = buildxIndex('a', { platforms: ['linux/amd64'], attestations: form })
  const attestation = json(index.parts[1]!)
  expect(attestation.artifactType).toBe(artifactType)
  expect(attestation.subject?.digest).toBe(form === 'artifact' ? index.parts[0]?.digest : undefined)
})

test('docker schema 2 has neither annotations nor subject', () => {
  expect(Object.keys(json(dockerImage('a')))).toEqual([
    'schemaVersion',
    'mediaType',
    'config',
    'layers'
  ])
})

test('cosign 2 says its subject by tag only', () => {
  expect(json(cosignManifest('sig', SUBJECT.digest)).subject).toBeUndefined()
  expect(helperTag(SUBJECT.digest, 'sig')).toBe(`sha256-${SUBJECT.digest.slice(7)}.sig`)
})

test('a sigstore bundle has a subject, an empty config and says what it is', () => {
  expect(json(sigstoreBundle(SUBJECT))).toMatchObject({
    artifactType: 'application/vnd.dev.sigstore.bundle.v0.3+json',
    subject: { digest: SUBJECT.digest, size: SUBJECT.bytes.byteLength },
    config: {
      mediaType: 'application/vnd.oci.empty.v1+json',
      digest: EMPTY_BLOB.descriptor.digest,
      size: 2
    },
    annotations: { 'dev.sigstore.bundle.predicateType': 'https://slsa.dev/provenance/v1' }
  })
})

test('a fallback index copies artifact type and annotations of its referrers', () => {
  const bundle = sigstoreBundle(SUBJECT)
  expect(json(referrersIndex([bundle])).manifests).toEqual([
    {
      mediaType: bundle.mediaType,
      digest: bundle.digest,
      size: bundle.bytes.byteLength,
      artifactType: 'application/vnd.dev.sigstore.bundle.v0.3+json',
      annotations: json(bundle).annotations
    }
  ])
})

test('images may share a layer, and else share none', () => {
  const base = claimedBlob('base', OCI_LAYER, 1000)
  const digests = (image: BuiltManifest) => image.blobs.map(({ descriptor }) => descriptor.digest)
  const [a, b] = ['a', 'b'].map((seed) =>
    ociImage(seed, { layers: [base, claimedBlob(seed, OCI_LAYER)] })
  )
  expect(digests(a!).filter((digest) => digests(b!).includes(digest))).toEqual([
    base.descriptor.digest
  ])
})

test('what an index lacks changes none of its bytes', () => {
  const index = multiArch('a')
  const partial = lacking(index, [index.parts[0]!.digest])
  expect([partial.digest, partial.parts.length, lacking(index).parts.length]).toEqual([
    index.digest,
    1,
    0
  ])
})

test('a cache index lists blobs, not manifests', () => {
  const index = buildCache('a', 'index')
  expect(json(index).manifests.map(({ mediaType }) => mediaType)).toEqual([
    OCI_LAYER,
    OCI_LAYER,
    OCI_LAYER,
    'application/vnd.buildkit.cacheconfig.v0'
  ])
})
