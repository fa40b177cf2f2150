import { describe, expect, test } from '@jest/globals'
import { findVersions } from '../../src/run/find-version.js'
import { openSmallSite } from '../shell/small-site.js'
import { commandLine } from './command-line.js'
import { openDesk } from './desk.js'

const DIGEST = `sha256:abcdef1${'0'.repeat(57)}`
const VERSIONS = [
  { id: 7, name: DIGEST, tags: ['v1', '8'], createdAt: 0, updatedAt: 0, deletedAt: null },
  { id: 8, name: `sha256:${'f'.repeat(64)}`, tags: [], createdAt: 0, updatedAt: 0, deletedAt: null }
]

describe('a version is meant by', () => {
  test.each<[string, number[]]>([
    ['v1', [7]],
    ['7', [7]],
    ['8', [7, 8]],
    [DIGEST, [7]],
    ['sha256:abcdef1', [7]],
    ['ABCDEF1', [7]],
    ['abcdef', []],
    ['v', []],
    ['', []]
  ])('%s', (text, ids) => {
    expect(findVersions(VERSIONS, text)).toEqual(ids)
  })
})

async function live(...args: string[]) {
  const { emulator, token, folder } = await openSmallSite(3)
  const where = ['--api-url', emulator.apiUrl, '--registry-url', emulator.registryUrl]
  const environment = { GITHUB_TOKEN: token.secret, XDG_CACHE_HOME: folder }
  const rules = ['--owner', 'acme', '--older-than', '30d', '--keep-newest', '2']
  const result = await commandLine(['explain', ...args, ...where, ...rules], environment, folder)
  return { ...result, methods: new Set(emulator.requests.map(({ method }) => method)) }
}

test('live it explains what cleanup would do, and changes nothing', async () => {
  const { exitCode, stdout, methods } = await live('old-1', '--packages', 'app')

  expect(exitCode).toBe(0)
  expect(stdout).toContain('acme/app (container): old-1')
  expect(stdout).toMatch(/^delete \(older-than\): /m)
  expect(stdout).toMatch(/4th newest of 4, of which 2 are kept/)
  expect([...methods]).toEqual(['GET'])
})

test('as JSON it is a list of explanations', async () => {
  const { stdout } = await live('v1', '--packages', 'app', '--json')
  const found: unknown = JSON.parse(stdout)

  expect(found).toMatchObject([{ version: { decision: 'keep' }, root: { isVersion: true } }])
})

test.each<[string[], number, string]>([
  [['v9', '--packages', 'app'], 1, 'no version of acme/app (container) has'],
  [['odl-1', '--packages', 'app'], 1, 'name or id odl-1; near it: old-1\n'],
  [['v1', '--packages', 'none'], 1, 'there is no package that the rules are about'],
  [['v1', '--packages', 'app', '--now', '2026-01-31'], 2, '--now: only with --from']
])('%j ends with %i', async (args, code, message) => {
  const { exitCode, stderr } = await live(...args)

  expect(exitCode).toBe(code)
  expect(stderr).toContain(message)
})

test('from a saved list it asks nobody', async () => {
  const desk = openDesk()
  const row = { id: 1, name: DIGEST, created_at: '2025-01-01T00:00:00Z', updated_at: null }
  const metadata = { package_type: 'container', container: { tags: ['pr-1'] } }
  desk.write('versions.json', [{ ...row, metadata }])
  const { exitCode, stdout } = await desk.run([
    'explain',
    'pr-1',
    '--from',
    'versions.json',
    '--packages',
    'app',
    '--delete-tags',
    'pr-*',
    '--now',
    '2026-01-31'
  ])

  expect(exitCode).toBe(0)
  expect(stdout).toContain('delete-tags: yes: pr-1 matches pr-*')
  expect(stdout).toContain('last-version: the newest, kept by last-version')
})
