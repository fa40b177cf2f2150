import { createHash } from 'node:crypto'
import { afterEach, describe, expect, test } from '@jest/globals'
import { MAX_MANIFEST_BYTES } from '../../src/model/manifest.js'
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

const utf8 = (text: string) => new TextEncoder().encode(text)
const BYTES = utf8(`{"schemaVersion":2,"mediaType":"${OCI_MANIFEST}","layers":[]}`)
const DIGEST = digestOf(BYTES)
const MANIFEST: ScriptedAnswer = {
  status: 200,
  headers: { 'content-type': OCI_MANIFEST },
  body: BYTES
}
const UNKNOWN = refuse(404, 'MANIFEST_UNKNOWN', 'manifest unknown')

const open: ScriptedServer[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()))
})

/** A registry without authorization; `answers` are given one after another, the last for ever. */
async function registry(
  ...answers: (ScriptedAnswer | ((request: SeenRequest) => ScriptedAnswer))[]
): Promise<ScriptedServer> {
  let asked = 0
  const server = await script((request) => {
    if (request.path === '/v2/') return { status: 200 }
    const answer = answers[Math.min(asked, answers.length - 1)] ?? { status: 500 }
    asked += 1
    return typeof answer === 'function' ? answer(request) : answer
  })
  open.push(server)
  return server
}

/** What was asked beside the greeting. */
const asked = (server: ScriptedServer) => server.lines().filter((line) => line !== 'GET /v2/')

describe('readManifest', () => {
  test('gives what was read, the exact bytes and their type', async () => {
    const server = await registry(MANIFEST)
    const { reading, bytes, contentType } = await clientOf(server.url).readManifest(APP, DIGEST)

    expect(reading).toMatchObject({
      kind: 'read',
      manifest: { digest: DIGEST, form: 'image', size: BYTES.length }
    })
    expect(Buffer.from(bytes ?? []).equals(BYTES)).toBe(true)
    expect(contentType).toBe(OCI_MANIFEST)
  })

  test('accepts every type that may be stored', async () => {
    const server = await registry(MANIFEST)
    await clientOf(server.url).readManifest(APP, DIGEST)

    expect(server.seen.at(-1)?.headers['accept']?.toString().split(', ')).toEqual(
      expect.arrayContaining([
        'application/vnd.oci.image.index.v1+json',
        'application/vnd.oci.image.manifest.v1+json',
        'application/vnd.docker.distribution.manifest.list.v2+json',
        'application/vnd.docker.distribution.manifest.v2+json',
        'application/vnd.oci.artifact.manifest.v1+json'
      ])
    )
  })

  test('owner and name are lower case, and slashes stay', async () => {
    const server = await registry(MANIFEST)
    await clientOf(`${server.url}/`).readManifest(packageRef('ACME', 'Services/Api'), DIGEST)

    expect(asked(server)).toEqual([`GET /v2/acme/services/api/manifests/${DIGEST}`])
  })

  test.each(['a/../b', '..', 'a b', 'a?b', 'a#b', 'a%2fb', 'a//b', ''])(
    'a name such as %p is never made into an address',
    async (name) => {
      const server = await registry(MANIFEST)
      const { reading } = await clientOf(server.url).readManifest(packageRef('acme', name), DIGEST)

      expect(reading).toMatchObject({ kind: 'unreadable', why: expect.stringContaining('name') })
      expect(server.seen).toEqual([])
    }
  )

  test('checks sha512 digests too', async () => {
    const server = await registry(MANIFEST)
    const right = `sha512:${createHash('sha512').update(BYTES).digest('hex')}`
    const client = clientOf(server.url)

    expect((await client.readManifest(APP, right)).reading.kind).toBe('read')
    expect(await client.readManifest(APP, `sha512:${'0'.repeat(128)}`)).toMatchObject({
      reading: { kind: 'unreadable', why: expect.stringContaining('another digest') }
    })
  })

  test.each(['md5:0123', 'latest', '../x', `sha256:${'A'.repeat(64)}`])(
    'what can not be checked, %s, is not asked for',
    async (digest) => {
      const server = await registry(MANIFEST)

      expect((await clientOf(server.url).readManifest(APP, digest)).reading.kind).toBe('unreadable')
      expect(server.seen).toEqual([])
    }
  )

  describe('ruling 9: absent is a 404 that the registry means and says twice', () => {
    test('twice MANIFEST_UNKNOWN', async () => {
      const server = await registry(UNKNOWN)
      const client = clientOf(server.url)

      expect(await client.readManifest(APP, DIGEST)).toEqual({
        reading: { kind: 'absent' },
        bytes: null,
        contentType: null
      })
      expect(asked(server)).toHaveLength(2)
    })

    test('once, and then it is there', async () => {
      const server = await registry(UNKNOWN, MANIFEST)

      expect((await clientOf(server.url).readManifest(APP, DIGEST)).reading.kind).toBe('read')
    })

    test('once, and then something else', async () => {
      const server = await registry(UNKNOWN, refuse(403, 'DENIED'))

      expect((await clientOf(server.url).readManifest(APP, DIGEST)).reading.kind).toBe('unreadable')
    })

    test.each<[string, ScriptedAnswer]>([
      [
        'a web page',
        { status: 404, headers: { 'content-type': 'text/html' }, body: '<h1>404</h1>' }
      ],
      ['nothing', { status: 404 }],
      ['another code', refuse(404, 'NAME_UNKNOWN')],
      [
        'both codes',
        { status: 404, body: { errors: [{ code: 'MANIFEST_UNKNOWN' }, { code: 'NAME_UNKNOWN' }] } }
      ],
      ['a code of its own', refuse(404, 'NOT_FOUND')],
      [
        'a refusal beside it',
        { status: 404, body: { errors: [{ code: 'MANIFEST_UNKNOWN' }, { code: 'DENIED' }] } }
      ],
      ['no errors', { status: 404, body: { errors: [] } }],
      ['only the words', { status: 404, body: { message: 'manifest unknown' } }],
      ['410', refuse(410, 'MANIFEST_UNKNOWN')]
    ])('a 404 with %s is unreadable', async (_case, answer) => {
      const server = await registry(answer)

      expect((await clientOf(server.url).readManifest(APP, DIGEST)).reading.kind).toBe('unreadable')
    })

    test('a 404 of another address of the registry’s own is about that one', async () => {
      const server = await registry((request) =>
        request.path.startsWith('/v2/')
          ? { status: 307, headers: { location: '/-/elsewhere' } }
          : UNKNOWN
      )
      const own = clientOf(server.url)

      expect((await own.readManifest(APP, DIGEST)).reading).toEqual({
        kind: 'unreadable',
        why: expect.stringContaining('another address, after a redirect')
      })
      expect(await own.knows(APP, DIGEST)).toBe('unreadable')
      await expect(own.readTag(APP, 'v1')).rejects.toMatchObject({ code: 'UNEXPECTED_STATUS' })
    })

    test('a 404 of the host that a redirect led to is not the registry’s', async () => {
      const storage = await registry(UNKNOWN)
      const server = await registry(({ path }) => ({
        status: 307,
        headers: { location: `${storage.url}${path}` }
      }))
      const client = clientOf(server.url, { fetch: nodeFetch })

      expect((await client.readManifest(APP, DIGEST)).reading).toEqual({
        kind: 'unreadable',
        why: expect.stringContaining('another host')
      })
    })
  })

  describe('unreadable, and why', () => {
    const digestOfText = (text: string) => digestOf(utf8(text))

    test.each<[string, ScriptedAnswer, string, string]>([
      ['other bytes', { status: 200, body: '{"layers":[]}' }, DIGEST, 'another digest'],
      ['not JSON', { status: 200, body: '{"a":' }, digestOfText('{"a":'), 'not JSON'],
      ['a list', { status: 200, body: '[]' }, digestOfText('[]'), 'not a JSON object'],
      [
        'wrong entries',
        { status: 200, body: '{"manifests":[1]}' },
        digestOfText('{"manifests":[1]}'),
        'entry 1'
      ],
      [
        'refused',
        refuse(403, 'DENIED', 'requested access'),
        DIGEST,
        'requested access; the token needs read:packages'
      ],
      [
        'a teapot',
        { status: 418, body: 'short and stout' },
        DIGEST,
        'expected 200, got 418: short and stout'
      ],
      ['nothing at all', { status: 204 }, DIGEST, 'got 204']
    ])('%s', async (_case, answer, digest, why) => {
      const server = await registry(answer)
      const { reading, bytes } = await clientOf(server.url).readManifest(APP, digest)

      expect(reading).toMatchObject({ kind: 'unreadable', why: expect.stringContaining(why) })
      expect(bytes).toBeNull()
    })

    test.each<[string, Uint8Array, string]>([
      [
        'exactly as large as may be',
        utf8(`"${'x'.repeat(MAX_MANIFEST_BYTES - 2)}"`),
        'not a JSON object'
      ],
      ['one byte more', utf8(`"${'x'.repeat(MAX_MANIFEST_BYTES - 1)}"`), 'more than 4194304 bytes']
    ])('%s', async (_case, body, why) => {
      const server = await registry({ status: 200, body })
      const { reading } = await clientOf(server.url).readManifest(APP, digestOf(body))

      expect(reading).toMatchObject({ why: expect.stringContaining(why) })
      expect(asked(server)).toHaveLength(1)
    })

    test('the server’s words stand on one line, and end somewhere', async () => {
      const server = await registry(
        refuse(403, 'DENIED', `a\n::error::b\u001b[31m${'x'.repeat(9000)}`)
      )
      const { reading } = await clientOf(server.url).readManifest(APP, DIGEST)
      const why = reading.kind === 'unreadable' ? reading.why : ''

      expect(why).toContain('DENIED a ::error::b [31m')
      // oxlint-disable-next-line no-control-regex -- that there are none is what is asserted
      expect(why).not.toMatch(/[\u0000-\u001f]/)
      expect(why.length).toBeLessThan(900)
    })

    test('nobody there', async () => {
      const server = await registry(MANIFEST)
      await server.close()
      const { reading } = await clientOf(server.url).readManifest(APP, DIGEST)

      expect(reading).toMatchObject({ why: expect.stringContaining('the connection failed') })
    })
  })
})

describe('retries (4-running)', () => {
  test.each<[string, ScriptedAnswer]>([
    ['500', { status: 500 }],
    ['503', { status: 503 }],
    ['408', { status: 408 }],
    ['429', refuse(429, 'TOOMANYREQUESTS', 'retry-after: 1.16676ms, allowed: 44000/minute')],
    ['a connection that is reset', { status: 0, breaksOff: true }],
    ['a body that breaks off', { status: 200, body: '{"sch', breaksOff: true }]
  ])('%s five times, and then it works', async (_case, answer) => {
    const server = await registry(answer, answer, answer, answer, answer, MANIFEST)
    const client = clientOf(server.url)

    expect((await client.readManifest(APP, DIGEST)).reading.kind).toBe('read')
    expect(asked(server)).toHaveLength(6)
    expect(client.requestCount()).toBe(7)
  })

  test('a sixth time is the end', async () => {
    const server = await registry({ status: 503, body: 'upstream down' })
    const { reading } = await clientOf(server.url).readManifest(APP, DIGEST)

    expect(reading).toMatchObject({ why: expect.stringContaining('got 503: upstream down') })
    expect(asked(server)).toHaveLength(6)
  })

  test('a time-out is tried twice more, not five times', async () => {
    const clock = fastClock()
    let tries = 0
    const fetch = async () => {
      tries += 1
      throw new DOMException('too slow', 'TimeoutError')
    }
    const client = clientOf('http://127.0.0.1:1', { clock, fetch })
    const { reading } = await client.readManifest(APP, DIGEST)

    expect(reading).toMatchObject({ why: expect.stringContaining('no answer in time') })
    // Once for the greeting; three times for the token.
    expect(tries).toBe(4)
  })

  test.each<[string, ScriptedAnswer, number]>([
    ['the header Retry-After', { status: 429, headers: { 'retry-after': '7' } }, 7000],
    [
      'the wait in the text',
      refuse(429, 'TOOMANYREQUESTS', 'retry-after: 1m2.5s, allowed: 2000/minute'),
      62_500
    ],
    ['Retry-After of a 503', { status: 503, headers: { 'retry-after': '3' } }, 3000]
  ])('%s is honoured', async (_case, answer, leastMs) => {
    const clock = fastClock()
    const server = await registry(answer, MANIFEST)
    const before = clock.now()
    await clientOf(server.url, { clock }).readManifest(APP, DIGEST)

    expect(clock.now() - before).toBeGreaterThanOrEqual(leastMs)
  })

  const SECONDARY = 'You have exceeded a secondary rate limit. Please wait a few minutes.'

  test.each<[string, ScriptedAnswer, number]>([
    ['403 that speaks of it', { status: 403, body: { message: SECONDARY } }, 60_000],
    ['403 in the registry’s form that does', refuse(403, 'DENIED', SECONDARY), 60_000],
    ['403 with its code', refuse(403, 'TOOMANYREQUESTS'), 250],
    ['403 with Retry-After', { ...refuse(403, 'DENIED'), headers: { 'retry-after': '9' } }, 9000],
    ['429 that speaks of it', { status: 429, body: { message: SECONDARY } }, 60_000]
  ])('a rate limit, as %s, is waited for', async (_case, answer, leastMs) => {
    const clock = fastClock()
    const server = await registry(answer, MANIFEST)
    const before = clock.now()
    const { reading } = await clientOf(server.url, { clock }).readManifest(APP, DIGEST)

    expect(reading.kind).toBe('read')
    expect(clock.now() - before).toBeGreaterThanOrEqual(leastMs)
  })

  test('a rate limit that stays is unreadable, and no want of a permission', async () => {
    const server = await registry({ status: 403, body: { message: SECONDARY } })
    const { reading } = await clientOf(server.url).readManifest(APP, DIGEST)

    expect(reading).toEqual({
      kind: 'unreadable',
      why: expect.stringMatching(/got 403: You have exceeded a secondary rate limit/)
    })
    expect(reading).not.toMatchObject({ why: expect.stringContaining('packages: read') })
  })

  test('a wait that the run can’t afford is not begun', async () => {
    const clock = fastClock()
    const server = await registry({ status: 429, headers: { 'retry-after': '3600' } })
    const { reading } = await clientOf(server.url, { clock }).readManifest(APP, DIGEST)

    expect(reading).toMatchObject({ why: expect.stringContaining('got 429') })
    expect(clock.slept).toEqual([])
  })

  test.each([400, 403, 404, 405])('%i is final', async (status) => {
    const server = await registry({ status })
    await clientOf(server.url).readManifest(APP, DIGEST)

    expect(asked(server)).toHaveLength(1)
  })

  test('what was cut off by a signal is not tried again', async () => {
    const server = await registry(MANIFEST)
    const { reading } = await clientOf(server.url, { signal: AbortSignal.abort() }).readManifest(
      APP,
      DIGEST
    )

    expect(reading.kind).toBe('unreadable')
    expect(server.seen).toEqual([])
  })

  test('never more requests in flight than said', async () => {
    let inFlight = 0
    let most = 0
    const server = await script(async ({ path }) => {
      if (path === '/v2/') return { status: 200 }
      inFlight += 1
      most = Math.max(most, inFlight)
      await new Promise((resolve) => setTimeout(resolve, 5))
      inFlight -= 1
      return MANIFEST
    })
    open.push(server)
    const client = clientOf(server.url, { concurrency: 3 })
    await Promise.all(Array.from({ length: 20 }, () => client.readManifest(APP, DIGEST)))

    expect(most).toBe(3)
  })
})

describe('knows (ruling 31)', () => {
  const head = (status: number) => (request: SeenRequest) =>
    request.method === 'HEAD' ? { status } : UNKNOWN

  test.each<[string, Parameters<typeof registry>, string, string[]]>([
    ['200 is present, without reading it', [MANIFEST], 'present', ['HEAD']],
    ['404 is confirmed by what a GET says', [head(404)], 'absent', ['HEAD', 'GET']],
    ['404 to HEAD alone', [{ status: 404 }, MANIFEST], 'present', ['HEAD', 'GET']],
    ['404 that is a web page', [{ status: 404, body: '<html>' }], 'unreadable', ['HEAD', 'GET']],
    [
      '404 of a repository that is not known',
      [refuse(404, 'NAME_UNKNOWN')],
      'unreadable',
      ['HEAD', 'GET']
    ],
    ['405: a GET instead', [{ status: 405 }, MANIFEST], 'present', ['HEAD', 'GET']],
    ['405, and the GET says 404', [{ status: 405 }, UNKNOWN], 'absent', ['HEAD', 'GET']],
    ['403', [refuse(403, 'DENIED')], 'unreadable', ['HEAD']],
    ['204', [{ status: 204 }], 'unreadable', ['HEAD']]
  ])('%s', async (_case, answers, expected, methods) => {
    const server = await registry(...answers)

    expect(await clientOf(server.url).knows(APP, DIGEST)).toBe(expected)
    expect(asked(server).map((line) => line.split(' ')[0])).toEqual(methods)
  })

  test('a fault is unreadable', async () => {
    const server = await registry({ status: 0, breaksOff: true })

    expect(await clientOf(server.url).knows(APP, DIGEST)).toBe('unreadable')
  })
})

describe('readTag', () => {
  test('gives the digest of the bytes, with or without the header', async () => {
    const withHeader = {
      ...MANIFEST,
      headers: { ...MANIFEST.headers, 'docker-content-digest': DIGEST }
    }
    for (const answer of [MANIFEST, withHeader]) {
      const server = await registry(answer)
      const tagged = await clientOf(server.url).readTag(APP, 'v1')

      expect(tagged).toMatchObject({ digest: DIGEST, contentType: OCI_MANIFEST })
      expect(Buffer.from(tagged?.bytes ?? []).equals(BYTES)).toBe(true)
      expect(asked(server)).toEqual(['GET /v2/acme/app/manifests/v1'])
    }
  })

  test('null where the registry says that there is none', async () => {
    const server = await registry(UNKNOWN)

    expect(await clientOf(server.url).readTag(APP, 'v1')).toBeNull()
  })

  test.each<[string, ScriptedAnswer, string]>([
    [
      'the header names other bytes',
      { ...MANIFEST, headers: { 'docker-content-digest': `sha256:${'0'.repeat(64)}` } },
      'WRONG_DIGEST'
    ],
    ['refused', refuse(403, 'DENIED'), 'DENIED'],
    ['a repository that is not known', refuse(404, 'NAME_UNKNOWN'), 'NAME_UNKNOWN'],
    ['a web page', { status: 404, body: '<html>' }, 'UNEXPECTED_STATUS'],
    ['500', { status: 500 }, 'SERVER'],
    ['too large', { status: 200, body: new Uint8Array(MAX_MANIFEST_BYTES + 1) }, 'TOO_LARGE'],
    ['429', { status: 429 }, 'TOO_MANY_REQUESTS'],
    ['408', { status: 408 }, 'TIMED_OUT'],
    ['a reset', { status: 0, breaksOff: true }, 'CONNECTION']
  ])('%s is an error with a code', async (_case, answer, code) => {
    const server = await registry(answer)

    await expect(clientOf(server.url).readTag(APP, 'v1')).rejects.toMatchObject({
      name: 'RegistryError',
      code,
      request: 'GET /v2/acme/app/manifests/v1'
    })
  })

  test.each(['../v1', 'a/b', '', '.hidden', 'x'.repeat(129), 'v1?x'])(
    'what is no tag, %p, is not asked for',
    async (tag) => {
      const server = await registry(MANIFEST)

      await expect(clientOf(server.url).readTag(APP, tag)).rejects.toMatchObject({
        code: 'MALFORMED'
      })
      expect(server.seen).toEqual([])
    }
  )
})

describe('putManifest', () => {
  test('sends exactly the bytes, with their type, and gives their digest', async () => {
    const server = await registry({ status: 201, headers: { 'docker-content-digest': DIGEST } })
    const { digest } = await clientOf(server.url).putManifest(APP, 'v1', BYTES, OCI_MANIFEST)
    const request = server.seen.at(-1)

    expect(digest).toBe(DIGEST)
    expect(request).toMatchObject({ method: 'PUT', path: '/v2/acme/app/manifests/v1' })
    expect(request?.headers['content-type']).toBe(OCI_MANIFEST)
    expect(request?.body.equals(BYTES)).toBe(true)
  })

  test('the digest header is not needed', async () => {
    const server = await registry({ status: 201 })

    expect(await clientOf(server.url).putManifest(APP, 'v1', BYTES, OCI_MANIFEST)).toEqual({
      digest: DIGEST
    })
  })

  test('is sent again after a fault', async () => {
    const server = await registry({ status: 0, breaksOff: true }, { status: 502 }, { status: 201 })
    await clientOf(server.url).putManifest(APP, 'v1', BYTES, OCI_MANIFEST)

    expect(server.seen.at(-1)?.body.equals(BYTES)).toBe(true)
    expect(asked(server)).toHaveLength(3)
  })

  test.each<[string, ScriptedAnswer, string, string]>([
    [
      'another digest was stored',
      { status: 201, headers: { 'docker-content-digest': `sha256:${'0'.repeat(64)}` } },
      'WRONG_DIGEST',
      'not the digest'
    ],
    [
      'refused',
      refuse(403, 'DENIED', 'permission_denied: write_package'),
      'DENIED',
      'write_package; the token needs write:packages'
    ],
    [
      'invalid',
      refuse(400, 'MANIFEST_INVALID', 'bad'),
      'UNEXPECTED_STATUS',
      'expected 201, got 400: MANIFEST_INVALID bad'
    ],
    ['too large', { status: 413 }, 'TOO_LARGE', 'got 413'],
    ['accepted for later', { status: 202 }, 'UNEXPECTED_STATUS', 'got 202']
  ])('%s is an error', async (_case, answer, code, message) => {
    const server = await registry(answer)

    await expect(
      clientOf(server.url).putManifest(APP, 'v1', BYTES, OCI_MANIFEST)
    ).rejects.toMatchObject({ code, message: expect.stringContaining(message) })
  })
})

test('a redirect to another origin is followed without the token', async () => {
  const storage = await registry(MANIFEST)
  const server = await script(({ path, authorization }, url) => {
    if (path.startsWith('/token')) return { status: 200, body: { token: 'bearer-of-the-registry' } }
    if (authorization === null) {
      const headers = { 'www-authenticate': `Bearer realm="${url}/token"` }
      return { ...refuse(401, 'UNAUTHORIZED'), headers }
    }
    return { status: 307, headers: { location: `${storage.url}/blob` } }
  })
  open.push(server)
  const { reading } = await clientOf(server.url).readManifest(APP, DIGEST)

  expect(reading.kind).toBe('read')
  expect(server.seen.at(-1)?.authorization).toBe('Bearer bearer-of-the-registry')
  expect(storage.seen.map(({ path, authorization }) => [path, authorization])).toEqual([
    ['/blob', null]
  ])
})
