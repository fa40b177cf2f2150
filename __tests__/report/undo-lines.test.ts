import { expect, test } from '@jest/globals'
import { buildReport } from '../../src/report/build-report.js'
import type { Report } from '../../src/report/report.js'
import { undoLines } from '../../src/report/undo-lines.js'

const UNDO = {
  command: 'package-retention restore --report report.json',
  needs: 'The artifact is there.',
  workflowStep: '- uses: x\n  with:\n    mode: restore',
  until: Date.UTC(2026, 2, 2)
}

const EMPTY = buildReport({
  mode: 'cleanup',
  dryRun: false,
  startedAt: Date.UTC(2026, 0, 31),
  finishedAt: Date.UTC(2026, 0, 31),
  complete: true,
  toolVersion: '1.0.0',
  policyDigest: null,
  error: null,
  fuse: null,
  stopped: null,
  warnings: [],
  requests: { api: 0, registry: 0 },
  packages: []
})

const having = (totals: Partial<Report['totals']>, rest: Partial<Report> = {}): Report => ({
  ...EMPTY,
  ...rest,
  totals: { ...EMPTY.totals, ...totals }
})

test('a live run that changed something says how to undo it', () => {
  expect(undoLines(having({ untagged: 1 }), UNDO)).toEqual([
    'To undo this run, until 2026-03-02, on a terminal:',
    '  package-retention restore --report report.json',
    'or in a workflow:',
    '  - uses: x',
    '    with:',
    '      mode: restore',
    'The artifact is there.'
  ])
})

test('a run outside a workflow says how to undo it on a terminal alone', () => {
  const undo = { ...UNDO, needs: null, workflowStep: null }

  expect(undoLines(having({ untagged: 1 }), undo)).toEqual([
    'To undo this run, until 2026-03-02, on a terminal:',
    '  package-retention restore --report report.json'
  ])
})

test.each<[string, Report, typeof UNDO | undefined]>([
  ['a dry run', having({ deleted: 1 }, { dryRun: true }), UNDO],
  ['a run that changed nothing', EMPTY, UNDO],
  ['a run of which nobody knows how', having({ deleted: 1 }), undefined]
])('%s says nothing', (_what, report, undo) => {
  expect(undoLines(report, undo)).toEqual([])
})
