import { expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { readReport } from '../../src/report/read-report.js'
import type { Report } from '../../src/report/report.js'
import { TOOL_VERSION } from '../../src/run/tool-version.js'
import { undoHint } from '../../src/run/undo-hint.js'

function reportOf(owner: string): Report {
  const read = readReport(
    JSON.stringify({
      schema: '',
      version: 1,
      mode: 'cleanup',
      dryRun: false,
      startedAt: '2026-01-01T00:00:00.000Z',
      complete: true,
      packages: [{ owner, ownerKind: 'user', type: 'npm', name: 'ui', versions: [] }]
    }),
    'report'
  )
  if (!read.ok) throw new Error(read.errors.join())
  return read.report
}

/** The name that this run alone has: report.json is the next run's soon. */
const OWN = 'report-2026-01-01T00-00-00.000Z-cleanup.json'
const WORKFLOW = { id: '4711', repository: 'acme/app', action: 'acme/retention@v2' }

test('in a workflow: fetches the report of this very run, and restores by it', () => {
  const hint = undoHint(reportOf('Acme'), { directory: '/tmp/x', workflow: WORKFLOW })

  expect(parse(hint.workflowStep)).toEqual([
    {
      uses: expect.stringMatching(/^actions\/download-artifact@[0-9a-f]{40}$/),
      with: {
        name: 'package-retention',
        path: 'package-retention',
        'run-id': '4711',
        'github-token': '${{ github.token }}'
      }
    },
    {
      uses: 'acme/retention@v2',
      with: { mode: 'restore', report: `package-retention/${OWN}` }
    }
  ])
  expect(hint.command).toMatch(/gh run download 4711 --repo acme\/app[\s\S]*restore --report/)
  expect(new Date(hint.until).toISOString()).toBe('2026-01-31T00:00:00.000Z')
})

test('of packages of another owner: names the owner', () => {
  const { workflowStep } = undoHint(reportOf('other'), { directory: 'r', workflow: WORKFLOW })

  expect(parse(workflowStep)).toContainEqual(
    expect.objectContaining({ with: expect.objectContaining({ owner: 'other' }) })
  )
})

test('on a terminal: the path as the shell takes it', () => {
  const { command } = undoHint(reportOf('acme'), { directory: "/a b/it's", workflow: null })

  expect(command).toBe(
    `npx package-retention@${TOOL_VERSION} restore --report '/a b/it'\\''s/${OWN}'`
  )
})

test('the token of the run is asked for where it was not the default', () => {
  const { workflowStep } = undoHint(reportOf('acme'), { directory: 'r', workflow: WORKFLOW })

  expect(workflowStep).toMatch(/^ {4}# token: the one of that run, where it was not the default$/m)
})
