import { beforeEach, describe, expect, test } from '@jest/globals'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { mergeReports } from '../../src/report/merge-reports.js'
import type { Report } from '../../src/report/report.js'
import { matrixOf } from '../../src/run/matrix.js'
import { planSaved, type NamedSavedPackage } from '../../src/run/saved/plan-saved.js'
import type { CleanupConfig } from '../../src/run/config.js'
import { splitEvenly } from '../../src/run/shares.js'
import { configOf } from '../inputs/surroundings.js'
import { type Desk, openDesk } from './desk.js'

const NOW = Date.UTC(2026, 0, 31)
const DAY = 24 * 60 * 60 * 1000
const OWNER = { login: 'acme', kind: 'organization', isTokenOwner: false } as const

/** An npm package with versions of growing age. */
function list(name: string, versions: number): NamedSavedPackage {
  const saved = {
    owner: 'acme',
    ownerKind: 'organization',
    type: 'npm',
    name,
    rows: null,
    frozen: null,
    report: null,
    versions: Array.from({ length: versions }, (_, place) => ({
      id: place + 1,
      name: `1.${place}.0`,
      tags: [],
      createdAt: NOW - (place + 1) * DAY,
      updatedAt: NOW - (place + 1) * DAY,
      deletedAt: null
    }))
  } as const
  return { ref: { owner: OWNER, type: 'npm', name }, saved }
}

function config(share: string | null): CleanupConfig {
  const parsed = configOf({
    'older-than': '10d',
    'package-type': 'npm',
    packages: '*',
    'dry-run': 'true',
    ...(share === null ? {} : { share })
  })
  if (parsed.mode !== 'cleanup') throw new Error('not a cleanup')
  return parsed
}

function planned(lists: readonly NamedSavedPackage[], share: string | null = null) {
  return planSaved(lists, config(share), { now: NOW, workspace: null })
}

const sizes = fc.uniqueArray(fc.tuple(fc.stringMatching(/^[a-z]{1,6}$/), fc.nat({ max: 30 })), {
  selector: ([name]) => name,
  maxLength: 60
})

test('the merged reports of 20 shares are the report of one run over all packages', async () => {
  await fc.assert(
    fc.asyncProperty(sizes, fc.integer({ min: 1, max: 20 }), async (drawn, count) => {
      const lists = drawn.map(([name, versions]) => list(name, versions))
      const shares: { name: string; report: Report }[] = []
      for (let index = 1; index <= count; index += 1) {
        const name = `${index}/${count}`
        shares.push({ name, report: await planned(lists, name) })
      }
      const whole = await planned(lists)

      expect(mergeReports(shares)).toEqual({ ok: true, report: whole })
    }),
    { numRuns: 25 }
  )
})

test('20 shares of some hundred packages differ by no more than a fifth in work', () => {
  // Most packages are small and a few are large, as in any organisation; none is a giant.
  const size = fc.oneof(
    { weight: 8, arbitrary: fc.integer({ min: 1, max: 100 }) },
    { weight: 2, arbitrary: fc.integer({ min: 100, max: 1000 }) }
  )
  fc.assert(
    fc.property(fc.array(size, { minLength: 400, maxLength: 600 }), (counts) => {
      const packages = counts.map((versionCount, place) => ({
        ref: list(`p${place}`, 0).ref,
        isNamed: false,
        versionCount
      }))
      const work = splitEvenly(packages, 20).map((share) =>
        share.reduce((sum, { versionCount }) => sum + 10 + (versionCount ?? 0), 0)
      )

      expect(Math.max(...work)).toBeLessThanOrEqual(Math.min(...work) * 1.2)
    }),
    { numRuns: 50 }
  )
})

test('a matrix names each package once, in its share, and leaves out empty shares', () => {
  const packages = ['a', 'b', 'c'].map((name) => ({
    ref: list(name, 0).ref,
    isNamed: false,
    versionCount: name === 'a' ? 100 : 1
  }))

  expect(matrixOf(packages, 2)).toEqual({
    include: [
      { share: '1/2', packages: 'a' },
      { share: '2/2', packages: 'b,c' }
    ]
  })
  expect(matrixOf(packages, 20).include).toHaveLength(3)
  expect(matrixOf([], 20)).toEqual({ include: [] })
})

describe('what is joined', () => {
  let one: Report
  let other: Report

  beforeEach(async () => {
    one = await planned([list('a', 20)])
    other = await planned([list('b', 5)])
  })

  function merged(a: Partial<Report>, b: Partial<Report>) {
    return mergeReports([
      { name: 'a.json', report: { ...one, ...a } },
      { name: 'b.json', report: { ...other, ...b } }
    ])
  }

  test('times, requests and what was said', () => {
    const result = merged(
      {
        startedAt: '2026-01-02T00:00:00.000Z',
        finishedAt: '2026-01-02T01:00:00.000Z',
        requests: { api: 3, registry: 1 },
        warnings: ['w', 'x'],
        stopped: 'time-limit'
      },
      {
        startedAt: '2026-01-01T23:00:00.000Z',
        finishedAt: '2026-01-02T03:00:00.000Z',
        requests: { api: 4, registry: 2 },
        warnings: ['x'],
        fuse: 'too many'
      }
    )

    expect(result).toMatchObject({
      ok: true,
      report: {
        startedAt: '2026-01-01T23:00:00.000Z',
        finishedAt: '2026-01-02T03:00:00.000Z',
        requests: { api: 7, registry: 3 },
        warnings: ['w', 'x'],
        stopped: 'time-limit',
        fuse: 'too many',
        complete: true,
        totals: { packages: 2, versions: 25, selected: 10 }
      }
    })
  })

  test('a share that was cut off leaves the whole unfinished', () => {
    expect(merged({ complete: false, finishedAt: null }, {})).toMatchObject({
      report: { complete: false, finishedAt: null }
    })
  })

  test('shares under different policies are of no one policy, and it says so', () => {
    const result = merged({ policyDigest: 'sha256:other' }, {})

    expect(result).toMatchObject({
      report: {
        policyDigest: null,
        warnings: ['the shares were not run with one and the same policy']
      }
    })
  })

  test.each<[string, Partial<Report>, RegExp]>([
    ['another mode', { mode: 'apply' }, /different runs: .*a\.json.*mode: apply.*b\.json/],
    ['a live run', { dryRun: false }, /different runs/]
  ])('%s is refused', (_what, differing, message) => {
    const result = merged({}, differing)

    expect(result.ok ? [] : result.errors).toEqual([expect.stringMatching(message)])
  })

  test('why a share failed, and which one: each reason once', () => {
    const failed = (error: string) => ({ error, packages: [] })

    expect(merged({ error: null }, failed('no access'))).toMatchObject({
      report: { error: 'no access (b.json)' }
    })
    expect(merged(failed('no access'), failed('no access'))).toMatchObject({
      report: { error: 'no access (a.json and b.json)' }
    })
    expect(merged(failed('no access'), failed('too old'))).toMatchObject({
      report: { error: 'no access (a.json); too old (b.json)' }
    })
  })

  test('another owner, and a package that is in both, are refused', () => {
    const [entry] = other.packages
    if (entry === undefined) throw new Error('no package')
    const stranger = merged({}, { packages: [{ ...entry, owner: 'umbrella' }] })
    const twice = merged({}, { packages: one.packages })

    expect(stranger.ok ? [] : stranger.errors.join()).toContain('different owners')
    expect(twice.ok ? [] : twice.errors).toEqual(['the npm package a is in a.json and in b.json'])
  })
})

describe('the command merge', () => {
  let desk: Desk

  beforeEach(async () => {
    desk = openDesk()
    desk.write('1.json', await planned([list('a', 20)]))
    desk.write('2.json', await planned([list('b', 5)]))
  })

  test('writes all three reports into a folder, or one file', async () => {
    expect(await desk.run(['merge', '1.json', '2.json', '--output', 'all'])).toMatchObject({
      exitCode: 0
    })
    expect(['report.json', 'report.html', 'report.csv'].map(isIn('all'))).toEqual([
      true,
      true,
      true
    ])
    await desk.run(['merge', '1.json', '2.json', '--output', 'sub/all.json'])
    const text = readFileSync(join(desk.folder, 'sub', 'all.json'), 'utf8')
    const report: unknown = JSON.parse(text)
    expect(report).toMatchObject({ totals: { packages: 2, versions: 25 } })
  })

  test('the joined report does not take the name of a share that lies in the same folder', async () => {
    const share = readFileSync(join(desk.folder, '1.json'), 'utf8')
    const { startedAt } = JSON.parse(share) as { readonly startedAt: string }
    const name = `report-${startedAt.replaceAll(':', '-')}-cleanup-dry-run`
    mkdirSync(join(desk.folder, 'all'))
    desk.write(`all/${name}.json`, share)
    await desk.run(['merge', '1.json', '2.json', '--output', 'all'])

    expect(readFileSync(join(desk.folder, 'all', `${name}.json`), 'utf8')).toBe(share)
    expect(isIn('all')(`${name}-merged.json`)).toBe(true)
    expect(readFileSync(join(desk.folder, 'all', 'report.html'), 'utf8')).toContain(
      `<code>${name}-merged.json</code>`
    )
  })

  test('exit 1 where they are no shares of one run, 2 where a file is wrong', async () => {
    const twice = await desk.run(['merge', '1.json', '1.json', '--output', 'all'])
    expect(twice).toMatchObject({ exitCode: 1 })
    expect(isIn('.')('all')).toBe(false)
    const missing = await desk.run(['merge', '3.json', '--output', 'all'])
    expect(missing).toMatchObject({ exitCode: 2, stderr: '3.json: there is no such file\n' })
    expect(await desk.run(['merge', '1.json'])).toMatchObject({ exitCode: 2 })
  })

  describe('of a live run', () => {
    const OWN = 'report-2026-01-31T00-00-00.000Z-cleanup-merged.json'
    const WORKFLOW = {
      GITHUB_ACTIONS: 'true',
      GITHUB_RUN_ID: '77',
      GITHUB_REPOSITORY: 'acme/shop',
      GITHUB_API_URL: 'https://ghe.example/api/v3',
      GITHUB_SERVER_URL: 'https://ghe.example'
    }

    beforeEach(async () => {
      desk.write('1.json', done(await planned([list('a', 20)])))
      desk.write('2.json', done(await planned([list('b', 25)])))
    })

    test('prints how to undo all of it, by the name of the joined report', async () => {
      const folder = await desk.run(['merge', '1.json', '2.json', '--output', 'all'])
      const file = await desk.run(['merge', '1.json', '2.json', '--output', 'all.json'])
      const undo = 'undo:   package-retention restore --report'

      expect(folder.stdout).toContain(`${undo} ${join(desk.folder, 'all', OWN)}\n`)
      expect(file.stdout).toContain(`${undo} ${join(desk.folder, 'all.json')}\n`)
    })

    test('in a workflow: by the artifact, in its output and in its page', async () => {
      const args = ['merge', '1.json', '2.json', '--output', 'all']
      const { stdout } = await desk.run(args, WORKFLOW)
      const page = readFileSync(join(desk.folder, 'all', 'report.html'), 'utf8')

      for (const text of [stdout, page.slice(page.indexOf('<body'), page.indexOf('<noscript'))]) {
        expect(text).toContain('gh run download 77 --repo ghe.example/acme/shop')
        expect(text).toMatch(
          new RegExp(
            `npx package-retention@\\S+ restore --report package-retention/${OWN} ` +
              '--api-url https://ghe.example/api/v3(?:\n|<)'
          )
        )
        expect(text).not.toContain(`--report ${desk.folder}`)
      }
      expect(stdout).toContain(`report: "package-retention/${OWN}"`)
    })

    test('a variable of a run alone is no workflow', async () => {
      const { stdout } = await desk.run(['merge', '1.json', '2.json', '--output', 'all'], {
        ...WORKFLOW,
        GITHUB_ACTIONS: ''
      })

      expect(stdout).not.toContain('gh run download')
    })

    function done(report: Report): Report {
      const packages = report.packages.map((entry) => ({
        ...entry,
        versions: entry.versions.map((row) =>
          row.decision === 'delete' ? { ...row, outcome: 'deleted' as const } : row
        )
      }))
      return { ...report, dryRun: false, packages }
    }
  })

  test('of a dry run: prints what carries out the joined plan', async () => {
    const { stdout } = await desk.run(['merge', '1.json', '2.json', '--output', 'all'])
    const own = 'report-2026-01-31T00-00-00.000Z-cleanup-dry-run-merged.json'

    expect(stdout).toContain(
      `apply:  package-retention apply --plan ${join(desk.folder, 'all', own)}\n`
    )
  })

  test.each<[string, (share: Report) => Report, number, string]>([
    [
      'a share that failed',
      (share) => ({ ...share, error: 'the token is refused', packages: [] }),
      1,
      'error: The run failed\n  the token is refused (2.json)\n'
    ],
    [
      'a package that is not there',
      ({ packages: [entry], ...share }) => ({
        ...share,
        packages: entry === undefined ? [] : [{ ...entry, error: 'not found', versions: [] }]
      }),
      1,
      'error: 1 package could not be processed\n  acme/b (npm): not found\n'
    ],
    [
      'a share that was killed',
      (share) => ({ ...share, complete: false, finishedAt: null }),
      1,
      'warning: The run did not come to its end\n  The plan is not complete.\n'
    ],
    [
      'another policy',
      (share) => ({ ...share, policyDigest: 'sha256:other' }),
      0,
      'warning: the shares were not run with one and the same policy\n'
    ]
  ])('%s is told, with the exit code of a run', async (_what, change, exitCode, stderr) => {
    desk.write('2.json', change(await planned([list('b', 5)])))

    for (const output of ['all', 'all.json', '-']) {
      const told = await desk.run(['merge', '1.json', '2.json', '--output', output])
      expect(told.exitCode).toBe(exitCode)
      expect(told.stderr).toContain(stderr)
    }
    expect(isIn('all')('report.json')).toBe(true)
  })

  describe('of shares in which a change failed', () => {
    beforeEach(async () => {
      const share = await planned([list('b', 25)])
      desk.write('2.json', {
        ...share,
        dryRun: false,
        packages: share.packages.map((entry) => ({
          ...entry,
          versions: entry.versions.map((row) =>
            row.decision === 'delete' ? { ...row, outcome: 'failed', error: 'no' } : row
          )
        }))
      })
    })

    test.each([
      [[], 1, 'error: '],
      [['--fail-on', 'error'], 1, 'error: '],
      [['--fail-on', 'never'], 0, 'warning: ']
    ])('%j fails as the input does', async (flags, exitCode, level) => {
      const told = await desk.run(['merge', '2.json', '--output', 'all', ...flags])

      expect(told.exitCode).toBe(exitCode)
      expect(told.stderr).toMatch(new RegExp(`^${level}.* failed`, 'm'))
    })

    test.each([
      [['--fail-on', 'sometimes'], /^--fail-on: "sometimes": .*error.*never/],
      [['--fail-on', 'error', '--fail-on', 'never'], /^--fail-on is given twice/]
    ])('%j is wrong', async (flags, message) => {
      const told = await desk.run(['merge', '2.json', '--output', 'all', ...flags])

      expect(told).toMatchObject({ exitCode: 2, stderr: expect.stringMatching(message) })
      expect(isIn('.')('all')).toBe(false)
    })
  })

  function isIn(folder: string) {
    return (name: string) => existsSync(join(desk.folder, folder, name))
  }
})
