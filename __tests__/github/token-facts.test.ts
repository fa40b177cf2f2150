import { describe, expect, test } from '@jest/globals'
import { NO_TOKEN_FACTS, observe, type TokenFacts } from '../../src/github/token-facts.js'

const NOW = Date.UTC(2026, 0, 31)

const after = (...answers: Record<string, string>[]): TokenFacts =>
  answers.reduce((facts, headers) => observe(facts, 200, headers, NOW), NO_TOKEN_FACTS)

test('an answer without optional headers says that the token works, and no more', () => {
  expect(after({})).toEqual({ ...NO_TOKEN_FACTS, worked: true })
  expect(observe(NO_TOKEN_FACTS, 401, {}, NOW).worked).toBe(false)
})

test.each<[string, Record<string, string>, Partial<TokenFacts>]>([
  [
    'scopes',
    { 'x-oauth-scopes': 'repo, delete:packages' },
    { scopes: ['repo', 'delete:packages'] }
  ],
  ['no scope at all', { 'x-oauth-scopes': '' }, { scopes: [] }],
  [
    'expiry in UTC',
    { 'github-authentication-token-expiration': '2026-06-01 00:00:00 UTC' },
    { expiresAt: Date.UTC(2026, 5, 1) }
  ],
  [
    'expiry with an offset',
    { 'github-authentication-token-expiration': '2027-03-31 00:00:00 +0900' },
    { expiresAt: Date.UTC(2027, 2, 30, 15) }
  ],
  [
    'expiry that is none',
    { 'github-authentication-token-expiration': 'never' },
    { expiresAt: null }
  ],
  [
    'single sign-on',
    { 'x-github-sso': 'required; url=https://github.com/orgs/acme/sso?authorization_request=A' },
    { ssoUrl: 'https://github.com/orgs/acme/sso?authorization_request=A' }
  ],
  [
    'an address for single sign-on that is none',
    { 'x-github-sso': 'required; url=javascript:alert(1)' },
    { ssoUrl: null }
  ],
  [
    'organisations hidden by single sign-on',
    { 'x-github-sso': 'partial-results; organizations=21955855,20582480' },
    { ssoHiddenOrganizations: ['21955855', '20582480'] }
  ],
  [
    'the hour',
    {
      'x-ratelimit-limit': '1000',
      'x-ratelimit-remaining': '7',
      'x-ratelimit-reset': '1800000000'
    },
    { limit: 1000, remaining: 7, resetAt: 1_800_000_000_000 }
  ],
  [
    'no hour but the core one',
    { 'x-ratelimit-resource': 'search', 'x-ratelimit-remaining': '7' },
    { remaining: null }
  ],
  [
    'the server’s clock',
    { date: 'Sat, 31 Jan 2026 01:00:00 GMT' },
    { clocks: { server: NOW + 3_600_000, local: NOW } }
  ]
])('%s', (_name, headers, facts) => {
  expect(after(headers)).toMatchObject(facts)
  expect(after(headers, {})).toMatchObject(facts)
})

describe('answers that overtake each other', () => {
  const usage = (remaining: number, reset: number): Record<string, string> => ({
    'x-ratelimit-remaining': String(remaining),
    'x-ratelimit-reset': String(reset)
  })

  test('within an hour the lowest count holds', () => {
    expect(after(usage(10, 5000), usage(12, 5000)).remaining).toBe(10)
  })

  test('a new hour begins anew', () => {
    expect(after(usage(10, 5000), usage(999, 8600)).remaining).toBe(999)
  })

  test('an answer of the last hour comes too late', () => {
    expect(after(usage(999, 8600), usage(3, 5000))).toMatchObject({ remaining: 999 })
  })
})
