import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'

import { DAY_MS } from '../../src/model/time.js'
import { FATES, fateAt } from '../../src/report/html/view/fate.js'
import {
  followersByRoot,
  imageTree,
  largestImages,
  unmeasuredImages,
  type TreeNode
} from '../../src/report/html/view/image-tree.js'
import { matching, NO_FILTER, type Filter } from '../../src/report/html/view/matching.js'
import { listHeight, rowWindow, scrollTopFor } from '../../src/report/html/view/row-window.js'
import { allRows, SLICE_ROWS, wordAt, type Rows } from '../../src/report/html/view/rows.js'
import { sorted } from '../../src/report/html/view/sorted.js'
import { byKeys, sortKeys, type SortKey } from '../../src/report/html/view/sort-keys.js'
import { timeline } from '../../src/report/html/view/timeline.js'
import { buildReport } from '../../src/report/build-report.js'
import { largeReport } from '../browser/large-report.js'
import { rowsOf, rowsOfRun, runThrough } from './html-rows.js'
import { digest, NOW, packageRecord, planned, ref, run } from './record.js'
import { DRY_RUN, LIVE_RUN } from './runs.js'

const dry = rowsOfRun(DRY_RUN)

const labels = (rows: Rows, found: Iterable<number>) =>
  Array.from(found, (row) => rows.tags[row]?.join(' ') || String(rows.ids[row]))

const word = (text: string) => dry.words.indexOf(text)

describe('search and filters', () => {
  test.each<[string, Partial<Filter>, string[]]>([
    ['a tag', { text: 'v1.4' }, ['3', 'v1.4.0 latest']],
    ['a tag in other case', { text: 'MAIN' }, ['main-41']],
    ['a reason', { text: 'quarter' }, []],
    ['words in any order', { text: 'closed 13' }, ['pr-8']],
    ['a whole id', { text: '400' }, ['nightly']],
    ['a decision', { words: { decisions: word('untag') } }, ['pr-9 v1.3.0']],
    ['a package', { package: 0, words: { decisions: word('delete') } }, ['pr-8', '41', 'pr-7']],
    ['no rule', { package: 0, words: { rules: -1 } }, ['nightly', '5']],
    ['images without their parts', { text: 'pr-7', rootsOnly: true }, ['pr-7']],
    [
      'a time, its end left out',
      { from: NOW - 5 * DAY_MS, until: NOW - 3 * DAY_MS },
      ['5', 'main-41']
    ],
    ['all of it at once', { text: 'pr', words: { decisions: word('keep') } }, []]
  ])('finds %s', (_name, asked, expected) => {
    const found = runThrough(matching(dry, { ...NO_FILTER, ...asked })).value

    expect(labels(dry, found)).toEqual(expected)
  })

  test('a version without a date passes no limit of time', () => {
    const listed = planned(1, ['a']).version
    const undated = planned(1, ['a'], { version: { ...listed, createdAt: null } })
    const rows = rowsOfRun(run([packageRecord(ref('app'), [undated])]))
    const found = runThrough(matching(rows, { ...NO_FILTER, from: 0 })).value

    expect([...found]).toEqual([])
  })
})

describe('sorting', () => {
  test.each<[SortKey, boolean, string[]]>([
    [
      'created',
      true,
      ['v1.4.0 latest', '3', 'main-41', '5', 'pr-9 v1.3.0', 'pr-7', '41', 'pr-8', 'nightly']
    ],
    [
      'created',
      false,
      ['nightly', 'pr-8', '41', 'pr-7', 'pr-9 v1.3.0', '5', 'main-41', '3', 'v1.4.0 latest']
    ],
    [
      'decision',
      false,
      ['pr-8', '41', 'pr-7', 'pr-9 v1.3.0', 'nightly', '5', 'main-41', '3', 'v1.4.0 latest']
    ],
    [
      'version',
      false,
      ['main-41', 'nightly', 'pr-7', 'pr-8', '41', '5', '3', 'pr-9 v1.3.0', 'v1.4.0 latest']
    ]
  ])('by %s, descending %s', (key, isDescending, expected) => {
    const keys = runThrough(sortKeys(dry, key)).value
    const found = runThrough(matching(dry, { ...NO_FILTER, package: 0 })).value
    const order = runThrough(sorted(found, byKeys(keys, isDescending))).value

    expect(labels(dry, order)).toEqual(expected)
  })

  test('numbers in names go by their value', () => {
    const tags = ['v1.10.0', 'v1.9.0', 'V1.2.0']
    const versions = tags.map((tag, index) => planned(index + 1, [tag]))
    const rows = rowsOfRun(run([packageRecord(ref('app'), versions)]))
    const keys = runThrough(sortKeys(rows, 'version')).value
    const order = runThrough(sorted(allRows(rows), byKeys(keys, false))).value

    expect(labels(rows, order)).toEqual(['V1.2.0', 'v1.9.0', 'v1.10.0'])
  })

  test.each([false, true])('what has nothing there goes last (descending %s)', (isDescending) => {
    const keys = runThrough(sortKeys(dry, 'rule')).value
    const order = runThrough(sorted(allRows(dry), byKeys(keys, isDescending))).value
    const rules = Array.from(order, (row) => wordAt(dry, 'rules', row))

    expect(rules.slice(-4)).toEqual([null, null, null, null])
    expect(rules.slice(0, -4)).not.toContain(null)
  })

  test('gives what a plain sort gives, for any numbers', () => {
    const numbers = fc.array(fc.integer({ min: 0, max: 50 }), { maxLength: 200 })
    fc.assert(
      fc.property(numbers, fc.integer({ min: 1, max: 90 }), (values, copies) => {
        const keys = Float64Array.from(Array.from({ length: copies }, () => values).flat())
        const items = Uint32Array.from(keys.keys())
        const compare = byKeys(keys, false)

        expect([...runThrough(sorted(items, compare)).value]).toEqual([...items].sort(compare))
      })
    )
  })
})

describe('100,000 versions are worked through in slices', () => {
  const rows = rowsOf(largeReport(100_000))
  const slices = Math.floor(rows.count / SLICE_ROWS)

  test('a search pauses after every few thousand', () => {
    const { value, pauses } = runThrough(matching(rows, { ...NO_FILTER, text: 'pr-1999' }))

    expect(value.length).toBeGreaterThan(0)
    expect(pauses).toBeGreaterThanOrEqual(slices)
  })

  test('no more than a slice is compared between two pauses of a sort', () => {
    let compared = 0
    let most = 0
    const keys = Float64Array.from(rows.ids, (id) => (id * 7919) % 100_003)
    const compare = byKeys(keys, false)
    const steps = sorted(allRows(rows), (a, b) => {
      compared += 1
      return compare(a, b)
    })
    while (steps.next().done !== true) {
      most = Math.max(most, compared)
      compared = 0
    }

    expect(most).toBeLessThan(SLICE_ROWS * Math.log2(SLICE_ROWS) * 1.5)
  })

  test('the timeline has few steps, and every version is in one', () => {
    const { timeline: found } = runThrough(timeline(rows)).value
    const all = FATES.flatMap((fate) => found.counts[fate]).reduce((sum, count) => sum + count, 0)

    expect(found.starts.length).toBeLessThanOrEqual(122)
    expect(all).toBe(100_000)
  })
})

describe('the rows in sight', () => {
  const list = fc.record({
    rowHeight: fc.integer({ min: 20, max: 80 }),
    count: fc.integer({ min: 1, max: 5_000_000 }),
    height: fc.integer({ min: 100, max: 1200 })
  })

  test('whatever the length of the list, few rows are drawn', () => {
    fc.assert(
      fc.property(list, fc.double({ min: 0, max: 1, noNaN: true }), (scrolled, share) => {
        const scrollTop = share * Math.max(0, listHeight(scrolled) - scrolled.height)
        const { first, last } = rowWindow({ ...scrolled, scrollTop })

        expect(last - first).toBeLessThanOrEqual(scrolled.height / scrolled.rowHeight + 2)
        expect(last).toBeGreaterThan(first)
      })
    )
  })

  test('every row can be scrolled to, and is seen whole then', () => {
    fc.assert(
      fc.property(list, fc.nat(), (scrolled, seed) => {
        const row = seed % scrolled.count
        const scrollTop = scrollTopFor(row, { ...scrolled, scrollTop: 0 })
        const { first, offset } = rowWindow({ ...scrolled, scrollTop })
        const top = offset - scrollTop + (row - first) * scrolled.rowHeight

        expect(top).toBeGreaterThanOrEqual(-0.01)
        expect(top + scrolled.rowHeight).toBeLessThanOrEqual(scrolled.height + 0.01)
      })
    )
  })

  test('the list is never higher than browsers can show', () => {
    expect(listHeight({ rowHeight: 36, count: 5_000_000 })).toBeLessThan(17_000_000)
  })
})

describe('the tree of an image', () => {
  const helper = (id: number) => `${digest(id).replace(':', '-')}.sig`
  const rows = rowsOfRun(
    run([
      packageRecord(ref('app'), [
        planned(9, ['v1'], { kind: 'index' }),
        planned(8, [helper(6)], { kind: 'signature', root: 9 }),
        planned(7, [], { kind: 'attestation', root: 9 }),
        planned(6, [], { kind: 'image', root: 9 }),
        planned(5, [helper(4)], { kind: 'signature', root: 9 }),
        planned(4, [helper(5)], { kind: 'signature', root: 9 }),
        planned(3, ['other'])
      ])
    ])
  )

  const outline = ({ row, children }: TreeNode): unknown[] => [
    rows.ids[row],
    ...children.map((child) => outline(child))
  ]

  test('has images first, signatures below what they sign, and each version once', () => {
    const followers = followersByRoot(rows).get(0) ?? []

    // 4 and 5 name each other, and stand side by side.
    expect(outline(imageTree(rows, 0, followers))).toEqual([9, [6, [8]], [7], [5], [4]])
  })

  test('of a version that nothing follows there is none', () => {
    expect([...followersByRoot(rows).keys()]).toEqual([0])
  })

  test('the largest images are roots, the largest first', () => {
    const found = largestImages(dry, 3)

    expect(labels(dry, found)).toEqual(['pr-8', 'pr-7', 'v1.4.0 latest'])
  })

  test('images of unknown size are counted, but not what is no image and no parts', () => {
    const versions = [
      planned(1, ['a'], { kind: 'index', sizeBytes: null }),
      planned(2, [], { sizeBytes: null, root: 1 }),
      planned(3, ['b'])
    ]
    const packages = [planned(4, [], { kind: 'version', sizeBytes: null })]
    const records = [packageRecord(ref('app'), versions), packageRecord(ref('ui', 'npm'), packages)]

    expect(unmeasuredImages(rowsOfRun(run(records)))).toBe(1)
  })
})

describe('fates and the timeline', () => {
  const fates = (rows: Rows) =>
    Object.fromEntries(
      FATES.map((fate) => [
        fate,
        [...allRows(rows)].filter((row) => fateAt(rows, row) === fate).length
      ])
    )

  test.each([
    ['a dry run', DRY_RUN, { keep: 7, untag: 1, back: 0, left: 0, go: 4 }],
    ['a live run', LIVE_RUN, { keep: 7, untag: 1, back: 0, left: 3, go: 1 }]
  ])('of %s are those of its totals', (_name, record, expected) => {
    const { totals, dryRun } = buildReport(record)

    expect(fates(rowsOfRun(record))).toEqual(expected)
    expect(expected.go).toBe(dryRun ? totals.selected : totals.deleted)
  })

  test('lanes tell decisions apart by reason and rule, what goes before what stays', () => {
    const { lanes } = runThrough(timeline(dry)).value

    expect(
      lanes
        .slice(0, 3)
        .map(({ fate, why, rule, count }) => [fate, dry.words[why], dry.words[rule], count])
    ).toEqual([
      ['go', 'a delete rule selects it', 'closed pull requests', 2],
      ['go', 'goes with what it belongs to', 'closed pull requests', 1],
      ['go', 'a delete rule selects it', 'delete rule 1', 1]
    ])
    expect(lanes.reduce((sum, { count }) => sum + count, 0)).toBe(dry.count)
  })

  test('versions without a date make no step', () => {
    const { timeline: found } = runThrough(timeline(rowsOfRun(run([])))).value

    expect(found.starts).toEqual([])
  })
})
