import { describe, expect, test } from '@jest/globals'
import { isLoopback, proxyFor, type Environment } from '../../src/http/proxy.js'

const PROXY = 'http://proxy.test:3128'
const BOTH = { http_proxy: PROXY, https_proxy: 'http://secure.test:3128' }

describe('proxyFor', () => {
  test.each<[string, string, Environment, string | null]>([
    ['no variable, no proxy', 'https://api.github.com', {}, null],
    ['https goes by https_proxy', 'https://api.github.com', BOTH, 'http://secure.test:3128'],
    ['http goes by http_proxy', 'http://ghes.test', BOTH, PROXY],
    ['https does not fall back to http_proxy', 'https://ghcr.io', { http_proxy: PROXY }, null],
    ['capitals count', 'https://ghcr.io', { HTTPS_PROXY: PROXY }, PROXY],
    ['small letters win', 'http://a.test', { http_proxy: PROXY, HTTP_PROXY: 'http://b' }, PROXY],
    ['an empty variable is none', 'http://a.test', { http_proxy: ' ' }, null],
    ['a proxy without a scheme is http', 'http://a.test', { http_proxy: 'p:1' }, 'http://p:1'],
    ['no_proxy names the host', 'http://a.test', { ...BOTH, no_proxy: 'b.test, a.test' }, null],
    ['no_proxy covers what lies below', 'http://x.a.test', { ...BOTH, no_proxy: 'a.test' }, null],
    ['a dot in front', 'http://x.a.test', { ...BOTH, no_proxy: '.a.test' }, null],
    ['a star and a dot in front', 'http://x.a.test', { ...BOTH, no_proxy: '*.a.test' }, null],
    ['not a mere ending', 'http://xa.test', { ...BOTH, no_proxy: 'a.test' }, PROXY],
    ['with its port', 'http://a.test:81', { ...BOTH, no_proxy: 'a.test:81' }, null],
    ['another port', 'http://a.test:82', { ...BOTH, no_proxy: 'a.test:81' }, PROXY],
    ['the default port', 'http://a.test', { ...BOTH, no_proxy: 'a.test:80' }, null],
    ['everything', 'http://a.test', { ...BOTH, no_proxy: '*' }, null],
    ['letter case', 'http://a.test', { ...BOTH, NO_PROXY: 'A.TEST' }, null],
    ['loopback is direct', 'http://127.0.0.1:8080', BOTH, null],
    ['localhost is direct', 'http://localhost', BOTH, null],
    ['loopback in IPv6 is direct', 'http://[::1]:80', BOTH, null]
  ])('%s', (_name, url, environment, expected) => {
    expect(proxyFor(new URL(url), environment)).toBe(expected)
  })

  test('loopback goes through the proxy where that is said', () => {
    expect(proxyFor(new URL('http://127.0.0.1'), BOTH, true)).toBe(PROXY)
  })
})

test.each([
  ['127.0.0.1', true],
  ['127.1.2.3', true],
  ['localhost', true],
  ['[::1]', true],
  ['127.0.0.1.evil.test', false],
  ['localhost.test', false]
])('%s is loopback: %s', (host, expected) => {
  expect(isLoopback(host)).toBe(expected)
})
