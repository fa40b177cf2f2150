import { expect, test } from '@jest/globals'
import { deriveRegistryUrls } from '../../src/registry/registry-url.js'

const GITHUB = { container: 'https://ghcr.io', npm: 'https://npm.pkg.github.com' }
const on = (host: string) => ({
  container: `https://containers.${host}`,
  npm: `https://npm.${host}`
})

test.each([
  ['github.com', 'https://github.com', 'https://api.github.com', GITHUB],
  ['a slash at the end', 'https://github.com/', 'https://api.github.com/', GITHUB],
  ['letter case', 'https://GitHub.com', null, GITHUB],
  ['www', 'https://www.github.com', null, GITHUB],
  ['nothing said at all', null, null, GITHUB],
  ['ghe.com', 'https://acme.ghe.com', 'https://api.acme.ghe.com', on('acme.ghe.com')],
  ['Enterprise Server', 'https://git.acme.eu', 'https://git.acme.eu/api/v3', on('git.acme.eu')],
  [
    'Enterprise Server, API on a subdomain',
    'https://git.acme.eu',
    'https://api.git.acme.eu',
    on('git.acme.eu')
  ],
  [
    'Enterprise Server with a port',
    'https://git.acme.eu:8443',
    'https://git.acme.eu:8443/api/v3',
    on('git.acme.eu:8443')
  ],
  ['only the API of github.com', null, 'https://api.github.com', GITHUB],
  ['only the API of ghe.com', null, 'https://api.acme.ghe.com', on('acme.ghe.com')],
  ['only the API of a server', null, 'https://git.acme.eu/api/v3/', on('git.acme.eu')],
  ['a server whose name ends like GitHub', 'https://notgithub.com', null, on('notgithub.com')]
])('the registries are derived: %s', (_case, serverUrl, apiUrl, urls) => {
  expect(deriveRegistryUrls({ serverUrl, apiUrl })).toEqual({ ok: true, urls })
})

test.each([
  ["another GitHub's API", 'https://github.com', 'https://git.acme.eu/api/v3', 'git.acme.eu'],
  ['the reverse', 'https://git.acme.eu', 'https://api.github.com', 'api.github.com'],
  ['a name that only begins alike', 'https://github.com', 'https://api.github.com.evil.eu', 'evil'],
  ['an API on loopback', 'https://github.com', 'http://127.0.0.1:4010', '127.0.0.1:4010'],
  ['a server on loopback', 'http://127.0.0.1:4010', 'http://127.0.0.1:4010', 'GITHUB_SERVER_URL'],
  ['localhost', 'http://localhost:3000', null, 'localhost:3000'],
  ['IPv6', 'http://[::1]:3000', null, '::1'],
  ["only a stranger's API", null, 'https://proxy.acme.eu/github', 'proxy.acme.eu'],
  ['only an API on loopback', null, 'http://127.0.0.1:4010/api/v3', '127.0.0.1'],
  ['no address', 'github.com', null, 'github.com'],
  ['another scheme', 'ftp://github.com', null, 'ftp://github.com'],
  ['nothing', '', null, 'GITHUB_SERVER_URL']
])('nothing is guessed, and the input is named: %s', (_case, serverUrl, apiUrl, named) => {
  const answer = deriveRegistryUrls({ serverUrl, apiUrl })

  expect(answer).toEqual({ ok: false, why: expect.stringContaining(named) })
  expect(answer).toEqual({ ok: false, why: expect.stringContaining('set registry-url') })
})
