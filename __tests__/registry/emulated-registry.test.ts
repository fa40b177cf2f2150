import { afterEach, describe, expect, test } from '@jest/globals'
import { addPackage, addToken } from '../../src/emulator/builders.js'
import { helmChart, orasArtifact } from '../../src/emulator/image-artifact.js'
import { buildxIndex } from '../../src/emulator/image-attestation.js'
import { dockerMultiArch, multiArch, ociIndex } from '../../src/emulator/image-index.js'
import { dockerImage, ociImage, type BuiltManifest } from '../../src/emulator/image-manifest.js'
import { getDistTags, getPackument } from '../../src/emulator/npm-registry.js'
import { deleteVersion } from '../../src/emulator/publishing.js'
import { manifestFault, type ManifestTrouble } from '../../src/emulator/registry-faults.js'
import { attest, cosign, push } from '../../src/emulator/registry-publish.js'
import { totalManifestReads } from '../../src/emulator/registry-state.js'
import { serve } from '../../src/emulator/server.js'
import { findVersion, tagsOf } from '../../src/emulator/state.js'
import { createFetch } from '../../src/http/fetch.js'
import { MAX_MANIFEST_BYTES, REPLACEMENT_ANNOTATION } from '../../src/model/manifest.js'
import type { RegistryClientOptions } from '../../src/registry/manifest-client.js'
import { createNpmClient } from '../../src/registry/npm-dist-tags.js'
import { replacementFor } from '../../src/registry/replacement.js'
import { openSite, type Site } from '../emulator/registry-site.js'
import { fastClock } from './fast-clock.js'
import { APP, clientOf } from './test-client.js'

const open: { close(): Promise<void> }[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((emulator) => emulator.close()))
})

async function site(...args: Parameters<typeof openSite>): Promise<Site> {
  const opened = await openSite(...args)
  open.push(opened.emulator)
  return opened
}

/** A client whose clock is the world's. */
function clientAt(at: Site, options: Partial<RegistryClientOptions> = {}) {
  const clock = { now: () => at.world.now(), sleep: async (ms: number) => at.wait(ms) }
  return clientOf(at.emulator.registryUrl, { token: at.token.secret, clock, ...options })
}

async function readBuilt(at: Site, built: BuiltManifest) {
  const { reading } = await clientAt(at).readManifest(APP, built.digest)
  if (reading.kind !== 'read') throw new Error(JSON.stringify(reading))
  return reading.manifest
}

describe('what lies on ghcr.io is read', () => {
  test.each<[string, BuiltManifest, 'index' | 'image']>([
    ['an OCI image', ociImage('a'), 'image'],
    [
      'an OCI image that leaves mediaType to the header',
      ociImage('a', { withoutMediaType: true }),
      'image'
    ],
    ['a Docker image', dockerImage('a'), 'image'],
    ['a multi-arch index', multiArch('a'), 'index'],
    ['a Docker manifest list', dockerMultiArch('a'), 'index'],
    ['an index of BuildKit', buildxIndex('a'), 'index'],
    ['an index in an index', ociIndex([{ manifest: multiArch('a') }]), 'index'],
    ['a Helm chart', helmChart('a'), 'image'],
    ['an ORAS artifact', orasArtifact('a'), 'image']
  ])('%s', async (_case, built, form) => {
    const at = await site()
    push(at.world, at.target, built, { tags: ['v1'] })
    const manifest = await readBuilt(at, built)

    expect(manifest).toMatchObject({ digest: built.digest, form, mediaType: built.mediaType })
    expect(manifest.entries.map(({ digest }) => digest)).toEqual(
      built.parts.map(({ digest }) => digest)
    )
    expect(manifest.blobs).toEqual(
      built.blobs.map(({ descriptor: { digest, size } }) => ({ digest, size }))
    )
  })

  test('BuildKit’s attestations name the platform that they describe', async () => {
    const at = await site()
    const built = buildxIndex('a')
    push(at.world, at.target, built)
    const { entries } = await readBuilt(at, built)
    const attestations = entries.filter(({ referenceType }) => referenceType !== null)

    expect(attestations.length).toBeGreaterThan(0)
    for (const { referenceDigest, platform } of attestations) {
      expect(entries.map(({ digest }) => digest)).toContain(referenceDigest)
      expect(platform).toEqual({ os: 'unknown', architecture: 'unknown' })
    }
  })

  test('an attestation of actions/attest has its subject, and its index lists it', async () => {
    const at = await site()
    const image = ociImage('a')
    push(at.world, at.target, image, { tags: ['v1'] })
    const { referrer, index } = attest(at.world, at.target, image)
    const client = clientAt(at)

    expect((await client.readManifest(APP, referrer.name)).reading).toMatchObject({
      manifest: { subject: image.digest, artifactType: expect.stringContaining('sigstore') }
    })
    expect((await client.readManifest(APP, index.name)).reading).toMatchObject({
      manifest: { form: 'index', entries: [{ digest: referrer.name, platform: null }] }
    })
  })

  test('a signature of cosign 2 has none', async () => {
    const at = await site()
    const { name } = cosign(at.world, at.target, ociImage('a').digest)

    expect((await clientAt(at).readManifest(APP, name)).reading).toMatchObject({
      kind: 'read',
      manifest: { subject: null }
    })
  })
})

test('a deleted version is absent, one that is there is known', async () => {
  const at = await site()
  const version = push(at.world, at.target, ociImage('a'))
  const client = clientAt(at)
  expect(await client.knows(APP, version.name)).toBe('present')
  expect(totalManifestReads(at.registry)).toBe(0)

  deleteVersion(at.world, at.target, version)
  expect(await client.knows(APP, version.name)).toBe('absent')
  expect((await client.readManifest(APP, version.name)).reading).toEqual({ kind: 'absent' })
})

test.each<[ManifestTrouble, string, string]>([
  ['error', 'unreadable', 'got 500'],
  ['denied', 'unreadable', 'got 403: DENIED'],
  ['absent', 'absent', ''],
  ['garbage', 'unreadable', 'another digest'],
  ['other-bytes', 'unreadable', 'another digest'],
  ['huge', 'unreadable', 'more than'],
  ['endless', 'unreadable', 'more than'],
  ['stalled', 'unreadable', 'no answer in time'],
  ['truncated', 'unreadable', 'connection failed']
])('a manifest in trouble, %s: %s', async (trouble, kind, why) => {
  const at = await site()
  const { name } = push(at.world, at.target, ociImage('a'))
  at.emulator.addFault(manifestFault(at.world, at.target, name, trouble))
  const fetch = createFetch({ idleTimeoutMs: 100, maxBodyBytes: MAX_MANIFEST_BYTES })
  const { reading } = await clientAt(at, { fetch }).readManifest(APP, name)

  expect(reading.kind).toBe(kind)
  if (reading.kind === 'unreadable') expect(reading.why).toContain(why)
})

describe('tokens', () => {
  test.each([
    ['under token, without expires_in', { tokenField: 'token', saysExpiresIn: false }],
    ['under access_token, with it', { tokenField: 'access_token', saysExpiresIn: true }]
  ] as const)('%s', async (_case, behaviour) => {
    const at = await site(behaviour)

    await readBuilt(at, pushed(at, ociImage('a')))
  })

  test('that end early without saying so are renewed', async () => {
    const at = await site({ tokenLifetimeS: 20 })
    const built = pushed(at, ociImage('a'))
    const client = clientAt(at)
    await client.readManifest(APP, built.digest)
    at.wait(30_000)

    expect((await client.readManifest(APP, built.digest)).reading.kind).toBe('read')
    expect(at.emulator.requests.filter(({ status }) => status === 401)).toHaveLength(2)
  })

  test('of a stranger do not open a private package, and it is said what to do', async () => {
    const at = await site()
    const built = pushed(at, ociImage('a'))
    const { secret } = addToken(at.world, { login: 'stranger' })
    const { reading } = await clientAt(at, { token: secret }).readManifest(APP, built.digest)

    expect(reading).toMatchObject({ why: expect.stringMatching(/403: DENIED .*Read role/) })
  })

  test.each([401, 403] as const)(
    'that are bad (%i) do not lock out of a public package',
    async (status) => {
      const at = await site({ badCredentialsStatus: status })
      at.target.visibility = 'public'
      const built = pushed(at, ociImage('a'))
      const client = clientAt(at, { token: 'ghp_bad' })

      expect((await client.readManifest(APP, built.digest)).reading.kind).toBe('read')
    }
  )

  test('are not needed for a public package', async () => {
    const at = await site()
    at.target.visibility = 'public'
    const built = pushed(at, ociImage('a'))

    expect((await clientAt(at, { token: null }).readManifest(APP, built.digest)).reading.kind).toBe(
      'read'
    )
  })

  test('without the scope to write do not push, and it is said what to do', async () => {
    const at = await site()
    const built = pushed(at, ociImage('a'))
    const { secret } = addToken(at.world, { login: 'ann', scopes: ['read:packages'] })
    const client = clientAt(at, { token: secret })

    await expect(client.putManifest(APP, 'v2', built.bytes, built.mediaType)).rejects.toMatchObject(
      { code: 'DENIED', message: expect.stringContaining('write:packages') }
    )
  })
})

function pushed(at: Site, built: BuiltManifest): BuiltManifest {
  push(at.world, at.target, built, { tags: ['v1'] })
  return built
}

test('the registry’s limit is felt, and all is read in the end', async () => {
  const at = await site({ readsPerMinute: 600, burst: 5 })
  const images = Array.from({ length: 40 }, (_, seed) => pushed(at, ociImage(`image ${seed}`)))
  const client = clientAt(at)
  const readings = await Promise.all(images.map(({ digest }) => client.readManifest(APP, digest)))

  expect(at.registry.tooMany).toBeGreaterThan(0)
  expect(new Set(readings.map(({ reading }) => reading.kind))).toEqual(new Set(['read']))
  expect(client.requestCount()).toBe(at.emulator.requests.length)
})

describe('removing one tag of several (4-running, Untagging)', () => {
  test.each<[string, BuiltManifest]>([
    ['an image', ociImage('a')],
    ['a Docker image', dockerImage('a')],
    ['an index', multiArch('a')],
    ['a Docker manifest list', dockerMultiArch('a')],
    ['an artifact', orasArtifact('a')]
  ])(
    'of %s: the replacement takes the tag, and the original keeps the others',
    async (_case, built) => {
      const at = await site({ checksReferences: true })
      const original = push(at.world, at.target, built, { tags: ['keep', 'go'] })
      for (const { descriptor } of built.blobs)
        at.target.blobs.set(descriptor.digest, new Uint8Array())
      const client = clientAt(at)
      const tagged = await client.readTag(APP, 'go')
      const replacement = replacementFor({
        tag: 'go',
        nonce: 'n',
        original: tagged?.bytes ?? new Uint8Array()
      })
      const stored = await client.putManifest(APP, 'go', replacement.bytes, replacement.mediaType)

      expect(tagged?.digest).toBe(original.name)
      expect(stored.digest).toBe(replacement.digest)
      expect(tagsOf(at.target, original)).toEqual(['keep'])
      expect(tagsOf(at.target, findVersion(at.target, replacement.digest)!)).toEqual(['go'])
      expect(await client.readManifest(APP, replacement.digest)).toMatchObject({
        reading: { manifest: { replacementOf: 'go', subject: null, entries: [] } }
      })
      expect(new TextDecoder().decode(replacement.bytes)).toContain(REPLACEMENT_ANNOTATION)
    }
  )

  test('the same bytes under another tag make no new version', async () => {
    const at = await site()
    const version = push(at.world, at.target, ociImage('a'), { tags: ['v1'] })
    const client = clientAt(at)
    const { bytes, contentType } = await client.readManifest(APP, version.name)
    await client.putManifest(APP, 'v2', bytes!, contentType!)

    expect(tagsOf(at.target, version)).toEqual(['v1', 'v2'])
    expect(at.target.versions).toHaveLength(1)
  })

  test('a tag that is not there is null', async () => {
    const at = await site()

    expect(await clientAt(at).readTag(APP, 'nothing')).toBeNull()
  })
})

test('whatever is done, the referrers API is never asked', async () => {
  const at = await site()
  const built = pushed(at, ociImage('a'))
  attest(at.world, at.target, built)
  const client = clientAt(at)
  await client.readManifest(APP, built.digest)
  await client.readTag(APP, 'v1')
  await client.knows(APP, built.digest)

  expect(at.registry.breaches).toEqual([])
})

test('the dist-tags of an npm package, by either route', async () => {
  const at = await site()
  const npm = addPackage(at.world, 'Acme', 'ui', { type: 'npm' })
  npm.distTags.set('latest', '1.2.3')
  for (const handlers of [
    [getDistTags(at.world), getPackument(at.world)],
    [getPackument(at.world)]
  ]) {
    const emulator = await serve(at.world, handlers)
    open.push(emulator)
    const client = createNpmClient({
      npmRegistryUrl: emulator.npmRegistryUrl,
      token: at.token.secret,
      fetch: createFetch(),
      clock: fastClock(),
      random: () => 0
    })

    expect(await client.readDistTags('Acme', 'ui')).toEqual({ latest: '1.2.3' })
  }
})
