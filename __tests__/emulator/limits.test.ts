import { describe, expect, test } from '@jest/globals'
import { addToken, addVersion } from '../../src/emulator/builders.js'
import { UsageBook } from '../../src/emulator/limits.js'
import { LoadMeter } from '../../src/emulator/load.js'
import { ask, NOW, smallWorld, start } from './world.js'

describe('the hour', () => {
  test.each([
    [403, 'ada', 'user'],
    [429, null, 'installation']
  ] as const)('that is used up answers %i', async (status, login, kind) => {
    const { world, ada } = smallWorld()
    const token = login === null ? addToken(world, { kind: 'actions', repository: 'a/b' }) : ada
    const emulator = await start(world, {
      limits: { enforcesPrimary: true, hourly: 2, status }
    })
    await ask(emulator, token, 'GET /users/acme')
    await ask(emulator, token, 'GET /users/acme')

    const refused = await ask(emulator, token, 'GET /users/acme')

    expect(refused.status).toBe(status)
    expect(refused.fields.message).toMatch(`API rate limit exceeded for ${kind} ID`)
    expect(refused.headers.get('x-ratelimit-remaining')).toBe('0')
    expect((await ask(emulator, token, 'GET /rate_limit')).status).toBe(200)
    world.now = () => NOW + 3_600_000
    expect((await ask(emulator, token, 'GET /users/acme')).status).toBe(200)
  })

  test('does nothing where a refused request would have changed something', async () => {
    const { world, app, ada } = smallWorld()
    const version = addVersion(world, app)
    const emulator = await start(world, { limits: { enforcesPrimary: true, hourly: 0 } })

    await ask(emulator, ada, `DELETE /orgs/acme/packages/container/app/versions/${version.id}`)

    expect(version.deletedAt).toBeNull()
  })
})

describe('the meter', () => {
  test('lets 180 changes a minute pass and calls the next one a breach', () => {
    const meter = new LoadMeter()
    const send = (at: number) => {
      const { isBreach, leave } = meter.arrive('ada', 'DELETE', at)
      leave()
      return isBreach
    }
    const first = Array.from({ length: 180 }, (_, index) => send(index))

    expect(first).not.toContain(true)
    expect(send(59_999)).toBe(true)
    expect(send(60_000)).toBe(false)
    expect(meter).toMatchObject({ breaches: 1, mostPoints: 905 })
  })

  test('counts each token on its own, reads as 1 and all else as 5', () => {
    const meter = new LoadMeter()
    for (const method of ['GET', 'HEAD', 'POST', 'PUT', 'DELETE']) meter.arrive('ada', method, 0)
    meter.arrive('bob', 'GET', 0)

    expect(meter).toMatchObject({ mostPoints: 17, mostAtOnce: 5, breaches: 0 })
  })

  test('calls the 101st request at once a breach', () => {
    const meter = new LoadMeter()
    const arrivals = Array.from({ length: 100 }, () => meter.arrive('ada', 'GET', 0))

    expect(meter.arrive('ada', 'GET', 0).isBreach).toBe(true)
    for (const { leave } of arrivals) leave()
    expect(meter.arrive('ada', 'GET', 0).isBreach).toBe(false)
    expect(meter.mostAtOnce).toBe(101)
  })
})

test.each([
  [429, 7, '7'],
  [403, null, null]
] as const)('above the secondary limit it answers %i', async (status, retryAfterS, header) => {
  const { world, ada } = smallWorld()
  const emulator = await start(world, {
    limits: { enforcesSecondary: true, status, retryAfterS }
  })
  for (let points = 0; points < 900; points += 5) emulator.load.arrive('ada', 'DELETE', NOW).leave()

  const { headers, fields, ...refused } = await ask(emulator, ada, 'GET /users/acme')

  expect(refused.status).toBe(status)
  expect(fields.message).toMatch(/^You have exceeded a secondary rate limit/)
  expect(headers.get('retry-after')).toBe(header)
})

test('without enforcement a breach is only counted', async () => {
  const { world, ada } = smallWorld()
  const emulator = await start(world)
  for (let points = 0; points < 900; points += 5) emulator.load.arrive('ada', 'DELETE', NOW).leave()

  expect((await ask(emulator, ada, 'GET /users/acme')).status).toBe(200)
  expect(emulator.load.breaches).toBe(1)
})

test('several listeners can share one world, its hours and its meter', async () => {
  const { world, ada } = smallWorld()
  const shared = { load: new LoadMeter(), usage: new UsageBook() }
  const one = await start(world, shared)
  const other = await start(world, shared)

  await ask(one, ada, 'GET /users/acme')
  const { headers } = await ask(other, ada, 'GET /users/acme')

  expect(headers.get('x-ratelimit-used')).toBe('2')
  expect(shared.load.mostPoints).toBe(2)
})
