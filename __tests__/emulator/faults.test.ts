import { describe, expect, test } from '@jest/globals'
import { addVersion } from '../../src/emulator/builders.js'
import type { Fault } from '../../src/emulator/faults.js'
import { ask, NOW, smallWorld, start } from './world.js'

const PATH = '/orgs/acme/packages/container/app/versions'

async function site(fault: Fault, count = 2) {
  const { world, app, ada } = smallWorld()
  const versions = Array.from({ length: count }, () => addVersion(world, app))
  const emulator = await start(world)
  const disarm = emulator.addFault(fault)
  const first = versions[0]!
  const send = (line = `GET ${PATH}`) => ask(emulator, ada, line)
  return { emulator, first, disarm, send, remove: () => send(`DELETE ${PATH}/${first.id}`) }
}

describe('the work is', () => {
  test.each<[string, Fault['trouble'], boolean]>([
    ['lost by an answer', { kind: 'answer', status: 502 }, false],
    ['lost by a reset', { kind: 'reset', when: 'before' }, false],
    ['lost by a redirect', { kind: 'redirect', origin: 'http://127.0.0.2:1' }, false],
    ['done before an answer', { kind: 'answer', when: 'after', status: 502 }, true],
    ['done before a reset', { kind: 'reset', when: 'after' }, true]
  ])('%s', async (_name, trouble, isDone) => {
    const { first, remove } = await site({ trouble, times: 1 })

    const outcome = await remove().then(
      ({ status }) => status,
      () => 'reset'
    )

    const expected = { answer: 502, reset: 'reset', redirect: 302 } as Record<string, unknown>
    expect(outcome).toBe(expected[trouble.kind])
    expect(first.deletedAt !== null).toBe(isDone)
  })
})

describe('hit are', () => {
  const statuses = async (fault: Omit<Fault, 'trouble'>) => {
    const { send } = await site({ ...fault, trouble: { kind: 'answer', status: 500 } })
    const hits: number[] = []
    for (let request = 1; request <= 8; request += 1) {
      if ((await send()).status === 500) hits.push(request)
    }
    return hits
  }

  test.each<[string, Omit<Fault, 'trouble'>, number[]]>([
    ['all', {}, [1, 2, 3, 4, 5, 6, 7, 8]],
    ['the first two', { times: 2 }, [1, 2]],
    ['the one after three', { skip: 3, times: 1 }, [4]],
    ['every third', { every: 3 }, [3, 6]],
    ['those of a method', { method: 'DELETE' }, []],
    ['those of a path', { path: /versions$/ }, [1, 2, 3, 4, 5, 6, 7, 8]],
    ['those of another path', { path: /state=deleted/ }, []],
    ['those that a function picks', { when: ({ token }) => token === null }, []]
  ])('%s', async (_name, fault, expected) => {
    expect(await statuses(fault)).toEqual(expected)
  })

  test('some by chance, the same for the same seed', async () => {
    const chance = { seed: 3, share: 0.5 }
    const hits = await statuses({ chance })

    expect(hits.length).toBeGreaterThan(0)
    expect(hits.length).toBeLessThan(8)
    expect(await statuses({ chance })).toEqual(hits)
  })

  test('none once it is disarmed', async () => {
    const { send, disarm } = await site({ trouble: { kind: 'answer', status: 500 } })
    disarm()

    expect((await send()).status).toBe(200)
  })
})

describe('the answer is', () => {
  test('what the test asked for', async () => {
    const body = { message: 'Server Error' }
    const headers = { 'retry-after': '3' }
    const { send } = await site({ trouble: { kind: 'answer', status: 503, body, headers } })

    const answered = await send()

    expect(answered).toMatchObject({ status: 503, body })
    expect(answered.headers.get('retry-after')).toBe('3')
  })

  test('cut off with the connection', async () => {
    const { send } = await site({ trouble: { kind: 'truncated' } })

    await expect(send()).rejects.toThrow('terminated')
  })

  test('cut off cleanly, so that only the JSON is broken', async () => {
    const { send } = await site({ trouble: { kind: 'truncated', clean: true } })

    const { status, body } = await send()

    expect([status, typeof body]).toEqual([200, 'string'])
  })

  test('a web page', async () => {
    const { send } = await site({ trouble: { kind: 'html' } })

    const { headers, body } = await send()

    expect(headers.get('content-type')).toMatch('text/html')
    expect(body).toMatch(/^<!DOCTYPE html>/)
  })

  test('JSON of other types', async () => {
    const { send, first } = await site({ trouble: { kind: 'mistyped' } })

    const { body } = await send()

    expect(body).toContainEqual(expect.objectContaining({ id: { value: first.id } }))
  })

  test('linked to another host', async () => {
    const origin = 'http://127.0.0.2:9'
    const { send } = await site({ trouble: { kind: 'foreign-link', origin } }, 40)

    const { headers } = await send()

    expect(headers.get('link')).toMatch(`<${origin}${PATH}?page=2>; rel="next"`)
  })

  test('dated hours off', async () => {
    const { send } = await site({ trouble: { kind: 'clock', offsetMs: 3 * 3_600_000 } })

    const { headers } = await send()

    expect(headers.get('date')).toBe(new Date(NOW + 3 * 3_600_000).toUTCString())
  })

  test('without end', async () => {
    const { emulator } = await site({ trouble: { kind: 'endless' } })
    const response = await fetch(emulator.apiUrl + PATH)
    const stream: AsyncIterable<Uint8Array> = response.body!
    let bytes = 0
    for await (const chunk of stream) {
      bytes += chunk.byteLength
      if (bytes > 1_000_000) break
    }

    expect(bytes).toBeGreaterThan(1_000_000)
  })

  test('delayed, with the work done at once, while others go on', async () => {
    const { emulator, first, remove, send } = await site({
      trouble: { kind: 'delay', ms: 60_000 },
      times: 1
    })
    const isDone = new Promise<void>((resolve) => emulator.onRequest({ after: () => resolve() }))

    const delayed = Promise.allSettled([remove()])
    await isDone

    expect(first.deletedAt).toBe(NOW)
    expect((await send()).status).toBe(200)
    await emulator.close()
    expect((await delayed)[0].status).toBe('rejected')
  })
})
