import { afterEach, describe, expect, test } from '@jest/globals'
import { addPackage, addToken, addVersion } from '../../src/emulator/builders.js'
import type { GitHubClientOptions } from '../../src/github/client.js'
import type { SentRequest, Silence } from '../../src/github/connection.js'
import { GitHubError } from '../../src/github/errors.js'
import type { OctokitPort } from '../../src/github/octokit.js'
import { InstantClock } from './fake-clock.js'
import { ACME, clientOf, makeOctokit, refOf, startSite, stopSites, type Site } from './site.js'

afterEach(stopSites)

const APP = refOf(ACME, 'app')

async function siteWithApp(): Promise<Site> {
  const site = await startSite()
  addVersion(site.world, addPackage(site.world, 'acme', 'app'))
  return site
}

describe('a fault', () => {
  test.each([
    ['a reset connection', { kind: 'reset', when: 'before' }],
    ['a bad gateway', { kind: 'answer', status: 502, body: '<html>' }],
    ['too many requests', { kind: 'answer', status: 429 }],
    ['a time-out of the server', { kind: 'answer', status: 408 }],
    ['a web page', { kind: 'html' }],
    ['half an answer', { kind: 'truncated' }]
  ] as const)('%s, once, does no harm', async (_name, trouble) => {
    const site = await siteWithApp()
    site.emulator.addFault({ times: 1, trouble })

    expect(await site.client().listVersions(APP)).toHaveLength(1)
    expect(site.lines()).toHaveLength(2)
  })

  test('a body that stalls for ever does no harm', async () => {
    const site = await siteWithApp()
    site.emulator.addFault({ times: 1, trouble: { kind: 'endless', stalled: true } })

    const { secret } = addToken(site.world, { login: 'mona' })
    const octokit = makeOctokit(secret, site.emulator.apiUrl, { idleTimeoutMs: 100 })

    expect(await clientOf(octokit, secret, site.clock).listVersions(APP)).toHaveLength(1)
    expect(site.lines()).toHaveLength(2)
  })

  test('nobody answering from the first is told with the system’s own words, and soon', async () => {
    const site = await startSite()
    await stopSites()
    const told: Silence[] = []
    const error = await site
      .client(undefined, { onSilence: (silence) => told.push(silence) })
      .findOwner('acme')
      .catch((thrown: unknown) => thrown)

    expect(error).toBeInstanceOf(GitHubError)
    expect(error).toMatchObject({
      code: 'connection',
      status: null,
      message: expect.stringMatching(/^GET \/users\/acme: no answer: .*ECONNREFUSED.*after 3 tries/)
    })
    expect(told).toEqual([
      { why: 'refused', nextTry: 2, of: 3 },
      { why: 'refused', nextTry: 3, of: 3 }
    ])
  })

  test('nobody there any more is tried as often as any fault', async () => {
    const site = await siteWithApp()
    const told: Silence[] = []
    const client = site.client(undefined, { onSilence: (silence) => told.push(silence) })
    await client.listVersions(APP)
    await stopSites()

    await expect(client.listVersions(APP)).rejects.toThrow(/after 6 tries/)
    expect(told).toEqual([])
  })

  test('a fault of somebody who is there is tried as often, also the first time', async () => {
    const site = await siteWithApp()
    const told: Silence[] = []
    site.emulator.addFault({ times: 5, trouble: { kind: 'reset', when: 'before' } })
    const client = site.client(undefined, { onSilence: (silence) => told.push(silence) })

    expect(await client.listVersions(APP)).toHaveLength(1)
    expect(told.map(({ nextTry, of }) => [nextTry, of])).toEqual([
      [2, 6],
      [3, 6],
      [4, 6],
      [5, 6],
      [6, 6]
    ])
  })

  test('a port that is never asked is not tried again', async () => {
    const clock = new InstantClock()
    const octokit = makeOctokit('ghp_x', 'http://127.0.0.1:1')

    await expect(clientOf(octokit, 'ghp_x', clock).findOwner('acme')).rejects.toThrow(
      /^GET \/users\/acme: no answer: bad port$/
    )
  })
})

describe('a token that is refused', () => {
  test('is tried again once when it worked a moment ago', async () => {
    const site = await siteWithApp()
    const client = site.client()
    await client.listVersions(APP)
    site.emulator.addFault({ times: 1, trouble: { kind: 'answer', status: 401 } })

    expect(await client.listVersions(APP)).toHaveLength(1)
  })

  test('is not tried a third time', async () => {
    const site = await siteWithApp()
    const client = site.client()
    await client.listVersions(APP)
    site.emulator.addFault({ trouble: { kind: 'answer', status: 401 } })

    await expect(client.listVersions(APP)).rejects.toMatchObject({ code: 'unauthorized' })
    expect(site.lines()).toHaveLength(3)
  })

  test('is not tried again when it never worked', async () => {
    const site = await siteWithApp()

    await expect(
      site.client({ login: 'mona', valid: false }).listVersions(APP)
    ).rejects.toMatchObject({
      code: 'unauthorized',
      message: expect.stringContaining('Bad credentials')
    })
    expect(site.lines()).toHaveLength(1)
  })
})

describe('a limit', () => {
  test('is waited for as long as Retry-After says', async () => {
    const site = await siteWithApp()
    const headers = { 'retry-after': '17' }
    site.emulator.addFault({ times: 1, trouble: { kind: 'answer', status: 429, headers } })
    await site.client().listVersions(APP)

    const [first, second] = site.emulator.requests
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(17_000)
  })

  test('holds all other requests too', async () => {
    const site = await siteWithApp()
    const headers = { 'retry-after': '30' }
    site.emulator.addFault({ times: 1, trouble: { kind: 'answer', status: 403, headers } })
    const client = site.client()
    const startedAt = site.clock.now()
    const hit = client.getPackage(APP)
    const others = Array.from({ length: 5 }, async () => {
      while (site.emulator.requests[0]?.status == null) await new Promise(setImmediate)
      await new Promise((resolve) => {
        setTimeout(resolve, 50)
      })
      return client.getPackage(APP)
    })
    await Promise.all([hit, ...others])

    const later = site.emulator.requests.slice(1).map(({ at }) => at - startedAt)
    expect(later).toHaveLength(6)
    expect(Math.min(...later)).toBeGreaterThanOrEqual(30_000)
  })

  test('of the hour is waited for until the reset where that may be', async () => {
    const site = await siteWithApp()
    Object.assign(site.emulator.limits, { hourly: 1, enforcesPrimary: true })
    const client = site.client({ login: 'mona' }, { mayWait: () => true })
    await client.getPackage(APP)

    expect(await client.listVersions(APP)).toHaveLength(1)
    expect(site.emulator.requests.map(({ status }) => status)).toEqual([200, 403, 200])
  })

  test('of the hour ends the request at once where the wait may not be', async () => {
    const site = await siteWithApp()
    Object.assign(site.emulator.limits, { hourly: 1, enforcesPrimary: true })
    const client = site.client({ login: 'mona' }, { mayWait: (ms) => ms < 60_000 })
    await client.getPackage(APP)

    await expect(client.listVersions(APP)).rejects.toMatchObject({
      code: 'rate-limited',
      retryAt: expect.any(Number),
      message: expect.stringContaining('It can be tried again at 2026-')
    })
    expect(site.clock.sleeps).toEqual([])
  })

  test('and then nothing more is sent until it is over', async () => {
    const site = await siteWithApp()
    Object.assign(site.emulator.limits, { hourly: 1, enforcesPrimary: true })
    const client = site.client({ login: 'mona' }, { mayWait: () => false })
    await client.getPackage(APP)
    const refused = await Promise.allSettled([1, 2, 3, 4].map((id) => client.getVersion(APP, id)))
    const sent = site.lines().length
    const more = await Promise.allSettled([5, 6].map((id) => client.deleteVersion(APP, id)))

    for (const one of [...refused, ...more]) {
      expect(one).toMatchObject({ reason: { code: 'rate-limited', retryAt: expect.any(Number) } })
    }
    expect(site.lines()).toHaveLength(sent)
    await site.clock.sleep(3_700_000)
    expect(await client.listVersions(APP)).toHaveLength(1)
  })

  test('that never ends is given up after six tries', async () => {
    const site = await siteWithApp()
    site.emulator.addFault({ trouble: { kind: 'answer', status: 429 } })
    const client = site.client({ login: 'mona' }, { mayWait: () => true })

    await expect(client.getPackage(APP)).rejects.toMatchObject({ code: 'secondary-rate-limited' })
    expect(site.lines()).toHaveLength(6)
  })

  test('400 deletions at once never go beyond what GitHub allows', async () => {
    const site = await startSite({ limits: { enforcesSecondary: true } })
    const app = addPackage(site.world, 'acme', 'app', { type: 'npm' })
    const npm = refOf(ACME, 'app', 'npm')
    const versions = Array.from({ length: 401 }, (_, index) =>
      addVersion(site.world, app, { name: `1.0.${index}` })
    )
    const client = site.client()
    const answers = await Promise.all(
      versions.slice(1).map(({ id }) => client.deleteVersion(npm, id))
    )

    expect(answers.every(({ kind }) => kind === 'deleted')).toBe(true)
    expect(site.emulator.load.breaches).toBe(0)
    expect(site.emulator.load.mostPoints).toBeLessThanOrEqual(900)
    expect(site.emulator.load.mostAtOnce).toBeLessThanOrEqual(100)
  })
})

describe('what is seen on the way', () => {
  test('each request that was sent is reported, tries again included', async () => {
    const site = await siteWithApp()
    const sent: SentRequest[] = []
    const client = site.client({ login: 'mona' }, { onRequest: (request) => sent.push(request) })
    site.emulator.addFault({ times: 1, trouble: { kind: 'reset', when: 'before' } })
    await client.getPackage(APP)

    expect(sent.map(({ method, path, status }) => [method, path, status])).toEqual([
      ['GET', '/orgs/acme/packages/container/app', null],
      ['GET', '/orgs/acme/packages/container/app', 200]
    ])
    expect(client.requestCount).toBe(2)
  })

  test('the token’s facts come along with any answer', async () => {
    const site = await siteWithApp()
    const expiresAt = site.clock.now() + 86_400_000
    const client = site.client({
      login: 'mona',
      scopes: ['read:packages', 'delete:packages'],
      expiresAt
    })
    await client.listVersions(APP)

    expect(client.tokenFacts).toMatchObject({
      worked: true,
      scopes: expect.arrayContaining(['read:packages', 'delete:packages']),
      expiresAt,
      limit: 5000,
      remaining: 4999,
      clocks: { server: site.clock.now(), local: site.clock.now() }
    })
  })

  test('nothing is known, and nothing breaks, without optional headers', async () => {
    const site = await siteWithApp()
    site.world.behaviour.optionalHeaders = false
    const client = site.client()

    expect(await client.listVersions(APP)).toHaveLength(1)
    expect(client.tokenFacts).toMatchObject({ scopes: null, remaining: null, expiresAt: null })
  })

  test('the rate limit is told, and none where there is none', async () => {
    const site = await siteWithApp()
    const client = site.client({ kind: 'actions', repository: 'acme/ci' })

    expect(await client.rateLimit()).toMatchObject({ limit: 1000, remaining: 1000 })
    site.emulator.limits.hourly = 'off'
    expect(await client.rateLimit()).toBeNull()
  })
})

describe('giving up', () => {
  test('cuts off what is under way', async () => {
    const site = await siteWithApp()
    site.emulator.addFault({ trouble: { kind: 'delay', ms: 60_000 } })
    const controller = new AbortController()
    const client = site.client({ login: 'mona' }, { signal: controller.signal })
    site.emulator.onRequest(() => setTimeout(() => controller.abort(), 20))

    await expect(client.getPackage(APP)).rejects.toMatchObject({ code: 'aborted' })
    expect(site.lines()).toHaveLength(1)
  })

  test('sends nothing afterwards', async () => {
    const site = await siteWithApp()
    const client = site.client({ login: 'mona' }, { signal: AbortSignal.abort() })

    await expect(client.getPackage(APP)).rejects.toMatchObject({
      code: 'out-of-time',
      message: expect.stringMatching(/not sent, because the run had to end/)
    })
    expect(site.lines()).toEqual([])
  })

  /** A client whose 900 points are used up by deletions, of which more wait for their turn. */
  async function queued(options: Partial<GitHubClientOptions>) {
    const site = await startSite()
    const app = addPackage(site.world, 'acme', 'app', { type: 'npm' })
    const ids = Array.from({ length: 191 }, (_, n) =>
      addVersion(site.world, app, { name: `1.${n}` })
    )
    const endless = { now: () => site.clock.now(), sleep: () => new Promise<void>(() => {}) }
    const client = site.client({ login: 'mona' }, { clock: endless, ...options })
    const ref = refOf(ACME, 'app', 'npm')
    const all = Promise.allSettled(ids.slice(1).map(({ id }) => client.deleteVersion(ref, id)))
    while (site.lines().length < 180 || client.openCount > 10) await new Promise(setImmediate)
    return { site, all }
  }

  const count = (all: readonly PromiseSettledResult<unknown>[], code: string) =>
    all.filter(
      (one) =>
        one.status === 'rejected' && one.reason instanceof GitHubError && one.reason.code === code
    ).length

  test.each(['stopping', 'signal'] as const)(
    'what waits for its turn ends as not sent, when %s is aborted',
    async (which) => {
      const controller = new AbortController()
      const { site, all } = await queued({ [which]: controller.signal })
      controller.abort()

      expect(count(await all, 'out-of-time')).toBe(10)
      expect(site.lines()).toHaveLength(180)
    }
  )

  test('what waits for another try ends at once, and what was done with it is asked', async () => {
    const site = await siteWithApp()
    const controller = new AbortController()
    const endless = { now: () => site.clock.now(), sleep: () => new Promise<void>(() => {}) }
    site.emulator.addFault({ method: 'DELETE', trouble: { kind: 'reset', when: 'before' } })
    const options = { clock: endless, stopping: controller.signal }
    const client = site.client({ login: 'mona' }, options)
    site.emulator.onRequest(({ method }) => {
      if (method === 'DELETE') setTimeout(() => controller.abort(), 50)
    })
    const [version] = await client.listVersions(APP)

    await expect(client.deleteVersion(APP, version?.id ?? 0)).rejects.toMatchObject({
      code: 'out-of-time',
      message: expect.stringMatching(/the end of the run leaves no other try.*it is still there/)
    })
    expect(site.lines().filter((line) => line.startsWith('DELETE'))).toHaveLength(1)
  })
})

test('no error has the token in it, wherever one looks', async () => {
  const secret = 'ghp_veryverysecretveryverysecret0000000000'
  const site = await siteWithApp()
  const message = `the token ${secret} is bad`
  site.emulator.addFault({ trouble: { kind: 'answer', status: 403, body: { message } } })
  const error = await site
    .client({ login: 'mona', secret })
    .getPackage(APP)
    .catch((thrown: unknown) => thrown)

  expect(error).toBeInstanceOf(GitHubError)
  const { inspect } = await import('node:util')
  expect(inspect(error, { depth: 20, showHidden: true })).not.toContain('veryverysecret')
})

test.each<[string, unknown]>([
  ['nothing', undefined],
  ['text', 'hello'],
  ['no status', { headers: {}, data: {} }]
])('an Octokit that gives %s is an error', async (_name, response) => {
  const octokit: OctokitPort = { request: () => Promise.resolve(response) }
  const client = clientOf(octokit, 'ghp_x', new InstantClock())

  await expect(client.getPackage(APP)).rejects.toMatchObject({ code: 'connection' })
})
