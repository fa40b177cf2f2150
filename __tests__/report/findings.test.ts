import { describe, expect, test } from '@jest/globals'

import { annotations } from '../../src/report/annotations.js'
import { buildReport } from '../../src/report/build-report.js'
import { findings } from '../../src/report/findings.js'
import { headline, summarySentence } from '../../src/report/headline.js'
import type { RunRecord } from '../../src/report/run-record.js'
import { goes, outcome, packageRecord, planned, ref, run } from './record.js'
import { LIVE_RUN } from './runs.js'

const live = { dryRun: false }
const one = (
  what: Parameters<typeof outcome>[1],
  error: string | null = null,
  overrides: Partial<RunRecord> = {}
) =>
  run(
    [packageRecord(ref('app'), [goes(1, 'old', 'a')], { outcomes: [outcome(1, what, { error })] })],
    { ...live, ...overrides }
  )
const found = (record: RunRecord) =>
  findings(buildReport(record)).map(({ code, level }) => `${level} ${code}`)

test('warnings of the run come before those of its packages, which are named first', () => {
  const lacking = { code: 'lacks-parts', images: ['2.20.0'] } as const
  const record = run([packageRecord(ref('a'), [], {}, { warnings: [lacking] })], {
    warnings: ['y']
  })
  const lines = [
    'y',
    'acme/a (container): 1 image that stays lacks parts: 2.20.0; repair may bring them back'
  ]
  expect(findings(buildReport(record))).toEqual([
    { code: 'warning', level: 'warning', title: '2 warnings', lines }
  ])
  expect(annotations(buildReport(record))).toEqual([
    { level: 'warning', title: '2 warnings', message: lines.join('\n') }
  ])
})

test('a note that is alone is its own title', () => {
  expect(findings(buildReport(run([], { notes: ['nothing is missing'] })))).toEqual([
    { code: 'note', level: 'notice', title: 'nothing is missing', lines: [] }
  ])
})

describe('what stands out', () => {
  test.each<[string, RunRecord, string[]]>([
    ['nothing in a run without a hitch', one('deleted'), []],
    ['nothing where somebody else deleted it', one('gone'), []],
    ['a failed outcome', one('failed'), ['error failed']],
    ['what GitHub refuses, as a note', one('blocked'), ['notice blocked']],
    ['the last version, as a note', one('retained'), ['notice retained']],
    ['what was skipped, as a note', one('skipped'), ['notice skipped']],
    [
      'what remains',
      one('remaining', null, { stopped: 'time-limit of 45m reached' }),
      ['warning remaining']
    ],
    [
      'that it stopped early with nothing left',
      one('deleted', null, { stopped: 'SIGTERM' }),
      ['warning remaining']
    ],
    ['the fuse of a live run', one('deleted', null, { fuse: '600 of 500' }), ['error fuse']],
    ['the fuse of a dry run', run([], { fuse: '600 of 500' }), ['warning fuse']],
    ['a run that was cut off', run([], { ...live, complete: false }), ['warning cut-off']],
    ['a run that could not begin', run([], { ...live, error: 'no token' }), ['error run-error']],
    [
      'a run that broke off',
      run([], { ...live, error: 'boom', complete: false }),
      ['error run-error']
    ],
    [
      'a package that could not be processed',
      run([packageRecord(ref('a'), null, { error: 'x' })]),
      ['error package-error']
    ],
    [
      'what is worth knowing, as a note',
      run([packageRecord(ref('a'), null, { notes: ['x'] })], { notes: ['y'] }),
      ['notice note']
    ],
    [
      'a package that no entry matches',
      run([packageRecord(ref('a'), null, { leftAlone: 'x' })]),
      ['notice left-alone']
    ],
    ['a warning of the run', run([], { warnings: ['nothing matches x-*'] }), ['warning warning']],
    [
      'last-version: fail (ruling 25)',
      run([packageRecord(ref('a'), [planned(1, ['v'])], {}, { lastVersionFailure: 'tagged' })]),
      ['error last-version-fail']
    ]
  ])('%s', (_name, record, expected) => {
    expect(found(record)).toEqual(expected)
  })

  test('the gravest comes first', () => {
    expect(found(LIVE_RUN)).toEqual([
      'error package-error',
      'error failed',
      'warning frozen',
      'warning warning',
      'notice retained',
      'notice skipped',
      'notice left-alone'
    ])
  })

  test.each<[string, string[], string[][], string, string[]]>([
    ['one of the run', ['x'], [[]], 'Worth knowing', ['x']],
    ['some of one package', [], [['x', 'y'], []], 'acme/a0 (container)', ['x', 'y']],
    [
      'one of two packages',
      [],
      [['x'], ['x']],
      'Worth knowing',
      ['acme/a0 (container) and acme/a1 (container): x']
    ]
  ])('warnings are called by what they are about: %s', (_what, ofRun, ofPackages, title, lines) => {
    const records = ofPackages.map((warnings, n) => packageRecord(ref(`a${n}`), [], { warnings }))
    const all = findings(buildReport(run(records, { warnings: ofRun })))

    expect(all.filter(({ code }) => code === 'warning')).toMatchObject([{ title, lines }])
  })

  test('the same fault in many packages is one line', () => {
    const records = Array.from({ length: 500 }, (_, n) =>
      packageRecord(ref(`app-${n + 100}`), null, { error: 'HTTP 502' })
    )

    expect(findings(buildReport(run(records)))[0]).toMatchObject({
      title: '500 packages could not be processed',
      lines: [
        '500 packages (acme/app-100 (container), acme/app-101 (container), acme/app-102 (container) and 497 more): HTTP 502'
      ]
    })
  })

  test('many different faults are ten lines and a count', () => {
    const records = Array.from({ length: 50 }, (_, n) =>
      packageRecord(ref(`app-${n}`), null, { error: `fault ${n}` })
    )
    const [finding] = findings(buildReport(run(records)))

    expect(finding?.lines).toHaveLength(11)
    expect(finding?.lines.at(-1)).toBe('… and 40 more, all in report.json')
  })
})

describe('annotations', () => {
  const report = buildReport(LIVE_RUN)

  test('only what a person has to act on', () => {
    expect(annotations(report).map(({ level, title }) => `${level}: ${title}`)).toEqual([
      'error: 1 package could not be processed',
      'error: 1 version failed',
      'warning: Nothing goes in 1 package: when in doubt, everything is kept',
      'warning: acme/ui (npm)'
    ])
  })

  test('with fail-on: never a failed outcome is a warning', () => {
    const levels = annotations(buildReport(one('failed')), 'never').map(({ level }) => level)

    expect(levels).toEqual(['warning'])
  })

  test('none is longer than GitHub shows, nor has signs that can not be seen', () => {
    const records = Array.from({ length: 50 }, (_, n) =>
      packageRecord(ref(`app-${n}`), null, { error: `\u001B[31m${n}${'x'.repeat(5000)}` })
    )

    for (const { message } of annotations(buildReport(run(records)))) {
      expect(message.length).toBeLessThan(4096)
      expect(message).not.toContain('\u001B')
    }
  })
})

test.each<[string, RunRecord, string]>([
  [
    'a dry run',
    run([packageRecord(ref('a'), [goes(2, 'old', 'x'), planned(1, ['y'])])]),
    'Package retention, dry run: 1 of 2 versions would be deleted'
  ],
  ['a live run', one('deleted'), 'Package retention: 1 of 1 version deleted'],
  ['a failure', one('failed'), 'Package retention: 0 of 1 version deleted, 1 failed'],
  [
    'the fuse',
    one('remaining', null, { fuse: 'x' }),
    'Package retention: nothing was changed, the plan goes beyond max-deletions'
  ],
  [
    'a run that was cut off',
    one('deleted', null, { complete: false }),
    'Package retention: 1 of 1 version deleted (cut off)'
  ],
  [
    'restore',
    run(
      [
        packageRecord(
          ref('a'),
          [planned(1, [], { decision: 'restore', reason: { code: 'named-by-id' } })],
          { outcomes: [outcome(1, 'restored')] }
        )
      ],
      { ...live, mode: 'restore' }
    ),
    'Package retention (restore): 1 of 1 version restored'
  ],
  [
    'a dry run of repair',
    run(
      [
        packageRecord(ref('a'), [
          planned(1, [], { decision: 'restore', reason: { code: 'named-by-id' } })
        ])
      ],
      { mode: 'repair' }
    ),
    'Package retention (repair), dry run: 1 version would be restored'
  ]
])('the headline of %s', (_name, record, title) => {
  expect(headline(buildReport(record))).toBe(title)
})

test.each([
  ['a dry run of restore', true, null, '2 versions to bring back. Nothing was changed. '],
  ['a restore', false, 'restored' as const, '2 of 2 versions were brought back. '],
  ['a restore that failed in part', false, 'failed' as const, '1 of 2 versions was brought back. ']
])('the summary of %s says what is back', (_name, dryRun, second, text) => {
  const wanted = (id: number) =>
    planned(id, [], { decision: 'restore', reason: { code: 'named-by-id' } })
  const outcomes = second === null ? [] : [outcome(1, 'restored'), outcome(2, second)]
  const record = run([packageRecord(ref('a'), [wanted(1), wanted(2)], { outcomes })], {
    ...live,
    mode: 'restore',
    dryRun
  })

  expect(summarySentence(buildReport(record))).toContain(`: ${text}It took `)
})
