import { afterEach, describe, expect, test } from '@jest/globals'
import { addPackage, addToken } from '../../src/emulator/builders.js'
import { tinyImage } from '../../src/emulator/image-artifact.js'
import { push } from '../../src/emulator/registry-publish.js'
import type { RegistryBehaviour } from '../../src/emulator/registry-state.js'
import { errorOf, openSite } from './registry-site.js'
import type { Site } from './registry-site.js'

let site: Site
afterEach(() => site.emulator.close())

const open = async (behaviour: Partial<RegistryBehaviour> = {}) => {
  site = await openSite(behaviour)
  push(site.world, site.target, tinyImage('a'), { tags: ['v1'] })
}
const pull = (bearer: string | null, path = 'acme/app/manifests/v1') =>
  fetch(`${site.emulator.registryUrl}/v2/${path}`, {
    headers: bearer === null ? {} : { authorization: `Bearer ${bearer}` }
  })

test('without a bearer the registry says where to get one', async () => {
  await open()
  const answer = await pull(null)
  expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([
    401,
    `Bearer realm="${site.emulator.registryUrl}/token",service="ghcr.io",scope="repository:acme/app:pull"`
  ])
  expect(await errorOf(answer)).toEqual({
    code: 'UNAUTHORIZED',
    message: 'authentication required'
  })
})

test.each<[RegistryBehaviour['tokenField'], boolean, string[]]>([
  ['token', false, ['token']],
  ['access_token', true, ['access_token', 'expires_in']],
  ['both', true, ['token', 'access_token', 'expires_in']]
])('the token comes as %s, with its lifetime: %s', async (tokenField, saysExpiresIn, fields) => {
  await open({ tokenField, saysExpiresIn })
  const answer = (await (await site.ask('repository:acme/app:pull')).json()) as object
  expect(Object.keys(answer)).toEqual(fields)
})

test('a bearer ends by the time of the world', async () => {
  await open({ tokenLifetimeS: 60 })
  const bearer = await site.login('pull')
  site.wait(59_999)
  const before = await pull(bearer)
  site.wait(1)
  expect([before.status, (await pull(bearer)).status]).toEqual([200, 401])
})

test('a bearer opens only what it was asked for', async () => {
  await open()
  addPackage(site.world, 'Acme', 'other')
  const bearer = await site.login('pull', 'acme/other')
  expect((await pull(bearer)).status).toBe(401)
})

test('a bearer for * opens everything in its package', async () => {
  await open()
  expect((await pull(await site.login('*'))).status).toBe(200)
})

test('the GitHub token itself, in base64, is a bearer too', async () => {
  await open()
  const answer = await pull(Buffer.from(site.token.secret).toString('base64'))
  expect(answer.status).toBe(200)
})

test('anybody pulls public packages', async () => {
  await open()
  site.target.visibility = 'public'
  const answer = await pull(await site.login('pull', 'acme/app', null))
  expect(answer.status).toBe(200)
})

test.each([401, 403] as const)('a password that is no token gets %s', async (status) => {
  await open({ badCredentialsStatus: status })
  const answer = await site.ask('repository:acme/app:pull', 'ghp_nonsense')
  expect([answer.status, (await errorOf(answer)).code]).toEqual([status, 'DENIED'])
})

describe('private and absent look the same', () => {
  test.each([
    ['nobody, private', 'acme/app', null],
    ['nobody, absent', 'acme/none', null],
    ['a stranger, private', 'acme/app', 'stranger'],
    ['the admin, absent', 'acme/none', 'ann'],
    ['a token that reads no packages', 'acme/app', 'unscoped']
  ])('%s', async (_name, repository, who) => {
    await open()
    const scopes = who === 'unscoped' ? ['repo'] : ['read:packages']
    const login = who === 'stranger' ? 'eve' : 'ann'
    const secret = who === null ? null : addToken(site.world, { login, scopes }).secret
    const answer = await site.ask(`repository:${repository}:pull`, secret)
    expect(answer.status).toBe(403)
    expect(await errorOf(answer)).toEqual({
      code: 'DENIED',
      message: 'requested access to the resource is denied'
    })
  })
})

test('single sign-on refuses a token that was not authorised for it', async () => {
  await open()
  const { secret } = addToken(site.world, { login: 'ann', sso: { acme: 'refuse' } })
  const answer = await site.ask('repository:acme/app:pull', secret)
  expect([answer.status, (await errorOf(answer)).message]).toEqual([
    403,
    expect.stringContaining('organization SAML enforcement')
  ])
})

test.each([
  ['a good bearer', true, 200],
  ['none', false, 401]
])('the greeting with %s', async (_name, isGood, status) => {
  await open()
  const bearer = isGood ? await site.login('pull') : null
  expect((await pull(bearer, '')).status).toBe(status)
})
