import { describe, expect, test } from '@jest/globals'
import { mayHoldCredentials, parseChallenges, realmOf } from '../../src/registry/challenge.js'

const parsed = (header: string) =>
  parseChallenges(header).map(({ scheme, parameters }) => [scheme, Object.fromEntries(parameters)])

describe('a challenge is read', () => {
  test.each([
    [
      'of ghcr.io',
      'Bearer realm="https://ghcr.io/token",service="ghcr.io",scope="repository:acme/app:pull"',
      [
        [
          'bearer',
          {
            realm: 'https://ghcr.io/token',
            service: 'ghcr.io',
            scope: 'repository:acme/app:pull'
          }
        ]
      ]
    ],
    [
      'with a comma in quotes, and after another scheme',
      'Basic realm="a, b", BEARER Realm="https://r/t" , scope="repository:a/b:pull,push"',
      [
        ['basic', { realm: 'a, b' }],
        ['bearer', { realm: 'https://r/t', scope: 'repository:a/b:pull,push' }]
      ]
    ],
    ['with escapes', 'Bearer realm="a\\"b\\\\c"', [['bearer', { realm: 'a"b\\c' }]]],
    ['without quotes', 'Bearer realm=https://r/t', [['bearer', { realm: 'https://r/t' }]]],
    ['alone', 'Negotiate', [['negotiate', {}]]],
    ['that is none', '', []],
    [
      'with a quote that never ends',
      'Bearer realm="https://r',
      [
        ['bearer', {}],
        ['realm', {}]
      ]
    ]
  ])('%s', (_case, header, expected) => {
    expect(parsed(header)).toEqual(expected)
  })
})

test.each([
  ['an address', 'https://auth.acme.eu/token', 'https://auth.acme.eu/token'],
  ['relative to the registry', '/token', 'https://ghcr.io/token'],
  ['without the user in it', 'https://me:pw@ghcr.io/token', 'https://ghcr.io/token'],
  ['another scheme', 'file:///etc/passwd', null],
  ['no address', 'https://', null]
])('a realm is an http address: %s', (_case, realm, expected) => {
  const challenge = { scheme: 'bearer', parameters: new Map([['realm', realm]]) }

  expect(realmOf(challenge, 'https://ghcr.io')?.href ?? null).toBe(expected)
})

describe('the token is sent to', () => {
  test.each([
    ['the registry itself', 'https://ghcr.io/token', 'https://ghcr.io', true],
    ['no other host, though the registry names it', 'https://auth.io/t', 'https://r.io', false],
    ['nobody over http', 'http://r.io/token', 'https://r.io', false],
    ['loopback by another name', 'http://127.0.0.1:1/t', 'http://localhost:1', true],
    ['no other port of loopback', 'http://127.0.0.1:2/t', 'http://127.0.0.1:1', false],
    ['nobody outside from loopback', 'http://10.0.0.1/t', 'http://127.0.0.1', false],
    ['nobody with a name like loopback', 'http://127.0.0.1.evil.eu/t', 'http://127.0.0.1', false],
    ['no other port over http', 'http://r.io:2/t', 'http://r.io:1', false]
  ])('%s', (_case, realm, registry, expected) => {
    expect(mayHoldCredentials(new URL(realm), registry)).toBe(expected)
  })
})
