import { afterEach, describe, expect, test } from '@jest/globals'
import { multiArch } from '../../src/emulator/image-index.js'
import { ociImage } from '../../src/emulator/image-manifest.js'
import type { Trouble } from '../../src/emulator/faults.js'
import { lostPulls, pullEverything } from '../../src/emulator/registry-pull.js'
import { annotations } from '../../src/report/annotations.js'
import { headline } from '../../src/report/headline.js'
import { duration, packages, quick } from '../run/run-site.js'
import {
  closeStages,
  container,
  livingIn,
  NOW,
  onlyPackage,
  openStage,
  pushed,
  tagsIn,
  type Stage
} from './stage.js'

afterEach(closeStages)

const CLOSED = quick({ deleteTags: ['pr-*'], olderThan: duration('30d') })

/** Five old images of three versions each, pr-1 the oldest, and one that stays. */
function fiveImages(stage: Stage) {
  const app = container(stage)
  for (let n = 1; n <= 5; n += 1) pushed(stage, app, multiArch(`old ${n}`), 96 - n, `pr-${n}`)
  pushed(stage, app, ociImage('kept'), 90, 'v1')
  return app
}

function slowDeletions(stage: Stage, ms: number): () => void {
  return stage.emulator.onRequest({
    after: ({ method }) => {
      if (method === 'DELETE') stage.clock.pass(ms)
    }
  })
}

describe('what is left remains, the run is green, and the next goes on', () => {
  test('time-limit: images that were begun are finished, the oldest first (ruling 64)', async () => {
    const stage = await openStage()
    const app = fiveImages(stage)
    const before = pullEverything(app)
    const stop = slowDeletions(stage, 10_000)

    const result = await stage.run({
      rules: CLOSED,
      concurrency: 1,
      timeLimit: duration('35s')
    })

    expect(result.failures).toEqual([])
    expect(Object.keys(tagsIn(app))).toEqual(['pr-3', 'pr-4', 'pr-5', 'v1'])
    expect(onlyPackage(result).totals).toMatchObject({ deleted: 6, remaining: 9 })
    expect(result.report.stopped).toMatch(/time-limit: 35s/)
    expect(lostPulls(before, app)).toEqual([])

    stop()
    const next = await stage.run({ rules: CLOSED })
    expect(Object.keys(tagsIn(app))).toEqual(['v1'])
    expect(next.report.totals).toMatchObject({ deleted: 9, remaining: 0 })
    expect(next.report.stopped).toBeNull()
  })

  test('reserve-requests: so many are left in the hour', async () => {
    const stage = await openStage({ limits: { hourly: 60, enforcesPrimary: true } })
    const app = container(stage)
    for (let n = 1; n <= 50; n += 1) pushed(stage, app, ociImage(`old ${n}`), 90 + n, `pr-${n}`)
    pushed(stage, app, ociImage('kept'), 90, 'v1')

    const result = await stage.run({ rules: CLOSED, reserveRequests: 20, concurrency: 10 })

    const { deleted, remaining } = onlyPackage(result).totals
    expect(result.failures).toEqual([])
    expect(deleted + remaining).toBe(50)
    const lines = stage.taken().filter((line) => !/\/v2\/|\/token/.test(line))
    const lastChange = lines.findLastIndex((line) => line.startsWith('DELETE'))
    expect(lastChange).toBeLessThan(40)
    expect(lastChange).toBeGreaterThanOrEqual(40 - 10)
    // The last look whether anything needs what went.
    expect(lines.length - lastChange).toBeLessThanOrEqual(2)
    expect(result.report.stopped).toMatch(/reserve-requests/)

    stage.clock.pass(61 * 60_000)
    await stage.run({ rules: CLOSED })
    stage.clock.pass(61 * 60_000)
    await stage.run({ rules: CLOSED })
    expect(Object.keys(tagsIn(app))).toEqual(['v1'])
  })

  test('reserve-requests: tags that share one list are begun together or not at all', async () => {
    const stage = await openStage({ limits: { hourly: 60, enforcesPrimary: true } })
    const app = container(stage)
    const tags = Array.from({ length: 50 }, (_, n) => `pr-${n}`)
    for (const tag of tags) pushed(stage, app, ociImage(`kept ${tag}`), 90, `v-${tag}`, tag)
    const rules = quick({ deleteTags: ['pr-*'], olderThan: duration('30d') }, { untag: true })

    const result = await stage.run({ rules, reserveRequests: 20 })

    expect(onlyPackage(result).totals).toMatchObject({ untagged: 0, remaining: 50 })
    expect(Object.keys(tagsIn(app))).toHaveLength(100)
    expect(result.failures).toEqual([])
  })

  test('the hour is used up: what is left remains, without a wait of an hour', async () => {
    const stage = await openStage({ limits: { hourly: 30, enforcesPrimary: true } })
    const app = container(stage)
    for (let n = 1; n <= 50; n += 1) pushed(stage, app, ociImage(`old ${n}`), 90 + n, `pr-${n}`)
    pushed(stage, app, ociImage('kept'), 90, 'v1')
    const began = stage.clock.now()

    const result = await stage.run({ rules: CLOSED })

    expect(result.failures).toEqual([])
    expect(result.report.totals.remaining).toBeGreaterThan(20)
    expect(result.report.totals.failed).toBe(0)
    expect(stage.clock.now() - began).toBeLessThan(5 * 60_000)
  })

  test.each<[string, { trouble: Trouble; skip?: number }, RegExp]>([
    [
      "the hour's requests are used up",
      {
        trouble: {
          kind: 'answer',
          status: 403,
          headers: {
            date: new Date(NOW).toUTCString(),
            'x-ratelimit-remaining': '0',
            'x-ratelimit-reset': String((NOW + 3_600_000) / 1000)
          },
          body: { message: 'API rate limit exceeded for user ID 1.' }
        }
      },
      /^not looked at: the token's requests are used up until 2026-01-31 03:0\d UTC; the next run/
    ],
    [
      'a secondary limit does not end',
      {
        trouble: {
          kind: 'answer',
          status: 429,
          headers: { 'retry-after': '1' },
          body: { message: 'You have exceeded a secondary rate limit.' }
        }
      },
      /^not looked at: GitHub holds up the token's requests until/
    ]
  ])('%s while versions are listed: that package waits, the run is green', async (_n, one, why) => {
    const stage = await openStage()
    fiveImages(stage)
    const other = container(stage, 'other')
    pushed(stage, other, ociImage('old'), 90, 'pr-1')
    pushed(stage, other, ociImage('kept'), 90, 'v1')
    stage.emulator.addFault({ ...one, path: /\/versions\?/ })

    const result = await stage.run({ rules: CLOSED, packages: packages('app', 'other') })

    expect(result.failures).toEqual([])
    for (const entry of result.report.packages) {
      expect(entry).toMatchObject({ error: null, frozen: expect.stringMatching(why), versions: [] })
    }
    const [warning, ...others] = annotations(result.report)
    expect(others).toEqual([])
    expect(warning?.level).toBe('warning')
  })

  test('the hour is used up on the way: what was read is told, the rest waits', async () => {
    const stage = await openStage({ limits: { hourly: 4, enforcesPrimary: true } })
    for (const name of ['a', 'b', 'c', 'd', 'e', 'f']) {
      pushed(stage, container(stage, name), ociImage(name), 90, 'v1')
    }

    const result = await stage.run({
      rules: CLOSED,
      packages: packages('a', 'b', 'c', 'd', 'e', 'f')
    })

    expect(result.failures).toEqual([])
    const [seen, unseen] = [null, expect.stringMatching(/^not looked at/)]
    expect(result.report.packages.map(({ frozen }) => frozen)).toEqual(
      expect.arrayContaining([seen, unseen])
    )
  })

  test.each([
    ['before anything is known', { path: /\/users\/acme$/ }, 'app'],
    ['while packages are listed', { path: /\/packages\?/ }, '*']
  ])('%s: the run is green, and says when to go on', async (_name, where, name) => {
    const stage = await openStage()
    fiveImages(stage)
    const headers = { 'retry-after': '3600' }
    const limited = { ...where, trouble: { kind: 'answer' as const, status: 429, headers } }
    stage.emulator.addFault(limited)

    const result = await stage.run({ rules: CLOSED, packages: packages(name) })

    expect(result.failures).toEqual([])
    expect(result.report).toMatchObject({
      error: null,
      complete: true,
      packages: [],
      stopped: expect.stringMatching(/^not looked at: .* until 2026-01-31 03:0\d UTC; the next run/)
    })
    expect(annotations(result.report).map(({ level }) => level)).toEqual(['warning'])
    expect(stage.taken().filter((line) => line.startsWith('DELETE'))).toEqual([])
  })

  test('a run that is over its time before it changes anything asks nothing more', async () => {
    const stage = await openStage()
    fiveImages(stage)
    stage.emulator.onRequest(() => stage.clock.pass(1000))

    const result = await stage.run({ rules: CLOSED, timeLimit: duration('2s') })

    expect(result.report.totals).toMatchObject({ remaining: 15, deleted: 0 })
    const lines = stage.taken()
    expect(lines.filter((line) => line.includes('/versions?'))).toHaveLength(1)
    expect(lines.filter((line) => line.startsWith('DELETE'))).toEqual([])
  })
})

describe('max-deletions', () => {
  test.each([
    ['a count', { kind: 'count' as const, count: 14 }],
    ['a share', { kind: 'share' as const, percent: 93 }]
  ])(
    '%s that the plan goes beyond: nothing at all is changed, and the run fails',
    async (_name, limit) => {
      const stage = await openStage()
      const app = fiveImages(stage)
      const other = container(stage, 'other')
      pushed(stage, other, ociImage('b'), 1, 'v1')
      const living = livingIn(app)
      const rules = quick(
        { deleteTags: ['pr-*'], olderThan: duration('30d') },
        { maxDeletions: [limit] }
      )

      const result = await stage.run({ rules, packages: packages('app', 'other') })

      expect(result.failures).toEqual([expect.stringMatching(/nothing was changed: /)])
      const planned = result.report.packages
        .flatMap(({ versions }) => versions)
        .filter(({ decision }) => decision === 'delete')
      expect(planned).toHaveLength(15)
      expect(new Set(planned.map((row) => `${row.outcome}: ${row.error}`))).toEqual(
        new Set(['skipped: max-deletions: nothing is changed in this run'])
      )
      expect(result.report.totals).toMatchObject({ selected: 15, skipped: 15, failed: 0 })
      expect(headline(result.report)).toMatch(/nothing was changed, the plan goes beyond/)
      expect(livingIn(app)).toEqual(living)
      expect(stage.taken().filter((line) => line.startsWith('DELETE'))).toEqual([])

      const dry = await stage.run({ rules, packages: packages('app', 'other'), dryRun: true })
      expect(dry.failures).toEqual([])
      expect(dry.report.fuse).not.toBeNull()
      expect(dry.report.totals.skipped).toBe(0)
    }
  )

  test.each([
    ['a count', { kind: 'count' as const, count: 15 }],
    ['a share', { kind: 'share' as const, percent: 93.75 }]
  ])('%s that is reached exactly is no hindrance (ruling 59)', async (_name, limit) => {
    const stage = await openStage()
    const app = fiveImages(stage)
    const rules = quick(
      { deleteTags: ['pr-*'], olderThan: duration('30d') },
      { maxDeletions: [limit] }
    )

    expect((await stage.run({ rules })).failures).toEqual([])
    expect(livingIn(app)).toHaveLength(1)
  })
})

describe('a signal', () => {
  test('finishes what is in flight, begins nothing, and leaves a complete report', async () => {
    const stage = await openStage()
    const app = fiveImages(stage)
    let deletions = 0
    stage.emulator.onRequest(({ method }) => {
      if (method === 'DELETE' && (deletions += 1) === 4) stage.interruption = 'SIGTERM'
    })

    const result = await stage.run({ rules: CLOSED, concurrency: 1 })

    const { totals } = onlyPackage(result)
    expect(deletions).toBe(4)
    expect(totals).toMatchObject({ deleted: 4, remaining: 11, failed: 0 })
    expect(result.report).toMatchObject({ complete: true, stopped: 'SIGTERM' })
    expect(stage.taken().at(-1)).toMatch(/^DELETE/)

    // The image that was begun is finished by the next run, though no rule selects its parts.
    stage.interruption = null
    await stage.run({ rules: CLOSED })
    expect(livingIn(app)).toEqual([ociImage('kept').digest])
  })

  test('while packages are read: what was not looked at is said, nothing is changed', async () => {
    const stage = await openStage()
    fiveImages(stage)
    stage.emulator.onRequest(({ line }) => {
      if (line.includes('/versions?')) stage.interruption = 'SIGINT'
    })

    const result = await stage.run({ rules: CLOSED })

    expect(result.report.totals).toMatchObject({ deleted: 0, remaining: 15 })
    expect(stage.taken().filter((line) => line.startsWith('DELETE'))).toEqual([])
  })
})
