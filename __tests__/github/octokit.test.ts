import { afterEach, describe, expect, test } from '@jest/globals'
import { addPackage, addToken, addVersion } from '../../src/emulator/builders.js'
import { octokitOptions } from '../../src/github/octokit.js'
import { createFetch } from '../../src/http/fetch.js'
import {
  ACME,
  clientOf,
  makeActionOctokit,
  makeOctokit,
  refOf,
  startSite,
  stopSites
} from './site.js'

afterEach(stopSites)

describe.each([
  ['the command line', makeOctokit],
  ['the action', makeActionOctokit]
])('Octokit as made by %s', (_name, make) => {
  test.each(['', '/'])(
    'sends the right headers to Enterprise Server’s `/api/v3%s`',
    async (slash) => {
      const site = await startSite({ apiPrefix: '/api/v3' })
      addVersion(site.world, addPackage(site.world, 'acme', 'app'))
      const { secret } = addToken(site.world, { login: 'mona' })
      const client = clientOf(make(secret, site.emulator.apiUrl + slash), secret, site.clock)

      expect(await client.listVersions(refOf(ACME, 'app'))).toHaveLength(1)
      expect(site.emulator.requests[0]).toMatchObject({
        path: '/api/v3/orgs/acme/packages/container/app/versions?per_page=100&page=1',
        authorization: 'token',
        headers: {
          accept: 'application/vnd.github+json',
          'x-github-api-version': '2022-11-28',
          'user-agent': expect.stringContaining('package-retention/1.0.0')
        }
      })
    }
  )

  test('does not retry or throttle by itself', async () => {
    const site = await startSite()
    const { secret } = addToken(site.world, { login: 'mona' })
    site.emulator.addFault({ trouble: { kind: 'answer', status: 502 }, times: 3 })
    const client = clientOf(make(secret, site.emulator.apiUrl), secret, site.clock)
    await client.findOwner('acme')

    expect(site.lines()).toEqual(Array(4).fill('GET /users/acme'))
    expect(site.clock.sleeps).toEqual([750, 1500, 3000])
  })

  test('never hands the token to another host', async () => {
    const site = await startSite()
    const other = await startSite()
    const { secret } = addToken(site.world, { login: 'mona' })
    site.emulator.addFault({ trouble: { kind: 'redirect', origin: other.emulator.url } })
    const client = clientOf(make(secret, site.emulator.apiUrl), secret, site.clock)

    await expect(client.getPackage(refOf(ACME, 'app'))).rejects.toMatchObject({
      code: 'unauthorized'
    })
    expect(other.emulator.requests.length).toBeGreaterThan(0)
    expect(other.emulator.requests.every(({ authorization }) => authorization === null)).toBe(true)
  })
})

test('the base URL has no slash at its end', () => {
  const options = octokitOptions({
    apiUrl: ' https://ghes.test/api/v3// ',
    fetch: createFetch(),
    userAgent: 'x'
  })

  expect(options.baseUrl).toBe('https://ghes.test/api/v3')
})
