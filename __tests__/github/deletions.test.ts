import { afterEach, describe, expect, test } from '@jest/globals'
import {
  addPackage,
  addVersion,
  type PackageDetails,
  type TokenDetails
} from '../../src/emulator/builders.js'
import type { Trouble } from '../../src/emulator/faults.js'
import type { PackageState, VersionState } from '../../src/emulator/state.js'
import { ACME, refOf, startSite, stopSites, type Site } from './site.js'

afterEach(stopSites)

const APP = refOf(ACME, 'app')
const NPM = refOf(ACME, 'app', 'npm')

/** The package app with two tagged versions, and the older of them. */
async function siteWith(
  details: PackageDetails = {}
): Promise<{ site: Site; app: PackageState; old: VersionState }> {
  const site = await startSite()
  const app = addPackage(site.world, 'acme', 'app', details)
  const isContainer = app.type === 'container'
  const old = addVersion(site.world, app, isContainer ? { tags: ['v1'] } : { name: '1.0.0' })
  addVersion(site.world, app, isContainer ? { tags: ['v2'] } : { name: '2.0.0' })
  return { site, app, old }
}

const methods = (site: Site): string[] => site.emulator.requests.map(({ method }) => method)

describe('deleting a version', () => {
  test('says deleted, in one request', async () => {
    const { site, old } = await siteWith()

    expect(await site.client().deleteVersion(APP, old.id)).toEqual({ kind: 'deleted' })
    expect(old.deletedAt).not.toBeNull()
    expect(methods(site)).toEqual(['DELETE'])
  })

  test('that is gone already says gone', async () => {
    const { site, old } = await siteWith()
    old.deletedAt = site.clock.now()

    expect(await site.client().deleteVersion(APP, old.id)).toEqual({ kind: 'gone' })
    expect(methods(site)).toEqual(['DELETE', 'GET'])
  })

  test('of a package that is gone says gone', async () => {
    const { site, app, old } = await siteWith()
    app.deletedAt = site.clock.now()

    expect(await site.client().deleteVersion(APP, old.id)).toEqual({ kind: 'gone' })
  })

  test('without the Admin role says denied, and what to click', async () => {
    const { site, old } = await siteWith({ roles: { 'acme/ci': 'write' } })
    const token: TokenDetails = { kind: 'actions', repository: 'acme/ci' }

    expect(await site.client(token).deleteVersion(APP, old.id)).toEqual({
      kind: 'denied',
      message: expect.stringContaining('Manage Actions access')
    })
    expect(old.deletedAt).toBeNull()
  })

  test('that GitHub hides from DELETE and from GET by id, but not its package, says denied', async () => {
    const { site, old } = await siteWith()
    const hidden: Trouble = { kind: 'answer', status: 404, body: { message: 'Package not found.' } }
    site.emulator.addFault({ path: /versions\/\d+$/, trouble: hidden })

    expect(await site.client().deleteVersion(APP, old.id)).toMatchObject({ kind: 'denied' })
    expect(methods(site)).toEqual(['DELETE', 'GET', 'GET'])
  })

  test('the last tagged version of a container is retained', async () => {
    const { site, app, old } = await siteWith()
    app.tags.delete('v2')

    expect(await site.client().deleteVersion(APP, old.id)).toMatchObject({
      kind: 'retained',
      message: expect.stringContaining('last tagged version')
    })
  })

  test('the last version of another type is retained', async () => {
    const { site, app, old } = await siteWith({ type: 'npm' })
    for (const version of app.versions) if (version !== old) version.deletedAt = 1

    expect(await site.client().deleteVersion(NPM, old.id)).toMatchObject({ kind: 'retained' })
  })

  test('a public version with many downloads is blocked', async () => {
    const { site, old } = await siteWith({ visibility: 'public' })
    old.downloads = 5001

    expect(await site.client().deleteVersion(APP, old.id)).toMatchObject({
      kind: 'blocked',
      message: expect.stringContaining('5000 downloads')
    })
  })

  test.each([
    [{ login: 'mona', scopes: ['read:packages'] }, 'missing-scope'],
    [{ login: 'mona', sso: { acme: 'refuse' } }, 'sso-required'],
    [{ login: 'mona', valid: false }, 'unauthorized']
  ] as [TokenDetails, string][])('with a token %j fails: %s', async (token, code) => {
    const { site, old } = await siteWith()

    await expect(site.client(token).deleteVersion(APP, old.id)).rejects.toMatchObject({ code })
    expect(methods(site)).toEqual(['DELETE'])
  })

  test('a wrong argument that is no outcome fails', async () => {
    const { site, old } = await siteWith()
    const trouble: Trouble = { kind: 'answer', status: 400, body: { message: 'Problems parsing' } }
    site.emulator.addFault({ trouble })

    await expect(site.client().deleteVersion(APP, old.id)).rejects.toMatchObject({
      code: 'invalid-argument',
      message: expect.stringContaining('expected 204, got 400: Problems parsing')
    })
  })
})

describe('a deletion of which the answer was lost', () => {
  const BAD_GATEWAY: Trouble = { kind: 'answer', when: 'after', status: 502 }

  test.each<[string, Trouble]>([
    ['by a reset connection', { kind: 'reset', when: 'after' }],
    ['by a bad gateway', BAD_GATEWAY],
    ['by a time-out of the server', { ...BAD_GATEWAY, status: 408 }]
  ])('%s says deleted', async (_name, trouble) => {
    const { site, old } = await siteWith()
    site.emulator.addFault({ method: 'DELETE', times: 1, trouble })

    expect(await site.client().deleteVersion(APP, old.id)).toEqual({ kind: 'deleted' })
    expect(methods(site)).toEqual(['DELETE', 'DELETE'])
  })

  test('says deleted where GitHub only says Not Found, after one look', async () => {
    const { site, old } = await siteWith()
    site.emulator.addFault({ method: 'DELETE', times: 1, trouble: BAD_GATEWAY })
    const notFound: Trouble = { kind: 'answer', status: 404, body: { message: 'Not Found' } }
    site.emulator.addFault({ method: 'DELETE', skip: 1, trouble: notFound })

    expect(await site.client().deleteVersion(APP, old.id)).toEqual({ kind: 'deleted' })
    expect(methods(site)).toEqual(['DELETE', 'DELETE', 'GET'])
  })

  test('is tried again where it was lost before anything was done', async () => {
    const { site, old } = await siteWith()
    site.emulator.addFault({
      method: 'DELETE',
      times: 2,
      trouble: { kind: 'reset', when: 'before' }
    })

    expect(await site.client().deleteVersion(APP, old.id)).toEqual({ kind: 'deleted' })
    expect(old.deletedAt).not.toBeNull()
  })

  test('says denied, not deleted, where a fault hid a missing role', async () => {
    const { site, old } = await siteWith({ roles: { 'acme/ci': 'read' } })
    site.emulator.addFault({ method: 'DELETE', times: 1, trouble: { kind: 'answer', status: 500 } })
    const client = site.client({ kind: 'actions', repository: 'acme/ci' })

    expect(await client.deleteVersion(APP, old.id)).toMatchObject({ kind: 'denied' })
  })

  test('a limit is no lost answer: 404 after it says gone', async () => {
    const { site, old } = await siteWith()
    old.deletedAt = site.clock.now()
    site.emulator.addFault({
      times: 1,
      trouble: { kind: 'answer', status: 429, headers: { 'retry-after': '1' } }
    })

    expect(await site.client().deleteVersion(APP, old.id)).toEqual({ kind: 'gone' })
  })

  test('fails after six tries', async () => {
    const { site, old } = await siteWith()
    site.emulator.addFault({ trouble: { kind: 'answer', status: 503 } })

    await expect(site.client().deleteVersion(APP, old.id)).rejects.toMatchObject({
      code: 'server',
      message: expect.stringMatching(/expected 204, got 503.*, after 6 tries/)
    })
    expect(site.lines()).toHaveLength(6)
  })
})

describe('deleting a package', () => {
  test('says deleted, gone, or denied', async () => {
    const { site, app } = await siteWith({ roles: { 'acme/ci': 'write' } })
    const stranger = site.client({ kind: 'actions', repository: 'acme/ci' })
    const admin = site.client()

    expect(await stranger.deletePackage(APP)).toMatchObject({ kind: 'denied' })
    expect(await admin.deletePackage(APP)).toEqual({ kind: 'deleted' })
    expect(app.deletedAt).not.toBeNull()
    expect(await admin.deletePackage(APP)).toEqual({ kind: 'gone' })
  })

  test('with many downloads is blocked', async () => {
    const { site, old } = await siteWith({ visibility: 'public' })
    old.downloads = 6000

    expect(await site.client().deletePackage(APP)).toMatchObject({ kind: 'blocked' })
  })

  test('of which the answer was lost says deleted', async () => {
    const { site } = await siteWith()
    site.emulator.addFault({
      method: 'DELETE',
      times: 1,
      trouble: { kind: 'reset', when: 'after' }
    })

    expect(await site.client().deletePackage(APP)).toEqual({ kind: 'deleted' })
  })
})
