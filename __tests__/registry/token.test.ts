import { afterEach, describe, expect, test } from '@jest/globals'
import { digestOf } from '../../src/registry/digests.js'
import { fastClock } from './fast-clock.js'
import {
  refuse,
  script,
  type ScriptedAnswer,
  type ScriptedServer,
  type SeenRequest
} from './scripted-server.js'
import { APP, clientOf, nodeFetch, OCI_MANIFEST, packageRef } from './test-client.js'

const BYTES = new TextEncoder().encode(
  `{"schemaVersion":2,"mediaType":"${OCI_MANIFEST}","layers":[]}`
)
const DIGEST = digestOf(BYTES)
const MANIFEST: ScriptedAnswer = {
  status: 200,
  headers: { 'content-type': OCI_MANIFEST },
  body: BYTES
}

const open: ScriptedServer[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()))
})

async function start(...args: Parameters<typeof script>): Promise<ScriptedServer> {
  const server = await script(...args)
  open.push(server)
  return server
}

interface Registry {
  /** The answer of the token endpoint; `{token: 'tN'}` with a number that counts up otherwise. */
  readonly token?: (request: SeenRequest, count: number) => ScriptedAnswer
  /** `undefined` for the manifest. */
  readonly manifest?: (request: SeenRequest) => ScriptedAnswer | undefined
  readonly challenge?: (url: string) => string | null
}

/** A registry that challenges whoever has no bearer. */
async function registry({ token, manifest, challenge }: Registry = {}): Promise<ScriptedServer> {
  let exchanges = 0
  return start((request, url) => {
    const { path, authorization } = request
    if (path.startsWith('/token')) {
      exchanges += 1
      return token?.(request, exchanges) ?? { status: 200, body: { token: `t${exchanges}` } }
    }
    if (authorization?.startsWith('Bearer ') === true) {
      if (path === '/v2/') return { status: 200 }
      return manifest?.(request) ?? (request.method === 'PUT' ? { status: 201 } : MANIFEST)
    }
    const header =
      challenge === undefined ? `Bearer realm="${url}/token",service="s"` : challenge(url)
    return {
      ...refuse(401, 'UNAUTHORIZED'),
      ...(header === null ? {} : { headers: { 'www-authenticate': header } })
    }
  })
}

const tokenRequests = ({ seen }: ScriptedServer) =>
  seen.filter(({ path }) => path.startsWith('/token'))
const queryOf = ({ path }: SeenRequest) =>
  Object.fromEntries(new URL(path, 'http://x').searchParams)
const passwordOf = ({ authorization }: SeenRequest) =>
  Buffer.from(authorization?.replace('Basic ', '') ?? '', 'base64')
    .toString()
    .split(':')[1]

test('the challenge says where and for which service; the scope is our own', async () => {
  const server = await registry()

  expect((await clientOf(server.url).readManifest(APP, DIGEST)).reading.kind).toBe('read')
  expect(server.lines()).toEqual(['GET /v2/', 'GET /token', `GET /v2/acme/app/manifests/${DIGEST}`])
  expect(queryOf(tokenRequests(server)[0]!)).toEqual({
    service: 's',
    scope: 'repository:acme/app:pull'
  })
  expect(server.seen[2]?.authorization).toBe('Bearer t1')
})

test.each<[string, ((url: string) => string | null) | undefined]>([
  ['no challenge', () => null],
  ['a challenge of another scheme', () => 'Negotiate'],
  ['a realm that is no address', () => 'Bearer realm="https://"']
])('with %s, /token at the registry is asked', async (_case, challenge) => {
  const server = await registry(challenge === undefined ? {} : { challenge })

  expect((await clientOf(server.url).readManifest(APP, DIGEST)).reading.kind).toBe('read')
  expect(queryOf(tokenRequests(server)[0]!)['service']).toBe(new URL(server.url).host)
})

test('a token of 520 characters with dots goes out whole, on one line', async () => {
  const token = `ghs_123_${'aB-_9.'.repeat(85)}xx`
  const server = await registry()
  await clientOf(server.url, { token }).readManifest(APP, DIGEST)

  expect(token).toHaveLength(520)
  expect(passwordOf(tokenRequests(server)[0]!)).toBe(token)
})

test.each(['token', 'access_token'])('the answer has it under %s', async (name) => {
  const server = await registry({ token: () => ({ status: 200, body: { [name]: 'abc' } }) })
  await clientOf(server.url).readManifest(APP, DIGEST)

  expect(server.seen.at(-1)?.authorization).toBe('Bearer abc')
})

test.each<[string, ScriptedAnswer]>([
  ['no token in it', { status: 200, body: {} }],
  ['a token with a line break', { status: 200, body: { token: 'a\nb' } }],
  ['HTML', { status: 200, body: '<html>' }]
])('an answer with %s makes the manifest unreadable', async (_case, answer) => {
  const server = await registry({ token: () => answer })
  const { reading } = await clientOf(server.url).readManifest(APP, DIGEST)

  expect(reading).toEqual({ kind: 'unreadable', why: 'GET /token: the answer holds no token' })
})

describe('how long a token is used', () => {
  test.each<[string, object, number, number]>([
    ['60 s where nothing is said: kept until 50', {}, 49, 1],
    ['and then fetched anew', {}, 50, 2],
    ['as expires_in says, less 10 s', { expires_in: 300 }, 289, 1],
    ['and not longer', { expires_in: 300 }, 290, 2],
    ['expires_in that is no number is not believed', { expires_in: 'x' }, 50, 2],
    ['of one that lives for 10 s, half', { expires_in: 10 }, 4, 1]
  ])('%s', async (_case, fields, seconds, exchanges) => {
    const clock = fastClock()
    const server = await registry({
      token: () => ({ status: 200, body: { token: 't', ...fields } })
    })
    const client = clientOf(server.url, { clock })
    await client.readManifest(APP, DIGEST)
    clock.advance(seconds * 1000)
    await client.readManifest(APP, DIGEST)

    expect(tokenRequests(server)).toHaveLength(exchanges)
  })
})

test('many readers share one exchange, other packages and pushes have their own', async () => {
  const server = await registry()
  const client = clientOf(server.url)
  await Promise.all([
    ...Array.from({ length: 20 }, () => client.readManifest(APP, DIGEST)),
    ...Array.from({ length: 5 }, () => client.readManifest(packageRef('acme', 'web'), DIGEST)),
    ...Array.from({ length: 5 }, (_, tag) =>
      client.putManifest(APP, `t${tag}`, BYTES, OCI_MANIFEST)
    )
  ])

  expect(
    tokenRequests(server)
      .map((request) => queryOf(request)['scope'])
      .toSorted((a, b) => (a ?? '').localeCompare(b ?? ''))
  ).toEqual([
    'repository:acme/app:pull',
    'repository:acme/app:pull,push',
    'repository:acme/web:pull'
  ])
  expect(server.lines().filter((line) => line === 'GET /v2/')).toHaveLength(1)
})

describe('a 401 for a token that was good', () => {
  test('is answered with one new token', async () => {
    const server = await registry({
      manifest: ({ authorization }) =>
        authorization === 'Bearer t1' ? refuse(401, 'UNAUTHORIZED') : undefined
    })
    const readings = await Promise.all(
      Array.from({ length: 10 }, () => clientOf(server.url).readManifest(APP, DIGEST))
    )

    expect(readings.map(({ reading }) => reading.kind)).toEqual(Array(10).fill('read'))
  })

  test('of many readers costs one exchange', async () => {
    const server = await registry({
      manifest: ({ authorization }) =>
        authorization === 'Bearer t1' ? refuse(401, 'UNAUTHORIZED') : undefined
    })
    const client = clientOf(server.url)
    await Promise.all(Array.from({ length: 10 }, () => client.readManifest(APP, DIGEST)))

    expect(tokenRequests(server)).toHaveLength(2)
  })

  test('and again for the new one is the end', async () => {
    const server = await registry({ manifest: () => refuse(401, 'UNAUTHORIZED', 'go away') })
    const { reading } = await clientOf(server.url).readManifest(APP, DIGEST)

    expect(reading).toEqual({
      kind: 'unreadable',
      isRefused: true,
      why: expect.stringMatching(/expected 200, got 401: UNAUTHORIZED go away.*read:packages/)
    })
    expect(tokenRequests(server)).toHaveLength(2)
  })
})

describe('a refused token', () => {
  const onlyAnonymous = ({ authorization }: SeenRequest, count: number): ScriptedAnswer =>
    authorization === null ? { status: 200, body: { token: `t${count}` } } : refuse(403, 'DENIED')

  test('of a public package: read as nobody', async () => {
    const server = await registry({ token: onlyAnonymous })

    expect((await clientOf(server.url).readManifest(APP, DIGEST)).reading.kind).toBe('read')
  })

  test('a 404 to nobody is no proof that the manifest is not there', async () => {
    const server = await registry({
      token: onlyAnonymous,
      manifest: () => refuse(404, 'MANIFEST_UNKNOWN')
    })
    const client = clientOf(server.url)

    expect((await client.readManifest(APP, DIGEST)).reading.kind).toBe('unreadable')
    expect(await client.knows(APP, DIGEST)).toBe('unreadable')
  })

  test('never pushes as nobody', async () => {
    const server = await registry({ token: onlyAnonymous })

    await expect(
      clientOf(server.url).putManifest(APP, 'v1', BYTES, OCI_MANIFEST)
    ).rejects.toMatchObject({ code: 'DENIED', message: expect.stringContaining('write:packages') })
    expect(tokenRequests(server)).toHaveLength(1)
  })

  test('of a private package: the first refusal is told, with what to do and without the token', async () => {
    const server = await registry({
      token: ({ authorization }) =>
        refuse(403, 'DENIED', authorization === null ? 'anonymous' : 'no for ghp_secret')
    })
    const { reading } = await clientOf(server.url).readManifest(APP, DIGEST)

    expect(reading).toEqual({
      kind: 'unreadable',
      isRefused: true,
      isForPackage: true,
      why:
        'GET /token: expected 200, got 403: DENIED no for ***; the token needs read:packages (in a ' +
        'workflow: permissions: packages: read) and at least the Read role on the package (its ' +
        'settings, Manage Actions access)'
    })
  })

  test('is not sent again for each of a thousand manifests, but once a minute', async () => {
    const clock = fastClock()
    const server = await registry({ token: () => refuse(403, 'DENIED') })
    const client = clientOf(server.url, { clock })
    for (let round = 0; round < 10; round += 1) await client.readManifest(APP, DIGEST)
    expect(tokenRequests(server)).toHaveLength(2)

    clock.advance(60_000)
    await client.readManifest(APP, DIGEST)
    expect(tokenRequests(server)).toHaveLength(4)
  })

  test('by single sign-on says so', async () => {
    const said = 'permission_denied: Resource protected by organization SAML enforcement.'
    const server = await registry({ token: () => refuse(403, 'DENIED', said) })
    const { reading } = await clientOf(server.url).readManifest(APP, DIGEST)

    expect(reading).toMatchObject({ why: expect.stringContaining('single sign-on') })
  })
})

test('without a token the exchange is anonymous', async () => {
  const server = await registry()
  await clientOf(server.url, { token: null }).readManifest(APP, DIGEST)

  expect(tokenRequests(server)[0]?.authorization).toBeNull()
  expect(server.seen.at(-1)?.authorization).toBe('Bearer t1')
})

test('a passing fault of the token endpoint is tried again', async () => {
  const server = await registry({
    token: (_request, count) =>
      count < 3 ? { status: 502 } : { status: 200, body: { token: 't' } }
  })

  expect((await clientOf(server.url).readManifest(APP, DIGEST)).reading.kind).toBe('read')
})

describe('a token endpoint that errs once is asked once more', () => {
  test.each<[string, ScriptedAnswer]>([
    ['401', refuse(401, 'UNAUTHORIZED')],
    ['200 with a web page', { status: 200, body: '<html>Unicorn!</html>' }],
    ['200 with nothing', { status: 200 }],
    ['403 for a rate limit', refuse(403, 'DENIED', 'You have exceeded a secondary rate limit')],
    ['403 with Retry-After', { status: 403, headers: { 'retry-after': '5' } }]
  ])('%s', async (_case, answer) => {
    const server = await registry({
      token: (_request, count) =>
        count === 1 ? answer : { status: 200, body: { token: `t${count}` } }
    })
    const { reading } = await clientOf(server.url).readManifest(APP, DIGEST)

    expect(reading.kind).toBe('read')
    expect(tokenRequests(server)).toHaveLength(2)
    expect(passwordOf(tokenRequests(server)[1]!)).toBe('ghp_secret')
  })

  test('401 that stays is a refusal', async () => {
    const server = await registry({ token: () => refuse(401, 'UNAUTHORIZED') })
    const { reading } = await clientOf(server.url).readManifest(APP, DIGEST)

    expect(reading).toMatchObject({
      kind: 'unreadable',
      why: expect.stringContaining('GET /token: expected 200, got 401')
    })
    // Twice with the token and once as nobody.
    expect(tokenRequests(server)).toHaveLength(3)
  })

  test('a rate limit that stays is none: nobody else is tried, and no permission is named', async () => {
    const server = await registry({
      token: () => refuse(403, 'DENIED', 'You have exceeded a secondary rate limit')
    })
    const { reading } = await clientOf(server.url).readManifest(APP, DIGEST)

    expect(reading).toMatchObject({ kind: 'unreadable' })
    expect(JSON.stringify(reading)).not.toContain('packages: read')
    expect(tokenRequests(server).every(({ authorization }) => authorization !== null)).toBe(true)
  })
})

describe('registries of another kind', () => {
  test('one without authorization gets no token', async () => {
    const server = await start(({ path }) => (path === '/v2/' ? { status: 200 } : MANIFEST))
    await clientOf(server.url).readManifest(APP, DIGEST)

    expect(server.seen.map(({ authorization }) => authorization)).toEqual([null, null])
  })

  test('one that knows neither /v2/ nor /token is read all the same', async () => {
    const server = await start(({ path }) =>
      path.includes('/manifests/') ? MANIFEST : { status: 404 }
    )

    expect((await clientOf(server.url).readManifest(APP, DIGEST)).reading.kind).toBe('read')
  })

  test('one that lets anybody greet it, and challenges later', async () => {
    const server = await start(({ path, authorization }, url) => {
      if (path === '/v2/') return { status: 200 }
      if (path.startsWith('/token')) return { status: 200, body: { token: 't' } }
      if (authorization === 'Bearer t') return MANIFEST
      const headers = { 'www-authenticate': `Bearer realm="${url}/token"` }
      return { ...refuse(401, 'UNAUTHORIZED'), headers }
    })

    expect((await clientOf(server.url).readManifest(APP, DIGEST)).reading.kind).toBe('read')
  })

  test('one that asks for Basic gets the token itself', async () => {
    const server = await start(({ authorization }) =>
      authorization === null
        ? { ...refuse(401, 'UNAUTHORIZED'), headers: { 'www-authenticate': 'Basic realm="r"' } }
        : MANIFEST
    )

    expect((await clientOf(server.url).readManifest(APP, DIGEST)).reading.kind).toBe('read')
    expect(passwordOf(server.seen.at(-1)!)).toBe('ghp_secret')
  })
})

describe('the token stays at home', () => {
  test('when http names a realm on another host', async () => {
    const server = await registry({
      challenge: () => 'Bearer realm="http://registry.invalid/token"'
    })
    const sent: [string, string | null][] = []
    await clientOf(server.url, {
      fetch: async (url, init) => {
        sent.push([new URL(url).host, new Headers(init?.headers).get('authorization')])
        return nodeFetch(url, init)
      },
      mayWait: () => false
    }).readManifest(APP, DIGEST)

    expect(sent).toEqual([
      [new URL(server.url).host, null],
      ['registry.invalid', null]
    ])
  })

  test('when the one that challenges is not the registry but where it redirects', async () => {
    const thief = await start(({ path }, url) =>
      path.startsWith('/token')
        ? { status: 200, body: { token: 't' } }
        : { status: 401, headers: { 'www-authenticate': `Bearer realm="${url}/token"` } }
    )
    const server = await start(({ path }) =>
      path.startsWith('/token')
        ? { status: 200, body: { token: 'own' } }
        : { status: 307, headers: { location: `${thief.url}${path}` } }
    )
    await clientOf(server.url, { fetch: nodeFetch }).readManifest(APP, DIGEST)

    expect(thief.lines()).toEqual(['GET /v2/', `GET /v2/acme/app/manifests/${DIGEST}`])
    expect(thief.seen.map(({ authorization }) => authorization)).toEqual([null, null])
    expect(passwordOf(tokenRequests(server)[0]!)).toBe('ghp_secret')
  })
})
