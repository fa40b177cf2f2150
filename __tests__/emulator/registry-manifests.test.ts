import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { addPackage, addToken } from '../../src/emulator/builders.js'
import { tinyImage } from '../../src/emulator/image-artifact.js'
import { multiArch } from '../../src/emulator/image-index.js'
import { dockerImage, ociImage } from '../../src/emulator/image-manifest.js'
import { deleteVersion, restoreVersion } from '../../src/emulator/publishing.js'
import { push } from '../../src/emulator/registry-publish.js'
import { totalManifestReads } from '../../src/emulator/registry-state.js'
import { tagsOf } from '../../src/emulator/state.js'
import { errorOf, NOW, openSite } from './registry-site.js'
import type { Site } from './registry-site.js'

let site: Site
beforeEach(async () => {
  site = await openSite()
})
afterEach(() => site.emulator.close())

const A = tinyImage('a')
const B = ociImage('b')
const put = (reference: string, image = A, path = 'acme/app') =>
  site.request('PUT', `${path}/manifests/${reference}`, image.bytes, image.mediaType)
const get = (reference: string) => site.request('GET', `acme/app/manifests/${reference}`)
const tagged = () =>
  site.target.versions.map((version) => [version.name, tagsOf(site.target, version)])

describe('reading', () => {
  test.each([
    ['tag', 'v1'],
    ['digest', A.digest],
    ['digest with its colon encoded', A.digest.replace(':', '%3A')]
  ])('by %s gives the very bytes, with type and digest', async (_name, reference) => {
    push(site.world, site.target, A, { tags: ['v1'] })
    const answer = await get(reference)
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(Uint8Array.from(A.bytes))
    expect(answer.headers.get('content-type')).toBe(A.mediaType)
    expect(answer.headers.get('docker-content-digest')).toBe(A.digest)
  })

  test('HEAD says the length and has no body', async () => {
    push(site.world, site.target, A, { tags: ['v1'] })
    const answer = await site.request('HEAD', 'acme/app/manifests/v1')
    expect([answer.status, answer.headers.get('content-length'), await answer.text()]).toEqual([
      200,
      String(A.bytes.byteLength),
      ''
    ])
  })

  test('the digest header may be missing', async () => {
    push(site.world, site.target, A, { tags: ['v1'] })
    site.registry.behaviour.sendsDigestHeader = false
    expect((await get('v1')).headers.get('docker-content-digest')).toBeNull()
  })

  test('each GET is a download and is counted, HEAD is not', async () => {
    const version = push(site.world, site.target, A, { tags: ['v1'] })
    await get('v1')
    await get(A.digest)
    await site.request('HEAD', 'acme/app/manifests/v1')
    expect([version.downloads, site.registry.manifestReads.get(A.digest)]).toEqual([2, 2])
    expect(totalManifestReads(site.registry)).toBe(2)
  })

  test('an Accept header without the type of the manifest hides it', async () => {
    push(site.world, site.target, multiArch('m'), { tags: ['v1'] })
    const answer = await fetch(`${site.emulator.registryUrl}/v2/acme/app/manifests/v1`, {
      headers: { authorization: `Bearer ${await site.login()}`, accept: A.mediaType }
    })
    expect([answer.status, (await errorOf(answer)).code]).toEqual([404, 'MANIFEST_UNKNOWN'])
  })

  test('what is not there is unknown', async () => {
    const answer = await get('v9')
    expect([answer.status, await errorOf(answer)]).toEqual([
      404,
      { code: 'MANIFEST_UNKNOWN', message: 'manifest unknown' }
    ])
  })

  test('a version that was deleted is unknown until it is restored', async () => {
    const version = push(site.world, site.target, A, { tags: ['v1'] })
    deleteVersion(site.world, site.target, version)
    const gone = [(await get('v1')).status, (await get(A.digest)).status]
    restoreVersion(site.world, site.target, version)
    const back = [(await get('v1')).status, (await get(A.digest)).status]
    expect([gone, back]).toEqual([
      [404, 404],
      [200, 200]
    ])
  })

  test('names with slashes are read as they are; capitals and %2F are no name', async () => {
    const deep = addPackage(site.world, 'Acme', 'team/app')
    push(site.world, deep, A, { tags: ['v1'] })
    const bearer = await site.login('pull', 'acme/team/app')
    const statuses = await Promise.all(
      ['acme/team/app', 'Acme/team/app', 'acme/team%2Fapp'].map(async (path) => {
        const url = `${site.emulator.registryUrl}/v2/${path}/manifests/v1`
        return (await fetch(url, { headers: { authorization: `Bearer ${bearer}` } })).status
      })
    )
    expect(statuses).toEqual([200, 400, 400])
  })
})

describe('pushing', () => {
  test('new bytes are a new version, with the time of the push', async () => {
    const answer = await put('v1')
    expect([answer.status, answer.headers.get('docker-content-digest')]).toEqual([201, A.digest])
    expect(site.target.versions).toMatchObject([{ name: A.digest, createdAt: NOW, updatedAt: NOW }])
    expect(tagged()).toEqual([[A.digest, ['v1']]])
  })

  test('the same bytes are the same version, whose dates stay', async () => {
    await put('v1')
    site.wait(60_000)
    await put('v2')
    expect(site.target.versions).toMatchObject([{ createdAt: NOW, updatedAt: NOW }])
    expect(tagged()).toEqual([[A.digest, ['v1', 'v2']]])
  })

  test('a tag leaves the version that had it', async () => {
    await put('latest')
    await put('latest', B)
    expect(tagged()).toEqual([
      [A.digest, []],
      [B.digest, ['latest']]
    ])
  })

  test('by digest there is no tag', async () => {
    await put(A.digest)
    expect(tagged()).toEqual([[A.digest, []]])
  })

  test('bytes of a deleted version make a new one', async () => {
    const old = push(site.world, site.target, A, { tags: ['v1'] })
    deleteVersion(site.world, site.target, old)
    await put('v1')
    const [, fresh] = site.target.versions
    expect([fresh?.name, fresh?.deletedAt, fresh!.id > old.id]).toEqual([A.digest, null, true])
  })

  test.each([
    ['no JSON', 'v1', 'nonsense', 400, 'MANIFEST_INVALID'],
    ['another digest', B.digest, null, 400, 'DIGEST_INVALID'],
    ['a tag that is none', '-v1', null, 400, 'TAG_INVALID'],
    ['too many bytes', 'v1', `{"pad":"${'x'.repeat(4 * 1024 * 1024)}"}`, 413, 'SIZE_INVALID']
  ])('%s is refused', async (_name, reference, text, status, code) => {
    const bytes = text === null ? A.bytes : new TextEncoder().encode(text)
    const answer = await put(reference, { ...A, bytes })
    expect([answer.status, (await errorOf(answer)).code]).toEqual([status, code])
    expect(site.target.versions).toEqual([])
  })

  test('another Content-Type than the manifest says is refused', async () => {
    expect((await put('v1', { ...A, mediaType: dockerImage('a').mediaType })).status).toBe(400)
  })

  test.each([
    [false, 201],
    [true, 404]
  ])('an index without its entries, where references are checked: %s', async (checks, status) => {
    site.registry.behaviour.checksReferences = checks
    expect((await put('v1', multiArch('m'))).status).toBe(status)
  })

  test('a first push makes a private package, its pusher its admin', async () => {
    await put('v1', A, 'acme/new/one')
    expect(site.world.packages.at(-1)).toMatchObject({
      owner: 'Acme',
      name: 'new/one',
      visibility: 'private',
      roles: new Map([['ann', 'admin']])
    })
  })
})

describe('who may push', () => {
  const status = async (details: Parameters<typeof addToken>[1], role?: 'read' | 'write') => {
    const { secret } = addToken(site.world, details)
    const who = details.repository ?? details.login ?? ''
    if (role !== undefined) site.target.roles.set(who, role)
    const bearer = await site.login('pull,push', 'acme/app', secret)
    const answer = await fetch(`${site.emulator.registryUrl}/v2/acme/app/manifests/v1`, {
      method: 'PUT',
      body: Buffer.from(A.bytes),
      headers: { authorization: `Bearer ${bearer}`, 'content-type': A.mediaType }
    })
    return answer.status === 201 ? 201 : `${answer.status} ${(await errorOf(answer)).message}`
  }

  test.each<[string, Parameters<typeof addToken>[1], 'read' | 'write', string | number]>([
    ['the write role', { login: 'bob' }, 'write', 201],
    ['the read role', { login: 'bob' }, 'read', '403 permission_denied: write_package'],
    [
      'the role but not the scope',
      { login: 'bob', scopes: ['read:packages'] },
      'write',
      '403 permission_denied: The token provided does not match expected scopes.'
    ],
    ['a workflow with the write role', { kind: 'actions', repository: 'acme/app' }, 'write', 201],
    [
      'a workflow with the read role',
      { kind: 'actions', repository: 'acme/app' },
      'read',
      '403 installation not allowed to Write organization package'
    ]
  ])('%s', async (_name, details, role, expected) => {
    expect(await status(details, role)).toBe(expected)
  })

  test('a bearer for pulling is no bearer for pushing', async () => {
    const answer = await fetch(`${site.emulator.registryUrl}/v2/acme/app/manifests/v1`, {
      method: 'PUT',
      body: Buffer.from(A.bytes),
      headers: { authorization: `Bearer ${await site.login('pull')}`, 'content-type': A.mediaType }
    })
    expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([
      401,
      expect.stringContaining('scope="repository:acme/app:pull,push"')
    ])
  })
})

test('DELETE is not supported', async () => {
  push(site.world, site.target, A, { tags: ['v1'] })
  const answer = await site.request('DELETE', `acme/app/manifests/${A.digest}`)
  expect([answer.status, await errorOf(answer)]).toEqual([
    405,
    { code: 'UNSUPPORTED', message: 'The operation is unsupported.' }
  ])
  expect((await get('v1')).status).toBe(200)
})

test('asking for referrers leads to the web site and is a breach', async () => {
  const answer = await site.request('GET', `acme/app/referrers/${A.digest}`)
  const location = answer.headers.get('location') ?? ''
  expect([answer.status, new URL(location).pathname]).toEqual([
    303,
    '/-/v2/packages/container/package/app%2Freferrers%2Fsha256'
  ])
  expect((await fetch(location)).status).toBe(404)
  expect(site.registry.breaches).toHaveLength(2)
})

test('the tag list is in order, a page at a time', async () => {
  push(site.world, site.target, A, { tags: ['v2', 'latest', 'v1'] })
  const first = await site.request('GET', 'acme/app/tags/list?n=2')
  expect([await first.json(), first.headers.get('link')]).toEqual([
    { name: 'acme/app', tags: ['latest', 'v1'] },
    '</v2/acme/app/tags/list?last=v1&n=2>; rel="next"'
  ])
  const rest = await site.request('GET', 'acme/app/tags/list?last=v1&n=2')
  expect([await rest.json(), rest.headers.get('link')]).toEqual([
    { name: 'acme/app', tags: ['v2'] },
    null
  ])
})
