import { beforeAll, expect, test } from '@jest/globals'
import { twoYearsOfHistory } from '../../src/emulator/history.js'
import { startEmulator } from '../../src/emulator/emulator.js'
import type { Report, VersionRow } from '../../src/report/report.js'
import { type Desk, openDesk } from './desk.js'

const POLICY = `version: 1
packages:
  - names: [shop, charts/shop]
    type: container
    keep:
      - { prerelease: false, per: minor, newest: 1, by: semver }
      - { tags: main-*, newest: 5 }
      - { newer-than: 30d }
    delete:
      - { tags: [main-*, nightly-*, pr-*], older-than: 7d }
      - { prerelease: false, older-than: 200d }
      - { untagged: true, older-than: 7d }
`

let desk: Desk
let live: Report

beforeAll(async () => {
  desk = openDesk()
  desk.write('policy.yml', POLICY)
  const history = twoYearsOfHistory(Date.now())
  const emulator = await startEmulator(history.world)
  const { apiUrl, registryUrl } = emulator
  live = await plan(
    ['--owner', 'acme', '--policy-file', 'policy.yml', '--api-url', apiUrl],
    ['--registry-url', registryUrl, '--manifest-cache', 'false'],
    { GITHUB_TOKEN: history.token.secret }
  )
  await emulator.close()
  desk.write('live.json', live)
})

async function plan(
  args: readonly string[],
  more: readonly string[] = [],
  environment: Record<string, string> = {}
): Promise<Report> {
  const result = await desk.run(['plan', '--json', ...args, ...more], environment)
  expect(result).toMatchObject({ exitCode: 0 })
  const report: unknown = JSON.parse(result.stdout)
  return report as Report
}

function facts({ packages }: Report) {
  const rows = packages.flatMap(({ versions }) => versions)
  return rows.map(({ id, kind, root, sizeBytes, decision, rule, reasonCode }: VersionRow) => ({
    id,
    kind,
    root,
    sizeBytes,
    decision,
    rule,
    reasonCode
  }))
}

test('decided again from its own report a plan is the same, image by image', async () => {
  const again = await plan(['--from', 'live.json', '--policy', 'policy.yml'])

  expect(live.totals.selected).toBeGreaterThan(100)
  expect(facts(again)).toEqual(facts(live))
  expect(again.packages[0]?.warnings.join()).toContain('taken from the report')
})

test('another policy deletes images with all that the report says belongs to them', async () => {
  const report = await plan(
    ['--from', 'live.json', '--packages', 'shop'],
    ['--delete-tags', '2.0.0', '--untagged-grace', '0']
  )
  const rows = report.packages.flatMap(({ versions }) => versions)
  const root = rows.find(({ tags }) => tags?.includes('2.0.0'))
  const gone = rows.filter(({ decision }) => decision === 'delete')

  // The index, two platforms, two attestations and a signature.
  expect(gone).toHaveLength(6)
  expect(gone.every(({ id, root: follows }) => id === root?.id || follows === root?.id)).toBe(true)
})

test('of a live run it is what that run left', async () => {
  const [shop] = live.packages
  const versions = shop?.versions.map((row, place) =>
    place === 0
      ? { ...row, outcome: 'deleted' }
      : place === 1
        ? { ...row, tags: ['a', 'b'], untagged: ['a'], outcome: 'untagged' }
        : row
  )
  desk.write('ran.json', { ...live, dryRun: false, packages: [{ ...shop, versions }] })
  const report = await plan(['--from', 'ran.json'], ['--older-than', '90d'])
  const rows = report.packages[0]?.versions ?? []

  expect(rows).toHaveLength((versions?.length ?? 0) - 1)
  expect(rows[0]).toMatchObject({ id: versions?.[1]?.id, tags: ['b'] })
})

test('what was frozen then is frozen now', async () => {
  const frozen = live.packages.map((entry) => ({ ...entry, frozen: 'a manifest was not read' }))
  desk.write('frozen.json', { ...live, packages: frozen })
  const report = await plan(['--from', 'frozen.json', '--policy', 'policy.yml'])

  expect(report.totals.selected).toBe(0)
  const reasons = report.packages.flatMap(({ versions }) => versions.map(({ reason }) => reason))
  expect(new Set(reasons)).toEqual(
    new Set(['the package is frozen: it was when the report was made: a manifest was not read'])
  )
  const codes = report.packages.flatMap(({ versions }) => versions.map((row) => row.reasonCode))
  expect(new Set(codes)).toEqual(new Set(['frozen']))
})

test('a report of a restore is refused', async () => {
  desk.write('restored.json', { ...live, mode: 'restore' })
  const { exitCode, stderr } = await desk.run(['plan', '--from', 'restored.json'])

  expect(exitCode).toBe(2)
  expect(stderr).toContain('mode: restore does not hold all versions')
})
