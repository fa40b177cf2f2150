import { describe, expect, test } from '@jest/globals'

import { DAY_MS } from '../../src/model/time.js'
import { buildReport } from '../../src/report/build-report.js'
import { utf8Length } from '../../src/report/bytes.js'
import { stepSummary } from '../../src/report/step-summary.js'
import { golden } from './golden.js'
import { goes, NOW, outcome, packageRecord, planned, ref, run } from './record.js'
import { DRY_RUN, LIVE_RUN } from './runs.js'

const undo = {
  command: 'package-retention restore --report report.json',
  workflowStep: '- uses: package-retention/package-retention@v1\n  with:\n    mode: restore',
  until: NOW + 30 * DAY_MS
}

describe('the summary as people see it', () => {
  test.each([
    ['summary-dry-run.md', DRY_RUN],
    ['summary-live.md', LIVE_RUN]
  ])('%s', (name, record) => {
    const summary = stepSummary(buildReport(record), { now: NOW, undo })

    expect(summary).toBe(golden(name, summary))
  })
})
