import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from '@jest/globals'
import type { RawInputs } from '../../src/run/inputs/surroundings.js'
import { configOf, workflow } from './surroundings.js'

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'reports-')))
const [real, link] = [join(folder, 'real'), join(folder, 'link')]
mkdirSync(real)
symlinkSync(real, link, 'junction')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const report = (dryRun: boolean) =>
  JSON.stringify({
    schema: 'https://example.com/report-v1.json',
    version: 1,
    tool: { name: 'package-retention', version: '1.0.0' },
    mode: 'cleanup',
    dryRun,
    startedAt: '2026-01-31T02:00:00.000Z',
    finishedAt: '2026-01-31T02:01:00.000Z',
    complete: true,
    policyDigest: null,
    packages: [
      {
        owner: 'acme',
        ownerKind: 'organization',
        type: 'npm',
        name: 'ui',
        versions: [
          {
            id: 7,
            name: '1.0.0',
            tags: [],
            createdAt: null,
            updatedAt: null,
            decision: 'delete',
            outcome: dryRun ? null : 'deleted'
          }
        ]
      }
    ]
  })

const NAMES = ['/out/report.json', '/out/plan.json', 'out/report.json', `${real}/report.json`]
const here = workflow(
  Object.fromEntries(
    [...NAMES, `${link}/report.json`].map((name) => [name, report(name.endsWith('plan.json'))])
  )
)

test.each<[string, RawInputs, string]>([
  ['is given', { report: '/out/report.json', 'report-directory': '/out' }, '/out/restore'],
  [
    'is written otherwise',
    { report: '/out/report.json', 'report-directory': '/out/x/../' },
    '/out/restore'
  ],
  [
    'is relative',
    { report: 'out/report.json', 'report-directory': './out' },
    '/home/runner/app/out/restore'
  ],
  ['is a link', { report: `${real}/report.json`, 'report-directory': link }, `${link}/restore`],
  [
    'is behind a link',
    { report: `${link}/report.json`, 'report-directory': real },
    `${real}/restore`
  ],
  ['is another one', { report: '/out/report.json', 'report-directory': '/elsewhere' }, '/elsewhere']
])('a restore never writes over its report where that folder %s', (_name, raw, directory) => {
  expect(configOf({ mode: 'restore', ...raw }, here).reportDirectory).toBe(directory)
})

test('neither does apply over its plan', () => {
  const raw = { mode: 'apply', plan: '/out/plan.json', 'report-directory': '/out' }

  expect(configOf(raw, here).reportDirectory).toBe('/out/apply')
})
