import { describe, expect, test } from '@jest/globals'
import { addPackage, addToken, addVersion, type TokenDetails } from '../../src/emulator/builders.js'
import type { Role, Visibility } from '../../src/emulator/state.js'
import { ask, NOW, smallWorld, start } from './world.js'

const LIST = 'GET /orgs/acme/packages?package_type=container'
const VERSIONS = 'GET /orgs/acme/packages/container/app/versions'

describe('a token', () => {
  test.each<[string, TokenDetails | null, number, string, number]>([
    ['that is none', null, 401, 'Requires authentication', 401],
    ['revoked', { login: 'ada', valid: false }, 401, 'Bad credentials', 401],
    ['expired', { login: 'ada', expiresAt: NOW }, 401, 'Bad credentials', 401],
    ['without read:packages', { login: 'ada', scopes: ['repo'] }, 403, 'read:packages', 403],
    ['of a user outside', { login: 'bob' }, 404, 'Package not found.', 200],
    ['fine-grained', { kind: 'fine-grained', login: 'ada' }, 403, 'personal access token', 400],
    ['of another App', { kind: 'installation' }, 404, 'Package not found.', 400],
    [
      'of a workflow elsewhere',
      { kind: 'actions', repository: 'acme/other' },
      404,
      'Package not found.',
      400
    ],
    [
      'without permission packages',
      { kind: 'actions', repository: 'acme/app', packagesPermission: 'none' },
      403,
      'Resource not accessible by integration',
      400
    ],
    ['not authorised for SSO', { login: 'ada', sso: { Acme: 'refuse' } }, 403, 'SAML', 403]
  ])('%s may not read versions', async (_name, details, status, message, listStatus) => {
    const { world } = smallWorld()
    const emulator = await start(world)
    const token = details === null ? null : addToken(world, details)

    const refused = await ask(emulator, token, VERSIONS)
    const listed = await ask(emulator, token, LIST)

    expect([refused.status, listed.status]).toEqual([status, listStatus])
    expect(refused.fields.message).toContain(message)
  })

  test('that nobody gave out is as good as a revoked one', async () => {
    const { world, ada } = smallWorld()
    const emulator = await start(world)

    const { fields } = await ask(emulator, { ...ada, secret: 'ghp_nobody' }, VERSIONS)

    expect(fields.message).toBe('Bad credentials')
  })

  test('that may not list packages is told so in the words of GitHub', async () => {
    const { world } = smallWorld()
    const emulator = await start(world)
    const token = addToken(world, { kind: 'actions', repository: 'acme/app' })

    const { body } = await ask(emulator, token, LIST)

    expect(body).toMatchObject({ message: 'Invalid argument.', status: '400' })
  })

  test('for which single sign-on hides rows is told which organisation they are of', async () => {
    const { world } = smallWorld()
    const emulator = await start(world)
    const token = addToken(world, { login: 'ada', sso: { acme: 'hide' } })

    const { status, body, headers } = await ask(emulator, token, LIST)

    const id = world.owners.get('acme')?.id
    expect([status, body]).toEqual([200, []])
    expect(headers.get('x-github-sso')).toBe(`partial-results; organizations=${id}`)
  })
})

describe('a role', () => {
  test.each<[Role | 'none', Visibility, number, number]>([
    ['none', 'private', 404, 404],
    ['none', 'public', 200, 404],
    ['read', 'private', 200, 404],
    ['write', 'private', 200, 404],
    ['admin', 'private', 200, 204]
  ])('%s on a %s package: read %i, delete %i', async (role, visibility, read, deleted) => {
    const { world } = smallWorld()
    const emulator = await start(world)
    const roles = role === 'none' ? {} : { 'acme/app': role }
    const target = addPackage(world, 'acme', 'tool', { visibility, roles })
    const version = addVersion(world, target)
    const token = addToken(world, { kind: 'actions', repository: 'acme/app' })
    const path = `/orgs/acme/packages/container/tool/versions/${version.id}`

    const statuses = [
      (await ask(emulator, token, `GET ${path}`)).status,
      (await ask(emulator, token, `DELETE ${path}`)).status
    ]

    expect(statuses).toEqual([read, deleted])
  })

  test('of a workflow is none in a maven package of another repository', async () => {
    const { world } = smallWorld()
    const emulator = await start(world)
    addPackage(world, 'acme', 'lib', { type: 'maven', repository: 'acme/app' })
    const own = addToken(world, { kind: 'actions', repository: 'acme/app' })
    const other = addToken(world, { kind: 'actions', repository: 'acme/other' })
    const line = 'GET /orgs/acme/packages/maven/lib'

    expect((await ask(emulator, own, line)).status).toBe(200)
    expect((await ask(emulator, other, line)).status).toBe(404)
  })

  test('of the repository counts for npm on Enterprise Server only', async () => {
    const { world } = smallWorld()
    const emulator = await start(world)
    addPackage(world, 'acme', 'lib', { type: 'npm', repository: 'acme/app' })
    const token = addToken(world, { kind: 'actions', repository: 'acme/app' })
    const statusOfGet = async () =>
      (await ask(emulator, token, 'GET /orgs/acme/packages/npm/lib')).status

    expect(await statusOfGet()).toBe(404)
    world.behaviour.isEnterpriseServer = true
    expect(await statusOfGet()).toBe(200)
  })

  test.each([
    ['delete:packages', 'DELETE', '', ['read:packages', 'write:packages', 'repo']],
    ['write:packages', 'POST', '/restore', ['read:packages', 'delete:packages', 'repo']],
    ['read:packages', 'DELETE', '', ['delete:packages']]
  ])('is not enough without the scope %s to %s', async (scope, method, rest, scopes) => {
    const { world, app } = smallWorld()
    const emulator = await start(world)
    const version = addVersion(world, app)
    const token = addToken(world, { login: 'ada', scopes })
    const path = `/orgs/acme/packages/container/app/versions/${version.id}${rest}`

    const { status, fields } = await ask(emulator, token, `${method} ${path}`)

    expect(status).toBe(403)
    expect(fields.message).toContain(`You need at least ${scope} scope to`)
  })
})

describe('the way in', () => {
  test.each([
    ['a user is no organisation', 'GET /orgs/ada/packages/container/own', 404],
    ['an organisation opens under /users', 'GET /users/acme/packages/container/app', 200],
    ['letter case of owners does not matter', 'GET /orgs/ACME/packages/container/app', 200],
    ['the own packages', 'GET /user/packages/container/own', 200],
    ['a slash in a name is encoded', 'GET /orgs/acme/packages/container/a%2Fb', 200],
    ['a slash in a name as it is', 'GET /orgs/acme/packages/container/a/b', 404],
    ['a slash at the end', 'GET /orgs/acme/packages/container/app/', 404],
    ['what is not served is loud', 'GET /orgs/acme/teams', 501]
  ])('%s: %s answers %i', async (_name, line, status) => {
    const { world, ada } = smallWorld()
    addPackage(world, 'acme', 'a/b')
    addPackage(world, 'ada', 'own')
    const emulator = await start(world)

    expect((await ask(emulator, ada, line)).status).toBe(status)
  })

  test('lists under /users show what a stranger sees, even to the owner', async () => {
    const { world, ada } = smallWorld()
    addPackage(world, 'ada', 'secret')
    addPackage(world, 'ada', 'open', { visibility: 'public' })
    const emulator = await start(world)
    const names = async (prefix: string) => {
      const { rows } = await ask(emulator, ada, `GET ${prefix}/packages?package_type=container`)
      return rows.map(({ name }) => name)
    }

    expect(await names('/users/ada')).toEqual(['open'])
    expect(await names('/user')).toEqual(['secret', 'open'])
  })

  test('Enterprise Server has the API under a prefix', async () => {
    const { world, ada } = smallWorld()
    const emulator = await start(world, { apiPrefix: '/api/v3', limits: { hourly: 'off' } })
    const line = '/orgs/acme/packages/container/app'

    const { fields, headers } = await ask(emulator, ada, `GET ${line}`)

    expect(fields.url).toBe(`${emulator.url}/api/v3${line}`)
    expect(headers.get('x-ratelimit-limit')).toBeNull()
    expect((await ask(emulator, ada, `GET ${emulator.url}${line}`)).status).toBe(404)
  })
})
