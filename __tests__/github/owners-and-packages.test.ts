import { afterEach, describe, expect, test } from '@jest/globals'
import {
  addPackage,
  addRepository,
  addVersion,
  type TokenDetails
} from '../../src/emulator/builders.js'
import { checkRequest } from '../contract/openapi.js'
import { ACME, HUBOT, MONA, refOf, startSite, stopSites } from './site.js'

afterEach(stopSites)

const ACTIONS: TokenDetails = { kind: 'actions', repository: 'acme/ci' }

describe('an owner', () => {
  test.each<[string, string, TokenDetails, object, string[]]>([
    ['an organisation', 'acme', { login: 'mona' }, ACME, ['GET /users/acme']],
    ['an organisation in capitals', 'ACME', { login: 'mona' }, ACME, ['GET /users/ACME']],
    ['the token’s own user', 'Mona', { login: 'mona' }, MONA, ['GET /users/Mona', 'GET /user']],
    ['another user', 'hubot', { login: 'mona' }, HUBOT, ['GET /users/hubot', 'GET /user']],
    ['a user, asked by a workflow', 'hubot', ACTIONS, HUBOT, ['GET /users/hubot']]
  ])('%s', async (_name, login, token, owner, lines) => {
    const site = await startSite()

    expect(await site.client(token).findOwner(login)).toEqual(owner)
    expect(site.lines()).toEqual(lines)
    expect(site.emulator.requests.flatMap((request) => checkRequest(request))).toEqual([])
  })

  test('that is not there is explained', async () => {
    const site = await startSite()

    await expect(site.client().findOwner('nobody')).rejects.toMatchObject({
      code: 'not-found',
      message: expect.stringContaining('`nobody`')
    })
  })

  test('a token that belongs to no user is nobody’s', async () => {
    const site = await startSite()
    site.emulator.addFault({ path: /^\/user$/, trouble: { kind: 'answer', status: 403 } })

    expect(await site.client().findOwner('mona')).toMatchObject({ isTokenOwner: false })
  })
})

describe('packages', () => {
  test('are listed with what GitHub says of them', async () => {
    const site = await startSite()
    const app = addPackage(site.world, 'acme', 'services/api', { visibility: 'internal' })
    addVersion(site.world, app)
    addPackage(site.world, 'acme', 'ui', { type: 'npm' })

    expect(await site.client().listPackages(ACME, 'container')).toEqual([
      {
        name: 'services/api',
        type: 'container',
        visibility: expect.any(String),
        repository: null,
        versionCount: 1,
        htmlUrl: expect.stringContaining('https://')
      }
    ])
  })

  test('name the repository that they are linked to', async () => {
    const site = await startSite()
    addRepository(site.world, 'acme/ci')
    addPackage(site.world, 'acme', 'app', { repository: 'acme/ci' })

    expect(await site.client().getPackage(refOf(ACME, 'app'))).toMatchObject({
      repository: 'acme/ci',
      visibility: 'private'
    })
  })

  test('a missing one is not found', async () => {
    const site = await startSite()

    await expect(site.client().getPackage(refOf(ACME, 'app'))).rejects.toMatchObject({
      code: 'not-found',
      status: 404
    })
  })

  test('more than 250 take three requests', async () => {
    const site = await startSite()
    for (let i = 0; i < 250; i += 1) addPackage(site.world, 'acme', `app-${i}`)

    expect(await site.client().listPackages(ACME, 'container')).toHaveLength(250)
    expect(site.lines()).toHaveLength(3)
  })

  test.each<[string, TokenDetails]>([
    ['of a workflow', ACTIONS],
    ['that is fine-grained', { kind: 'fine-grained', login: 'mona' }]
  ])('a token %s may not list them, and hears what to do', async (_name, token) => {
    const site = await startSite()
    addPackage(site.world, 'acme', 'app')

    await expect(site.client(token).listPackages(ACME, 'container')).rejects.toMatchObject({
      code: 'listing-not-allowed',
      message: expect.stringMatching(/exact names.*read:packages/)
    })
    expect(site.lines()).toHaveLength(1)
  })

  test('a missing scope stays a missing scope', async () => {
    const site = await startSite()
    const client = site.client({ login: 'mona', scopes: [] })

    await expect(client.listPackages(ACME, 'container')).rejects.toMatchObject({
      code: 'missing-scope'
    })
  })
})

describe('a version', () => {
  test('is read by its id, or is not there', async () => {
    const site = await startSite()
    const app = addPackage(site.world, 'acme', 'app')
    const version = addVersion(site.world, app, { tags: ['v1'] })
    const client = site.client()

    expect(await client.getVersion(refOf(ACME, 'app'), version.id)).toMatchObject({
      id: version.id,
      name: version.name,
      tags: ['v1']
    })
    expect(await client.getVersion(refOf(ACME, 'app'), version.id + 1)).toBeNull()
  })

  test('of a package that is hidden is an error, not a version that is gone', async () => {
    const site = await startSite()

    await expect(site.client().getVersion(refOf(ACME, 'app'), 7)).rejects.toMatchObject({
      code: 'not-found'
    })
  })

  test('that was deleted is listed apart', async () => {
    const site = await startSite()
    const app = addPackage(site.world, 'acme', 'app', { type: 'npm' })
    const lost = addVersion(site.world, app, { name: '1.0.0' })
    const alive = addVersion(site.world, app, { name: '2.0.0' })
    lost.deletedAt = site.clock.now()
    const client = site.client()
    const npm = refOf(ACME, 'app', 'npm')

    expect((await client.listVersions(npm)).map(({ id }) => id)).toEqual([alive.id])
    expect(await client.listVersions(npm, { state: 'deleted' })).toEqual([
      expect.objectContaining({ id: lost.id, deletedAt: site.clock.now() })
    ])
  })
})
