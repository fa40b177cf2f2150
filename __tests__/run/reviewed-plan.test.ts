import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { buildReport } from '../../src/report/build-report.js'
import { applyJournal } from '../../src/report/journal.js'
import { mergeReports } from '../../src/report/merge-reports.js'
import { addedText } from '../../src/report/planned-changes.js'
import { readReport } from '../../src/report/read-report.js'
import type { PackageReport, Report, VersionRow } from '../../src/report/report.js'
import { reviewedVersions } from '../../src/run/reviewed-plan.js'
import { goesWhole, withoutAdded } from '../../src/run/row-refusal.js'
import { goes, packageRecord, planned, ref, run } from '../report/record.js'

const TURNED = 'the plan did not decide so: by hand changes can only be taken out of a plan'

const loses = planned(3, ['v2', 'pr-3', 'pr-4'], {
  decision: 'untag',
  untag: ['pr-3'],
  reason: {
    code: 'tags-selected',
    rule: 'old',
    tags: ['pr-3'],
    stays: { code: 'not-selected' },
    because: []
  }
})

/** The plan of two packages: app deletes 1, keeps 2 and 5, and takes a tag off 3. */
const PLAN = buildReport(
  run([
    packageRecord(ref('app'), [goes(1, 'old', 'pr-1'), planned(2, ['v1']), loses, planned(5, [])]),
    packageRecord(ref('other'), [goes(4, 'old', 'pr-4'), planned(6, ['v1'])])
  ])
)

/** The rows of each package. */
type Rows = readonly (readonly VersionRow[])[]
type Edit = (rows: Rows) => Rows

const onRows =
  (edit: (row: VersionRow) => VersionRow): Edit =>
  (rows) =>
    rows.map((list) => list.map(edit))

const turned = (id: number, change: Partial<VersionRow>): Edit =>
  onRows((row) => (row.id === id ? { ...row, ...change } : row))

function rowIn(rows: Rows, id: number): VersionRow {
  const row = rows.flat().find((one) => one.id === id)
  if (row === undefined) throw new Error(`no row ${id}`)
  return row
}

const addedToApp =
  (make: (rows: Rows) => VersionRow): Edit =>
  (rows) =>
    rows.map((list, place) => (place === 0 ? [...list, make(rows)] : list))

/** What `swapped` says of a version goes with the decision of the other. */
function swapped(a: number, b: number): Edit {
  return (rows) => {
    const [one, two] = [rowIn(rows, a), rowIn(rows, b)]
    const as = ({ id, name, tags, createdAt, updatedAt }: VersionRow, row: VersionRow) => ({
      ...row,
      id,
      name,
      tags,
      createdAt,
      updatedAt
    })
    return rows.map((list) =>
      list.map((row) => (row === one ? as(two, row) : row === two ? as(one, row) : row))
    )
  }
}

function edited(plan: Report, edit: Edit): Report {
  const rows = edit(plan.packages.map(({ versions }) => versions))
  const packages = plan.packages.map((entry, place) => ({
    ...entry,
    versions: rows[place] ?? []
  }))
  return { ...plan, packages }
}

/** As `apply` takes it, or `null` where it is no report any more. */
function asRead(report: unknown): Report | null {
  const read = readReport(JSON.stringify(report), 'report.json')
  return read.ok ? withoutAdded(read.report) : null
}

/** Why each row that is a change is refused, or that it is carried out. */
function fates(entry: PackageReport): Record<number, string> {
  return Object.fromEntries(
    reviewedVersions(entry)
      .filter(({ decision }) => decision !== 'keep')
      .map(({ version, decision, refusal }) => [version.id, refusal ?? decision])
  )
}

const fatesOfAll = (report: Report | null) => (report?.packages ?? []).map(fates)

describe('of a plan that lists what it changes', () => {
  test('everything may be carried out as it was planned', () => {
    expect(fatesOfAll(asRead(PLAN))).toEqual([{ 1: 'delete', 3: 'untag' }, { 4: 'delete' }])
  })

  test.each<[string, Edit, readonly object[]]>([
    ['a row taken out', (rows) => rows.map((list) => list.slice(0, -1)), [{ 3: 'untag' }, {}]],
    ['delete turned into keep', turned(1, { decision: 'keep' }), [{ 3: 'untag' }, { 4: 'delete' }]]
  ])('%s: the rest is carried out', (_name, edit, expected) => {
    expect(fatesOfAll(asRead(edited(PLAN, edit)))).toEqual(expected)
  })

  const code = { reasonCode: 'selected' as const }
  test.each<[string, Edit, number, string]>([
    ['keep turned into delete', turned(2, { decision: 'delete' }), 2, TURNED],
    ['with a reason that deletes', turned(2, { decision: 'delete', ...code }), 2, TURNED],
    ['with no code of a reason', turned(2, { decision: 'delete', reasonCode: null }), 2, TURNED],
    ['a row added', addedToApp((rows) => ({ ...rowIn(rows, 1), id: 7 })), 7, TURNED],
    ['delete and keep swapped', swapped(1, 2), 2, TURNED],
    ['untag turned into delete', turned(3, { decision: 'delete' }), 3, TURNED],
    ['delete turned into untag', turned(1, { decision: 'untag', untag: ['pr-1'] }), 1, TURNED],
    ['keep turned into untag', turned(2, { decision: 'untag', untag: ['v1'] }), 2, TURNED],
    ['a tag added', turned(3, { untag: ['pr-3', 'pr-4'] }), 3, `pr-4: ${TURNED}`],
    ['all tags exchanged', turned(3, { untag: ['v2'] }), 3, `v2: ${TURNED}`],
    ['a row moved here from another package', addedToApp((rows) => rowIn(rows, 4)), 4, TURNED]
  ])('%s: refused', (_name, edit, id, why) => {
    expect(fatesOfAll(asRead(edited(PLAN, edit)))[0]).toMatchObject({ [id]: why })
  })

  test('a row that is there twice makes it no plan', () => {
    expect(
      asRead(
        edited(
          PLAN,
          addedToApp((rows) => rowIn(rows, 1))
        )
      )
    ).toBeNull()
  })

  test('a package that was added without such a list has nothing planned', () => {
    const [app] = PLAN.packages
    const { planned: _list, ...added } = { ...app, name: 'added' }
    const plan = asRead({ ...PLAN, packages: [...PLAN.packages, added] })

    expect(fatesOfAll(plan)[2]).toEqual({ 1: TURNED, 3: TURNED })
  })

  test('a package goes as a whole only where the plan said so', () => {
    const whole = buildReport(
      run([packageRecord(ref('app'), [goes(1, 'old')], {}, { packageDecision: 'delete' })])
    )
    const forged = { ...PLAN, packages: PLAN.packages.map((one) => asWhole(one)) }

    expect(asRead(whole)?.packages.map(goesWhole)).toEqual([true])
    expect(asRead(forged)?.packages.map(goesWhole)).toEqual([false, false])
  })
})

const asWhole = (entry: PackageReport) => ({ ...entry, packageDecision: 'delete' as const })

const places = fc.nat({ max: 20 })
const anyEdit: fc.Arbitrary<Edit> = fc
  .tuple(
    fc.constantFrom('take out', 'copy', 'move', 'turn', 'swap', 'retag', 'forget'),
    places,
    places,
    fc.constantFrom('delete', 'untag', 'keep', 'restore')
  )
  .map(([kind, from, to, decision]) => (rows) => {
    const all = rows.flat()
    const [one, two] = [all[from % all.length], all[to % all.length]]
    if (one === undefined || two === undefined) return rows
    const each = onRows
    const added = (row: VersionRow) =>
      rows.map((list, place) => (place === to % rows.length ? [...list, row] : list))
    switch (kind) {
      case 'take out':
        return rows.map((list) => list.filter((row) => row !== one))
      case 'copy':
        return added({ ...one, id: two.id + 10 * (to % 2) })
      case 'move':
        return added(one).map((list) => list.toSpliced(list.indexOf(one), 1))
      case 'turn':
        return each((row) => (row === one ? { ...row, decision } : row))(rows)
      case 'swap':
        return swapped(one.id, two.id)(rows)
      case 'retag':
        return each((row) => (row === one ? { ...row, untag: [...(two.tags ?? [])] } : row))(rows)
      case 'forget':
        return each((row) => (row === one ? { ...row, reasonCode: null } : row))(rows)
    }
  })

test('whatever is done to the rows of a plan, it changes nothing more than it did', () => {
  const deletes = [[1], [4]]
  fc.assert(
    fc.property(fc.array(anyEdit, { maxLength: 6 }), (edits) => {
      const plan = asRead(edits.reduce((made, edit) => edited(made, edit), PLAN))
      const carriedOut = (plan?.packages ?? []).map((entry, place) =>
        reviewedVersions(entry)
          .filter(({ refusal }) => refusal === null)
          .filter(({ version, decision, untag }) => {
            if (decision === 'keep') return false
            if (decision === 'delete') return deletes[place]?.includes(version.id) !== true
            return place !== 0 || version.id !== 3 || untag.join() !== 'pr-3'
          })
      )

      expect(carriedOut.flat()).toEqual([])
    }),
    { numRuns: 500 }
  )
})

/** As another tool or a person may write it, by the example of the contract. */
function minimal(
  totals: { readonly selected?: number; readonly toUntag?: number } | undefined,
  edit: Edit = (rows) => rows
) {
  const { packages, ...rest } = edited(PLAN, edit)
  return {
    ...rest,
    packages: packages.map(({ planned: _list, totals: _counts, ...entry }) => ({
      ...entry,
      ...(totals === undefined ? {} : { totals })
    }))
  }
}

describe('of a plan that does not list what it changes', () => {
  test.each<[string, ReturnType<typeof minimal>]>([
    ['without counts', minimal(undefined)],
    ['with counts that say nothing', minimal({})],
    ['with counts', minimal({ selected: 1, toUntag: 1 })]
  ])('%s everything may be carried out', (_name, report) => {
    const plan = asRead(report)

    expect(plan?.packages.map(addedText)).toEqual([null, null])
    expect(fatesOfAll(plan)).toEqual([{ 1: 'delete', 3: 'untag' }, { 4: 'delete' }])
  })

  test('a keep turned into delete is refused by the code of its reason', () => {
    const plan = asRead(minimal(undefined, turned(2, { decision: 'delete' })))

    expect(fatesOfAll(plan)[0]).toMatchObject({ 1: 'delete', 2: TURNED })
  })

  test.each<[string, Edit, RegExp]>([
    [
      'a row added',
      addedToApp((rows) => ({ ...rowIn(rows, 1), id: 7 })),
      /more entries to delete than the 1 version of its totals\.selected/
    ],
    [
      'a keep turned',
      turned(2, { decision: 'delete', reasonCode: null }),
      /more entries to delete than the 1 version/
    ],
    [
      'a keep turned into untag',
      turned(2, { decision: 'untag', untag: ['v1'], reasonCode: null }),
      /more entries to untag than the 1 version of its totals\.toUntag/
    ]
  ])('%s goes beyond its counts: nothing in that package is carried out', (_name, edit, why) => {
    const plan = asRead(minimal({ selected: 1, toUntag: 1 }, edit))

    expect(plan?.packages.map(addedText)).toEqual([expect.stringMatching(why), null])
  })

  test('merging does not launder it', () => {
    const plan = asRead(minimal({ selected: 0 }))
    if (plan === null) throw new Error()
    const merged = mergeReports([{ name: '1.json', report: plan }])

    expect(merged.ok ? [] : merged.errors.join()).toMatch(/1\.json: container package app: .*more/)
  })
})

describe('the list of what is planned goes with a report', () => {
  const list = {
    package: null,
    delete: [1],
    untag: [{ id: 3, tags: ['pr-3'] }]
  }

  test.each<[string, (plan: Report) => Report | null]>([
    ['as it is written', (plan) => plan],
    ['a live run', (plan) => asRead({ ...plan, dryRun: false })],
    ['read again', asRead],
    ['recovered from its journal', (plan) => applyJournal({ ...plan, complete: false }, '')],
    ['merged', merged]
  ])('%s', (_name, make) => {
    expect(make(PLAN)?.packages[0]?.planned).toEqual(list)
  })

  function merged(plan: Report): Report | null {
    const shares = plan.packages.map((entry) => ({
      name: entry.name,
      report: { ...plan, packages: [entry] }
    }))
    const result = mergeReports(shares)
    return result.ok ? asRead(result.report) : null
  }
})
