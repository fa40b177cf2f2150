import { expect, test } from '@jest/globals'
import { nextHop, type Hop } from '../../src/http/redirect.js'

const hop: Hop = {
  method: 'GET',
  url: new URL('https://api.github.com/orgs/acme'),
  headers: [['Authorization', 'token secret']],
  sendsBody: true
}

test.each([
  ['an address below http', 'http://api.github.com/orgs/acme', 'from https to http'],
  ['another scheme', 'file:///etc/passwd', 'to file:'],
  ['credentials', 'https://user:pass@api.github.com/', 'with credentials'],
  ['no address', 'https://', 'no address']
])('a redirect to %s is refused', (_name, location, why) => {
  expect(() => nextHop(hop, 302, location)).toThrow(why)
})

test.each([
  ['another host', 'https://evil.test/', []],
  ['another port', 'https://api.github.com:444/', []],
  ['a host that only begins alike', 'https://api.github.com.evil.test/', []],
  ['the same origin', '/elsewhere', [['Authorization', 'token secret']]],
  ['the same origin, its port written', 'https://api.github.com:443/x', hop.headers]
])('to %s', (_name, location, headers) => {
  expect(nextHop(hop, 307, location)?.headers).toEqual(headers)
})

test.each([200, 304, 404, 300])('%i is no redirect', (status) => {
  expect(nextHop(hop, status, '/x')).toBeNull()
})
