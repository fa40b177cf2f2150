import { expect, test } from '@jest/globals'
import { addPackage, addRepository, addToken, addVersion } from '../../src/emulator/builders.js'
import { ask, smallWorld, start } from './world.js'

function filled() {
  const { world, ada } = smallWorld()
  const repository = addRepository(world, 'acme/app', {
    branches: ['main', 'feat/x'],
    gitTags: ['v1', 'v2'],
    releases: ['v1'],
    pullRequests: [
      { number: 1, state: 'closed' },
      { number: 2, headBranch: 'feat/x' }
    ]
  })
  return { world, ada, repository }
}

test.each<[string, 'number' | 'name' | 'tag_name' | 'ref', unknown[]]>([
  ['/pulls', 'number', [2]],
  ['/pulls?state=all', 'number', [2, 1]],
  ['/pulls?state=closed', 'number', [1]],
  ['/pulls?state=all&direction=asc', 'number', [1, 2]],
  ['/branches', 'name', ['feat/x', 'main']],
  ['/branches?per_page=1&page=2', 'name', ['main']],
  ['/releases', 'tag_name', ['v1']],
  ['/tags', 'name', ['v2', 'v1']],
  ['/git/matching-refs/tags', 'ref', ['refs/tags/v1', 'refs/tags/v2']],
  ['/git/matching-refs/tags/v2', 'ref', ['refs/tags/v2']],
  ['/git/matching-refs/heads/feat/', 'ref', ['refs/heads/feat/x']]
])('a repository lists %s', async (path, key, expected) => {
  const { world, ada } = filled()
  const emulator = await start(world)

  const { rows } = await ask(emulator, ada, `GET /repos/acme/app${path}`)

  expect(rows.map((row) => row[key])).toEqual(expected)
})

test.each([
  ['its own workflow', { kind: 'actions', repository: 'acme/app' }, 200],
  ['another workflow', { kind: 'actions', repository: 'acme/x' }, 404],
  ['an outsider', { login: 'bob' }, 404],
  ['a token without the scope repo', { login: 'ada', scopes: ['read:packages'] }, 404]
] as const)('a private repository answers %s', async (_name, details, status) => {
  const { world } = filled()
  const emulator = await start(world)

  const answer = await ask(emulator, addToken(world, details), 'GET /repos/acme/app/branches')

  expect(answer.status).toBe(status)
})

test('a workflow without the permission is refused', async () => {
  const { world, repository } = filled()
  repository.withheld.add('pull-requests')
  const token = addToken(world, { kind: 'actions', repository: 'acme/app' })
  const emulator = await start(world)
  const statusOf = async (path: string) =>
    (await ask(emulator, token, `GET /repos/acme/app${path}`)).status

  expect([await statusOf('/pulls'), await statusOf('/branches')]).toEqual([403, 200])
})

test('drafts are for insiders', async () => {
  const { world, ada, repository } = filled()
  repository.visibility = 'public'
  repository.releases[0]!.draft = true
  const emulator = await start(world)
  const count = async (token: typeof ada | null) =>
    (await ask(emulator, token, 'GET /repos/acme/app/releases')).rows.length

  expect([await count(ada), await count(null)]).toEqual([1, 0])
})

test('a linked package says which repository it is of', async () => {
  const { world, ada } = filled()
  addPackage(world, 'acme', 'linked', { repository: 'acme/app' })
  const emulator = await start(world)
  const repositoryOf = async (name: string) =>
    (await ask(emulator, ada, `GET /orgs/acme/packages/container/${name}`)).fields.repository

  expect(await repositoryOf('linked')).toMatchObject({ full_name: 'acme/app', private: true })
  expect(await repositoryOf('app')).toBeUndefined()
})

test.each([
  '/-/package/@acme%2flib/dist-tags',
  '/-/package/@acme/lib/dist-tags',
  '/-/package/%40acme%2Flib/dist-tags'
])('the npm registry gives dist-tags at %s', async (path) => {
  const { world, ada } = filled()
  const lib = addPackage(world, 'acme', 'lib', { type: 'npm' })
  addVersion(world, lib, { name: '1.0.0' })
  lib.distTags.set('latest', '1.0.0')
  const emulator = await start(world)
  const outsider = addToken(world, { login: 'bob' })

  const tags = await ask(emulator, ada, `GET ${emulator.npmRegistryUrl}${path}`)
  const packument = await ask(emulator, ada, `GET ${emulator.npmRegistryUrl}/@acme%2flib`)

  expect(tags.body).toEqual({ latest: '1.0.0' })
  expect(packument.body).toMatchObject({
    name: '@acme/lib',
    'dist-tags': { latest: '1.0.0' },
    versions: { '1.0.0': { version: '1.0.0' } }
  })
  expect((await ask(emulator, outsider, `GET ${emulator.npmRegistryUrl}${path}`)).status).toBe(404)
  expect((await ask(emulator, null, `GET ${emulator.npmRegistryUrl}${path}`)).status).toBe(401)
})
