import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'

import { buildReport } from '../../src/report/build-report.js'
import { MAX_REPORT_LENGTH, readReport } from '../../src/report/read-report.js'
import { DRY_RUN, LIVE_RUN } from './runs.js'

const CONTRACT = {
  schema: 'https://…/report-v1.json',
  version: 1,
  tool: { name: 'package-retention', version: '1.0.0' },
  mode: 'cleanup',
  dryRun: true,
  startedAt: '2026-01-31T02:00:00.000Z',
  finishedAt: '2026-01-31T02:00:42Z',
  complete: true,
  policyDigest: 'sha256:00',
  totals: { packages: 1 },
  requests: { api: 4, registry: 6 },
  packages: [
    {
      owner: 'acme',
      ownerKind: 'organization',
      type: 'container',
      name: 'app',
      error: null,
      frozen: null,
      packageDecision: null,
      totals: {},
      versions: [
        {
          id: 123,
          name: 'sha256:00',
          tags: ['pr-7'],
          createdAt: '2026-01-01T00:00:00Z',
          updatedAt: '2026-01-01T00:00:00.000Z',
          kind: 'index',
          root: null,
          sizeBytes: 1234,
          decision: 'delete',
          rule: 'closed pull requests',
          reason: 'pr-7: pull request 7 was closed 12 days ago',
          untag: [],
          outcome: null,
          error: null
        }
      ]
    }
  ]
}

const read = (value: unknown) => readReport(JSON.stringify(value), 'report.json')
const errorsOf = (text: string) => {
  const answer = readReport(text, 'report.json')
  return answer.ok ? [] : answer.errors
}

/** The contract's example with one value put in another's place. */
function changed(path: string, value: unknown): string {
  const copy: unknown = structuredClone(CONTRACT)
  const keys = path.split('.')
  const last = keys.pop()!
  const parent = keys.reduce((at, key) => (at as Record<string, unknown>)[key], copy)
  ;(parent as Record<string, unknown>)[last] = value
  return JSON.stringify(copy)
}

test.each([
  ['of a dry run', DRY_RUN],
  ['of a live run', LIVE_RUN]
])('reads back what was written: %s', (_name, record) => {
  const report = buildReport(record)

  expect(read(report)).toEqual({ ok: true, report })
})

test('reads the example of 2-action, which has no other fields', () => {
  const answer = read(CONTRACT)

  expect(answer).toMatchObject({
    ok: true,
    report: {
      finishedAt: '2026-01-31T02:00:42.000Z',
      totals: { packages: 1, versions: 1, selected: 1 },
      packages: [{ versions: [{ id: 123, decision: 'delete', reasonCode: null, untagged: [] }] }]
    }
  })
})

describe('what people do to a report by hand', () => {
  test('a row taken out, a delete turned into keep: the counts are made anew', () => {
    const report = structuredClone(buildReport(DRY_RUN))
    const [app] = report.packages
    const edited = {
      ...report,
      packages: [
        {
          ...app!,
          versions: app!.versions
            .filter(({ id }) => id !== 400)
            .map((row) => (row.id === 100 ? { ...row, decision: 'keep' } : row))
        }
      ]
    }
    const answer = read(edited)

    expect(answer).toMatchObject({
      ok: true,
      report: { totals: { packages: 1, versions: 8, selected: 2, kept: 6 } }
    })
  })

  test('a mark at the beginning of the file, as some editors leave it', () => {
    expect(readReport(`\uFEFF${JSON.stringify(CONTRACT)}`, 'r')).toMatchObject({ ok: true })
  })

  test('fields of their own', () => {
    expect(readReport(changed('packages.0.note', 'looks fine'), 'r')).toMatchObject({ ok: true })
  })
})

describe('every fault is said with its place, what was expected and what was found', () => {
  const row = 'packages.0.versions.0'

  test.each([
    ['mode', 'purge', '$.mode: expected one of cleanup, apply, restore, repair, found "purge"'],
    ['version', 2, '$.version: expected 1, the version of reports that is known, found 2'],
    ['dryRun', 'yes', '$.dryRun: expected true or false, found "yes"'],
    [
      'startedAt',
      '31.1.2026',
      '$.startedAt: expected a date such as "2026-01-31T02:00:00.000Z", found "31.1.2026"'
    ],
    [
      'startedAt',
      '2026-13-31T02:00:00Z',
      '$.startedAt: expected a date such as "2026-01-31T02:00:00.000Z", found "2026-13-31T02:00:00Z"'
    ],
    ['packages', {}, '$.packages: expected a list, found an object'],
    ['packages.0', null, '$.packages[0]: expected an object, found null'],
    [
      'packages.0.type',
      'pypi',
      '$.packages[0].type: expected one of container, docker, npm, maven, nuget, rubygems, found "pypi"'
    ],
    ['packages.0.name', '..', '$.packages[0].name: expected a name, found ".."'],
    ['packages.0.owner', undefined, '$.packages[0].owner: expected a name, found nothing'],
    [
      'packages.0.packageDecision',
      'keep',
      '$.packages[0].packageDecision: expected one of delete, found "keep"'
    ],
    [
      `${row}.id`,
      '123',
      '$.packages[0].versions[0].id: expected an id, which is a whole number from 1, found "123"'
    ],
    [
      `${row}.id`,
      0,
      '$.packages[0].versions[0].id: expected an id, which is a whole number from 1, found 0'
    ],
    [`${row}.tags`, 'pr-7', '$.packages[0].versions[0].tags: expected a list, found "pr-7"'],
    [`${row}.tags`, [7], '$.packages[0].versions[0].tags[0]: expected text in quotes, found 7'],
    [
      `${row}.createdAt`,
      undefined,
      '$.packages[0].versions[0].createdAt: expected a date such as "2026-01-31T02:00:00.000Z", found nothing'
    ],
    [
      `${row}.decision`,
      'Keep',
      '$.packages[0].versions[0].decision: expected one of keep, delete, untag, restore, found "Keep"'
    ],
    [
      `${row}.outcome`,
      'done',
      '$.packages[0].versions[0].outcome: expected one of deleted, untagged, restored, gone, retained, blocked, skipped, failed, remaining, found "done"'
    ],
    [
      `${row}.sizeBytes`,
      -1,
      '$.packages[0].versions[0].sizeBytes: expected a whole number from 0, found -1'
    ],
    [`${row}.untag`, 'pr-7', '$.packages[0].versions[0].untag: expected a list, found "pr-7"']
  ])('%s as %j', (path, value, error) => {
    expect(errorsOf(changed(path, value))).toContain(`report.json: ${error}`)
  })

  test.each([
    [
      'packages',
      CONTRACT.packages.concat(CONTRACT.packages),
      '$.packages[1]: expected each package once, found "acme/app"'
    ],
    [
      'packages.0.versions',
      [CONTRACT.packages[0]!.versions[0], CONTRACT.packages[0]!.versions[0]],
      '$.packages[0].versions: expected each id once, found 123'
    ]
  ])('the same twice in %s', (path, value, error) => {
    expect(errorsOf(changed(path, value))).toEqual([`report.json: ${error}`])
  })

  test('several at once, at most twenty', () => {
    const rows = Array.from({ length: 30 }, () => ({ id: 'x' }))
    const errors = errorsOf(changed('packages.0.versions', rows))

    expect(errors).toHaveLength(21)
    expect(errors.at(-1)).toBe('report.json: and more of the kind')
  })

  test.each([
    ['nothing at all', ''],
    ['half a report', JSON.stringify(CONTRACT).slice(0, 200)]
  ])('%s is not JSON', (_name, text) => {
    expect(errorsOf(text)[0]).toMatch(/^report\.json: \$?.*not JSON/)
  })

  test.each([['null'], ['[]'], ['7'], ['"report"']])('%s is no report', (text) => {
    expect(errorsOf(text)[0]).toMatch(/^report\.json: \$: expected a report/)
  })
})

test('a file too large for a report is not even parsed', () => {
  expect(errorsOf('x'.repeat(MAX_REPORT_LENGTH + 1))).toEqual([
    'report.json: too large for a report'
  ])
})

test('whatever JSON stands where, it is read or refused, never thrown at', () => {
  const places = ['mode', 'tool', 'requests', 'packages', 'packages.0', 'packages.0.versions']
  const rows = ['id', 'tags', 'root', 'untag', 'reasonCode'].map(
    (key) => `packages.0.versions.0.${key}`
  )

  fc.assert(
    fc.property(fc.constantFrom(...places, ...rows), fc.jsonValue(), (path, value) => {
      const answer = readReport(changed(path, value), 'r')
      expect(answer.ok || answer.errors.length > 0).toBe(true)
    })
  )
})
