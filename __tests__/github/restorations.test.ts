import { afterEach, describe, expect, test } from '@jest/globals'
import { addPackage, addVersion } from '../../src/emulator/builders.js'
import type { PackageState, VersionState } from '../../src/emulator/state.js'
import { DAY_MS } from '../../src/model/time.js'
import { ACME, refOf, startSite, stopSites, type Site } from './site.js'

afterEach(stopSites)

const NPM = refOf(ACME, 'app', 'npm')

/** The package app with one version that was deleted so long ago, and one that lives. */
async function siteWith(
  ageMs = DAY_MS
): Promise<{ site: Site; app: PackageState; lost: VersionState }> {
  const site = await startSite()
  const app = addPackage(site.world, 'acme', 'app', { type: 'npm', roles: { 'acme/ci': 'write' } })
  const lost = addVersion(site.world, app, { name: '1.0.0' })
  addVersion(site.world, app, { name: '2.0.0' })
  lost.deletedAt = site.clock.now() - ageMs
  return { site, app, lost }
}

describe('restoring a version', () => {
  test('says restored, and already there the second time', async () => {
    const { site, lost } = await siteWith()
    const client = site.client()

    expect(await client.restoreVersion(NPM, lost.id)).toEqual({ kind: 'restored' })
    expect(lost.deletedAt).toBeNull()
    expect(await client.restoreVersion(NPM, lost.id)).toEqual({ kind: 'already-there' })
  })

  test('after 30 days says so', async () => {
    const { site, lost } = await siteWith(31 * DAY_MS)

    expect(await site.client().restoreVersion(NPM, lost.id)).toEqual({
      kind: 'expired-or-taken',
      message: expect.stringContaining('30 days')
    })
  })

  test('of which the name was used again says so', async () => {
    const { site, app, lost } = await siteWith()
    addVersion(site.world, app, { name: '1.0.0' })

    expect(await site.client().restoreVersion(NPM, lost.id)).toMatchObject({
      kind: 'expired-or-taken'
    })
  })

  test('of a deleted package says what to restore first', async () => {
    const { site, app, lost } = await siteWith()
    app.deletedAt = site.clock.now()

    expect(await site.client().restoreVersion(NPM, lost.id)).toEqual({
      kind: 'expired-or-taken',
      message: expect.stringContaining('restore it first')
    })
  })

  test('without the Admin role says denied', async () => {
    const { site, lost } = await siteWith()
    const client = site.client({ kind: 'actions', repository: 'acme/ci' })

    expect(await client.restoreVersion(NPM, lost.id)).toMatchObject({ kind: 'denied' })
  })

  test('without the scope fails', async () => {
    const { site, lost } = await siteWith()
    const client = site.client({ login: 'mona', scopes: ['read:packages'] })

    await expect(client.restoreVersion(NPM, lost.id)).rejects.toMatchObject({
      code: 'missing-scope'
    })
  })

  test('of which the answer was lost says restored', async () => {
    const { site, lost } = await siteWith()
    site.emulator.addFault({ method: 'POST', times: 1, trouble: { kind: 'reset', when: 'after' } })

    expect(await site.client().restoreVersion(NPM, lost.id)).toEqual({ kind: 'restored' })
  })
})

describe('restoring a package', () => {
  test('says restored, and already there the second time', async () => {
    const { site, app } = await siteWith()
    app.deletedAt = site.clock.now()
    const client = site.client()

    expect(await client.restorePackage(NPM)).toEqual({ kind: 'restored' })
    expect(app.deletedAt).toBeNull()
    expect(await client.restorePackage(NPM)).toEqual({ kind: 'already-there' })
  })

  test('after 30 days says so', async () => {
    const { site, app } = await siteWith()
    app.deletedAt = site.clock.now() - 31 * DAY_MS

    expect(await site.client().restorePackage(NPM)).toMatchObject({ kind: 'expired-or-taken' })
  })
})
