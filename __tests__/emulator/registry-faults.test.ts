import { afterEach, describe, expect, test } from '@jest/globals'
import { tinyImage } from '../../src/emulator/image-artifact.js'
import { manifestFault } from '../../src/emulator/registry-faults.js'
import type { ManifestTrouble } from '../../src/emulator/registry-faults.js'
import { goDuration } from '../../src/emulator/registry-limit.js'
import { push } from '../../src/emulator/registry-publish.js'
import type { RegistryBehaviour } from '../../src/emulator/registry-state.js'
import { errorOf, openSite } from './registry-site.js'
import type { Site } from './registry-site.js'

let site: Site
afterEach(() => site.emulator.close())

const A = tinyImage('a')
const B = tinyImage('b')
const open = async (behaviour: Partial<RegistryBehaviour> = {}) => {
  site = await openSite(behaviour)
  push(site.world, site.target, A, { tags: ['a'] })
  push(site.world, site.target, B, { tags: ['b'] })
}
const get = (reference: string) => site.request('GET', `acme/app/manifests/${reference}`)
const arm = (trouble: ManifestTrouble, times?: number) =>
  site.emulator.addFault(manifestFault(site.world, site.target, A.digest, trouble, times))

describe('a fault of one manifest', () => {
  test.each<[ManifestTrouble, number]>([
    ['error', 500],
    ['denied', 403],
    ['absent', 404]
  ])('%s answers %s by tag and by digest, and spares the others', async (trouble, status) => {
    await open()
    arm(trouble)
    const statuses = [await get('a'), await get(A.digest), await get('b')].map((it) => it.status)
    expect(statuses).toEqual([status, status, 200])
  })

  test.each<[ManifestTrouble, number]>([
    ['garbage', 7],
    ['other-bytes', 76],
    ['huge', 5 * 1024 * 1024 + 10]
  ])('%s answers 200 with %s other bytes', async (trouble, length) => {
    await open()
    arm(trouble)
    const answer = await get('a')
    expect([answer.status, (await answer.arrayBuffer()).byteLength]).toEqual([200, length])
  })

  test('absent once', async () => {
    await open()
    arm('absent', 1)
    expect([(await get('a')).status, (await get('a')).status]).toEqual([404, 200])
  })

  test('a truncated body breaks off', async () => {
    await open()
    arm('truncated')
    const answer = await get('a')
    await expect(answer.arrayBuffer()).rejects.toThrow()
  })

  test('an endless body is longer than any manifest', async () => {
    await open()
    arm('endless')
    const answer = await get('a')
    let length = 0
    for await (const chunk of answer.body!) {
      length += (chunk as Uint8Array).byteLength
      if (length > 5 * 1024 * 1024) break
    }
    expect(length).toBeGreaterThan(5 * 1024 * 1024)
  })
})

describe('the pace', () => {
  test('above it the wait is in the words of the refusal', async () => {
    await open({ readsPerMinute: 60, burst: 3 })
    await site.login()
    const bearer = await site.login()
    const read = () =>
      fetch(`${site.emulator.registryUrl}/v2/acme/app/manifests/a`, {
        headers: { authorization: `Bearer ${bearer}` }
      })
    expect((await read()).status).toBe(200)
    const refused = await read()
    expect([refused.status, await errorOf(refused)]).toEqual([
      429,
      { code: 'TOOMANYREQUESTS', message: 'retry-after: 1s, allowed: 60/minute' }
    ])
    site.wait(1000)
    expect([(await read()).status, (await read()).status, site.registry.tooMany]).toEqual([
      200, 429, 2
    ])
  })

  test('Retry-After is sent where the world has it so', async () => {
    await open({ writesPerMinute: 2000, burst: 1, sendsRetryAfter: true })
    const put = () => site.request('PUT', 'acme/app/manifests/c', A.bytes, A.mediaType)
    await put()
    const refused = await put()
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '1'])
    expect((await errorOf(refused)).message).toBe('retry-after: 30ms, allowed: 2000/minute')
  })

  test.each([
    [1.16676, '1.16676ms'],
    [12.5, '12.5ms'],
    [0.25, '250µs'],
    [1500, '1.5s']
  ])('%s ms is written %s', (ms, text) => {
    expect(goDuration(ms)).toBe(text)
  })
})
