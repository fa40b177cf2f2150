import { expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { readReport } from '../../src/report/read-report.js'
import type { Report } from '../../src/report/report.js'
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

const WORKFLOW = { id: '4711', repository: 'acme/app', action: 'acme/retention@v2' }

test('in a workflow: fetches the report of this very run, and restores by it', () => {
  const hint = undoHint(reportOf('Acme'), { path: '/tmp/x/report.json', workflow: WORKFLOW })

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
      with: { mode: 'restore', report: 'package-retention/report.json' }
    }
  ])
  expect(hint.command).toMatch(/gh run download 4711 --repo acme\/app[\s\S]*restore --report/)
  expect(new Date(hint.until).toISOString()).toBe('2026-01-31T00:00:00.000Z')
})

test('of packages of another owner: names the owner', () => {
  const { workflowStep } = undoHint(reportOf('other'), { path: 'r.json', workflow: WORKFLOW })

  expect(parse(workflowStep)).toContainEqual(
    expect.objectContaining({ with: expect.objectContaining({ owner: 'other' }) })
  )
})

test('on a terminal: the path as the shell takes it', () => {
  const { command } = undoHint(reportOf('acme'), { path: "/a b/it's/report.json", workflow: null })

  expect(command).toBe(`npx package-retention restore --report '/a b/it'\\''s/report.json'`)
})
