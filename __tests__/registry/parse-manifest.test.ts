import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { REPLACEMENT_ANNOTATION, type Manifest } from '../../src/model/manifest.js'
import { parseManifest } from '../../src/registry/parse-manifest.js'

const A = `sha256:${'a'.repeat(64)}`
const B = `sha256:${'b'.repeat(64)}`
const C = `sha256:${'c'.repeat(64)}`
const SOURCE = { digest: A, size: 700, contentType: null }

const OCI_INDEX = 'application/vnd.oci.image.index.v1+json'
const OCI_MANIFEST = 'application/vnd.oci.image.manifest.v1+json'
const DOCKER_LIST = 'application/vnd.docker.distribution.manifest.list.v2+json'
const DOCKER_MANIFEST = 'application/vnd.docker.distribution.manifest.v2+json'
const CONFIG = { mediaType: 'application/vnd.oci.image.config.v1+json', digest: B, size: 10 }
const LAYER = { mediaType: 'application/vnd.oci.image.layer.v1.tar+gzip', digest: C, size: 20 }
const ENTRY = {
  mediaType: OCI_MANIFEST,
  digest: B,
  size: 500,
  platform: { os: 'linux', architecture: 'amd64' }
}
const IMAGE = { schemaVersion: 2, mediaType: OCI_MANIFEST, config: CONFIG, layers: [LAYER] }
const INDEX = { schemaVersion: 2, mediaType: OCI_INDEX, manifests: [ENTRY] }

function read(json: unknown, contentType: string | null = null): Manifest {
  const manifest = parseManifest(json, { ...SOURCE, contentType })
  if (typeof manifest === 'string') throw new Error(manifest)
  return manifest
}

test('an image manifest gives its blobs and the types of config and first layer', () => {
  expect(read({ ...IMAGE, artifactType: 'application/x' })).toEqual({
    digest: A,
    size: 700,
    mediaType: OCI_MANIFEST,
    form: 'image',
    artifactType: 'application/x',
    configMediaType: CONFIG.mediaType,
    layerMediaType: LAYER.mediaType,
    predicateType: null,
    subject: null,
    entries: [],
    blobs: [
      { digest: B, size: 10 },
      { digest: C, size: 20 }
    ],
    replacementOf: null
  })
})

test('an index gives its entries with platform and what BuildKit says of attestations', () => {
  const attestation = {
    mediaType: OCI_MANIFEST,
    digest: C,
    size: 5,
    platform: { os: 'unknown', architecture: 'unknown' },
    annotations: {
      'vnd.docker.reference.type': 'attestation-manifest',
      'vnd.docker.reference.digest': B
    }
  }
  const manifest = read({ ...INDEX, manifests: [ENTRY, attestation] })

  expect(manifest).toMatchObject({ form: 'index', configMediaType: null, blobs: [] })
  expect(manifest.entries).toEqual([
    { ...ENTRY, artifactType: null, referenceType: null, referenceDigest: null },
    {
      mediaType: OCI_MANIFEST,
      digest: C,
      size: 5,
      platform: { os: 'unknown', architecture: 'unknown' },
      artifactType: null,
      referenceType: 'attestation-manifest',
      referenceDigest: B
    }
  ])
})

describe('what it is, is told by', () => {
  const bare = { schemaVersion: 2, config: CONFIG, layers: [LAYER] }
  const bareIndex = { schemaVersion: 2, manifests: [ENTRY] }

  test.each<[string, unknown, string | null, Manifest['form'], string]>([
    ['its mediaType', IMAGE, null, 'image', OCI_MANIFEST],
    ['its mediaType before the header', IMAGE, DOCKER_MANIFEST, 'image', OCI_MANIFEST],
    ['its mediaType, whatever the header', INDEX, OCI_MANIFEST, 'index', OCI_INDEX],
    ['the header', bare, DOCKER_MANIFEST, 'image', DOCKER_MANIFEST],
    [
      'the header with a parameter',
      bareIndex,
      `${DOCKER_LIST}; charset=utf-8`,
      'index',
      DOCKER_LIST
    ],
    ['the header in capitals', bareIndex, OCI_INDEX.toUpperCase(), 'index', OCI_INDEX],
    ['its shape, without a header', bareIndex, null, 'index', OCI_INDEX],
    ['its shape, under a header of no use', bare, 'application/json', 'image', OCI_MANIFEST],
    [
      'its shape, under a mediaType not known',
      { ...bareIndex, mediaType: 'x/y' },
      null,
      'index',
      'x/y'
    ],
    [
      'its shape, under a mediaType that is no text',
      { ...bare, mediaType: 7 },
      null,
      'image',
      OCI_MANIFEST
    ]
  ])('%s', (_case, json, contentType, form, mediaType) => {
    expect(read(json, contentType)).toMatchObject({ form, mediaType })
  })
})

describe('other forms', () => {
  test('Docker schema 2 and its list are read as their OCI likes', () => {
    expect(read({ ...IMAGE, mediaType: DOCKER_MANIFEST }).blobs).toHaveLength(2)
    expect(read({ ...INDEX, mediaType: DOCKER_LIST }).entries).toHaveLength(1)
  })

  test('an OCI artifact manifest has blobs and a subject', () => {
    const mediaType = 'application/vnd.oci.artifact.manifest.v1+json'
    const json = {
      mediaType,
      artifactType: 'a/b',
      blobs: [LAYER],
      subject: { ...ENTRY, digest: C }
    }

    expect(read(json)).toMatchObject({
      form: 'image',
      artifactType: 'a/b',
      layerMediaType: LAYER.mediaType,
      subject: C,
      blobs: [{ digest: C, size: 20 }]
    })
  })

  test('Docker schema 1 needs nothing, and its layers have no sizes', () => {
    const json = { schemaVersion: 1, name: 'a', tag: 'b', fsLayers: [{ blobSum: C }] }

    expect(read(json)).toMatchObject({
      form: 'image',
      entries: [],
      blobs: [{ digest: C, size: 0 }]
    })
  })

  test('an index may have a subject too', () => {
    expect(read({ ...INDEX, subject: { ...ENTRY, digest: C } }).subject).toBe(C)
  })

  test('lists that Go wrote as null are empty', () => {
    expect(read({ ...INDEX, manifests: null }).entries).toEqual([])
    expect(read({ ...IMAGE, layers: null }).blobs).toHaveLength(1)
  })

  test.each([
    ['of the manifest (sigstore)', { annotations: { 'dev.sigstore.bundle.predicateType': 'p' } }],
    [
      'of a layer (BuildKit)',
      { layers: [LAYER, { ...LAYER, annotations: { 'in-toto.io/predicate-type': 'p' } }] }
    ],
    ['of a layer (cosign 2)', { layers: [{ ...LAYER, annotations: { predicateType: 'p' } }] }]
  ])('the predicate type is found in the annotations %s', (_where, fields) => {
    expect(read({ ...IMAGE, ...fields }).predicateType).toBe('p')
  })

  test('a replacement of ours says which tag it was made for (ruling 71)', () => {
    const annotations = { [REPLACEMENT_ANNOTATION]: 'main-5' }

    expect(read({ ...IMAGE, annotations }).replacementOf).toBe('main-5')
    expect(read({ ...INDEX, annotations }).replacementOf).toBe('main-5')
  })
})

describe('what the graph needs must be right, else it says why', () => {
  const entry = (changes: object) => ({ ...INDEX, manifests: [ENTRY, { ...ENTRY, ...changes }] })

  test.each<[string, unknown, string]>([
    ['text', 'manifest', 'not a JSON object'],
    ['null', null, 'not a JSON object'],
    ['a list', [IMAGE], 'not a JSON object'],
    ['an empty object', {}, 'neither'],
    ['an error body', { errors: [{ code: 'DENIED' }] }, 'neither'],
    ['an index without entries', { mediaType: OCI_INDEX }, 'no list'],
    ['entries that are an object', { ...INDEX, manifests: { 0: ENTRY } }, 'no list'],
    ['an entry that is text', { ...INDEX, manifests: [B] }, 'entry 1 is no object'],
    ['an entry that is null', { ...INDEX, manifests: [ENTRY, null] }, 'entry 2 is no object'],
    ['an entry without digest', entry({ digest: undefined }), 'entry 2 has no digest'],
    ['a digest that is a number', entry({ digest: 12 }), 'entry 2 has no digest'],
    ['a digest cut short', entry({ digest: 'sha256:abc' }), 'entry 2 has a digest that is none'],
    [
      'a digest in capitals',
      entry({ digest: A.replaceAll('a', 'A') }),
      'entry 2 has a digest in capitals'
    ],
    [
      'a digest with a path in it',
      entry({ digest: `sha256:../../${'a'.repeat(58)}` }),
      'a digest that is none'
    ],
    ['an entry without mediaType', entry({ mediaType: undefined }), 'entry 2 has no mediaType'],
    ['an entry with an empty mediaType', entry({ mediaType: '' }), 'entry 2 has no mediaType'],
    ['a subject that is text', { ...IMAGE, subject: B }, 'subject'],
    ['a subject without digest', { ...IMAGE, subject: {} }, 'subject'],
    ['a subject that is false', { ...IMAGE, subject: false }, 'subject'],
    ['an image with entries', { ...IMAGE, manifests: [ENTRY] }, 'both'],
    ['an index with layers', { ...INDEX, layers: [LAYER] }, 'both'],
    ['an index with a config', { ...INDEX, config: CONFIG }, 'both']
  ])('%s', (_case, json, why) => {
    expect(parseManifest(json, SOURCE)).toEqual(expect.stringContaining(why))
  })

  test('a header that contradicts the shape, where the manifest says nothing', () => {
    const json = { schemaVersion: 2, manifests: [ENTRY] }

    expect(parseManifest(json, { ...SOURCE, contentType: OCI_MANIFEST })).toContain('both')
  })
})

describe('oddities that decide nothing are passed over', () => {
  test.each([
    ['below 0', -5],
    ['broken', 1.5],
    ['beyond all numbers', Number.POSITIVE_INFINITY],
    ['too large to count', 2 ** 60],
    ['text', '20']
  ])('a size that is %s counts as 0', (_case, size) => {
    expect(read({ ...IMAGE, layers: [{ ...LAYER, size }] }).blobs[1]).toEqual({
      digest: C,
      size: 0
    })
  })

  test('annotations, layers and config that are not what they should be', () => {
    const json = {
      ...IMAGE,
      annotations: 'x',
      layers: ['x', null, { ...LAYER, annotations: 3 }],
      config: 1
    }

    expect(read(json)).toMatchObject({
      blobs: [{ digest: C, size: 20 }],
      predicateType: null,
      replacementOf: null,
      configMediaType: null
    })
  })

  test('a platform that can not be read is none, and so the entry will be read (ruling 14)', () => {
    const manifests = [
      { ...ENTRY, platform: 'linux' },
      { ...ENTRY, platform: { os: 'linux' } },
      { ...ENTRY, platform: null }
    ]

    expect(read({ ...INDEX, manifests }).entries.map(({ platform }) => platform)).toEqual([
      null,
      null,
      null
    ])
  })

  test('a reference digest that is none', () => {
    const annotations = {
      'vnd.docker.reference.digest': 'sha256:x',
      'vnd.docker.reference.type': 4
    }

    expect(read({ ...INDEX, manifests: [{ ...ENTRY, annotations }] }).entries[0]).toMatchObject({
      referenceType: null,
      referenceDigest: null
    })
  })

  test('keys of the prototype are only keys', () => {
    const hostile: unknown = JSON.parse(
      `{"__proto__": {"subject": {"digest": "${C}"}, "artifactType": "x"}, "constructor": 1,
        "mediaType": "${OCI_MANIFEST}", "annotations": {"__proto__": {"${REPLACEMENT_ANNOTATION}": "v1"}}}`
    )

    expect(read(hostile)).toMatchObject({ subject: null, artifactType: null, replacementOf: null })
    expect(({} as Record<string, unknown>)['artifactType']).toBeUndefined()
  })
})

test('100,000 entries are read', () => {
  const manifests = Array.from({ length: 100_000 }, (_, index) => ({
    ...ENTRY,
    digest: `sha256:${index.toString(16).padStart(64, '0')}`
  }))

  expect(read({ ...INDEX, manifests }).entries).toHaveLength(100_000)
})

test('whatever JSON comes: it is read or there is a reason, and digests are digests', () => {
  const anything = fc.oneof(fc.jsonValue(), fc.constantFrom(ENTRY, LAYER, [ENTRY], [LAYER], A))
  const manifest = fc.record(
    {
      mediaType: fc.oneof(fc.constantFrom(OCI_INDEX, OCI_MANIFEST), anything),
      manifests: fc.oneof(fc.array(anything), anything),
      layers: fc.oneof(fc.array(anything), anything),
      config: anything,
      subject: anything,
      annotations: anything
    },
    { requiredKeys: [] }
  )
  fc.assert(
    fc.property(manifest, fc.constantFrom(null, OCI_INDEX, 'text/html'), (json, contentType) => {
      const result = parseManifest(json, { ...SOURCE, contentType })
      if (typeof result === 'string') {
        expect(result).not.toBe('')
        return
      }
      const digests = [...result.entries, ...result.blobs].map(({ digest }) => digest)
      for (const digest of digests) expect(digest).toMatch(/^[a-z0-9+._-]+:[\w=-]+$/)
      for (const { size } of result.blobs) expect(size).toBeGreaterThanOrEqual(0)
      expect(result.form === 'index' ? result.blobs : result.entries).toEqual([])
    })
  )
})
