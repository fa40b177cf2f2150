import { afterEach, describe, expect, test } from '@jest/globals'
import type { Digest } from '../../src/model/digest.js'
import { script, type ScriptedServer } from './scripted-server.js'
import { APP, clientOf } from './test-client.js'

const DIGEST: Digest = `sha256:${'a'.repeat(64)}`
/** Nobody who sleeps by it ever wakes. */
const ENDLESS = { now: () => 0, sleep: () => new Promise<void>(() => {}) }

let server: ScriptedServer | null = null
afterEach(async () => {
  await server?.close()
})

/** A client that is told to wait for a minute by each answer, and what cuts it off. */
async function held(concurrency: number, which: 'signal' | 'stopping' = 'signal') {
  const controller = new AbortController()
  server = await script(({ path }) =>
    path.startsWith('/v2/acme')
      ? { status: 429, headers: { 'retry-after': '60' } }
      : { status: 200, body: { token: 'let-in' } }
  )
  const client = clientOf(server.url, {
    clock: ENDLESS,
    concurrency,
    [which]: controller.signal
  })
  return { client, controller, seen: server.seen }
}

/** Until that many manifests were asked for. */
async function asked(seen: readonly { readonly path: string }[], count: number): Promise<void> {
  while (seen.filter(({ path }) => path.startsWith('/v2/acme')).length < count) {
    await new Promise(setImmediate)
  }
  // The answer has to arrive, too.
  await new Promise((resolve) => setTimeout(resolve, 50))
}

describe('a run that is cut off waits for nothing more', () => {
  test.each([
    ['a pause that the registry asked for', 16, 16, 'signal'],
    ['its turn behind those that pause', 1, 1, 'signal'],
    ['a manifest, as soon as it has to end', 1, 1, 'stopping']
  ] as const)('%s', async (_name, concurrency, first, which) => {
    const { client, controller, seen } = await held(concurrency, which)
    const readings = Array.from({ length: 20 }, () => client.readManifest(APP, DIGEST))
    await asked(seen, first)
    const sent = seen.length
    controller.abort()

    const ended = await Promise.all(readings)

    expect(new Set(ended.map(({ reading }) => reading.kind))).toEqual(new Set(['unreadable']))
    expect(seen).toHaveLength(sent)
  })

  test('and says so of what was not sent', async () => {
    const { client, controller } = await held(1)
    controller.abort()

    const { reading } = await client.readManifest(APP, DIGEST)

    expect(reading).toMatchObject({ why: expect.stringMatching(/cut off/) })
  })
})
