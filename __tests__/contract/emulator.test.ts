import { afterAll, expect, test } from '@jest/globals'
import type { PackageType } from '../../src/model/package.js'
import { addPackage, addRepository, addToken, addVersion } from '../../src/emulator/builders.js'
import type { TokenState } from '../../src/emulator/state.js'
import { type Answer, ask, smallWorld, start } from '../emulator/world.js'
import { checkRequest, checkResponse, describedOperations, operationId } from './openapi.js'

const { world, ada } = smallWorld()
const actions = addToken(world, { kind: 'actions', repository: 'acme/app' })
const fineGrained = addToken(world, { kind: 'fine-grained', login: 'ada' })
const noScopes = addToken(world, { login: 'ada', scopes: [] })
const refused = addToken(world, { login: 'ada', sso: { acme: 'refuse' } })

addRepository(world, 'acme/app', {
  visibility: 'public',
  branches: ['main', 'feat/x'],
  gitTags: ['v1', 'release/2'],
  releases: ['v1'],
  pullRequests: [
    { number: 1 },
    { number: 2, state: 'closed', closedAt: world.now(), mergedAt: world.now() },
    { number: 3, headRepository: null }
  ]
})

const TYPES: PackageType[] = ['container', 'docker', 'npm', 'maven', 'nuget', 'rubygems']
const OWNERS = [
  ['acme', '/orgs/acme'],
  ['ada', '/user'],
  ['ada', '/users/ada']
] as const

const covered = new Set<string>()

async function check(token: TokenState | null, line: string): Promise<Answer> {
  const emulator = await start(world)
  const answer = await ask(emulator, token, line)
  const [method = '', path = ''] = line.split(' ')
  covered.add(operationId({ method, path }) ?? line)
  expect(checkRequest({ method, path })).toEqual([])
  expect(checkResponse({ method, path }, answer)).toEqual([])
  return answer
}

function fill(owner: string, type: PackageType) {
  const name = `${type}/${world.lastId}`
  const repository = 'acme/app'
  const target = addPackage(world, owner, name, { type, repository, visibility: 'internal' })
  const older = addVersion(world, target, { tags: ['v1', 'latest'] })
  const newer = addVersion(world, target, { tags: ['v2'], description: 'An app', license: 'MIT' })
  return { path: `/packages/${type}/${encodeURIComponent(name)}`, older, newer }
}

const cases = OWNERS.flatMap(([owner, prefix]) =>
  TYPES.map((type): [PackageType, string, string] => [type, prefix, owner])
)

test.each(cases)(
  'the life of a %s package under %s is answered as described',
  async (type, prefix, owner) => {
    const { path, older, newer } = fill(owner, type)
    const version = `${prefix}${path}/versions/${older.id}`

    const steps: [number, string][] = [
      [200, `GET ${prefix}/packages?package_type=${type}&visibility=internal&per_page=100`],
      [200, `GET ${prefix}/docker/conflicts`],
      [200, `GET ${prefix}${path}`],
      [200, `GET ${prefix}${path}/versions?per_page=1`],
      [200, `GET ${version}`],
      [204, `DELETE ${version}`],
      [404, `DELETE ${version}`],
      [404, `GET ${version}`],
      [200, `GET ${prefix}${path}/versions?state=deleted`],
      [400, `DELETE ${prefix}${path}/versions/${newer.id}`],
      [204, `POST ${version}/restore`],
      [204, `DELETE ${prefix}${path}`],
      [404, `GET ${prefix}${path}`],
      [204, `POST ${prefix}${path}/restore`],
      [200, `GET ${prefix}${path}/versions`]
    ]
    const statuses: [number, string][] = []
    for (const [, line] of steps) statuses.push([(await check(ada, line)).status, line])

    expect(statuses).toEqual(steps)
  }
)

test.each([
  [401, 'no token', null],
  [403, 'a token without scopes', noScopes],
  [403, 'single sign-on', refused],
  [403, 'a fine-grained token', fineGrained]
])('%i for %s is answered as described', async (status, _name, token) => {
  const { path, older } = fill('acme', 'npm')
  const lines = [`GET /orgs/acme${path}/versions`, `DELETE /orgs/acme${path}/versions/${older.id}`]

  for (const line of lines) expect((await check(token, line)).status).toBe(status)
})

test.each([
  '/users/acme',
  '/users/ada',
  '/user',
  '/rate_limit',
  '/repos/acme/app',
  '/repos/acme/app/pulls?state=all',
  '/repos/acme/app/branches?per_page=1',
  '/repos/acme/app/releases',
  '/repos/acme/app/tags',
  '/repos/acme/app/git/matching-refs/tags/release/'
])('GET %s is answered as described', async (path) => {
  const { status, body } = await check(ada, `GET ${path}`)

  expect(status).toBe(200)
  expect(body).not.toEqual([])
})

test.each([
  [404, '/users/nobody'],
  [403, '/user'],
  [404, '/repos/acme/nothing'],
  [400, '/orgs/acme/packages?package_type=npm']
])('%i of GET %s is answered as described', async (status, path) => {
  expect((await check(actions, `GET ${path}`)).status).toBe(status)
})

afterAll(() => {
  const missing = describedOperations().filter((id) => !covered.has(id))
  if (missing.length > 0) throw new Error(`never asked: ${missing.join(', ')}`)
})
