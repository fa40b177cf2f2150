import { expect, test } from '@jest/globals'
import * as fc from 'fast-check'

import { buildReport } from '../../src/report/build-report.js'
import { csvReport } from '../../src/report/csv.js'
import { golden } from './golden.js'
import { goes, packageRecord, planned, ref, run } from './record.js'
import { LIVE_RUN } from './runs.js'

const csvOf = (name: string, rule: string, ...tags: string[]) =>
  csvReport(buildReport(run([packageRecord(ref(name), [goes(1, rule, ...tags)])])))

/** Reads RFC 4180, written from the RFC and not from the code. */
function parse(text: string): string[][] {
  const rows: string[][] = []
  let rest = text
  while (rest !== '') {
    const row: string[] = []
    for (let end = ','; end === ',';) {
      const match = /^(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/.exec(rest)!
      row.push((match[1] ?? match[2] ?? '').replaceAll('""', '"'))
      rest = rest.slice(match[0].length)
      end = match[3]!
    }
    rows.push(row)
  }
  return rows
}

test('report.csv as people see it', () => {
  const text = csvReport(buildReport(LIVE_RUN))

  expect(text).toBe(golden('report.csv', text))
})

test('one line a version under the header, whatever is in names, tags and rules', () => {
  const text = fc.string({ unit: 'binary', maxLength: 12 })

  fc.assert(
    fc.property(text, text, text, (name, rule, tag) => {
      const rows = parse(csvOf(name, rule, tag))

      expect(rows).toHaveLength(2)
      expect(rows[1]).toHaveLength(rows[0]!.length)
    })
  )
})

test.each([['=1+1'], ['+1'], ['-1'], ['@SUM(A1)'], [' =1'], ['＝1'], ['=cmd|"/c calc"!A1']])(
  'a spreadsheet takes %j for text',
  (text) => {
    const [header, row] = parse(csvOf('app', text))

    expect(row![header!.indexOf('rule')]).toBe(`'${text}`)
  }
)

test('commas, quotes and line breaks stay whole in their cell', () => {
  const [header, row] = parse(csvOf('app', 'a,"b"\nc'))

  expect(row![header!.indexOf('rule')]).toBe('a,"b"<U+000A>c')
})

test('what is unknown is empty', () => {
  const version = { ...planned(1, []).version, tags: null, createdAt: null }
  const report = buildReport(
    run([packageRecord(ref('app'), [planned(1, [], { version, sizeBytes: null })])])
  )
  const [header, row] = parse(csvReport(report))
  const cell = (title: string) => row![header!.indexOf(title)]

  expect([cell('tags'), cell('createdAt'), cell('sizeBytes'), cell('outcome')]).toEqual([
    '',
    '',
    '',
    ''
  ])
})
