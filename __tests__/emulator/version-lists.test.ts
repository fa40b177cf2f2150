import { expect, test } from '@jest/globals'
import { addPackage, addVersion } from '../../src/emulator/builders.js'
import { ask, NOW, smallWorld, start } from './world.js'

const PATH = '/orgs/acme/packages/container/app/versions'
const ids = (rows: readonly { readonly id?: number }[]) => rows.map(({ id }) => id)

function filled(count: number, options = {}) {
  const small = smallWorld(options)
  const versions = Array.from({ length: count }, (_, index) =>
    addVersion(small.world, small.app, { createdAt: NOW - index * 1000, tags: [`v${index}`] })
  )
  return { ...small, all: ids(versions) }
}

test('pages of 30, newest first, lead to each other by absolute links', async () => {
  const { world, ada, all } = filled(70)
  const emulator = await start(world)

  const first = await ask(emulator, ada, `GET ${PATH}`)
  const second = await ask(emulator, ada, `GET ${PATH}?page=2`)
  const beyond = await ask(emulator, ada, `GET ${PATH}?page=4`)

  const url = (page: number) => `<${emulator.apiUrl}${PATH}?page=${page}>`
  expect(ids(first.rows)).toEqual(all.slice(0, 30))
  expect(ids(second.rows)).toEqual(all.slice(30, 60))
  expect(beyond.body).toEqual([])
  expect(first.headers.get('link')).toBe(`${url(2)}; rel="next", ${url(3)}; rel="last"`)
  expect(second.headers.get('link')).toBe(
    `${url(1)}; rel="prev", ${url(3)}; rel="next", ${url(3)}; rel="last", ${url(1)}; rel="first"`
  )
})

test.each([
  ['per_page=100', 70, null],
  ['per_page=1000', 100, 'rel="next"'],
  ['per_page=zero', 30, 'rel="next"']
])('%s gives %i rows', async (query, count, link) => {
  const { world, ada } = filled(count === 70 ? 70 : 120)
  const emulator = await start(world)

  const { body, headers } = await ask(emulator, ada, `GET ${PATH}?${query}`)

  expect(body).toHaveLength(count)
  if (link === null) expect(headers.get('link')).toBeNull()
  else expect(headers.get('link')).toContain(link)
})

test.each([
  ['next', ['next']],
  ['none', []]
] as const)('links can be cut down to %s', async (link, relations) => {
  const { world, ada } = filled(50, { behaviour: { link } })
  const emulator = await start(world)

  const { headers } = await ask(emulator, ada, `GET ${PATH}`)

  const found = [...(headers.get('link') ?? '').matchAll(/rel="(\w+)"/g)].map(([, name]) => name)
  expect(found).toEqual(relations)
})

test('the order can be turned round or shuffled, the same for the same seed', async () => {
  const { world, ada, all } = filled(20)
  const emulator = await start(world)
  const listed = async () => ids((await ask(emulator, ada, `GET ${PATH}`)).rows)

  world.behaviour.versionOrder = 'oldest-first'
  expect(await listed()).toEqual([...all].reverse())
  world.behaviour.versionOrder = 7
  const shuffled = await listed()
  expect(shuffled).not.toEqual(all)
  expect(new Set(shuffled)).toEqual(new Set(all))
  expect(await listed()).toEqual(shuffled)
})

test('lists lag behind pushes and may claim tags that moved on', async () => {
  const { world, app, ada } = smallWorld()
  const old = addVersion(world, app, { tags: ['main'] })
  addVersion(world, app, { tags: ['main'], listedFrom: NOW + 60_000 })
  const emulator = await start(world)
  const tags = async () =>
    (await ask(emulator, ada, `GET ${PATH}`)).rows.map(({ metadata }) => metadata?.container?.tags)

  expect(await tags()).toEqual([[]])
  old.claimedTags = ['main']
  world.now = () => NOW + 60_000
  expect(await tags()).toEqual([['main'], ['main']])
})

test.each([
  ['tag', { docker: { tag: ['v1'] } }],
  ['tags', { docker: { tags: ['v1'] } }],
  ['absent', {}]
] as const)('tags of docker packages come under %s', async (dockerTags, metadata) => {
  const { world, ada } = smallWorld()
  const old = addPackage(world, 'acme', 'old', { type: 'docker', dockerTags })
  addVersion(world, old, { name: 'whatever', tags: ['v1'] })
  const emulator = await start(world)

  const { rows } = await ask(emulator, ada, 'GET /orgs/acme/packages/docker/old/versions')

  expect(rows[0]?.metadata).toEqual({ package_type: 'docker', ...metadata })
})

test.each([
  [101, 100, 400],
  [100, 100, 200]
])('page %i of %i packages answers %i', async (page, perPage, status) => {
  const { world, ada } = smallWorld()
  const emulator = await start(world)
  const query = `package_type=container&page=${page}&per_page=${perPage}`

  expect((await ask(emulator, ada, `GET /orgs/acme/packages?${query}`)).status).toBe(status)
})
