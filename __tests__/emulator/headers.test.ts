import { expect, test } from '@jest/globals'
import { addToken, type TokenDetails } from '../../src/emulator/builders.js'
import { ask, NOW, smallWorld, start } from './world.js'

const expiresAt = NOW + 86_400_000

test.each<[string, TokenDetails, Record<string, string | null>]>([
  [
    'classic',
    { login: 'ada', scopes: ['repo', 'read:packages'], expiresAt },
    {
      'x-oauth-scopes': 'repo, read:packages',
      'x-accepted-oauth-scopes': '',
      'github-authentication-token-expiration': '2026-02-01 00:00:00 UTC',
      'x-ratelimit-limit': '5000'
    }
  ],
  [
    'a workflow',
    { kind: 'actions', repository: 'acme/app' },
    {
      'x-oauth-scopes': null,
      'x-accepted-oauth-scopes': null,
      'github-authentication-token-expiration': null,
      'x-ratelimit-limit': '1000'
    }
  ]
])('a token of kind %s is told', async (_name, details, expected) => {
  const { world } = smallWorld()
  const emulator = await start(world)

  const { headers } = await ask(emulator, addToken(world, details), 'GET /users/acme')

  const told = Object.fromEntries(Object.keys(expected).map((name) => [name, headers.get(name)]))
  expect(told).toEqual(expected)
  expect(headers.get('content-type')).toBe('application/json; charset=utf-8')
  expect(headers.get('x-github-request-id')).not.toBeNull()
  expect(headers.get('date')).toBe(new Date(NOW).toUTCString())
})

test('each request is told what is left of the hour', async () => {
  const { world, ada } = smallWorld()
  const emulator = await start(world)

  await ask(emulator, ada, 'GET /users/acme')
  await ask(emulator, ada, 'GET /rate_limit')
  const { headers, body } = await ask(emulator, ada, 'GET /rate_limit')

  const inAnHour = (NOW + 3_600_000) / 1000
  const core = { limit: 5000, used: 1, remaining: 4999, reset: inAnHour }
  expect(body).toMatchObject({ resources: { core }, rate: core })
  expect(headers.get('x-ratelimit-remaining')).toBe('4999')
  expect(headers.get('x-ratelimit-used')).toBe('1')
  expect(headers.get('x-ratelimit-reset')).toBe(String(inAnHour))
  expect(headers.get('x-ratelimit-resource')).toBe('core')
})

test('headers that GitHub does not promise can be left out', async () => {
  const { world } = smallWorld({ behaviour: { optionalHeaders: false } })
  const emulator = await start(world)
  const token = addToken(world, { login: 'ada', expiresAt, sso: { acme: 'refuse' } })

  const { headers, status } = await ask(emulator, token, 'GET /orgs/acme/packages/container/app')

  const unpromised = /^(x-|github-)/
  expect(status).toBe(403)
  expect([...headers.keys()].filter((name) => unpromised.test(name))).toEqual([])
})

test('single sign-on says where to authorise the token', async () => {
  const { world } = smallWorld()
  const emulator = await start(world)
  const token = addToken(world, { login: 'ada', sso: { acme: 'refuse' } })

  const { headers } = await ask(emulator, token, 'GET /orgs/acme/packages/container/app')

  expect(headers.get('x-github-sso')).toMatch(
    /^required; url=https:\/\/github\.com\/orgs\/acme\/sso\?authorization_request=\w+$/
  )
})
