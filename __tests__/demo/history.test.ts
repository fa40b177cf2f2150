import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { DEMO_POLICY } from '../../src/cli/demo/demo-policy.js'
import { checkPulls, snapshotOf, type PullSnapshot } from '../../src/cli/demo/pull-check.js'
import { startEmulator, type GitHubEmulator } from '../../src/emulator/emulator.js'
import { twoYearsOfHistory, type History } from '../../src/emulator/history.js'
import { tagsOf } from '../../src/emulator/state.js'
import type { Report } from '../../src/report/report.js'
import type { CleanupConfig } from '../../src/run/config.js'
import { runMode } from '../../src/run/run-mode.js'
import { InstantClock } from '../github/fake-clock.js'
import { policy, worldOf, type RunSite } from '../run/run-site.js'

const NOW = Date.UTC(2026, 0, 31, 9, 12)
/** What GitHub allows in a minute without slowing down a run: 180 changes, less some for reading. */
const UNSLOWED = 165

const running: GitHubEmulator[] = []

afterAll(async () => {
  await Promise.all(running.splice(0).map((emulator) => emulator.close()))
})

async function cleanUp(history: History, differing: Partial<CleanupConfig> = {}): Promise<Report> {
  const clock = new InstantClock(NOW)
  history.world.now = () => clock.now()
  const emulator = await startEmulator(history.world)
  running.push(emulator)
  const site: RunSite = {
    emulated: history.world,
    emulator,
    clock,
    kept: null,
    earlier: [],
    reports: [],
    journal: [],
    interruption: null,
    run: () => Promise.reject(new Error('not here'))
  }
  const { apiUrl, registryUrl, npmRegistryUrl } = emulator
  const token = history.token.secret
  const config: CleanupConfig = {
    mode: 'cleanup',
    token,
    owner: history.owner,
    apiUrl,
    registryUrl,
    npmRegistryUrl,
    dryRun: false,
    concurrency: 10,
    timeLimit: null,
    reserveRequests: 100,
    manifestCache: true,
    reportDirectory: '/nowhere',
    failOn: 'error',
    packages: null,
    packageTypes: null,
    share: null,
    rules: policy(DEMO_POLICY),
    policyDigest: `sha256:${'0'.repeat(64)}`,
    ...differing
  }
  const { report, failures } = await runMode(config, worldOf(site, token))
  expect(failures).toEqual([])
  return report
}

describe('two years of history under the demo policy', () => {
  let history: History
  let before: PullSnapshot
  let report: Report

  beforeAll(async () => {
    history = twoYearsOfHistory(NOW)
    before = snapshotOf([history.image, history.charts])
    report = await cleanUp(history)
  })

  test('every rule of the policy has something to do', () => {
    const { file } = policy(DEMO_POLICY)
    const rules = file.entries.flatMap((entry) =>
      [...entry.keep, ...entry.delete].map(({ label }) => label)
    )
    const deciding = new Set(
      report.packages.flatMap(({ versions }) => versions.map(({ rule }) => rule))
    )

    expect(rules.filter((rule) => !deciding.has(rule))).toEqual([])
  })

  test('nothing is frozen, fails or asks in vain; one popular version is blocked', () => {
    const { totals, packages } = report

    expect(packages.flatMap(({ warnings }) => warnings)).toEqual([])
    expect(packages.map(({ frozen, error }) => frozen ?? error)).toEqual([null, null, null])
    expect({ ...totals, deleted: totals.deleted + totals.blocked }).toMatchObject({
      deleted: totals.selected,
      blocked: 1,
      failed: 0,
      skipped: 0,
      remaining: 0
    })
    expect(totals.untagged).toBeGreaterThan(0)
  })

  test('every tag that stays can be pulled whole', () => {
    const { before: tags, now, broken } = checkPulls(before)

    expect(broken).toEqual([])
    expect(now).toBeLessThan(tags)
    expect(now).toBeGreaterThan(100)
  })

  test('there is so little to change that the pace of GitHub does not slow it down', () => {
    const { deleted, untagged, blocked } = report.totals

    expect(deleted + untagged + blocked).toBeLessThan(UNSLOWED)
    expect(running[0]?.load.mostPoints ?? 0).toBeLessThan(900)
  })
})

test('the moving tags are where a reader looks for them', () => {
  const { image } = twoYearsOfHistory(NOW)
  const latest = image.versions.find((version) => tagsOf(image, version).includes('latest'))
  const tags = latest === undefined ? [] : tagsOf(image, latest)

  expect(tags.slice(1)).toEqual(['2.25.1', '2.25', '2', 'latest'])
})

test('two histories have the same versions and tags, whenever they end', () => {
  const shape = ({ image, ui }: History) =>
    [image, ui].map(({ versions, tags }) => ({
      ids: versions.map(({ id }) => id),
      tags: [...tags.keys()].filter((tag) => !tag.startsWith('nightly-'))
    }))

  expect(shape(twoYearsOfHistory(NOW))).toEqual(
    shape(twoYearsOfHistory(NOW + 400 * 24 * 60 * 60 * 1000))
  )
})

test('ids rise with the dates, and nothing is of the future', () => {
  const { image } = twoYearsOfHistory(NOW)
  const byId = image.versions.toSorted((a, b) => a.id - b.id)

  expect(byId.map(({ createdAt }) => createdAt)).toEqual(
    byId.map(({ createdAt }) => createdAt).toSorted((a, b) => a - b)
  )
  expect(byId.at(-1)?.createdAt).toBeLessThan(NOW)
})
