import { afterEach, expect, test } from '@jest/globals'
import { createFetch } from '../../src/http/fetch.js'
import { createTransport } from '../../src/registry/transport.js'
import { fastClock } from './fast-clock.js'
import { script, type ScriptedAnswer, type ScriptedServer } from './scripted-server.js'

const servers: ScriptedServer[] = []
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()))
})

async function serve(respond: () => ScriptedAnswer): Promise<ScriptedServer> {
  const server = await script(respond)
  servers.push(server)
  return server
}

function transportOf() {
  const transport = createTransport({ fetch: createFetch(), clock: fastClock(), random: () => 0.5 })
  const send = (url: string) =>
    transport.send({ method: 'GET', url: new URL(`${url}/v2/`), headers: {}, maxBytes: 1000 })
  return { transport, send }
}

async function refusing(): Promise<string> {
  const server = await script(() => ({ status: 200 }))
  await server.close()
  return server.url
}

test('a connection refused from the first is tried three times in all', async () => {
  const { transport, send } = transportOf()

  await expect(send(await refusing())).rejects.toMatchObject({ code: 'CONNECTION' })
  expect(transport.requestCount()).toBe(3)
})

test('a port that is never asked is not tried again', async () => {
  const { transport, send } = transportOf()

  await expect(send('http://127.0.0.1:1')).rejects.toThrow(/bad port/)
  expect(transport.requestCount()).toBe(1)
})

test('a registry that has answered once is tried as often as after any fault', async () => {
  const { transport, send } = transportOf()
  const server = await serve(() => ({ status: 401 }))
  await send(server.url)

  await expect(send(await refusing())).rejects.toMatchObject({ code: 'CONNECTION' })
  expect(transport.requestCount()).toBe(1 + 6)
})

test('a fault of somebody who is there is tried as often, also the first time', async () => {
  const { transport, send } = transportOf()
  let breaks = 5
  const server = await serve(() =>
    (breaks -= 1) >= 0 ? { status: 0, breaksOff: true } : { status: 200 }
  )

  expect((await send(server.url)).status).toBe(200)
  expect(transport.requestCount()).toBe(6)
})
