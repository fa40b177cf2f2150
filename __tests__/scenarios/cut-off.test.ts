import { afterEach, expect, test } from '@jest/globals'
import { ociImage } from '../../src/emulator/image-manifest.js'
import { createGitHubClient } from '../../src/github/client.js'
import { classifyToken } from '../../src/github/token.js'
import { runMode } from '../../src/run/run-mode.js'
import { makeOctokit } from '../github/site.js'
import { duration, quick } from '../run/run-site.js'
import { closeStages, container, livingIn, onlyPackage, openStage, pushed } from './stage.js'

afterEach(closeStages)

test('a deletion that hangs when the time after a signal is over says so (ruling 77)', async () => {
  const stage = await openStage()
  const app = container(stage)
  for (let n = 1; n <= 3; n += 1) pushed(stage, app, ociImage(`old ${n}`), 90 + n, `pr-${n}`)
  pushed(stage, app, ociImage('kept'), 90, 'v1')
  const controller = new AbortController()
  stage.emulator.addFault({ method: 'DELETE', skip: 1, trouble: { kind: 'delay', ms: 60_000 } })
  let deletions = 0
  stage.emulator.onRequest(({ method }) => {
    if (method !== 'DELETE' || (deletions += 1) !== 2) return
    stage.interruption = 'SIGTERM'
    setTimeout(() => controller.abort(), 20)
  })
  const { secret, world } = stage.worldFor()
  const github = createGitHubClient({
    octokit: makeOctokit(secret, stage.emulator.apiUrl),
    tokenKind: classifyToken(secret),
    clock: stage.clock,
    signal: controller.signal
  })
  const rules = quick({ deleteTags: ['pr-*'], olderThan: duration('30d') })

  const config = stage.configFor(secret, { rules, concurrency: 1 })
  const result = await runMode(config, { ...world, github })

  const told = onlyPackage(result)
    .versions.filter(({ decision }) => decision === 'delete')
    .map(({ tags, outcome, error }) => [tags?.[0], outcome, error])
  expect(told).toEqual([
    ['pr-3', 'deleted', null],
    ['pr-2', 'failed', expect.stringMatching(/^DELETE .*: cut off: the next run will tell$/)],
    ['pr-1', 'remaining', 'SIGTERM']
  ])
  expect(livingIn(app)).toContain(ociImage('kept').digest)
  expect(deletions).toBe(2)
})

test('changes that wait for their turn at the pace were not begun: they remain, at once', async () => {
  const stage = await openStage()
  const app = container(stage)
  for (let n = 1; n <= 190; n += 1) pushed(stage, app, ociImage(`old ${n}`), 90 + n, `pr-${n}`)
  pushed(stage, app, ociImage('kept'), 90, 'v1')
  const controller = new AbortController()
  let deletions = 0
  stage.emulator.onRequest(({ method }) => {
    if (method !== 'DELETE' || (deletions += 1) !== 170) return
    setTimeout(() => {
      stage.interruption = 'SIGTERM'
      controller.abort()
    }, 300)
  })
  const { secret, world } = stage.worldFor()
  const endless = { now: () => stage.clock.now(), sleep: () => new Promise<void>(() => {}) }
  const github = createGitHubClient({
    octokit: makeOctokit(secret, stage.emulator.apiUrl),
    tokenKind: classifyToken(secret),
    clock: endless,
    stopping: controller.signal
  })
  const rules = quick({ deleteTags: ['pr-*'], olderThan: duration('30d') })

  const result = await runMode(stage.configFor(secret, { rules }), { ...world, github })

  const { deleted, remaining, failed } = onlyPackage(result).totals
  expect({ failed, all: deleted + remaining }).toEqual({ failed: 0, all: 190 })
  expect(deleted).toBe(deletions)
  expect(deleted).toBeLessThan(180)
})

test('a signal while manifests are read at the second look: all remains, nothing is in doubt', async () => {
  const stage = await openStage()
  const app = container(stage)
  for (let n = 1; n <= 3; n += 1) pushed(stage, app, ociImage(`old ${n}`), 90 + n, `pr-${n}`)
  pushed(stage, app, ociImage('kept'), 90, 'v1')
  const { secret, world } = stage.worldFor()
  let lists = 0
  stage.emulator.onRequest(({ line }) => {
    if (!line.includes('/versions?') || (lists += 1) !== 2) return
    pushed(stage, app, ociImage('new'), 80, 'pr-4')
  })
  const registry: typeof world.registry = {
    ...world.registry,
    readManifest: async (ref, digest) => {
      if (digest !== ociImage('new').digest) return world.registry.readManifest(ref, digest)
      stage.interruption = 'SIGTERM'
      return { reading: { kind: 'unreadable', why: 'cut off' }, bytes: null, contentType: null }
    }
  }
  const rules = quick({ deleteTags: ['pr-*'], olderThan: duration('30d') })

  const result = await runMode(stage.configFor(secret, { rules }), { ...world, registry })

  expect(onlyPackage(result).totals).toMatchObject({ remaining: 3, skipped: 0, deleted: 0 })
  expect(result.report.stopped).toBe('SIGTERM')
})

test('a signal while manifests are read for the plan: that is said, and no manifest is blamed', async () => {
  const stage = await openStage()
  const app = container(stage)
  for (let n = 1; n <= 3; n += 1) pushed(stage, app, ociImage(`old ${n}`), 90 + n, `pr-${n}`)
  const { secret, world } = stage.worldFor()
  const registry: typeof world.registry = {
    ...world.registry,
    readManifest: async () => {
      stage.interruption = 'SIGTERM'
      return { reading: { kind: 'unreadable', why: 'cut off' }, bytes: null, contentType: null }
    }
  }
  const rules = quick({ deleteTags: ['pr-*'], olderThan: duration('30d') })

  const result = await runMode(stage.configFor(secret, { rules }), { ...world, registry })

  expect(onlyPackage(result)).toMatchObject({
    error: 'not looked at to its end: SIGTERM',
    frozen: null
  })
  expect(result.report.complete).toBe(true)
})
