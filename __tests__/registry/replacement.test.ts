import { createHash } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import { REPLACEMENT_ANNOTATION } from '../../src/model/manifest.js'
import { parseManifest } from '../../src/registry/parse-manifest.js'
import { replacementFor } from '../../src/registry/replacement.js'

const B = `sha256:${'b'.repeat(64)}`
const OCI_INDEX = 'application/vnd.oci.image.index.v1+json'
const OCI_MANIFEST = 'application/vnd.oci.image.manifest.v1+json'
const CONFIG = { mediaType: 'application/vnd.oci.image.config.v1+json', digest: B, size: 10 }
const LAYER = { mediaType: 'x/layer', digest: B, size: 20 }
const IMAGE = {
  schemaVersion: 2,
  mediaType: OCI_MANIFEST,
  config: { ...CONFIG, data: 'e30=', urls: ['https://evil.eu'] },
  layers: [LAYER],
  subject: { mediaType: OCI_MANIFEST, digest: B, size: 1 },
  annotations: { 'org.opencontainers.image.title': 'app' }
}

const bytesOf = (json: unknown) => new TextEncoder().encode(JSON.stringify(json))
const made = (original: unknown, tag = 'main-5', nonce = 'n1') =>
  replacementFor({ tag, nonce, original: bytesOf(original) })
const jsonOf = (bytes: Uint8Array) =>
  JSON.parse(new TextDecoder().decode(bytes)) as Record<string, unknown>

describe('the replacement of', () => {
  test('an image has its config, no layers and no subject', () => {
    const { bytes, mediaType } = made(IMAGE)
    const json = jsonOf(bytes)

    expect(mediaType).toBe(OCI_MANIFEST)
    expect(json).toMatchObject({ schemaVersion: 2, mediaType, layers: [] })
    expect(json['config']).toEqual(CONFIG)
    expect(json).not.toHaveProperty('subject')
    expect(json).not.toHaveProperty('artifactType')
  })

  test('a Docker image is an OCI manifest of the same config, since Docker has no annotations', () => {
    const config = { ...CONFIG, mediaType: 'application/vnd.docker.container.image.v1+json' }
    const original = {
      ...IMAGE,
      mediaType: 'application/vnd.docker.distribution.manifest.v2+json',
      config
    }
    const { bytes, mediaType } = made(original)

    expect(mediaType).toBe(OCI_MANIFEST)
    expect(jsonOf(bytes)['config']).toEqual(config)
  })

  test('an artifact with an empty config has an artifactType, as the specification asks', () => {
    const config = { ...CONFIG, mediaType: 'application/vnd.oci.empty.v1+json' }

    expect(jsonOf(made({ ...IMAGE, config }).bytes)['artifactType']).toEqual(expect.any(String))
  })

  test.each<[string, unknown]>([
    ['an index', { schemaVersion: 2, mediaType: OCI_INDEX, manifests: [LAYER] }],
    ['an artifact manifest without config', { blobs: [LAYER] }],
    ['an image whose config has no size', { ...IMAGE, config: { ...CONFIG, size: '10' } }],
    ['an image whose config has no digest', { ...IMAGE, config: { ...CONFIG, digest: 'x' } }],
    ['what is no manifest', 'text']
  ])('%s is an index without entries', (_case, original) => {
    const { bytes, mediaType } = made(original)

    expect(mediaType).toBe(OCI_INDEX)
    expect(jsonOf(bytes)).toMatchObject({ mediaType: OCI_INDEX, manifests: [] })
    expect(jsonOf(bytes)).not.toHaveProperty('layers')
  })
})

test('it bears the tag as its annotation, and is known by it (ruling 71)', () => {
  for (const original of [IMAGE, { manifests: [] }]) {
    const { bytes, digest, mediaType } = made(original, 'main-5')
    const source = { digest, size: bytes.length, contentType: mediaType }

    expect(jsonOf(bytes)['annotations']).toMatchObject({ [REPLACEMENT_ANNOTATION]: 'main-5' })
    expect(parseManifest(jsonOf(bytes), source)).toMatchObject({
      replacementOf: 'main-5',
      subject: null,
      entries: []
    })
  }
})

test('no two tags and no two runs share one, and the same request gives the same bytes', () => {
  const digests = [made(IMAGE, 'a', '1'), made(IMAGE, 'b', '1'), made(IMAGE, 'a', '2')].map(
    ({ digest }) => digest
  )

  expect(new Set(digests).size).toBe(3)
  expect(made(IMAGE, 'a', '1').digest).toBe(digests[0])
})

test('its digest is that of its bytes', () => {
  const { bytes, digest } = made(IMAGE)

  expect(digest).toBe(`sha256:${createHash('sha256').update(bytes).digest('hex')}`)
})
