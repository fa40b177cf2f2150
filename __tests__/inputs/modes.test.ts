import { describe, expect, test } from '@jest/globals'
import type { RawInputs } from '../../src/run/inputs/surroundings.js'
import { parseInputs } from '../../src/run/inputs/parse-inputs.js'
import { TOKEN, configOf, errorsOf, workflow } from './surroundings.js'

const POLICY = 'version: 1\npackages:\n  - names: "*"\n    delete:\n      - older-than: 30d\n'

const report = (fields: object = {}) =>
  JSON.stringify({
    schema: 'https://example.com/report-v1.json',
    version: 1,
    tool: { name: 'package-retention', version: '1.0.0' },
    mode: 'cleanup',
    dryRun: true,
    startedAt: '2026-01-31T02:00:00.000Z',
    finishedAt: '2026-01-31T02:01:00.000Z',
    complete: true,
    policyDigest: null,
    packages: [
      {
        owner: 'acme',
        ownerKind: 'organization',
        type: 'npm',
        name: 'ui',
        versions: [
          {
            id: 7,
            name: '1.0.0',
            tags: [],
            createdAt: '2025-01-01T00:00:00.000Z',
            updatedAt: '2025-01-01T00:00:00.000Z',
            decision: 'delete'
          }
        ]
      }
    ],
    ...fields
  })

const REPORT = '/tmp/runner/package-retention/report.json'
const FILES = {
  [REPORT]: report({ dryRun: false }),
  'policy.yml': POLICY,
  'plan.json': report(),
  'live.json': report({ dryRun: false }),
  'out/report.json': report({ dryRun: false, complete: false, finishedAt: null }),
  'out/report.journal.ndjson':
    '{"kind":"run","startedAt":"2026-01-31T02:00:00.000Z"}\n' +
    '{"kind":"version","package":{"owner":"acme","type":"npm","name":"ui"},' +
    '"outcome":{"id":7,"outcome":"deleted","error":null,"untagged":[],"retagged":[]}}\n'
}
const here = workflow(FILES)

describe('settings of another mode are errors that name both (ruling 74)', () => {
  test.each<[RawInputs, readonly string[]]>([
    [{ mode: 'restore', report: 'live.json', 'delete-tags': 'x' }, ['delete-tags', 'restore']],
    [{ 'older-than': '1d', plan: 'plan.json' }, ['plan', 'mode: apply', 'cleanup']],
    [{ 'older-than': '1d', 'version-ids': '1' }, ['version-ids', 'mode: restore', 'cleanup']],
    [{ mode: 'apply', plan: 'plan.json', 'policy-file': 'policy.yml' }, ['policy-file', 'apply']],
    [{ mode: 'repair', 'max-deletions': '5' }, ['max-deletions', 'mode: cleanup', 'repair']],
    [{ mode: 'repair', untag: 'true' }, ['untag', 'repair']]
  ])('%j', (raw, words) => {
    const errors = errorsOf(raw, here)

    expect(errors).toHaveLength(1)
    for (const word of words) expect(errors[0]).toContain(word)
  })

  test.each(['npm', 'npm, maven'])('repair of packages without parts: %s', (types) => {
    expect(errorsOf({ mode: 'repair', 'package-type': types }, here)).toEqual([
      `package-type: "${types}": mode: repair is about container packages, the only ones with parts`
    ])
    expect(errorsOf({ mode: 'repair', 'package-type': 'all' }, here)).toEqual([])
  })

  test('what is given as it holds anyway says nothing', () => {
    const raw = {
      mode: 'repair',
      'plan-max-age': '7d',
      untag: 'false',
      'delete-prereleases': 'false'
    }

    expect(errorsOf(raw, here)).toEqual([])
  })
})

describe('cleanup', () => {
  test('without a rule is an error, never a default deletion', () => {
    expect(errorsOf({})).toEqual([expect.stringContaining('no rule is given')])
  })

  test('a rule that could not be read is the only error', () => {
    expect(errorsOf({ 'older-than': '30' })).toEqual([expect.stringMatching(/^older-than: /)])
  })

  test('with quick rules is about the repository’s container package (2-action)', () => {
    const config = configOf({ 'older-than': '30d' }, workflow({}, { repository: 'acme/My-App' }))

    expect(config).toMatchObject({
      mode: 'cleanup',
      owner: 'acme',
      packageTypes: ['container'],
      apiUrl: 'https://api.github.com',
      registryUrl: 'https://ghcr.io',
      npmRegistryUrl: 'https://npm.pkg.github.com',
      dryRun: false,
      concurrency: 10,
      reserveRequests: 100,
      manifestCache: true,
      timeLimit: null,
      share: null,
      failOn: 'error',
      reportDirectory: '/tmp/runner/package-retention'
    })
    expect(config.packages?.sources).toEqual(['my-app'])
    expect(config.isNamedByRepository).toBe(true)
  })

  test('with a policy is about what its entries say (ruling 36)', () => {
    const config = configOf({ 'policy-file': 'policy.yml' }, here)

    expect(config).toMatchObject({ packages: null, packageTypes: null })
  })

  test('packages and package-type narrow a policy (ruling 36)', () => {
    const raw = { policy: POLICY, packages: 'app', 'package-type': 'npm,container' }
    const config = configOf(raw)

    expect(config.packages?.sources).toEqual(['app'])
    expect(config.packageTypes).toEqual(['container', 'npm'])
    expect(config).not.toHaveProperty('isNamedByRepository')
  })

  test.each<[string, RawInputs, string]>([
    ['both', { policy: POLICY, 'policy-file': 'policy.yml' }, 'policy is given too'],
    ['a quick rule', { policy: POLICY, 'keep-newest': '5' }, 'together with policy'],
    ['a no', { policy: POLICY, 'delete-untagged': 'false' }, 'together with policy'],
    ['a quick rule', { 'policy-file': 'policy.yml', 'keep-tags': 'v*' }, 'with policy-file']
  ])('a policy together with %s is an error', (_what, raw, expected) => {
    expect(errorsOf(raw, here)).toEqual([expect.stringContaining(expected)])
  })

  test('delete-prereleases: false beside a policy is as good as absent (ruling 15)', () => {
    expect(errorsOf({ policy: POLICY, 'delete-prereleases': 'false' })).toEqual([])
  })

  test('errors of a policy keep their line and column, also below an empty line', () => {
    const policy = `\n\n${POLICY.replace('older-than', 'oldr-than')}`

    expect(errorsOf({ policy })).toEqual([
      expect.stringMatching(/^policy: policy:7:9: .*older-than/)
    ])
  })

  test('the policy’s owner goes before the workflow’s, not against one that is given', () => {
    const policy = `owner: other\n${POLICY}`

    expect(configOf({ policy }).owner).toBe('other')
    expect(configOf({ policy, owner: 'ACME' }).owner).toBe('other')
    expect(configOf({ policy, owner: 'Other' }).owner).toBe('other')
    expect(errorsOf({ policy, owner: 'third' })).toEqual([
      expect.stringMatching(/^owner: "third": .*other/)
    ])
  })

  test('keep-newest: 0 as the only rule says what to write instead (ruling 32)', () => {
    expect(errorsOf({ 'keep-newest': '0' })).toEqual([expect.stringContaining('delete-tags: "*"')])
  })

  test('delete-untagged: false is given and no rule by itself (ruling 15)', () => {
    expect(errorsOf({ 'delete-untagged': 'false' })).toEqual([
      expect.stringContaining('no rule is given')
    ])
  })

  test.each([
    ['a trailing comma', 'v*,\nlatest,', ['v*', 'latest']],
    ['carriage returns and tabs', '\tv*\r\n\tlatest\r\n', ['v*', 'latest']],
    ['non-breaking spaces around', '\u00A0v*\u00A0, latest\u00A0', ['v*', 'latest']],
    ['commas inside braces (ruling 7)', 'release-{a,b}, v*', ['release-{a,b}', 'v*']],
    ['commas inside /…/ (ruling 7)', '/^v\\d{1,2}$/, x', ['/^v\\d{1,2}$/', 'x']]
  ])('a list with %s', (_what, text, sources) => {
    const config = configOf({ 'keep-tags': text, 'older-than': '1d' })

    expect(JSON.stringify(config)).toContain(JSON.stringify(sources).slice(1, -1))
  })

  test('the digest is the same for the same rules however they are written', () => {
    const digest = (raw: RawInputs) => {
      const config = configOf(raw)
      return config.mode === 'cleanup' ? config.policyDigest : ''
    }

    expect(digest({ 'older-than': '2w', 'delete-tags': 'a,b' })).toBe(
      digest({ 'older-than': '14 days', 'delete-tags': 'a\nb' })
    )
    expect(digest({ 'older-than': '2w' })).not.toBe(digest({ 'older-than': '3w' }))
    expect(digest({ policy: POLICY })).toMatch(/^sha256:[0-9a-f]{64}$/)
  })
})

describe('apply', () => {
  test('reads the plan, without a default for packages', () => {
    expect(configOf({ mode: 'apply', plan: 'plan.json' }, here)).toMatchObject({
      mode: 'apply',
      packages: null,
      planMaxAge: { exactMs: 7 * 86_400_000 },
      plan: { startedAt: '2026-01-31T02:00:00.000Z' }
    })
  })

  test('ruling 67: plan-max-age and share are inputs', () => {
    const raw = { mode: 'apply', plan: 'plan.json', 'plan-max-age': '2d', share: '3/20' }
    expect(configOf(raw, here)).toMatchObject({
      planMaxAge: { exactMs: 2 * 86_400_000 },
      share: { index: 3, of: 20 }
    })
  })

  test.each([
    ['without a plan', {}, 'needs one'],
    ['with the report of a live run', { plan: 'live.json' }, 'carried out']
  ])('%s is an error', (_name, raw, expected) => {
    expect(errorsOf({ mode: 'apply', ...raw }, here)).toEqual([expect.stringContaining(expected)])
  })
})

describe('restore', () => {
  test('reads an unfinished report with the journal beside it', () => {
    expect(configOf({ mode: 'restore', report: 'out/report.json' }, here)).toMatchObject({
      source: { kind: 'report', report: { packages: [{ versions: [{ outcome: 'deleted' }] }] } }
    })
  })

  test.each<[string, RawInputs, object]>([
    ['ids', { 'version-ids': '7, 8\n7' }, { kind: 'ids', ids: [7, 8] }],
    ['tags', { 'deleted-tags': 'pr-*' }, { kind: 'deleted', within: null }],
    ['an age', { 'deleted-within': '2d' }, { kind: 'deleted', tags: null }],
    ['both', { 'deleted-tags': 'v*', 'deleted-within': '2d' }, { kind: 'deleted' }]
  ])('takes %s of the repository’s package', (_name, raw, source) => {
    const config = configOf({ mode: 'restore', ...raw })

    expect(config).toMatchObject({ source, packageTypes: ['container'] })
    expect(config.packages?.sources).toEqual(['app'])
  })

  test.each<[string, RawInputs, string]>([
    ['no source', {}, 'exactly one of'],
    ['two sources', { report: 'live.json', 'version-ids': '7' }, 'version-ids is given too'],
    ['two sources', { 'version-ids': '7', 'deleted-within': '1d' }, 'deleted-within is given too'],
    ['a dry run', { report: 'plan.json' }, 'changed nothing'],
    ['ids of several packages', { 'version-ids': '7', packages: 'a, b' }, 'exactly one plain name'],
    ['ids of a glob', { 'version-ids': '7', packages: 'a*' }, 'exactly one plain name'],
    ['ids of all types', { 'version-ids': '7', 'package-type': 'all' }, 'exactly one type']
  ])('%s is an error', (_name, raw, expected) => {
    expect(errorsOf({ mode: 'restore', ...raw }, here)).toEqual([expect.stringContaining(expected)])
  })
})

describe('a report that there is nothing to undo of', () => {
  const row = (outcome: string | null) => ({
    id: 7,
    name: '1.0.0',
    tags: [],
    createdAt: null,
    updatedAt: null,
    decision: 'delete',
    outcome
  })
  const ran = (day: number, outcome: string | null, more: object = {}) =>
    report({
      dryRun: false,
      startedAt: `2026-01-0${day}T02:00:00.000Z`,
      packages: [
        {
          owner: 'acme',
          ownerKind: 'organization',
          type: 'npm',
          name: 'ui',
          versions: [row(outcome)]
        }
      ],
      ...more
    })
  const own = (day: number) => `report-2026-01-0${day}T02-00-00.000Z-cleanup`
  const place = workflow({
    [`r/${own(1)}.json`]: ran(1, 'deleted'),
    'r/report-2026-01-02T02-00-00.000Z.json': ran(2, null, { complete: false }),
    'r/report-2026-01-02T02-00-00.000Z.journal.ndjson':
      '{"kind":"run","startedAt":"2026-01-02T02:00:00.000Z"}\n' +
      '{"kind":"version","package":{"owner":"acme","type":"npm","name":"ui"},' +
      '"outcome":{"id":7,"outcome":"deleted","error":null,"untagged":[],"retagged":[]}}\n',
    [`r/${own(3)}.json`]: ran(3, 'skipped'),
    [`r/${own(4)}-dry-run.json`]: ran(4, null, { dryRun: true }),
    'r/report.json': ran(4, null, { dryRun: true }),
    [`r/apply/report-2026-01-05T02-00-00.000Z-apply.json`]: ran(5, 'deleted', { mode: 'apply' }),
    'r/notes.json': '{}'
  })
  const names =
    'r/apply/report-2026-01-05T02-00-00.000Z-apply.json (2026-01-05 02:00 UTC, mode apply, 1 version deleted); ' +
    'r/report-2026-01-02T02-00-00.000Z.json (2026-01-02 02:00 UTC, mode cleanup, 1 version deleted); ' +
    `r/${own(1)}.json (2026-01-01 02:00 UTC, mode cleanup, 1 version deleted)`

  test('one that leaves a doubt comes with the reports of later runs beside it', () => {
    const path = 'r/report-2026-01-02T02-00-00.000Z.json'
    const cut = configOf({ mode: 'restore', report: path }, place)
    const whole = configOf({ mode: 'restore', report: `r/${own(1)}.json` }, place)
    const startedAt = '2026-01-05T02:00:00.000Z'

    expect(cut).toMatchObject({ source: { kind: 'report', later: [{ mode: 'apply', startedAt }] } })
    expect(whole).toMatchObject({ source: { kind: 'report', later: [] } })
  })

  test('a dry run: is refused with the live runs beside it, the newest first', () => {
    const [error = '', ...more] = errorsOf({ mode: 'restore', report: 'r/report.json' }, place)

    expect(more).toEqual([])
    expect(error.endsWith(`; runs beside it that did: ${names}`)).toBe(true)
  })

  test('a live run that deleted nothing: comes with them, to tell of', () => {
    const raw = { token: TOKEN, mode: 'restore', report: `r/${own(3)}.json` }

    expect(parseInputs(raw, place)).toMatchObject({
      ok: true,
      warnings: [],
      config: { source: { kind: 'report', beside: names.split('; ') } }
    })
  })

  test('one that deleted something is taken without a word', () => {
    const raw = { token: TOKEN, mode: 'restore', report: `r/${own(1)}.json` }

    expect(parseInputs(raw, place)).toMatchObject({ ok: true, warnings: [] })
  })
})

describe('where the report goes', () => {
  test.each<[RawInputs, string]>([
    [{ mode: 'repair' }, '/tmp/runner/package-retention'],
    [{ mode: 'repair', 'report-directory': 'out' }, '/home/runner/app/out'],
    [{ mode: 'repair', 'report-directory': '/out' }, '/out'],
    [{ mode: 'restore', report: 'live.json' }, '/tmp/runner/package-retention'],
    [{ mode: 'restore', report: REPORT }, '/tmp/runner/package-retention/restore'],
    [{ mode: 'restore', report: REPORT, 'report-directory': '/out' }, '/out']
  ])('%j: %s, by default not over the report that it starts from', (raw, directory) => {
    expect(configOf(raw, here).reportDirectory).toBe(directory)
  })
})

describe('outside a workflow', () => {
  const outside = workflow(FILES, {
    serverUrl: null,
    apiUrl: null,
    repository: null,
    repositoryOwner: null
  })

  test('owner and packages have to be given', () => {
    expect(errorsOf({ 'older-than': '1d' }, outside)).toEqual([
      expect.stringMatching(/^owner: /),
      expect.stringMatching(/^packages: /)
    ])
  })

  test.each<RawInputs>([
    { policy: 'version: 2' },
    { 'policy-file': 'nowhere.yml' },
    { mode: 'restore', report: 'nowhere.json' },
    { mode: 'apply', plan: 'nowhere.json' }
  ])('a file that can’t be read may have named the owner: %j', (raw) => {
    expect(errorsOf(raw, outside).filter((message) => message.startsWith('owner'))).toEqual([])
  })

  test('a report to undo says whose packages they are', () => {
    expect(configOf({ mode: 'restore', report: 'live.json' }, outside).owner).toBe('acme')
  })

  test.each<[RawInputs, object]>([
    [
      { 'api-url': 'https://ghe.example/api/v3/' },
      { apiUrl: 'https://ghe.example/api/v3', registryUrl: 'https://containers.ghe.example' }
    ],
    [
      { 'api-url': 'https://api.octo.ghe.com' },
      { registryUrl: 'https://containers.octo.ghe.com', npmRegistryUrl: 'https://npm.octo.ghe.com' }
    ],
    [
      { 'api-url': 'http://127.0.0.1:1', 'registry-url': 'http://127.0.0.1:2' },
      { apiUrl: 'http://127.0.0.1:1', registryUrl: 'http://127.0.0.1:2' }
    ]
  ])('%j says which GitHub it is', (raw, urls) => {
    const rest = { owner: 'acme', packages: 'app', 'older-than': '1d' }

    expect(configOf({ ...rest, ...raw }, outside)).toMatchObject(urls)
  })

  test('an api-url whose registry can’t be found asks for it, where the type needs one', () => {
    const raw = {
      owner: 'acme',
      packages: 'app',
      'older-than': '1d',
      'api-url': 'http://127.0.0.1:1'
    }

    expect(errorsOf(raw, outside)).toEqual([expect.stringContaining('set registry-url')])
    expect(errorsOf({ ...raw, 'package-type': 'maven' }, outside)).toEqual([])
  })
})
