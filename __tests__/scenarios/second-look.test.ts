import { afterEach, describe, expect, test } from '@jest/globals'
import { multiArch, ociIndex } from '../../src/emulator/image-index.js'
import { ociImage } from '../../src/emulator/image-manifest.js'
import { deleteVersion, moveTag, restoreVersion } from '../../src/emulator/publishing.js'
import { headline } from '../../src/report/headline.js'
import { lostPulls, pullEverything } from '../../src/emulator/registry-pull.js'
import { push } from '../../src/emulator/registry-publish.js'
import { duration, quick } from '../run/run-site.js'
import { beforeDeletion } from './meddling.js'
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

const CLOSED = quick({ deleteTags: ['pr-*'], olderThan: duration('30d') }, { untag: true })
const LIST = /\/versions\?/

/** Does `work` after the first list was given and before the second is. */
function betweenLooks(stage: Stage, work: () => void): void {
  let lists = 0
  stage.emulator.onRequest((request) => {
    if (request.method !== 'GET' || !LIST.test(request.line)) return
    lists += 1
    if (lists === 2) work()
  })
}

describe('what happened between the plan and the first change', () => {
  test('a new index over old children: they stay, whatever its own tag says (ruling 13)', async () => {
    const stage = await openStage()
    const app = container(stage)
    const child = ociImage('shared linux/amd64')
    const old = ociIndex([{ manifest: child, platform: 'linux/amd64' }])
    const fresh = ociIndex([
      { manifest: child, platform: 'linux/amd64' },
      { manifest: ociImage('new linux/arm64'), platform: 'linux/arm64' }
    ])
    pushed(stage, app, ociImage('release'), 90, 'v1')
    pushed(stage, app, old, 90, 'pr-1')
    betweenLooks(stage, () => push(stage.emulated, app, fresh, { tags: ['pr-2'] }))

    const result = await stage.run({ rules: CLOSED })

    expect(outcomesOf(result)).toEqual({ 'pr-1': 'deleted', [child.digest]: 'skipped' })
    const row = onlyPackage(result).versions.find(({ name }) => name === child.digest)
    expect(row?.error).toBe('in use since the plan was made: needed by pr-2')
    expect(livingIn(app)).toContain(child.digest)
    expect(lostPulls(new Map(), app)).toEqual([])
    expect(result.failures).toEqual([])
  })

  test('a re-tag: what has other tags than before stays, though both plans select it', async () => {
    const stage = await openStage()
    const app = container(stage)
    pushed(stage, app, ociImage('release'), 90, 'v1')
    const old = pushed(stage, app, ociImage('old'), 90, 'pr-1')
    betweenLooks(stage, () => moveTag(app, 'pr-2', old))

    const result = await stage.run({ rules: CLOSED })

    expect(outcomesOf(result)).toEqual({ 'pr-1': 'skipped' })
    expect(onlyPackage(result).versions[0]?.error).toBe('its tags changed since the plan was made')
    expect(tagsIn(app)).toEqual({ 'pr-1': old.name, 'pr-2': old.name, v1: expect.anything() })
  })

  test('a tag that moved on to a new image: the old image stays for now', async () => {
    const stage = await openStage()
    const app = container(stage)
    pushed(stage, app, ociImage('release'), 90, 'v1')
    const old = pushed(stage, app, ociImage('old'), 90, 'pr-1')
    const rebuilt = ociImage('rebuilt')
    betweenLooks(stage, () => push(stage.emulated, app, rebuilt, { tags: ['pr-1'] }))

    const result = await stage.run({ rules: CLOSED })

    expect(outcomesOf(result)).toEqual({ 'pr-1': 'skipped' })
    expect(tagsIn(app)['pr-1']).toBe(rebuilt.digest)
    expect(livingIn(app)).toContain(old.name)
  })

  test('a version that went meanwhile is gone, and so are its parts', async () => {
    const stage = await openStage()
    const app = container(stage)
    pushed(stage, app, ociImage('release'), 90, 'v1')
    const first = pushed(stage, app, ociImage('first'), 90, 'pr-1')
    const second = pushed(stage, app, ociImage('second'), 80, 'pr-2')
    betweenLooks(stage, () => deleteVersion(stage.emulated, app, first))

    const result = await stage.run({ rules: CLOSED })

    expect(outcomesOf(result)).toEqual({ 'pr-1': 'gone', 'pr-2': 'deleted' })
    expect(livingIn(app)).not.toContain(second.name)
    expect(result.report.totals).toMatchObject({ gone: 1, deleted: 1, failed: 0 })
  })

  test('a list that contradicts itself now: nothing goes, and the run is green', async () => {
    const stage = await openStage()
    const app = container(stage)
    const release = pushed(stage, app, ociImage('release'), 90, 'v1')
    pushed(stage, app, ociImage('old'), 90, 'pr-1')
    betweenLooks(stage, () => {
      release.claimedTags = ['v1', 'pr-1']
    })

    const result = await stage.run({ rules: CLOSED })

    expect(outcomesOf(result)).toEqual({ 'pr-1': 'skipped' })
    expect(stage.taken().filter((line) => line.startsWith('DELETE'))).toEqual([])
    expect(result.failures).toEqual([])
  })

  test('a new manifest that can not be read: nothing goes', async () => {
    const stage = await openStage()
    const app = container(stage)
    pushed(stage, app, ociImage('release'), 90, 'v1')
    pushed(stage, app, ociImage('old'), 90, 'pr-1')
    const broken = ociImage('broken')
    stage.emulator.addFault({
      path: new RegExp(broken.digest),
      trouble: { kind: 'answer', status: 500 }
    })
    betweenLooks(stage, () => push(stage.emulated, app, broken))

    const result = await stage.run({ rules: CLOSED })

    expect(outcomesOf(result)).toEqual({ 'pr-1': 'skipped' })
    expect(onlyPackage(result).versions.find(({ tags }) => tags?.[0] === 'pr-1')?.error).toBe(
      'the package can no longer be read whole'
    )
  })

  test('an image that became the one that has to stay: nothing is decided anew but to keep', async () => {
    const stage = await openStage()
    const app = container(stage)
    const newest = pushed(stage, app, ociImage('a'), 40, 'pr-3')
    pushed(stage, app, ociImage('b'), 50, 'pr-2')
    pushed(stage, app, ociImage('c'), 60, 'pr-1')
    // Without it, pr-2 is the newest tagged one, which last-version keeps.
    betweenLooks(stage, () => deleteVersion(stage.emulated, app, newest))

    const result = await stage.run({ rules: CLOSED })

    expect(outcomesOf(result)).toEqual({ 'pr-1': 'deleted', 'pr-2': 'skipped' })
    expect(Object.keys(tagsIn(app))).toEqual(['pr-2'])
  })

  test('the second list can not be read: nothing is changed, and the run fails', async () => {
    const stage = await openStage()
    const app = container(stage)
    pushed(stage, app, ociImage('release'), 90, 'v1')
    pushed(stage, app, ociImage('old'), 90, 'pr-1')
    stage.emulator.addFault({ path: LIST, skip: 1, trouble: { kind: 'answer', status: 500 } })

    const result = await stage.run({ rules: CLOSED })

    expect(result.failures[0]).toMatch(/could not be looked at again, so nothing was changed/)
    expect(stage.taken().filter((line) => line.startsWith('DELETE'))).toEqual([])
    expect(outcomesOf(result)).toEqual({ 'pr-1': 'failed' })
    expect(onlyPackage(result).versions.find(({ tags }) => tags?.[0] === 'pr-1')?.error).toMatch(
      /^the package could not be looked at again: .*500.*; nothing was changed in it$/
    )
    expect(onlyPackage(result).totals).toMatchObject({ selected: 1, failed: 1 })
    expect(headline(result.report)).toBe('Package retention: 0 of 2 versions deleted, 1 failed')
  })
})

describe('while changes are made', () => {
  test('the list is never older than a minute, and children of what is gone still go', async () => {
    const stage = await openStage()
    const app = container(stage)
    pushed(stage, app, ociImage('release'), 200, 'v1')
    for (let n = 1; n <= 4; n += 1) pushed(stage, app, multiArch(`old ${n}`), 100 + n, `pr-${n}`)
    const before = pullEverything(app)
    // Each deletion takes 25 seconds of the emulator's time.
    stage.emulator.onRequest((request) => {
      if (request.method === 'DELETE') stage.clock.pass(25_000)
    })

    const result = await stage.run({ rules: CLOSED, concurrency: 1 })

    const lines = stage.taken().filter((line) => LIST.test(line) || line.startsWith('DELETE'))
    const stretches = lines
      .join('\n')
      .split(/GET .*\n/)
      .map((text) => text.match(/DELETE/g)?.length ?? 0)
    expect(stretches).toEqual([0, 0, 3, 3, 3, 3])
    expect(result.report.totals).toMatchObject({ selected: 12, deleted: 12 })
    expect(Object.keys(tagsIn(app))).toEqual(['v1'])
    expect(lostPulls(before, app)).toEqual([])
  })

  test('a tag that is used again after its image went: the rest of the image still goes', async () => {
    const stage = await openStage()
    const app = container(stage)
    pushed(stage, app, ociImage('release'), 200, 'v1')
    pushed(stage, app, multiArch('old'), 100, 'pr-1')
    const rebuilt = multiArch('rebuilt')
    beforeDeletion(stage, 1, () => stage.clock.pass(61_000))
    let isPushed = false
    stage.emulator.onRequest({
      after: (request) => {
        if (request.method !== 'DELETE' || isPushed) return
        isPushed = true
        push(stage.emulated, app, rebuilt, { tags: ['pr-1'] })
      }
    })

    const result = await stage.run({ rules: CLOSED, concurrency: 1 })

    expect(Object.values(outcomesOf(result))).toEqual(['deleted', 'deleted', 'deleted'])
    expect(livingIn(app)).toHaveLength(4)
    expect(tagsIn(app)['pr-1']).toBe(rebuilt.digest)
    expect(lostPulls(new Map(), app)).toEqual([])
  })

  test('what somebody brought back keeps its parts', async () => {
    const stage = await openStage()
    const app = container(stage)
    pushed(stage, app, ociImage('release'), 200, 'v1')
    const index = pushed(stage, app, multiArch('old'), 100, 'pr-1')
    let isBack = false
    stage.emulator.onRequest({
      after: (request) => {
        if (request.method !== 'DELETE' || isBack) return
        isBack = true
        stage.clock.pass(61_000)
        restoreVersion(stage.emulated, app, index)
      }
    })

    const result = await stage.run({ rules: CLOSED, concurrency: 1 })

    expect(onlyPackage(result).totals).toMatchObject({ deleted: 0, restored: 1, skipped: 2 })
    expect(livingIn(app)).toHaveLength(4)
    expect(lostPulls(new Map(), app)).toEqual([])
  })

  test('a list that lags behind shows what is gone: its parts go all the same', async () => {
    const stage = await openStage()
    const app = container(stage)
    pushed(stage, app, ociImage('release'), 200, 'v1')
    const index = pushed(stage, app, multiArch('old'), 100, 'pr-1')
    let isGone = false
    stage.emulator.onRequest({
      before: (request) => {
        // Lists lag; a GET of the version itself does not.
        if (isGone) index.deletedAt = LIST.test(request.line) ? null : stage.clock.now()
      },
      after: (request) => {
        if (request.method !== 'DELETE' || isGone) return
        isGone = true
        stage.clock.pass(61_000)
      }
    })

    const result = await stage.run({ rules: CLOSED, concurrency: 1 })

    expect(Object.values(outcomesOf(result))).toEqual(['deleted', 'deleted', 'deleted'])
  })

  test('tags are taken off once, however often the package is looked at', async () => {
    const stage = await openStage()
    const app = container(stage)
    pushed(stage, app, ociImage('release'), 200, 'v1', 'pr-8', 'pr-9')
    for (let n = 1; n <= 4; n += 1) pushed(stage, app, ociImage(`old ${n}`), 100 + n, `pr-${n}`)
    stage.emulator.onRequest((request) => {
      if (request.method === 'DELETE') stage.clock.pass(31_000)
    })

    const result = await stage.run({ rules: CLOSED, concurrency: 1 })

    expect(outcomesOf(result)).toEqual({
      'pr-1': 'deleted',
      'pr-2': 'deleted',
      'pr-3': 'deleted',
      'pr-4': 'deleted',
      v1: 'untagged'
    })
    expect(stage.taken().filter((line) => line.startsWith('PUT'))).toHaveLength(2)
    const rows = onlyPackage(result).versions
    expect(rows.find(({ tags }) => tags?.includes('v1'))?.untagged).toEqual(['pr-8', 'pr-9'])
    expect(Object.keys(tagsIn(app))).toEqual(['v1'])
  })

  test('a new index over a child that is being deleted that very moment: the child comes back', async () => {
    const stage = await openStage()
    const app = container(stage)
    const child = ociImage('shared linux/amd64')
    const over = (other: string) =>
      ociIndex([
        { manifest: child, platform: 'linux/amd64' },
        { manifest: ociImage(other), platform: 'linux/arm64' }
      ])
    pushed(stage, app, ociImage('release'), 90, 'v1')
    pushed(stage, app, over('old'), 90, 'pr-1')
    beforeDeletion(stage, 2, () => push(stage.emulated, app, over('fresh'), { tags: ['v2'] }))

    const result = await stage.run({ rules: CLOSED, concurrency: 1 })

    expect(lostPulls(new Map(), app)).toEqual([])
    expect(livingIn(app)).toContain(child.digest)
    const row = onlyPackage(result).versions.find(({ name }) => name === child.digest)
    expect(row).toMatchObject({ decision: 'delete', outcome: 'restored' })
    expect(row?.error).toMatch(/published at that moment needs it, so it was restored/)
    expect(onlyPackage(result).totals).toMatchObject({ deleted: 2, restored: 1 })
    expect(result.failures).toEqual([])
  })

  test('and where the token may not restore, the run fails and names mode: repair', async () => {
    const stage = await openStage()
    const app = container(stage)
    const [old, child] = [ociImage('release'), ociImage('child')]
    const fresh = ociIndex([{ manifest: child, platform: 'linux/amd64' }])
    pushed(stage, app, old, 90, 'v1')
    pushed(stage, app, child, 90, 'pr-1')
    beforeDeletion(stage, 1, () => push(stage.emulated, app, fresh, { tags: ['v2'] }))
    const scopes = ['read:packages', 'delete:packages']

    const rules = quick({ deleteTags: ['pr-*'], olderThan: duration('30d') })
    const result = await stage.run({ rules }, { login: 'mona', scopes })

    expect(result.failures).toEqual(['1 version could not be changed'])
    const row = onlyPackage(result).versions.find(({ name }) => name === child.digest)
    expect(row?.error).toMatch(/could not be restored .*mode: repair/)
  })

  test('a DELETE that waits longer than its list is good for is looked at again (ruling 76)', async () => {
    const stage = await openStage()
    const app = container(stage)
    pushed(stage, app, ociImage('release'), 90, 'v1')
    const promoted = pushed(stage, app, ociImage('closed'), 90, 'pr-1')
    pushed(stage, app, ociImage('other'), 80, 'pr-2')
    stage.emulator.addFault({
      method: 'DELETE',
      times: 1,
      trouble: { kind: 'answer', status: 429, headers: { 'retry-after': '75' } }
    })
    beforeDeletion(stage, 1, () => moveTag(app, 'prod', promoted))

    const result = await stage.run({ rules: CLOSED })

    expect(tagsIn(app)).toMatchObject({ prod: promoted.name })
    expect(outcomesOf(result)).toEqual({ 'pr-1': 'skipped', 'pr-2': 'deleted' })
    expect(result.failures).toEqual([])
  })
})
