import { afterEach, expect, test } from '@jest/globals'
import { seeded } from '../../src/emulator/faults.js'
import { lostPulls, pullEverything } from '../../src/emulator/registry-pull.js'
import { formatJournalLine } from '../../src/report/journal-entry.js'
import { applyJournal } from '../../src/report/journal.js'
import { readReport } from '../../src/report/read-report.js'
import type { Report } from '../../src/report/report.js'
import { runMode } from '../../src/run/run-mode.js'
import { fillRandomly, plannedNow, RANDOM_RULES } from './random-package.js'
import { closeStages, container, livingIn, openStage, tagsIn, type Stage } from './stage.js'

afterEach(closeStages)

const RUNS = 50
const CONCURRENCY = 4

const batches = Array.from({ length: RUNS / 10 }, (_, tens): [string, number] => [
  `${tens * 10} to ${tens * 10 + 9}`,
  tens
])
const seen = { killedLive: 0, restored: 0 }

test.each(batches)('killed at a random request: seeds %s', async (_name, tens) => {
  for (let seed = tens * 10; seed < tens * 10 + 10; seed += 1) {
    await runAndKill(seed).catch((cause: unknown) => {
      throw new Error(`seed ${seed}`, { cause })
    })
  }
})

test('some were killed while they deleted, some of those were undone', () => {
  expect(seen.killedLive).toBeGreaterThan(RUNS / 3)
  expect(seen.restored).toBeGreaterThan(RUNS / 10)
})

async function runAndKill(seed: number): Promise<void> {
  const random = seeded(seed)
  const stage = await openStage()
  const app = container(stage)
  fillRandomly(stage, app, random)
  const before = pullEverything(app)
  const [living, tags] = [livingIn(app), tagsIn(app)]
  const planned = await plannedNow(stage)
  await killOneOf(stage, 4 + Math.floor(random() * 16))
  expect(lostPulls(before, app)).toEqual([])

  const report = reportLeft(stage)
  if (report !== null) {
    const inFlight = expectAgreement(report, app)
    if (seed % 2 === 0 && inFlight === 0) {
      await undo(stage, report)
      expect(livingIn(app).filter((digest) => living.includes(digest))).toEqual(living)
      seen.restored += 1
    }
  }

  const finishing = await stage.run({ rules: RANDOM_RULES })
  expect(finishing.failures).toEqual([])
  expect(livingIn(app)).toEqual(living.filter((digest) => !planned.goes.has(digest)))
  expect(Object.keys(tagsIn(app))).toEqual(
    Object.keys(tags).filter((tag) => !planned.tags.has(tag))
  )
  expect(lostPulls(before, app)).toEqual([])
  await closeStages()
}

/** Runs until the n-th request is about to be sent, and lets those in flight be answered. */
async function killOneOf(stage: Stage, nth: number): Promise<void> {
  let requests = 0
  stage.reports.length = 0
  const killed = new Promise<void>((resolve) => {
    stage.killWhen = () => {
      requests += 1
      if (requests >= nth) resolve()
      return requests >= nth
    }
  })
  await Promise.race([killed, stage.run({ rules: RANDOM_RULES, concurrency: CONCURRENCY })])
  stage.killWhen = null
  await new Promise((resolve) => setTimeout(resolve, 20))
}

/** The report of the killed run with its journal, as it comes back from its files. */
function reportLeft(stage: Stage): Report | null {
  const written = stage.reports.at(-1)
  if (written === undefined) return null
  const read = readReport(JSON.stringify(written), 'report.json')
  if (!read.ok) throw new Error(read.errors.join())
  const report = applyJournal(read.report, stage.journal.map(formatJournalLine).join(''))
  if (!report.complete && report.totals.deleted > 0) seen.killedLive += 1
  return report
}

/** Gives how many changes were in flight: done, and not in the report. */
function expectAgreement(report: Report, app: ReturnType<typeof container>): number {
  const left = new Set(livingIn(app))
  const rows = report.packages.flatMap(({ versions }) => versions)
  const gone = rows.filter(({ outcome }) => outcome === 'deleted' || outcome === 'gone')
  expect(gone.filter(({ name }) => left.has(name))).toEqual([])
  const silent = rows.filter(({ outcome, name }) => outcome === null && !left.has(name))
  expect(silent.length).toBeLessThanOrEqual(CONCURRENCY)
  expect(silent.filter(({ decision }) => decision !== 'delete')).toEqual([])
  const tags = tagsIn(app)
  expect(rows.flatMap(({ untagged }) => untagged).filter((tag) => tags[tag] !== undefined)).toEqual(
    []
  )
  return silent.length
}

async function undo(stage: Stage, report: Report): Promise<void> {
  const { secret, world } = stage.worldFor()
  const {
    rules: _rules,
    policyDigest: _digest,
    ...common
  } = {
    ...stage.configFor(secret, {}),
    rules: null,
    policyDigest: null
  }
  const result = await runMode(
    { ...common, mode: 'restore', packages: null, source: { kind: 'report', report } },
    world
  )
  expect(result.failures).toEqual([])
}
