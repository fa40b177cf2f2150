import { expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { reportPlace } from '../../src/action/runner-environment.js'
import { readReport } from '../../src/report/read-report.js'
import type { Report } from '../../src/report/report.js'
import { TOOL_VERSION } from '../../src/run/tool-version.js'
import { applyCommand, undoHint } from '../../src/run/undo-hint.js'

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

  expect(parse(hint.workflowStep ?? '')).toEqual([
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
  expect(hint.needs).toMatch(/uploads.*actions\/upload-artifact.*mode: restore.*deleted-within/)
  expect(hint.command).toMatch(/gh run download 4711 --repo acme\/app[\s\S]*restore --report/)
  expect(new Date(hint.until).toISOString()).toBe('2026-01-31T00:00:00.000Z')
})

test('of packages of another owner: names the owner', () => {
  const { workflowStep } = undoHint(reportOf('other'), { directory: 'r', workflow: WORKFLOW })

  expect(parse(workflowStep ?? '')).toContainEqual(
    expect.objectContaining({ with: expect.objectContaining({ owner: 'other' }) })
  )
})

test('on a terminal: the path as the shell takes it, and no workflow, which has no such path', () => {
  const hint = undoHint(reportOf('acme'), { directory: "/a b/it's", workflow: null })

  expect(hint).toMatchObject({
    command: `npx package-retention@${TOOL_VERSION} restore --report '/a b/it'\\''s/${OWN}'`,
    needs: null,
    workflowStep: null
  })
})

test('on a terminal: by the program that is running', () => {
  const place = { directory: 'r', workflow: null, program: 'node ../repo/dist/cli.js' }

  expect(undoHint(reportOf('acme'), place).command).toBe(
    `node ../repo/dist/cli.js restore --report r/${OWN}`
  )
  expect(applyCommand(reportOf('acme'), place)).toBe(
    `node ../repo/dist/cli.js apply --plan r/${OWN}`
  )
})

test('the token of the run is asked for where it was not the default', () => {
  const { workflowStep } = undoHint(reportOf('acme'), { directory: 'r', workflow: WORKFLOW })

  expect(workflowStep).toMatch(/^ {4}# token: the one of that run, where it was not the default$/m)
})

const WHERE = {
  token: 'ghp_secret',
  owner: 'acme',
  'api-url': 'http://127.0.0.1:8080/api/v3',
  'registry-url': "http://it's",
  'keep-tags': 'v*',
  'max-deletions': '25%',
  'dry-run': 'true'
}

test('what was given by flag is given again, for the shell, and never the token', () => {
  const place = { directory: 'r', workflow: null, flags: { ...WHERE, 'token-file': 'my token' } }
  const where =
    "--owner acme --api-url http://127.0.0.1:8080/api/v3 --registry-url 'http://it'\\''s' " +
    "--token-file 'my token'"

  expect(undoHint(reportOf('acme'), place).command).toBe(
    `npx package-retention@${TOOL_VERSION} restore --report r/${OWN} ${where}`
  )
  expect(applyCommand(reportOf('acme'), place)).toBe(
    `npx package-retention@${TOOL_VERSION} apply --plan r/${OWN} ${where} --max-deletions '25%'`
  )
})

test('a token that came on stdin is not there again', () => {
  const flags = { 'token-file': '-' }
  const { command } = undoHint(reportOf('acme'), { directory: 'r', workflow: null, flags })

  expect(command).toMatch(/\.json$/)
})

test('the snippet for workflows names the addresses that were given', () => {
  const place = { directory: 'r', workflow: WORKFLOW, inputs: WHERE }
  const { workflowStep } = undoHint(reportOf('acme'), place)

  expect(parse(workflowStep ?? '')).toContainEqual({
    uses: 'acme/retention@v2',
    with: {
      mode: 'restore',
      report: `package-retention/${OWN}`,
      'api-url': WHERE['api-url'],
      'registry-url': WHERE['registry-url']
    }
  })
})

test.each<[string, Record<string, string>, string[], RegExp]>([
  ['github.com', { GITHUB_API_URL: 'https://api.github.com' }, [], /\.json$/],
  [
    'Enterprise Server',
    { GITHUB_API_URL: 'https://ghe.example/api/v3' },
    [],
    /--api-url https:\/\/ghe\.example\/api\/v3$/
  ],
  [
    'another server than the one of the workflow',
    { GITHUB_API_URL: 'https://api.github.com', 'INPUT_API-URL': 'https://ghe.example/api/v3' },
    ['api-url'],
    /--api-url https:\/\/ghe\.example\/api\/v3$/
  ],
  [
    'a registry of its own',
    { GITHUB_API_URL: 'https://api.github.com', 'INPUT_REGISTRY-URL': 'https://images.example' },
    ['registry-url'],
    /--registry-url https:\/\/images\.example$/
  ]
])('a step on %s says again what is not known anyway', (_where, environment, inputs, command) => {
  // The runner fills in the default of action.yml.
  const all = { 'INPUT_API-URL': environment['GITHUB_API_URL'] ?? '', ...environment }
  const place = reportPlace({ ...all, GITHUB_RUN_ID: '1', GITHUB_REPOSITORY: 'acme/app' }, 'r')

  expect(Object.keys(place.inputs ?? {})).toEqual(inputs)
  expect(undoHint(reportOf('acme'), place).command).toMatch(command)
})

const RUNNER = {
  GITHUB_RUN_ID: '1',
  GITHUB_REPOSITORY: 'acme/app',
  RUNNER_TEMP: '/tmp/r',
  GITHUB_WORKSPACE: '/w'
}

test.each<[string, Record<string, string>, string, string]>([
  ['in the usual folder', {}, '/tmp/r/package-retention', OWN],
  ['beside the plan in the usual folder', {}, '/tmp/r/package-retention/apply', `apply/${OWN}`],
  [
    'beside the plan in a folder that was given',
    { 'INPUT_REPORT-DIRECTORY': ' out ' },
    '/w/out/apply',
    `apply/${OWN}`
  ],
  ['elsewhere', {}, '/elsewhere', OWN]
])('the report %s is found where the artifact has it', (_where, inputs, directory, path) => {
  const hint = undoHint(reportOf('acme'), reportPlace({ ...RUNNER, ...inputs }, directory))

  expect(hint.command).toMatch(new RegExp(` --report package-retention/${path}$`))
  expect(hint.workflowStep).toContain(`report: "package-retention/${path}"`)
})

test.each([
  ['https://github.com', 'acme/app'],
  ['', 'acme/app'],
  ['https://ghes.example.com', 'ghes.example.com/acme/app'],
  ['https://octocorp.ghe.com/', 'octocorp.ghe.com/acme/app']
])('a report of a run on "%s" is downloaded from there', (GITHUB_SERVER_URL, repository) => {
  const place = reportPlace({ ...RUNNER, GITHUB_SERVER_URL }, 'r')

  expect(undoHint(reportOf('acme'), place).command).toContain(` --repo ${repository} --name `)
})
