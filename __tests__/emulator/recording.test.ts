import { expect, test } from '@jest/globals'
import { addVersion } from '../../src/emulator/builders.js'
import { ask, smallWorld, start } from './world.js'

const VERSIONS = '/orgs/acme/packages/container/app/versions'

test('requests are recorded as they were sent, without the token', async () => {
  const { world, ada } = smallWorld()
  const emulator = await start(world, { apiPrefix: '/api/v3' })

  await ask(emulator, ada, `GET ${VERSIONS}?state=active`)
  await ask(emulator, ada, `POST /orgs/acme/packages/container/app/restore?token=${ada.secret}`)
  await ask(emulator, null, `GET ${emulator.registryUrl}/v2/`)

  expect(emulator.requests.map(({ line, surface, status }) => [surface, line, status])).toEqual([
    ['api', `GET /api/v3${VERSIONS}?state=active`, 200],
    ['api', 'POST /api/v3/orgs/acme/packages/container/app/restore?token=***', 404],
    ['registry', 'GET /v2/', 401]
  ])
  expect(emulator.requests[0]?.headerNames).toContain('authorization')
  expect(emulator.requests.map(({ authorization }) => authorization)).toEqual([
    'bearer',
    'bearer',
    null
  ])
  expect(JSON.stringify(emulator.requests)).not.toContain(ada.secret)
})

test('a hook can publish between two requests, before and after the work is done', async () => {
  const { world, app, ada } = smallWorld()
  const emulator = await start(world)
  const stop = emulator.onRequest(() => addVersion(world, app))
  emulator.onRequest({ after: () => addVersion(world, app) })
  const count = async () => (await ask(emulator, ada, `GET ${VERSIONS}`)).rows.length

  expect(await count()).toBe(1)
  expect(await count()).toBe(3)
  stop()
  expect(await count()).toBe(4)
})

test('closing ends a request that never would', async () => {
  const { world, ada } = smallWorld()
  const emulator = await start(world)
  emulator.addFault({ trouble: { kind: 'endless', stalled: true } })

  const asked = ask(emulator, ada, `GET ${VERSIONS}`)
  emulator.onRequest({ after: () => setImmediate(() => void emulator.close()) })
  const outcomes = await Promise.allSettled([asked, ask(emulator, ada, `GET ${VERSIONS}`)])

  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
})
