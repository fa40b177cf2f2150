import { connect } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, test } from '@jest/globals'
import { createFetch, type FetchOptions } from '../../src/http/fetch.js'
import { listen, type Listener } from './listener.js'

const listeners: Listener[] = []

async function serve(...args: Parameters<typeof listen>): Promise<Listener> {
  const listener = await listen(...args)
  listeners.push(listener)
  return listener
}

afterEach(async () => {
  await Promise.all(listeners.splice(0).map((listener) => listener.close()))
})

const TOKEN = { authorization: 'Bearer secret', cookie: 'a=b', 'x-other': 'kept' }

/** A server that sends everybody from / to `location`, and answers `arrived` elsewhere. */
const redirecting = (location: () => string, status = 302) =>
  serve((request, response) => {
    if (request.url === '/') response.writeHead(status, { location: location() }).end()
    else response.end('arrived')
  })

describe('an answer', () => {
  test('is given whole, whatever its status', async () => {
    const { url, seen } = await serve((_request, response) => {
      response.writeHead(404, { 'x-answer': 'yes' }).end('not here')
    })
    const response = await createFetch()(`${url}/a?b=c`, { method: 'DELETE', headers: TOKEN })

    expect(response.status).toBe(404)
    expect(response.headers.get('x-answer')).toBe('yes')
    expect(await response.text()).toBe('not here')
    expect(seen).toMatchObject([{ method: 'DELETE', path: '/a?b=c', headers: TOKEN }])
  })

  test('without a body is fine', async () => {
    const { url } = await serve((_request, response) => void response.writeHead(204).end())

    expect((await createFetch()(url, { method: 'DELETE' })).status).toBe(204)
  })

  test('is decompressed, and its headers do not say otherwise', async () => {
    const { url } = await serve((_request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('plain'))
    })
    const response = await createFetch()(url)

    expect(await response.text()).toBe('plain')
    expect(response.headers.get('content-encoding')).toBeNull()
  })

  test('bodies are sent byte for byte', async () => {
    const { url, seen } = await serve((_request, response) => void response.end())
    await createFetch()(url, { method: 'PUT', body: new TextEncoder().encode('{ "a":1}') })

    expect(seen[0]?.body).toBe('{ "a":1}')
  })

  test('connections are kept alive', async () => {
    const sockets = new Set<unknown>()
    const { url } = await serve((request, response) => {
      sockets.add(request.socket)
      response.end()
    })
    const fetch = createFetch()
    for (let i = 0; i < 5; i += 1) await fetch(url)

    // undici may open a second one while the first is being given back
    expect(sockets.size).toBeLessThanOrEqual(2)
  })

  test('a hundred requests are under way at once', async () => {
    const waiting: (() => void)[] = []
    const { url } = await serve((_request, response) => {
      waiting.push(() => response.end())
      // Nobody is answered before all have come: fewer connections would never end.
      if (waiting.length === 100) for (const finish of waiting) finish()
    })
    const fetch = createFetch()
    const responses = await Promise.all(Array.from({ length: 100 }, () => fetch(url)))

    expect(responses.every(({ ok }) => ok)).toBe(true)
  })
})

describe('redirects', () => {
  test('within the origin keep the token', async () => {
    const { url, seen } = await redirecting(() => '/there')
    const response = await createFetch()(url, { headers: TOKEN })

    expect(await response.text()).toBe('arrived')
    expect(seen.at(-1)).toMatchObject({ path: '/there', headers: TOKEN })
  })

  test('to another origin lose the token and nothing else', async () => {
    const other = await serve((_request, response) => void response.end('arrived'))
    const { url } = await redirecting(() => `${other.url}/there`)
    const response = await createFetch()(url, { headers: TOKEN })

    expect(response.url).toBe(`${other.url}/there`)
    expect(other.seen[0]?.headers).toMatchObject({ 'x-other': 'kept' })
    expect(other.seen[0]?.headers).not.toHaveProperty('authorization')
    expect(other.seen[0]?.headers).not.toHaveProperty('cookie')
  })

  test('back to the first origin do not bring the token back', async () => {
    const home = await redirecting(() => `${other.url}/there`)
    const other = await serve((_request, response) => {
      response.writeHead(302, { location: `${home.url}/again` }).end()
    })
    await createFetch()(home.url, { headers: TOKEN })

    expect(home.seen.at(-1)?.path).toBe('/again')
    expect(home.seen.at(-1)?.headers).not.toHaveProperty('authorization')
  })

  test.each([
    [301, 'DELETE', 'DELETE', ''],
    [302, 'POST', 'GET', ''],
    [303, 'DELETE', 'GET', ''],
    [307, 'POST', 'POST', 'body'],
    [308, 'PUT', 'PUT', 'body']
  ])('%i turns %s into %s', async (status, method, turned, body) => {
    const { url, seen } = await redirecting(() => '/there', status)
    await createFetch()(url, { method, body: method === 'DELETE' ? null : 'body' })

    expect(seen.at(-1)).toMatchObject({ method: turned, body })
  })

  test('without an address are the answer', async () => {
    const { url } = await serve((_request, response) => void response.writeHead(302).end())

    expect((await createFetch()(url)).status).toBe(302)
  })

  test('end after five', async () => {
    const { url, seen } = await serve((_request, response) => {
      response.writeHead(302, { location: '/' }).end()
    })

    await expect(createFetch()(url)).rejects.toMatchObject({ code: 'redirect' })
    expect(seen).toHaveLength(6)
  })
})

describe('no answer', () => {
  const failing = async (
    respond: Parameters<typeof listen>[0],
    options: FetchOptions = {}
  ): Promise<unknown> => {
    const { url } = await serve(respond)
    return createFetch(options)(url).then(
      () => null,
      (error: unknown) => error
    )
  }

  test('nobody listens', async () => {
    const gone = await listen(() => undefined)
    await gone.close()

    await expect(createFetch()(gone.url)).rejects.toMatchObject({
      code: 'connection',
      message: expect.stringContaining('ECONNREFUSED')
    })
  })

  test('the connection breaks before the answer', async () => {
    const error = await failing((request) => request.socket.destroy())

    expect(error).toMatchObject({ name: 'TransportError', code: 'connection' })
  })

  test('the connection breaks within the body', async () => {
    const error = await failing((_request, response) => {
      response.writeHead(200, { 'content-length': 100 }).write('{"half":')
      setTimeout(() => response.destroy(), 20)
    })

    expect(error).toMatchObject({ code: 'connection' })
  })

  test('the server never answers', async () => {
    const error = await failing(() => undefined, { totalTimeoutMs: 50 })

    expect(error).toMatchObject({ code: 'timed-out', message: 'took longer than 0.05 s' })
  })

  test('the body stalls', async () => {
    const error = await failing(
      (_request, response) => void response.writeHead(200).write('half'),
      { idleTimeoutMs: 50 }
    )

    expect(error).toMatchObject({ code: 'timed-out', message: 'nothing came for 0.05 s' })
  })

  test('the body never ends', async () => {
    const error = await failing(
      (_request, response) => {
        const timer = setInterval(() => response.write('x'.repeat(1000)), 1)
        response.on('close', () => clearInterval(timer))
      },
      { maxBodyBytes: 5000 }
    )

    expect(error).toMatchObject({ code: 'too-large' })
  })

  test('a small body that unpacks to a large one', async () => {
    const bomb = gzipSync(Buffer.alloc(1_000_000))
    const error = await failing(
      (_request, response) => {
        response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb)
      },
      { maxBodyBytes: 100_000 }
    )

    expect(error).toMatchObject({ code: 'too-large' })
  })

  test('the caller gives up', async () => {
    const reason = new Error('cut off')
    const { url } = await serve(() => controller.abort(reason))
    const controller = new AbortController()

    await expect(createFetch()(url, { signal: controller.signal })).rejects.toBe(reason)
    await expect(createFetch()(url, { signal: controller.signal })).rejects.toBe(reason)
  })
})

test('a proxy is asked to connect, and the request goes through it', async () => {
  const origin = await serve((_request, response) => void response.end('through'))
  const tunnels: string[] = []
  const proxy = await serve((_request, response) => void response.writeHead(500).end())
  proxy.server.on('connect', (request, socket) => {
    tunnels.push(request.url ?? '')
    const upstream = connect(Number(new URL(origin.url).port), '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n')
      upstream.pipe(socket).pipe(upstream)
    })
    socket.on('error', () => upstream.destroy())
    upstream.on('error', () => socket.destroy())
  })
  const environment = { http_proxy: proxy.url }
  const response = await createFetch({ environment, proxyLoopback: true })(origin.url)

  expect(await response.text()).toBe('through')
  expect(tunnels).toEqual([new URL(origin.url).host])
})
