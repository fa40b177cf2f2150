import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { addPackage } from '../../src/emulator/builders.js'
import { tinyImage } from '../../src/emulator/image-artifact.js'
import { push } from '../../src/emulator/registry-publish.js'
import { serveStorage } from '../../src/emulator/registry-storage.js'
import { errorOf, openSite } from './registry-site.js'
import type { Site } from './registry-site.js'

let site: Site
beforeEach(async () => {
  site = await openSite()
})
afterEach(() => site.emulator.close())

const IMAGE = tinyImage('a')
const LAYER = IMAGE.blobs[1]!
const DIGEST = LAYER.descriptor.digest
const CONTENT = LAYER.bytes!
const uploads = 'acme/app/blobs/uploads/'
const path = (location: string | null) => (location ?? '').replace('/v2/', '')

test('an upload in one request', async () => {
  const answer = await site.request('POST', `${uploads}?digest=${DIGEST}`, CONTENT)
  expect([answer.status, site.target.blobs.get(DIGEST)]).toEqual([201, Uint8Array.from(CONTENT)])
})

test('an upload in pieces', async () => {
  const begun = await site.request('POST', uploads)
  const where = path(begun.headers.get('location'))
  const patched = await site.request('PATCH', where, CONTENT.subarray(0, 5))
  expect([begun.status, patched.status, patched.headers.get('range')]).toEqual([202, 202, '0-4'])
  const done = await site.request('PUT', `${where}?digest=${DIGEST}`, CONTENT.subarray(5))
  expect([done.status, site.target.blobs.get(DIGEST)]).toEqual([201, Uint8Array.from(CONTENT)])
})

test('an upload may begin without the slash at the end', async () => {
  expect((await site.request('POST', 'acme/app/blobs/uploads')).status).toBe(202)
})

test('bytes of another digest are refused', async () => {
  const begun = await site.request('POST', uploads)
  const where = `${path(begun.headers.get('location'))}?digest=${DIGEST}`
  const answer = await site.request('PUT', where, new Uint8Array([1, 2, 3]))
  expect([answer.status, (await errorOf(answer)).code]).toEqual([400, 'DIGEST_INVALID'])
})

test('a blob of another package is mounted', async () => {
  const other = addPackage(site.world, 'Acme', 'other')
  push(site.world, other, IMAGE)
  const answer = await site.request('POST', `${uploads}?mount=${DIGEST}&from=acme/other`)
  expect([answer.status, site.target.blobs.has(DIGEST)]).toEqual([201, true])
})

test('a blob that can not be mounted is to be uploaded', async () => {
  const answer = await site.request('POST', `${uploads}?mount=${DIGEST}&from=acme/other`)
  expect(answer.status).toBe(202)
})

test('a blob is served here where there is no storage host', async () => {
  push(site.world, site.target, IMAGE)
  const answer = await site.request('GET', `acme/app/blobs/${DIGEST}`)
  expect(new Uint8Array(await answer.arrayBuffer())).toEqual(Uint8Array.from(CONTENT))
})

test('HEAD tells whether a blob is there', async () => {
  const before = await site.request('HEAD', `acme/app/blobs/${DIGEST}`)
  push(site.world, site.target, IMAGE)
  const after = await site.request('HEAD', `acme/app/blobs/${DIGEST}`)
  expect([before.status, after.status, after.headers.get('content-length')]).toEqual([
    404,
    200,
    String(CONTENT.byteLength)
  ])
})

test('a claimed blob is nowhere', async () => {
  push(site.world, site.target, IMAGE)
  const answer = await site.request('GET', `acme/app/blobs/sha256:${'0'.repeat(64)}`)
  expect([answer.status, (await errorOf(answer)).code]).toEqual([404, 'BLOB_UNKNOWN'])
})

test('the storage host wants no token: showing it one is a breach', async () => {
  push(site.world, site.target, IMAGE)
  const storage = await serveStorage(site.registry)
  try {
    const answer = await site.request('GET', `acme/app/blobs/${DIGEST}`)
    const location = answer.headers.get('location') ?? ''
    expect([answer.status, new URL(location).origin]).toEqual([307, storage.url])
    const blob = await fetch(location)
    expect(new Uint8Array(await blob.arrayBuffer())).toEqual(Uint8Array.from(CONTENT))
    expect([storage.fetched, site.registry.breaches]).toEqual([[DIGEST], []])
    const refused = await fetch(location, { headers: { authorization: 'Bearer x' } })
    expect([refused.status, site.registry.breaches.length]).toEqual([400, 1])
  } finally {
    await storage.close()
  }
})
