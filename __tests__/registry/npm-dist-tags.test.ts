import { afterEach, describe, expect, test } from '@jest/globals'
import { createFetch } from '../../src/http/fetch.js'
import { createNpmClient, type NpmClientOptions } from '../../src/registry/npm-dist-tags.js'
import { fastClock } from './fast-clock.js'
import { script, type ScriptedAnswer, type ScriptedServer } from './scripted-server.js'

const open: ScriptedServer[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()))
})

/** The npm registry: the answers of the route for dist-tags and of the package's document. */
async function npm(tags: ScriptedAnswer, document: ScriptedAnswer): Promise<ScriptedServer> {
  const server = await script(({ path }) => (path.startsWith('/-/') ? tags : document))
  open.push(server)
  return server
}

const clientOf = (npmRegistryUrl: string, options: Partial<NpmClientOptions> = {}) =>
  createNpmClient({
    npmRegistryUrl,
    token: 'ghp_secret',
    fetch: createFetch(),
    clock: fastClock(),
    random: () => 0,
    ...options
  })

const TAGS: ScriptedAnswer = { status: 200, body: { latest: '1.2.3', next: '2.0.0-rc.1' } }
const DOCUMENT: ScriptedAnswer = {
  status: 200,
  body: { name: '@acme/ui', 'dist-tags': { latest: '1.0.0' }, versions: {} }
}
const NONE: ScriptedAnswer = { status: 404, body: { error: 'not_found' } }

test('the dist-tags come by their own route, with the token', async () => {
  const server = await npm(TAGS, NONE)
  const client = clientOf(`${server.url}/`)

  expect(await client.readDistTags('Acme', 'ui')).toEqual({ latest: '1.2.3', next: '2.0.0-rc.1' })
  expect(server.lines()).toEqual(['GET /-/package/@acme%2fui/dist-tags'])
  expect(server.seen[0]?.authorization).toBe('Bearer ghp_secret')
  expect(client.requestCount()).toBe(1)
})

test('a registry under a path keeps it', async () => {
  const server = await npm(TAGS, TAGS)
  await clientOf(`${server.url}/_registry/npm`)
    .readDistTags('acme', 'ui')
    .catch(() => undefined)

  expect(server.lines()[0]).toBe('GET /_registry/npm/-/package/@acme%2fui/dist-tags')
})

describe('the package’s document is asked where the route', () => {
  test.each<[string, ScriptedAnswer]>([
    ['is not there', NONE],
    ['is not allowed', { status: 405 }],
    ['gives no JSON', { status: 200, body: '<html>' }],
    ['gives nothing', { status: 200, body: {} }],
    ['gives a list', { status: 200, body: [] }],
    ['gives a tag that is no text', { status: 200, body: { latest: 1 } }],
    ['gives only an etag', { status: 200, body: { _etag: 'x' } }]
  ])('%s', async (_case, tags) => {
    const server = await npm(tags, DOCUMENT)

    expect(await clientOf(server.url).readDistTags('acme', 'ui')).toEqual({ latest: '1.0.0' })
    expect(server.lines()[1]).toBe('GET /@acme%2fui')
  })
})

describe('it is an error, never no tags, where', () => {
  test.each<[string, ScriptedAnswer, ScriptedAnswer, string]>([
    ['the package is not known', NONE, NONE, 'NAME_UNKNOWN'],
    ['the token is refused', { status: 403, body: { error: 'no' } }, DOCUMENT, 'DENIED'],
    ['the token is bad', { status: 401 }, DOCUMENT, 'UNAUTHORIZED'],
    ['the registry is down', { status: 503 }, DOCUMENT, 'SERVER'],
    ['the document has no dist-tags', NONE, { status: 200, body: { name: 'x' } }, 'MALFORMED'],
    ['the document is no JSON', NONE, { status: 200, body: '{"dist-tags"' }, 'MALFORMED'],
    [
      'a tag has no version',
      NONE,
      { status: 200, body: { 'dist-tags': { latest: null } } },
      'MALFORMED'
    ]
  ])('%s', async (_case, tags, document, code) => {
    const server = await npm(tags, document)

    await expect(clientOf(server.url).readDistTags('acme', 'ui')).rejects.toMatchObject({ code })
  })

  test('the token can’t be put into a header, and it is not shown', async () => {
    const server = await npm(TAGS, DOCUMENT)
    const error: unknown = await clientOf(server.url, { token: 'ghp_secret\nx' })
      .readDistTags('acme', 'ui')
      .catch((thrown: unknown) => thrown)

    expect(error).toMatchObject({ code: 'UNAUTHORIZED' })
    expect(String(error)).not.toContain('secret')
    expect(server.seen).toEqual([])
  })
})

test('a tag such as __proto__ is only a tag', async () => {
  const server = await npm({ status: 200, body: '{"__proto__": "1.0.0", "latest": "2.0.0"}' }, NONE)
  const tags = await clientOf(server.url).readDistTags('acme', 'ui')

  expect(Object.entries(tags)).toEqual([
    ['__proto__', '1.0.0'],
    ['latest', '2.0.0']
  ])
})

test('faults are tried again', async () => {
  let asked = 0
  const server = await script(() => {
    asked += 1
    return asked < 4 ? { status: 502 } : TAGS
  })
  open.push(server)

  expect(await clientOf(server.url).readDistTags('acme', 'ui')).toHaveProperty('latest', '1.2.3')
})
