import { describe, expect, test } from '@jest/globals'
import { classify } from '../../src/github/classify.js'
import type { GitHubErrorCode } from '../../src/github/errors.js'

const NOW = Date.UTC(2026, 0, 31, 12)
const DATE = new Date(NOW).toUTCString()
const RESET = String(NOW / 1000 + 1800)
const SECONDARY =
  'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.'
const PRIMARY = 'API rate limit exceeded for user ID 1.'
const SAML =
  'Resource protected by organization SAML enforcement. You must grant your Personal Access token access to this organization.'

type Case = [string, number, Record<string, string>, unknown, GitHubErrorCode, number | null]

const body = (message: string): unknown => ({ message, documentation_url: 'x', status: '403' })

describe('an answer is', () => {
  test.each<Case>([
    ['a bad token', 401, {}, body('Bad credentials'), 'unauthorized', null],
    ['a plain refusal', 403, {}, body('Forbidden'), 'forbidden', null],
    [
      'a refusal though requests are left',
      403,
      { 'x-ratelimit-remaining': '12' },
      body('Must have admin rights'),
      'forbidden',
      null
    ],
    [
      'a missing permission, not a limit, even with the last request of the hour',
      403,
      { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': RESET },
      body('Resource not accessible by integration'),
      'forbidden',
      1_801_000
    ],
    [
      'a missing scope',
      403,
      {},
      body('You need at least delete:packages scope to delete a package version.'),
      'missing-scope',
      null
    ],
    ['single sign-on by its text', 403, {}, body(SAML), 'sso-required', null],
    [
      'single sign-on by its header, on a 404 too',
      404,
      { 'x-github-sso': 'required; url=https://github.com/orgs/acme/sso?authorization_request=A' },
      body('Not Found'),
      'sso-required',
      null
    ],
    [
      'no refusal where single sign-on hides some rows only',
      404,
      { 'x-github-sso': 'partial-results; organizations=1,2' },
      body('Not Found'),
      'not-found',
      null
    ],
    ['not there', 404, {}, body('Package not found.'), 'not-found', null],
    ['a wrong argument', 400, {}, body('Invalid argument.'), 'invalid-argument', null],
    ['a wrong argument', 422, {}, body('Validation Failed'), 'invalid-argument', null],
    [
      'a used-up hour by header',
      403,
      { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': RESET, date: DATE },
      body('no'),
      'rate-limited',
      1_801_000
    ],
    ['a used-up hour by text', 403, {}, body(PRIMARY), 'rate-limited', null],
    ['a used-up hour by 429', 429, {}, body(PRIMARY), 'rate-limited', null],
    ['a secondary limit by text', 403, {}, body(SECONDARY), 'secondary-rate-limited', null],
    [
      'a secondary limit with seconds to wait',
      429,
      { 'retry-after': '42', 'x-ratelimit-remaining': '17' },
      body(SECONDARY),
      'secondary-rate-limited',
      42_000
    ],
    [
      'a secondary limit with a blank wait',
      403,
      { 'retry-after': ' ' },
      body(SECONDARY),
      'secondary-rate-limited',
      null
    ],
    ['a limit by status alone', 429, {}, '', 'secondary-rate-limited', null],
    [
      'a limit by its wait alone',
      403,
      { 'retry-after': '5' },
      body('wait'),
      'secondary-rate-limited',
      5000
    ],
    [
      'a refusal where the wait is blank',
      403,
      { 'retry-after': '' },
      body('no'),
      'forbidden',
      null
    ],
    ['a fault of the server', 502, {}, '<html>Bad gateway</html>', 'server', null],
    ['a fault of the server with a wait', 503, { 'retry-after': '3' }, '', 'server', 3000],
    ['a time-out of the server', 408, {}, '', 'server', null],
    ['nothing known', 302, {}, '', 'unexpected-status', null],
    ['nothing known', 200, {}, {}, 'unexpected-status', null]
  ])('%s: %i', (_name, status, headers, answer, code, waitMs) => {
    expect(classify(status, headers, answer, NOW)).toMatchObject({ code, waitMs })
  })
})

describe('the wait', () => {
  const HALF_HOUR_LATER = new Date(NOW + 1_800_000).toUTCString()

  test.each<[string, Record<string, string>, number | null]>([
    ['in seconds', { 'retry-after': '7' }, 7000],
    ['as a date, by the server’s clock', { 'retry-after': HALF_HOUR_LATER, date: DATE }, 1_800_000],
    ['as a date in the past', { 'retry-after': 'Thu, 01 Jan 1970 00:00:00 GMT' }, 0],
    ['before the reset', { 'retry-after': '7', 'x-ratelimit-remaining': '0' }, 7000],
    ['unreadable', { 'retry-after': 'soon' }, null],
    ['negative', { 'retry-after': '-7' }, null],
    ['a reset that is over', { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1' }, 1000],
    ['a reset that is no number', { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': 'x' }, null],
    [
      'a reset while requests are left',
      { 'x-ratelimit-remaining': '5', 'x-ratelimit-reset': RESET },
      null
    ]
  ])('%s', (_name, headers, waitMs) => {
    expect(classify(429, headers, '', NOW).waitMs).toBe(waitMs)
  })

  test('does not depend on the local clock where the server gives its own', () => {
    const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': RESET, date: DATE }

    expect(classify(403, headers, '', NOW - 86_400_000).waitMs).toBe(1_801_000)
  })
})

describe('what GitHub said', () => {
  test.each<[string, unknown, string]>([
    ['is its message', body('Package not found.'), 'Package not found.'],
    ['is one line', body('a\n  b'), 'a b'],
    ['is short', body('x'.repeat(1000)), `${'x'.repeat(300)}…`],
    ['is no web page', '<!DOCTYPE html><p>x', 'a web page instead of JSON'],
    ['may be plain text', 'upstream timed out', 'upstream timed out'],
    ['may be nothing', null, ''],
    ['may be no text', { message: 7 }, ''],
    ['holds no token', body('bad token ghp_0123456789abcdef'), 'bad token ghp_***']
  ])('%s', (_name, answer, said) => {
    expect(classify(500, {}, answer, NOW).said).toBe(said)
  })
})

describe('the remedy', () => {
  test.each<[string, number, Record<string, string>, string, string]>([
    [
      'names the scope',
      403,
      {},
      'You need at least read:packages scope to list packages.',
      'the scope read:packages'
    ],
    [
      'has the address for single sign-on',
      403,
      { 'x-github-sso': 'required; url=https://github.com/orgs/acme/sso?a=B' },
      SAML,
      'https://github.com/orgs/acme/sso?a=B'
    ],
    ['names the permission', 403, {}, 'Resource not accessible by integration', 'packages: write'],
    [
      'sends away fine-grained tokens',
      403,
      {},
      'Resource not accessible by personal access token',
      'classic'
    ],
    [
      'says where the role is given',
      403,
      {},
      'Must have admin rights to Repository.',
      'role Admin'
    ],
    [
      'says where an address is let in',
      403,
      {},
      'Although you appear to have the correct authorization credentials, the `acme` organization has an IP allow list enabled, and your IP address is not permitted to access this resource.',
      'Settings, Authentication security'
    ]
  ])('%s', (_name, status, headers, said, remedy) => {
    expect(classify(status, headers, body(said), NOW).remedy).toContain(remedy)
  })
})
