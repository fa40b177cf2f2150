import { expect, test } from '@jest/globals'

import { buildReport } from '../../src/report/build-report.js'
import { CHUNK_ROWS, rowChunks } from '../../src/report/html/row-chunks.js'
import { isRoot, wordAt } from '../../src/report/html/view/rows.js'
import { reasonTitle } from '../../src/report/reason-titles.js'
import { largeReport } from '../browser/large-report.js'
import { rowsOf } from './html-rows.js'
import { packageRecord, planned, ref, run } from './record.js'
import { DRY_RUN, LIVE_RUN } from './runs.js'

const orNull = (value: number | undefined) =>
  value === undefined || Number.isNaN(value) ? null : value
const isoOrNull = (value: number | undefined) => {
  const ms = orNull(value)
  return ms === null ? null : new Date(ms).toISOString()
}

test.each([
  ['a dry run', buildReport(DRY_RUN)],
  ['a live run', buildReport(LIVE_RUN)],
  ['more than a chunk', largeReport(2 * CHUNK_ROWS + 5)]
])('the page knows of %s what report.json says of each version', (_name, report) => {
  const rows = rowsOf(report)
  const versions = report.packages.flatMap((entry) => entry.versions)

  expect(rows.count).toBe(versions.length)
  expect(
    versions.map((_, row) => ({
      id: rows.ids[row],
      name: rows.names[row],
      tags: rows.tags[row],
      createdAt: isoOrNull(rows.created[row]),
      updatedAt: isoOrNull(rows.updated[row]),
      root: isRoot(rows, row) ? null : rows.ids[rows.roots[row] ?? -1],
      sizeBytes: orNull(rows.sizes[row]),
      kind: wordAt(rows, 'kinds', row),
      decision: wordAt(rows, 'decisions', row),
      outcome: wordAt(rows, 'outcomes', row),
      rule: wordAt(rows, 'rules', row),
      reason: wordAt(rows, 'reasons', row),
      why: wordAt(rows, 'whys', row),
      error: wordAt(rows, 'errors', row),
      untag: rows.changes.get(row)?.untag ?? [],
      untagged: rows.changes.get(row)?.untagged ?? []
    }))
  ).toEqual(
    versions.map(({ reasonCode, retagged: _retagged, ...version }) => ({
      ...version,
      why: reasonCode === null ? null : reasonTitle(reasonCode)
    }))
  )
})

test('each row is of its package', () => {
  const report = buildReport(DRY_RUN)
  const rows = rowsOf(report)
  const titles = Array.from(rows.packages, (index) => rows.head.packages[index]?.title)
  const names = report.packages.flatMap(({ name, type, versions }) =>
    versions.map(() => `acme/${name} (${type})`)
  )

  expect(titles).toEqual(names)
})

test('what follows a root that is not listed stands for itself', () => {
  const report = buildReport(run([packageRecord(ref('app'), [planned(1, ['a'], { root: 99 })])]))

  expect(isRoot(rowsOf(report), 0)).toBe(true)
})

test('equal words are written once, and no chunk is too large to be read at one go', () => {
  const chunks = [...rowChunks(largeReport(12_000).packages)]
  const words = chunks.flatMap((chunk) => chunk.words)

  expect(new Set(words).size).toBe(words.length)
  expect(chunks.map(({ ids }) => ids.length)).toEqual([5000, 5000, 2000])
})
