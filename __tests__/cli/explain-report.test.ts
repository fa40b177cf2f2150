import { beforeAll, describe, expect, test } from '@jest/globals'
import { startEmulator } from '../../src/emulator/emulator.js'
import { twoYearsOfHistory } from '../../src/emulator/history.js'
import type { Report, VersionRow } from '../../src/report/report.js'
import { type Desk, openDesk } from './desk.js'

const POLICY = `version: 1
packages:
  - names: shop
    type: container
    delete:
      - { name: closed pull requests, closed-pull-request: "pr-{number}" }
      - { name: old builds, tags: nightly-*, older-than: 7d }
`
const RULES = ['--policy-file', 'policy.yml']

let desk: Desk
let live: Report

beforeAll(async () => {
  desk = openDesk()
  desk.write('policy.yml', POLICY)
  const history = twoYearsOfHistory(Date.now())
  const emulator = await startEmulator(history.world)
  const { apiUrl, registryUrl } = emulator
  const where = ['--owner', 'acme', '--api-url', apiUrl, '--registry-url', registryUrl]
  const { stdout } = await desk.run(
    ['plan', '--json', ...RULES, ...where, '--manifest-cache', 'false'],
    { GITHUB_TOKEN: history.token.secret }
  )
  await emulator.close()
  const report: unknown = JSON.parse(stdout)
  live = report as Report
  desk.write('live.json', live)
})

/** A tagged root that the live plan decided by this rule, or by none. */
function decidedBy(rule: string | null): { readonly row: VersionRow; readonly tag: string } {
  const rows = live.packages.flatMap(({ versions }) => versions)
  const row = rows.find((one) => one.rule === rule && one.root === null && one.tags?.length === 1)
  const tag = row?.tags?.[0]
  if (row === undefined || tag === undefined) throw new Error('no such version')
  return { row, tag }
}

const explain = (...args: string[]) => desk.run(['explain', ...args])

describe('explain --from a report', () => {
  test('says first what the report says, where it could ask and this can not', async () => {
    const { row, tag } = decidedBy('closed pull requests')
    const { exitCode, stdout } = await explain(tag, '--from', 'live.json', ...RULES)
    const lines = stdout.split('\n')

    expect(exitCode).toBe(0)
    expect(lines[3]).toBe(
      `the report of ${live.startedAt}, a dry run, says: delete (closed pull requests): ${row.reason}`
    )
    expect(lines[4]).toMatch(
      /^decided again here, where nobody can be asked, it would be otherwise: keep: /
    )
    expect(stdout).toContain('closed pull requests: its question could not be answered')
  })

  test('says so where both are of one mind', async () => {
    const { tag } = decidedBy('old builds')
    const { stdout } = await explain(tag, '--from', 'live.json', ...RULES)

    expect(stdout).toMatch(/^the report of .* says: delete \(old builds\): /m)
    expect(stdout).toMatch(/^decided again here it is the same$/m)
  })

  test('says that the rules are others than those of the report', async () => {
    const { tag } = decidedBy('old builds')
    const args = ['--packages', 'shop', '--delete-tags', 'nothing-*']
    const { stdout } = await explain(tag, '--from', 'live.json', ...args)

    expect(stdout).toMatch(/^decided again here, by other rules than the report's, it would be/m)
  })

  test('without rules it says what the report says', async () => {
    const { tag } = decidedBy('closed pull requests')
    const { exitCode, stdout } = await explain(tag, '--from', 'live.json')

    expect(exitCode).toBe(0)
    expect(stdout).toMatch(/ says: delete \(closed pull requests\): /)
    expect(stdout).toContain('give the rules, such as --policy-file FILE')
    expect(stdout).not.toContain('what each rule says')
  })

  test('of a live run it says what became of it, also where it is gone', async () => {
    const { tag } = decidedBy('closed pull requests')
    const packages = live.packages.map((entry) => ({
      ...entry,
      versions: entry.versions.map((row) =>
        row.decision === 'delete' ? { ...row, outcome: 'deleted' } : row
      )
    }))
    desk.write('ran.json', { ...live, dryRun: false, packages })
    const { exitCode, stdout } = await explain(tag, '--from', 'ran.json', ...RULES)

    expect(exitCode).toBe(0)
    expect(stdout).toMatch(
      /^the report of [^,]* says: delete \(closed pull requests\): .*; deleted$/m
    )
    expect(stdout).toContain('there is nothing left of it to decide again')
  })

  test('as JSON each has what the report says', async () => {
    const { row, tag } = decidedBy('closed pull requests')
    const { stdout } = await explain(tag, '--from', 'live.json', '--json', ...RULES)
    const found: unknown = JSON.parse(stdout)

    expect(found).toMatchObject([
      {
        reported: { madeAt: live.startedAt, dryRun: true, row: { id: row.id, decision: 'delete' } },
        version: { decision: 'keep' }
      }
    ])
  })
})

test('plan --from a report says what it decides otherwise than the report', async () => {
  const { stdout } = await desk.run(['plan', '--from', 'live.json', ...RULES])
  const rows = live.packages.flatMap(({ versions }) => versions)
  const byAnswer = rows.filter(({ rule }) => rule === 'closed pull requests').length

  expect(byAnswer).toBeGreaterThan(0)
  expect(stdout).toMatch(
    new RegExp(`The report itself decided otherwise for \\d+ versions, such as .*: delete`)
  )
})

test.each([
  [['plan', '--from', 'live.json', ...RULES]],
  [['explain', 'latest', '--from', 'live.json', ...RULES]]
])('no registry is needed where nobody is asked: %j', async (args) => {
  const environment = {
    GITHUB_SERVER_URL: 'http://127.0.0.1:1',
    GITHUB_API_URL: 'http://127.0.0.1:1/api/v3'
  }
  const { exitCode, stderr } = await desk.run(args, environment)

  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
})
