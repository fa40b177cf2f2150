import { afterEach, expect, test } from '@jest/globals'
import { buildxIndex } from '../../src/emulator/image-attestation.js'
import { multiArch, ociIndex } from '../../src/emulator/image-index.js'
import { ociImage } from '../../src/emulator/image-manifest.js'
import { attest, cosign } from '../../src/emulator/registry-publish.js'
import { lostPulls, pullEverything } from '../../src/emulator/registry-pull.js'
import { duration, quick } from '../run/run-site.js'
import {
  closeStages,
  container,
  livingIn,
  onlyPackage,
  openStage,
  outcomesOf,
  pushed,
  tagsIn,
  type Stage
} from './stage.js'

afterEach(closeStages)

const CLOSED = quick({ deleteTags: ['pr-*'], olderThan: duration('30d') })

/** Ids in the order in which their deletions came. */
function deletions(stage: Stage): number[] {
  return stage.taken().flatMap((line) => {
    const id = /^DELETE .*\/versions\/(\d+)$/.exec(line)?.[1]
    return id === undefined ? [] : [Number(id)]
  })
}

test('a root goes before its children, a subject before its referrers, the oldest image first', async () => {
  const stage = await openStage()
  const app = container(stage)
  const [older, newer] = [buildxIndex('older'), buildxIndex('newer')]
  pushed(stage, app, newer, 60, 'pr-2')
  pushed(stage, app, older, 90, 'pr-1')
  const signature = cosign(stage.emulated, app, older.digest)
  const attestation = attest(stage.emulated, app, older)
  pushed(stage, app, ociImage('kept'), 90, 'v1')
  const idOf = (digest: string) => app.versions.find(({ name }) => name === digest)?.id ?? 0

  await stage.run({ rules: CLOSED, concurrency: 1 })

  const order = deletions(stage)
  const place = (id: number) => order.indexOf(id)
  expect(order[0]).toBe(idOf(older.digest))
  expect(place(idOf(newer.digest))).toBe(order.length - 1 - newer.parts.length)
  for (const { digest } of older.parts) {
    expect(place(idOf(digest))).toBeGreaterThan(place(idOf(older.digest)))
  }
  expect(place(signature.id)).toBeGreaterThan(0)
  expect(place(attestation.index.id)).toBeGreaterThan(0)
  expect(place(attestation.referrer.id)).toBeGreaterThan(place(attestation.index.id))
})

test('a child goes only after the answer for its parent, at any concurrency', async () => {
  const stage = await openStage()
  const app = container(stage)
  const old = ociIndex([{ manifest: multiArch('inner') }])
  pushed(stage, app, old, 90, 'pr-1')
  pushed(stage, app, ociImage('kept'), 90, 'v1')
  const living: number[] = []
  stage.emulator.onRequest((request) => {
    if (request.method === 'DELETE') living.push(livingIn(app).length)
  })
  stage.emulator.addFault({ method: 'DELETE', trouble: { kind: 'delay', ms: 30 } })

  await stage.run({ rules: CLOSED, concurrency: 50 })

  // Index, inner index, then both platforms at once: each sees all of what came before done.
  expect(living).toEqual([5, 4, 3, 2])
})

test.each<[string, number, object, string]>([
  ['refused for its downloads', 0, {}, 'blocked'],
  ['failed', 500, { message: 'Server Error' }, 'failed'],
  ['denied', 404, { message: 'Package not found.' }, 'failed']
])('the children of a deletion that was %s stay', async (_name, status, body, outcome) => {
  const stage = await openStage()
  const app = container(stage)
  app.visibility = outcome === 'blocked' ? 'public' : 'private'
  const old = pushed(stage, app, multiArch('old'), 90, 'pr-1')
  pushed(stage, app, ociImage('kept'), 90, 'v1')
  if (outcome === 'blocked') old.downloads = 5001
  else {
    stage.emulator.addFault({
      method: 'DELETE',
      path: new RegExp(`/${old.id}$`),
      trouble: { kind: 'answer', status, body }
    })
  }
  const before = pullEverything(app)

  const result = await stage.run({ rules: CLOSED })

  const [, ...children] = onlyPackage(result).versions.filter(
    ({ decision }) => decision === 'delete'
  )
  expect(outcomesOf(result)['pr-1']).toBe(outcome)
  expect(children.map((row) => row.outcome)).toEqual(['skipped', 'skipped'])
  expect(children[0]?.error).toBe(`version ${old.id}, which needs it, could not be deleted`)
  expect(lostPulls(before, app, 'versions')).toEqual([])
  expect(Object.keys(tagsIn(app))).toEqual(['pr-1', 'v1'])
  expect(result.failures).toHaveLength(outcome === 'failed' ? 1 : 0)
})

test('without the Admin role the first refusals are the last: the rest is not tried', async () => {
  const stage = await openStage()
  const app = container(stage)
  for (let n = 1; n <= 40; n += 1) pushed(stage, app, ociImage(`old ${n}`), 90, `pr-${n}`)
  pushed(stage, app, ociImage('kept'), 90, 'v1')
  app.roles.set('maintainer', 'write')
  app.visibility = 'public'

  const result = await stage.run({ rules: CLOSED, concurrency: 4 }, { login: 'maintainer' })

  const { totals } = onlyPackage(result)
  expect(totals.deleted).toBe(0)
  expect(totals.failed + totals.skipped).toBe(40)
  expect(totals.failed).toBeLessThanOrEqual(4)
  expect(result.failures.join()).toMatch(/could not be changed/)
  const failed = onlyPackage(result).versions.find(({ outcome }) => outcome === 'failed')
  expect(failed?.error).toMatch(/lacks the Admin role.*Manage Actions access/)
})
