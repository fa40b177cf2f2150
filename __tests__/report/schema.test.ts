import { readFileSync } from 'node:fs'

import { expect, test } from '@jest/globals'
import { Ajv2020 } from 'ajv/dist/2020.js'

import { PACKAGE_TYPES } from '../../src/model/package.js'
import { OUTCOMES } from '../../src/plan/outcome.js'
import { buildReport } from '../../src/report/build-report.js'
import { REPORT_SCHEMA, RUN_MODES, type Report } from '../../src/report/report.js'
import { outcome, packageRecord, planned, ref, run } from './record.js'
import { DRY_RUN, LIVE_RUN } from './runs.js'

interface Properties {
  readonly properties: Readonly<Record<string, { readonly enum?: readonly unknown[] }>>
}
interface Schema extends Properties {
  readonly $id: string
  readonly $defs: Readonly<
    Record<'totals' | 'package' | 'version', Properties> & {
      outcome: { enum: readonly unknown[] }
    }
  >
}

const schema = JSON.parse(readFileSync('schema/report-v1.json', 'utf8')) as Schema
const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true, strictRequired: false })
ajv.addFormat('date-time', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
const validate = ajv.compile(schema)

test.each<[string, Report]>([
  ['a dry run', buildReport(DRY_RUN)],
  ['a live run', buildReport(LIVE_RUN)],
  ['a run that has just begun', buildReport(run([], { finishedAt: null, complete: false }))],
  [
    'what is unknown',
    buildReport(
      run([
        packageRecord(ref('app', 'docker'), [
          planned(1, [], {
            sizeBytes: null,
            version: { ...planned(1, []).version, tags: null, createdAt: null, updatedAt: null }
          })
        ])
      ])
    )
  ],
  ...OUTCOMES.map((what): [string, Report] => [
    `an outcome ${what}`,
    buildReport(
      run([packageRecord(ref('app'), [planned(1, [])], { outcomes: [outcome(1, what)] })])
    )
  ])
])('%s is valid', (_name, report) => {
  validate(report)

  expect(validate.errors ?? []).toEqual([])
})

test.each([
  ['a decision that is none', { decision: 'purge' }],
  ['an id in quotes', { id: '1' }],
  ['a tag that is a number', { tags: [1] }]
])('%s is not valid', (_name, fault) => {
  const report = structuredClone(buildReport(DRY_RUN))
  Object.assign(report.packages[0]!.versions[0]!, fault)

  expect(validate(report)).toBe(false)
})

test('it is published where reports say', () => {
  expect(schema.$id).toBe(REPORT_SCHEMA)
})

test('it describes every field that a report has', () => {
  const packages = DRY_RUN.packages.map((record) => ({ ...record, isMissing: true, standIns: 1 }))
  const report = buildReport({ ...DRY_RUN, packages })
  const [entry] = report.packages

  expect(Object.keys(schema.properties)).toEqual(Object.keys(report))
  expect(Object.keys(schema.$defs.package.properties)).toEqual(Object.keys(entry!))
  expect(Object.keys(schema.$defs.version.properties)).toEqual(Object.keys(entry!.versions[0]!))
  expect(Object.keys(schema.$defs.totals.properties)).toEqual(Object.keys(entry!.totals))
})

test('its lists of words are those of the code', () => {
  expect(schema.properties['mode']?.enum).toEqual(RUN_MODES)
  expect(schema.$defs.package.properties['type']?.enum).toEqual(PACKAGE_TYPES)
  expect(schema.$defs.outcome.enum).toEqual([...OUTCOMES, null])
})
