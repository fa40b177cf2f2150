import { afterEach, describe, expect, test } from '@jest/globals'
import { addPackage, addVersion } from '../../src/emulator/builders.js'
import type { GitHubClient } from '../../src/github/client.js'
import type { ListedVersion } from '../../src/model/version.js'
import { listen, type Listener } from '../http/listener.js'
import { checkRequest } from '../contract/openapi.js'
import { InstantClock } from './fake-clock.js'
import { ACME, clientOf, makeOctokit, refOf, startSite, stopSites, type Site } from './site.js'

const listeners: Listener[] = []

afterEach(async () => {
  await stopSites()
  await Promise.all(listeners.splice(0).map((listener) => listener.close()))
})

const APP = refOf(ACME, 'app')

async function siteWith(
  count: number,
  behaviour: Partial<Site['world']['behaviour']> = {}
): Promise<Site> {
  const site = await startSite()
  Object.assign(site.world.behaviour, behaviour)
  const app = addPackage(site.world, 'acme', 'app', { type: 'npm' })
  for (let i = 0; i < count; i += 1) addVersion(site.world, app, { name: `1.0.${i}` })
  return site
}

const NPM = refOf(ACME, 'app', 'npm')

describe.each(['all', 'next', 'none'] as const)('where links are: %s', (link) => {
  test.each([
    [0, 1],
    [1, 1],
    [99, 1],
    // GitHub sends no links where all is on one page, so that a full one may not be all.
    [100, 2],
    [101, 2],
    [250, 3],
    [300, link === 'none' ? 4 : 3]
  ])('%i versions are listed in %i requests', async (count, requests) => {
    const site = await siteWith(count, { link })
    const versions = await site.client().listVersions(NPM)

    expect(new Set(versions.map(({ id }) => id)).size).toBe(count)
    expect(versions).toHaveLength(count)
    expect(site.lines()).toHaveLength(requests)
    expect(site.emulator.requests.flatMap((request) => checkRequest(request))).toEqual([])
  })
})

test('pages after the first are read at once', async () => {
  const site = await siteWith(1000)
  site.emulator.addFault({ trouble: { kind: 'delay', ms: 50 } })
  await site.client().listVersions(NPM)

  expect(site.lines()).toHaveLength(10)
  expect(site.emulator.load.mostAtOnce).toBeGreaterThan(4)
})

test('the order of the list does not matter', async () => {
  const site = await siteWith(250, { versionOrder: 42 })

  expect(await site.client().listVersions(NPM)).toHaveLength(250)
})

test('a link to another host is not followed', async () => {
  const other = await startSite()
  const site = await siteWith(250)
  site.emulator.addFault({ trouble: { kind: 'foreign-link', origin: other.emulator.url } })

  expect(await site.client().listVersions(NPM)).toHaveLength(250)
  expect(other.lines()).toEqual([])
})

test('what is published while pages are read is no duplicate', async () => {
  const site = await siteWith(250)
  const app = site.world.packages[0]
  let isPublished = false
  site.emulator.onRequest({
    after: () => {
      if (!isPublished && app !== undefined) addVersion(site.world, app, { name: '2.0.0' })
      isPublished = true
    }
  })
  const versions = await site.client().listVersions(NPM)

  expect(new Set(versions.map(({ id }) => id)).size).toBe(versions.length)
  expect(versions).toHaveLength(250)
})

test('a page that fails once is asked for again', async () => {
  const site = await siteWith(250)
  site.emulator.addFault({ path: /page=2$/, times: 1, trouble: { kind: 'answer', status: 502 } })

  expect(await site.client().listVersions(NPM)).toHaveLength(250)
})

test('a page that always fails fails the list', async () => {
  const site = await siteWith(250)
  site.emulator.addFault({ path: /page=2$/, trouble: { kind: 'answer', status: 500 } })

  await expect(site.client().listVersions(NPM)).rejects.toMatchObject({
    code: 'server',
    message: expect.stringContaining('page=2: expected 200, got 500')
  })
})

test.each(['truncated', 'html'] as const)('a %s page is asked for again', async (kind) => {
  const site = await siteWith(5)
  site.emulator.addFault({ times: 1, trouble: { kind } })

  expect(await site.client().listVersions(NPM)).toHaveLength(5)
})

test('a cleanly cut page is asked for again, and is never taken for a short one', async () => {
  const site = await siteWith(5)
  site.emulator.addFault({ trouble: { kind: 'truncated', clean: true } })

  await expect(site.client().listVersions(NPM)).rejects.toMatchObject({ code: 'malformed' })
  expect(site.lines()).toHaveLength(6)
})

test('a page of another shape fails the list', async () => {
  const site = await siteWith(5)
  site.emulator.addFault({ trouble: { kind: 'mistyped' } })

  await expect(site.client().listVersions(NPM)).rejects.toMatchObject({ code: 'malformed' })
})

/** A server that answers page `n` with `pages[n - 1]` ids, and `links` as its header; what is no page with `other`. */
async function scripted(
  pages: (page: number) => number[],
  links: (page: number, url: string) => string | undefined,
  other: object = []
): Promise<{ list: () => Promise<ListedVersion[]>; listener: Listener }> {
  const listener = await listen((request, response) => {
    const page = Number(/[?&]page=(\d+)/.exec(request.url ?? '')?.[1])
    const link = links(page, `${listener.url}/x?a=b&per_page=100`)
    const rows = pages(page).map((id) => ({ id, name: `sha256:${id}` }))
    response.setHeader('content-type', 'application/json; charset=utf-8')
    if (link !== undefined) response.setHeader('link', link)
    response.end(JSON.stringify(page > 0 ? rows : other))
  })
  listeners.push(listener)
  const client: GitHubClient = clientOf(
    makeOctokit('ghp_x', listener.url),
    'ghp_x',
    new InstantClock()
  )
  return { list: () => client.listVersions(APP), listener }
}

const listPages = ({ seen }: Listener) => seen.filter(({ path }) => path.includes('/versions'))
const ids = (from: number, count = 100): number[] =>
  Array.from({ length: count }, (_, i) => from + i)
const last = (number: number) => (_page: number, url: string) =>
  `<${url}&page=${number}>; rel="last"`

describe('a server that lies', () => {
  test('about the last page being sooner', async () => {
    const { list } = await scripted(
      (page) => (page <= 5 ? ids(page * 100) : []),
      (page, url) =>
        page < 5
          ? `<${url}&page=${page + 1}>; rel="next", <${url}&page=2>; rel="last"`
          : `<${url}&page=4>; rel="prev"`
    )

    expect(await list()).toHaveLength(500)
  })

  test.each<[string, (page: number) => number[]]>([
    ['much later', (page) => (page <= 3 ? ids(page * 100) : [])],
    ['after nothing at all', () => []]
  ])('about the last page being %s, also when asked again', async (_case, rows) => {
    const { list, listener } = await scripted(rows, last(900))

    await expect(list()).rejects.toMatchObject({ code: 'incomplete' })
    expect(listener.seen.length).toBeLessThan(60)
  })

  test.each<[string, (page: number, url: string) => string | undefined]>([
    ['the last', (page, url) => (page < 3 ? `<${url}&page=3>; rel="last"` : undefined)],
    ['the next', (page, url) => (page < 3 ? `<${url}&page=${page + 1}>; rel="next"` : undefined)]
  ])('about %s page, which is empty both times', async (_case, links) => {
    const { list, listener } = await scripted((page) => (page < 3 ? ids(page * 100) : []), links)

    await expect(list()).rejects.toMatchObject({
      code: 'incomplete',
      message: expect.stringContaining('page=3')
    })
    expect(listPages(listener)).toHaveLength(6)
  })

  test.each<[string, number, number | null]>([
    ['has as many versions as were listed', 200, 200],
    ['has fewer', 199, 200],
    ['has more', 201, null]
  ])('but not where GitHub says that the package %s', async (_case, count, listed) => {
    const { list } = await scripted((page) => (page < 3 ? ids(page * 100) : []), last(3), {
      name: 'app',
      package_type: 'container',
      version_count: count
    })

    if (listed === null) await expect(list()).rejects.toMatchObject({ code: 'incomplete' })
    else expect(await list()).toHaveLength(listed)
  })

  test.each<[string, number]>([
    ['was lost for once', 201],
    ['is no more, because the list has become shorter', 200]
  ])('but not where the last page %s', async (_case, count) => {
    let asked = 0
    const rowsOn = (page: number) =>
      page > 3 ? [] : ids(page * 100, page < 3 ? 100 : Math.max(0, count - 200))
    const { list } = await scripted(
      (page) => {
        asked += 1
        return page === 3 && asked <= 3 ? [] : rowsOn(page)
      },
      (page, url) => {
        const pages = asked < 3 || count > 200 ? 3 : 2
        return page < pages ? `<${url}&page=${pages}>; rel="last"` : undefined
      }
    )

    expect(await list()).toHaveLength(count)
  })

  test('not where an empty list has a last page, the first', async () => {
    const { list, listener } = await scripted(() => [], last(1))

    expect(await list()).toEqual([])
    expect(listener.seen).toHaveLength(1)
  })

  test('about a page in the middle being empty', async () => {
    const { list } = await scripted((page) => (page === 2 ? [] : ids(page * 100)), last(4))

    await expect(list()).rejects.toMatchObject({ code: 'incomplete' })
  })

  test('about a page in the middle being empty, far from the first', async () => {
    const { list } = await scripted((page) => (page === 40 ? [] : ids(page * 100)), last(42))

    await expect(list()).rejects.toMatchObject({ code: 'incomplete' })
  })

  test('about a next page for ever', async () => {
    const { list, listener } = await scripted(
      () => ids(1),
      (page, url) => `<${url}&page=${page + 1}>; rel="next"`
    )

    await expect(list()).rejects.toMatchObject({ code: 'incomplete' })
    expect(listener.seen).toHaveLength(2)
  })

  test.each<[string, (page: number) => number[]]>([
    ['a page in the middle is short', (page) => ids(page * 100, page === 2 ? 10 : 100)],
    ['a page comes twice', (page) => ids(page === 2 ? 100 : page * 100, 100)]
  ])('where %s, also when asked again', async (_case, rows) => {
    const { list, listener } = await scripted((page) => (page <= 3 ? rows(page) : []), last(3))

    await expect(list()).rejects.toMatchObject({ code: 'incomplete' })
    expect(listPages(listener)).toHaveLength(6)
  })

  test('but not where pages shifted once while they were read', async () => {
    let asked = 0
    const { list } = await scripted((page) => {
      asked += 1
      return page <= 3 ? ids(page * 100, page === 2 && asked <= 3 ? 99 : 100) : []
    }, last(3))

    expect(await list()).toHaveLength(300)
  })

  test('about a last page beyond all measure', async () => {
    const { list, listener } = await scripted(() => ids(1), last(999_999_999))

    await expect(list()).rejects.toMatchObject({ code: 'incomplete' })
    expect(listener.seen).toHaveLength(1)
  })
})

describe('a server that does not know', () => {
  test('pages: all is on the first, and the second is the same', async () => {
    const { list, listener } = await scripted(
      () => ids(1, 250),
      () => undefined
    )

    expect(await list()).toHaveLength(250)
    expect(listener.seen).toHaveLength(2)
  })

  test('a hundred a page, but has links', async () => {
    const { list } = await scripted((page) => (page <= 4 ? ids(page * 30, 30) : []), last(4))

    expect(await list()).toHaveLength(120)
  })

  test('how to write links as others do', async () => {
    const { list } = await scripted(
      (page) => ids(page * 100, page === 3 ? 7 : 100),
      (page, url) => `<${url}&page=3&x=1>;title="a, b";rel=last,<${url}&page=${page}>; rel="first"`
    )

    expect(await list()).toHaveLength(207)
  })
})
