import { createServer } from 'node:http'
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'
import { seeded, type Trouble } from '../../src/emulator/faults.js'
import { lostPulls, pullEverything } from '../../src/emulator/registry-pull.js'
import type { PackageState } from '../../src/emulator/state.js'
import type { RunResult } from '../../src/run/run-result.js'
import { fillRandomly, plannedNow, RANDOM_RULES, type PlannedChanges } from './random-package.js'
import { closeStages, container, livingIn, openStage, tagsIn, type Stage } from './stage.js'

const RUNS = 200

/** Another host, which must never be shown a token. */
const stranger = createServer((request, response) => {
  shown.push(request.headers.authorization)
  response.end('[]')
})
const shown: (string | undefined)[] = []
let elsewhere = ''

beforeAll(async () => {
  await new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve))
  const address = stranger.address()
  elsewhere = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
})
afterAll(() => new Promise((resolve) => stranger.close(resolve)))
afterEach(closeStages)

const MINUTES = 60_000

const limit = (status: number, headers: Record<string, string>, message: string): Trouble => ({
  kind: 'answer',
  status,
  headers,
  body: { message }
})

const troubles = (): readonly Trouble[] => [
  { kind: 'answer', status: 500, body: { message: 'Server Error' } },
  { kind: 'answer', status: 502, when: 'after', body: '<html>Bad Gateway</html>' },
  { kind: 'answer', status: 503, when: 'after' },
  { kind: 'answer', status: 408 },
  limit(403, { 'retry-after': '60' }, 'You have exceeded a secondary rate limit.'),
  limit(429, { 'retry-after': '3' }, 'You have exceeded a secondary rate limit.'),
  limit(429, {}, 'retry-after: 12.5ms, allowed: 2000/minute'),
  { kind: 'reset', when: 'before' },
  { kind: 'reset', when: 'after' },
  { kind: 'delay', ms: 5 },
  { kind: 'truncated' },
  { kind: 'truncated', clean: true },
  { kind: 'endless' },
  { kind: 'html' },
  { kind: 'mistyped' },
  { kind: 'foreign-link', origin: elsewhere },
  { kind: 'redirect', origin: elsewhere, status: 307 },
  { kind: 'clock', offsetMs: 180 * MINUTES }
]

/** At every fifth request one of them, the same ones for the same seed. */
function armFaults(stage: Stage, random: () => number): () => void {
  const chosen = new WeakMap<object, number>()
  let seen = 0
  const all = troubles()
  const choose = (request: object): number => {
    const known = chosen.get(request)
    if (known !== undefined) return known
    seen += 1
    const choice = seen % 5 === 0 ? Math.floor(random() * all.length) : -1
    if (choice >= 0) struck.add(all[choice]?.kind ?? '')
    chosen.set(request, choice)
    return choice
  }
  const disarm = all.map((trouble, place) =>
    stage.emulator.addFault({ trouble, when: (request) => choose(request) === place })
  )
  return () => {
    for (const off of disarm) off()
  }
}

const struck = new Set<string>()
const done = { deleted: 0, untagged: 0, failed: 0, frozen: 0 }

const batches = Array.from({ length: RUNS / 10 }, (_, tens): [string, number] => [
  `${tens * 10} to ${tens * 10 + 9}`,
  tens
])

test.each(batches)(
  'runs with faults, and a run without after each: seeds %s',
  async (_name, tens) => {
    for (let seed = tens * 10; seed < tens * 10 + 10; seed += 1) {
      await runWithFaults(seed).catch((cause: unknown) => {
        throw new Error(`seed ${seed}`, { cause })
      })
    }
  }
)

test('the runs before had something to do, and something in the way of all kinds', () => {
  expect([...struck].toSorted()).toEqual(
    [...new Set(troubles().map(({ kind }) => kind))].toSorted()
  )
  expect(done.deleted).toBeGreaterThan(RUNS)
  expect(done.untagged).toBeGreaterThan(RUNS / 10)
  expect(done.frozen).toBeLessThan(RUNS / 2)
})

async function runWithFaults(seed: number): Promise<void> {
  const stage = await openStage({ maxBodyBytes: 1024 * 1024 })
  const app = container(stage)
  fillRandomly(stage, app, seeded(seed))
  const before = pullEverything(app)
  const [living, tags] = [livingIn(app), tagsIn(app)]
  const planned = await plannedNow(stage)
  stage.kept = seed % 2 === 0 ? null : stage.kept
  const disarm = armFaults(stage, seeded(seed + 1000))

  const result = await stage.run({ rules: RANDOM_RULES })

  const { totals, packages: reports } = result.report
  done.deleted += totals.deleted
  done.untagged += totals.untagged
  done.failed += totals.failed
  done.frozen += reports.filter(({ frozen }) => frozen !== null).length
  expectOnlyPlanned(app, planned, living, tags)
  expect(lostPulls(before, app)).toEqual([])
  expectAgreement(result, app)
  expect(shown.filter((authorization) => authorization !== undefined)).toEqual([])

  disarm()
  const finishing = await stage.run({ rules: RANDOM_RULES })
  expect(finishing.failures).toEqual([])
  expect(livingIn(app)).toEqual(living.filter((digest) => !planned.goes.has(digest)))
  expect(Object.keys(tagsIn(app))).toEqual(
    Object.keys(tags).filter((tag) => !planned.tags.has(tag))
  )
  expect(lostPulls(before, app)).toEqual([])
  await closeStages()
}

function expectOnlyPlanned(
  app: PackageState,
  planned: PlannedChanges,
  living: readonly string[],
  tags: Readonly<Record<string, string>>
): void {
  const left = new Set(livingIn(app))
  expect(living.filter((digest) => !left.has(digest) && !planned.goes.has(digest))).toEqual([])
  const now = tagsIn(app)
  expect(
    Object.keys(tags).filter((tag) => now[tag] !== tags[tag] && !planned.tags.has(tag))
  ).toEqual([])
}

/** Of what failed nobody knows whether it was done: only the next run tells. */
function expectAgreement({ report }: RunResult, app: PackageState): void {
  const left = new Set(livingIn(app))
  const tags = tagsIn(app)
  for (const row of report.packages.flatMap(({ versions }) => versions)) {
    const { outcome, name, untagged, decision } = row
    expect({ ...row, hasOutcome: outcome !== null }).toEqual({
      ...row,
      hasOutcome: decision !== 'keep'
    })
    const isGone = outcome === 'deleted' || outcome === 'gone'
    if (outcome !== 'failed')
      expect({ ...row, there: left.has(name) }).toEqual({ ...row, there: !isGone })
    expect(untagged.filter((tag) => tags[tag] !== undefined)).toEqual([])
    if (outcome === null || outcome === 'remaining') {
      expect((row.tags ?? []).filter((tag) => tags[tag] !== name)).toEqual([])
    }
  }
}
