import { afterEach, describe, expect, test } from '@jest/globals'
import { addRepository } from '../../src/emulator/builders.js'
import { checkRequest } from '../contract/openapi.js'
import { startSite, stopSites } from './site.js'

afterEach(stopSites)

test('pull requests: numbers by state, and heads of this very repository', async () => {
  const site = await startSite()
  const closedAt = Date.UTC(2026, 0, 5)
  addRepository(site.world, 'acme/app', {
    pullRequests: [
      { number: 3, headBranch: 'feat/x' },
      { number: 5, state: 'closed', closedAt, headBranch: 'feat/x' },
      { number: 7, headRepository: 'stranger/app', headBranch: 'theirs' },
      { number: 9, headRepository: null, headBranch: 'deleted-fork' }
    ]
  })
  const facts = await site.client().pullRequests('acme/app')

  expect(facts.open.toSorted((a, b) => a - b)).toEqual([3, 7, 9])
  expect(facts.closed).toEqual([{ number: 5, closedAt }])
  expect(facts.heads).toEqual(['feat/x'])
  expect(site.emulator.requests.flatMap((request) => checkRequest(request))).toEqual([])
})

test('many pull requests are read a hundred at a time', async () => {
  const site = await startSite()
  const pullRequests = Array.from({ length: 230 }, (_, index) => ({ number: index + 1 }))
  addRepository(site.world, 'acme/app', { pullRequests })

  expect((await site.client().pullRequests('acme/app')).open).toHaveLength(230)
  expect(site.lines()).toHaveLength(3)
})

test('where some numbers alone matter, pages are read until they were seen', async () => {
  const site = await startSite()
  const pullRequests = Array.from({ length: 930 }, (_, index) => ({ number: index + 1 }))
  addRepository(site.world, 'acme/app', { pullRequests })
  const ask = async (...numbers: number[]) => {
    const before = site.lines().length
    const { open, isWhole } = await site
      .client()
      .pullRequests('acme/app', { numbers: new Set(numbers) })
    return { requests: site.lines().length - before, rows: open.length, isWhole }
  }

  expect(await ask(930, 850)).toEqual({ requests: 1, rows: 100, isWhole: false })
  expect(await ask(930, 650)).toEqual({ requests: 3, rows: 300, isWhole: false })
  expect(await ask(930, 30)).toEqual({ requests: 10, rows: 930, isWhole: true })
  expect(await ask(931)).toEqual({ requests: 10, rows: 930, isWhole: true })
  expect(site.emulator.requests.flatMap((request) => checkRequest(request))).toEqual([])
})

test('branches', async () => {
  const site = await startSite()
  const branches = ['main', 'feat/x', ...Array.from({ length: 120 }, (_, index) => `b${index}`)]
  addRepository(site.world, 'acme/app', { branches })

  expect((await site.client().branches('acme/app')).toSorted()).toEqual(branches.toSorted())
  expect(site.lines()).toHaveLength(2)
  expect(site.emulator.requests.flatMap((request) => checkRequest(request))).toEqual([])
})

test('release tags: git tags and published releases, drafts left out (ruling 44)', async () => {
  const site = await startSite()
  const repository = addRepository(site.world, 'acme/app', {
    releases: ['v1.0.0', 'v2.0.0'],
    gitTags: ['v1.0.0', 'nightly']
  })
  const [first] = repository.releases
  if (first !== undefined) repository.releases.push({ ...first, id: 99, tag: 'v3', draft: true })
  const tags = await site.client().releaseTags('acme/app')

  expect(tags.toSorted()).toEqual(['nightly', 'v1.0.0', 'v2.0.0'])
  expect(site.emulator.requests.flatMap((request) => checkRequest(request))).toEqual([])
})

describe('a question without an answer', () => {
  test.each([
    ['pull requests', 'pull-requests', 'pull-requests: read'],
    ['branches', 'contents', 'contents: read'],
    ['release tags', 'contents', 'contents: read']
  ] as const)('%s: names the permission', async (what, withheld, permission) => {
    const site = await startSite()
    addRepository(site.world, 'acme/app', { withheld: [withheld] })
    const client = site.client({ kind: 'actions', repository: 'acme/app' })
    const asked = {
      'pull requests': () => client.pullRequests('acme/app'),
      branches: () => client.branches('acme/app'),
      'release tags': () => client.releaseTags('acme/app')
    }[what]

    await expect(asked()).rejects.toMatchObject({ message: expect.stringContaining(permission) })
  })

  test('a page that is missing is an error', async () => {
    const site = await startSite()
    const pullRequests = Array.from({ length: 230 }, (_, index) => ({ number: index + 1 }))
    addRepository(site.world, 'acme/app', { pullRequests })
    site.emulator.addFault({ path: /page=3$/, trouble: { kind: 'answer', status: 500 } })

    await expect(site.client().pullRequests('acme/app')).rejects.toMatchObject({ code: 'server' })
  })

  test('a last page that comes empty is an error', async () => {
    const site = await startSite()
    const pullRequests = Array.from({ length: 230 }, (_, index) => ({ number: index + 1 }))
    addRepository(site.world, 'acme/app', { pullRequests })
    site.emulator.addFault({
      path: /page=3$/,
      trouble: { kind: 'answer', status: 200, body: [] }
    })

    await expect(site.client().pullRequests('acme/app')).rejects.toMatchObject({
      code: 'incomplete'
    })
  })

  test.each<['branches' | 'releaseTags', RegExp, object]>([
    ['branches', /branches/, { name: '' }],
    ['releaseTags', /\/tags/, { name: '' }],
    ['releaseTags', /\/releases/, { id: 7, tag_name: '', draft: false }]
  ])('%s: a row of %s without a name is an error', async (what, path, row) => {
    const site = await startSite()
    addRepository(site.world, 'acme/app', { branches: ['main'], gitTags: ['v1'] })
    site.emulator.addFault({ path, trouble: { kind: 'answer', status: 200, body: [row] } })

    await expect(site.client()[what]('acme/app')).rejects.toMatchObject({ code: 'malformed' })
  })

  test('a draft of a release may have no tag', async () => {
    const site = await startSite()
    addRepository(site.world, 'acme/app', { gitTags: ['v1'] })
    const body = [{ id: 7, tag_name: '', draft: true }]
    site.emulator.addFault({ path: /\/releases/, trouble: { kind: 'answer', status: 200, body } })

    expect(await site.client().releaseTags('acme/app')).toEqual(['v1'])
  })

  test.each(['acme', 'acme/app/more', '/app', 'acme/..'])('`%s` is no repository', async (name) => {
    const site = await startSite()

    await expect(site.client().pullRequests(name)).rejects.toMatchObject({
      code: 'invalid-argument'
    })
    expect(site.lines()).toEqual([])
  })
})
