import { beforeEach, describe, expect, test } from '@jest/globals'
import type { Report } from '../../src/report/report.js'
import { type Desk, openDesk } from './desk.js'

const NOW = '2026-01-31T00:00:00Z'

let desk: Desk

beforeEach(() => {
  desk = openDesk()
})

/** A row as `GET /orgs/acme/packages/container/app/versions` gives it. */
function row(id: number, createdAt: string, tags: readonly string[], packageName = 'app') {
  const digest = `sha256:${id.toString(16).padStart(64, '0')}`
  return {
    id,
    name: digest,
    url: `https://api.github.com/orgs/acme/packages/container/${packageName}/versions/${id}`,
    created_at: createdAt,
    updated_at: createdAt,
    metadata: { package_type: 'container', container: { tags } }
  }
}

const VERSIONS = [
  row(5, '2026-01-30T00:00:00Z', ['latest']),
  row(4, '2026-01-20T00:00:00Z', ['pr-9']),
  row(3, '2025-12-01T00:00:00Z', ['pr-7']),
  row(2, '2025-11-01T00:00:00Z', []),
  row(1, '2025-10-01T00:00:00Z', [`sha256-${'a'.repeat(64)}.sig`])
]

async function planned(...args: string[]): Promise<Report> {
  const { exitCode, stdout, stderr } = await desk.run(['plan', '--json', '--now', NOW, ...args])
  expect({ exitCode, complaints: exitCode === 0 ? '' : stderr }).toEqual({
    exitCode: 0,
    complaints: ''
  })
  const report: unknown = JSON.parse(stdout)
  return report as Report
}

function decisions({ packages }: Report): Record<number, string> {
  const rows = packages.flatMap(({ versions }) => versions)
  return Object.fromEntries(rows.map(({ id, decision }) => [id, decision]))
}

describe('a version list of the REST API', () => {
  test('is decided without a token, and what it does not tell is kept', async () => {
    desk.write('versions.json', VERSIONS)
    const report = await planned('--from', 'versions.json', '--older-than', '7d')

    expect(decisions(report)).toEqual({ 5: 'keep', 4: 'delete', 3: 'delete', 2: 'keep', 1: 'keep' })
    expect(report.packages[0]).toMatchObject({ owner: 'acme', type: 'container', name: 'app' })
    expect(report.packages[0]?.versions.find(({ id }) => id === 2)).toMatchObject({
      rule: null,
      reason: 'the saved list does not tell what needs it',
      reasonCode: 'not-told'
    })
    expect(report.packages[0]?.warnings.join()).toContain('1 untagged')
    expect(report.requests).toEqual({ api: 0, registry: 0 })
  })

  test('an untagged version that stays keeps the package from being deleted whole (ruling 8)', async () => {
    desk.write('versions.json', VERSIONS.slice(1))
    const report = await planned(
      '--from',
      'versions.json',
      '--older-than',
      '0',
      '--last-version',
      'delete-package'
    )

    expect(report.packages[0]?.packageDecision).toBeNull()
    expect(decisions(report)).toEqual({ 4: 'keep', 3: 'delete', 2: 'keep', 1: 'keep' })
  })

  test('what it does not tell is explained without a rule that nobody wrote', async () => {
    desk.write('versions.json', VERSIONS)
    const args = ['--from', 'versions.json', '--older-than', '7d', '--now', NOW]
    const { stdout } = await desk.run(['explain', '2', ...args])

    expect(stdout).toContain('keep: the saved list does not tell what needs it')
    expect(stdout).toContain('guarded: the saved list does not tell what needs it')
    const other = await desk.run(['explain', 'pr-9', ...args])
    expect(other.stdout).toContain('delete  older-than: yes')
    expect(stdout + other.stdout).not.toMatch(/^ {2}keep /m)
    expect(stdout + other.stdout).not.toContain('ids')
  })

  test('a signature follows the image that its tag names', async () => {
    const [latest] = VERSIONS
    const signed = row(3, '2025-12-01T00:00:00Z', ['pr-7'])
    const tag = `${signed.name.replace(':', '-')}.sig`
    desk.write('versions.json', [latest, signed, row(2, '2025-12-01T00:00:00Z', [tag])])
    const report = await planned('--from', 'versions.json', '--older-than', '7d')

    expect(decisions(report)).toEqual({ 5: 'keep', 3: 'delete', 2: 'delete' })
  })

  test.each<[string, unknown]>([
    ['one array', VERSIONS],
    ['an array for each page, as gh api --slurp writes', [VERSIONS.slice(0, 2), VERSIONS.slice(2)]],
    [
      'one array after the other, as gh api --paginate once wrote',
      `${JSON.stringify(VERSIONS.slice(0, 2))}\n${JSON.stringify(VERSIONS.slice(2))}`
    ],
    ['an object of package and versions', { package: { name: 'app' }, versions: VERSIONS }]
  ])('may be %s', async (_form, content) => {
    desk.write('versions.json', content)
    const report = await planned('--from', 'versions.json', '--delete-tags', 'pr-*')

    expect(decisions(report)).toMatchObject({ 5: 'keep', 4: 'delete', 3: 'delete' })
    expect(report.packages).toHaveLength(1)
  })

  test('several files are several packages, of which the rules choose', async () => {
    desk.write('app.json', VERSIONS)
    desk.write('tool.json', [row(9, '2025-01-01T00:00:00Z', ['v1', 'v2'], 'tools%2Fcli')])
    desk.write('policy.yml', 'version: 1\npackages: [{names: "tools/*", delete: [{tags: "v*"}]}]')
    const from = ['--from', 'app.json', '--from', 'tool.json']
    const all = await planned(...from, '--policy', 'policy.yml')

    expect(all.packages.map(({ name, leftAlone }) => [name, leftAlone])).toEqual([
      ['app', 'no entry of the policy matches it'],
      ['tools/cli', null]
    ])
    const some = await planned(...from, '--policy', 'policy.yml', '--packages', 'tools/*')
    expect(some.packages.map(({ name }) => name)).toEqual(['tools/cli'])
  })

  test('questions to GitHub have no answer: they delete nothing and keep everything (ruling 5)', async () => {
    desk.write('versions.json', VERSIONS)
    desk.write(
      'policy.yml',
      'version: 1\npackages: [{names: app, delete: [{closed-pull-request: "pr-{number}"}]}]'
    )
    const report = await planned('--from', 'versions.json', '--policy', 'policy.yml')

    expect(report.totals.selected).toBe(0)
    expect(report.packages[0]?.warnings.join()).toContain('a plan from a saved list asks nobody')
  })

  test('one without tags or url needs to be told what it is', async () => {
    desk.write('versions.json', [{ id: 1, name: '1.0.0', created_at: NOW, updated_at: NOW }])
    const rules = ['plan', '--from', 'versions.json', '--older-than', '0']

    const untyped = await desk.run(rules)
    expect(untyped).toMatchObject({ exitCode: 2 })
    expect(untyped.stderr).toMatch(/^--package-type: /)
    const unnamed = await desk.run([...rules, '--package-type', 'npm'])
    expect(unnamed).toMatchObject({ exitCode: 2 })
    expect(unnamed.stderr).toMatch(/^--packages: /)
    const named = await planned(...rules.slice(1), '--package-type', 'npm', '--packages', 'ui')
    expect(named.packages[0]).toMatchObject({ type: 'npm', name: 'ui', totals: { versions: 1 } })
  })
})

describe('what is wrong is wrong usage', () => {
  test.each<[string, unknown, string[], string]>([
    ['a file that is not there', null, ['--from', 'none.json'], '--from: "none.json": there is no'],
    ['no JSON', '{', ['--from', 'versions.json'], '--from: versions.json: not JSON'],
    ['no versions', { x: 1 }, ['--from', 'versions.json'], 'expected versions as the REST API'],
    ['no rule', VERSIONS, ['--from', 'versions.json'], 'rule'],
    [
      'a wrong time',
      VERSIONS,
      ['--from', 'versions.json', '--older-than', '1d', '--now', 'yesterday'],
      '--now: "yesterday"'
    ],
    [
      'an owner that the list is not of',
      VERSIONS,
      ['--from', 'versions.json', '--older-than', '1d', '--owner', 'other'],
      '--owner: "other": versions.json is a list of acme: leave --owner out'
    ],
    [
      'a share that has none of the lists',
      VERSIONS,
      ['--from', 'versions.json', '--older-than', '1d', '--share', '2/2'],
      '--share: none of the lists is in this share'
    ],
    ['--now without --from', VERSIONS, ['--now', NOW, '--older-than', '1d'], '--now: only a plan']
  ])('%s', async (_what, content, args, message) => {
    if (content !== null) desk.write('versions.json', content)
    const { exitCode, stderr } = await desk.run(['plan', ...args])

    expect(exitCode).toBe(2)
    expect(stderr).toContain(message)
  })
})

test('max-deletions warns, last-version: fail fails, as in any dry run', async () => {
  desk.write('versions.json', VERSIONS)
  const args = ['plan', '--from', 'versions.json', '--now', NOW, '--older-than', '0']

  const fuse = await desk.run([...args, '--max-deletions', '1'])
  expect(fuse.exitCode).toBe(0)
  expect(fuse.stderr).toContain('max-deletions')
  const last = await desk.run([...args, '--last-version', 'fail'])
  expect(last.exitCode).toBe(1)
})

test('the owner of the list in other letters is no other', async () => {
  desk.write('versions.json', VERSIONS)

  await planned('--from', 'versions.json', '--older-than', '7d', '--owner', 'ACME')
})

test('a time that was given has no duration', async () => {
  desk.write('versions.json', VERSIONS)
  const { stdout } = await desk.run([
    'plan',
    '--from',
    'versions.json',
    '--now',
    NOW,
    '--older-than',
    '7d'
  ])

  expect(stdout).toContain('It took 0 API requests and 0 registry requests.')
})

test('reports are written only where it is said', async () => {
  desk.write('versions.json', VERSIONS)
  const args = ['plan', '--from', 'versions.json', '--now', NOW, '--older-than', '7d']

  expect((await desk.run(args)).stdout).not.toContain('report.json')
  const { stdout } = await desk.run([...args, '--report-directory', 'out'])
  expect(stdout).toContain('out/report.json')
  // What was written is read again: the same decisions, at the time of the report.
  const again = await desk.run([
    'plan',
    '--json',
    '--from',
    'out/report.json',
    '--older-than',
    '7d'
  ])
  const report: unknown = JSON.parse(again.stdout)
  expect(report).toMatchObject({ startedAt: '2026-01-31T00:00:00.000Z', totals: { selected: 2 } })
})

describe('several files of one package', () => {
  const OLD = VERSIONS.slice(2, 3)

  test('are one package: a quota counts over all of them', async () => {
    desk.write('a.json', VERSIONS.slice(0, 2))
    desk.write('b.json', OLD)
    const from = ['--from', 'a.json', '--from', 'b.json']
    const report = await planned(...from, '--older-than', '7d', '--keep-newest', '1')

    expect(report.packages).toHaveLength(1)
    expect(decisions(report)).toEqual({ 5: 'keep', 4: 'delete', 3: 'delete' })
  })

  test('a version that two of them hold counts once', async () => {
    desk.write('a.json', VERSIONS)
    const from = ['--from', 'a.json', '--from', 'a.json']
    const report = await planned(...from, '--older-than', '7d')

    expect(report.packages.map(({ versions }) => versions.length)).toEqual([VERSIONS.length])
  })

  test('of two reports the latest counts, and what it deleted is gone from a list too', async () => {
    desk.write('a.json', VERSIONS)
    const report = await planned('--from', 'a.json', '--older-than', '7d')
    const [entry] = report.packages
    const left = (outcome: string, startedAt: string) => ({
      ...report,
      startedAt,
      packages: [
        {
          ...entry,
          versions: entry?.versions.map((one) => (one.id === 3 ? { ...one, outcome } : one))
        }
      ]
    })
    desk.write('old.json', left('remaining', '2026-01-29T00:00:00.000Z'))
    desk.write('new.json', left('deleted', '2026-01-30T00:00:00.000Z'))
    const from = ['--from', 'a.json', '--from', 'old.json', '--from', 'new.json']

    expect(decisions(await planned(...from, '--older-than', '7d'))).not.toHaveProperty('3')
  })
})

test.each<[string, string, string]>([
  ['another owner than the list is of', 'other', 'keep'],
  ['the owner that the list is of', 'Acme', 'delete']
])('a policy of %s', async (_name, owner, decision) => {
  desk.write('versions.json', VERSIONS)
  const rules = 'packages: [{names: app, delete: [{tags: pr-7}]}]'
  desk.write('policy.yml', `version: 1\nowner: ${owner}\n${rules}\n`)
  const report = await planned('--from', 'versions.json', '--policy-file', 'policy.yml')

  const [entry] = report.packages
  expect(entry?.versions.find(({ id }) => id === 3)?.decision ?? 'keep').toBe(decision)
  expect(entry?.leftAlone ?? null).toBe(
    decision === 'keep' ? 'no entry of the policy matches it' : null
  )
})

test('a list that is given without the flag is told the flag', async () => {
  const { exitCode, stderr } = await desk.run(['plan', 'versions.json', '--older-than', '7d'])
  expect(exitCode).toBe(2)
  expect(stderr).toContain('write --from versions.json')
})

test.each(['sha256:000', '0000'])('%s: too few digits of a digest are told', async (wanted) => {
  desk.write('versions.json', VERSIONS)
  const rules = ['--from', 'versions.json', '--older-than', '7d']
  const { exitCode, stderr } = await desk.run(['explain', wanted, ...rules])
  expect(exitCode).toBe(1)
  expect(stderr).toContain('of a digest give 7 digits or more')
})

test('of a tag that is nowhere the one that was meant is told', async () => {
  desk.write('versions.json', VERSIONS)
  const rules = ['--from', 'versions.json', '--older-than', '7d']
  const { exitCode, stderr } = await desk.run(['explain', 'latset', ...rules])
  expect(exitCode).toBe(1)
  expect(stderr).toContain('name or id latset; near it: latest\n')
})
