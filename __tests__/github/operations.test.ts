import { afterEach, describe, expect, test } from '@jest/globals'
import { addPackage, addVersion } from '../../src/emulator/builders.js'
import type { GitHubClient } from '../../src/github/client.js'
import type { Owner, PackageRef } from '../../src/model/package.js'
import { checkRequest, operationId } from '../contract/openapi.js'
import { ACME, HUBOT, MONA, refOf, startSite, stopSites } from './site.js'

afterEach(stopSites)

type Operation = (client: GitHubClient, ref: PackageRef, id: number) => Promise<unknown>

const OPERATIONS: [string, string, Operation][] = [
  [
    'lists packages',
    'GET {owner}/packages?package_type=container&per_page=100&page=1',
    (client, { owner }) => client.listPackages(owner, 'container')
  ],
  ['reads a package', 'GET {package}', (client, ref) => client.getPackage(ref)],
  ['deletes a package', 'DELETE {package}', (client, ref) => client.deletePackage(ref)],
  ['restores a package', 'POST {package}/restore', (client, ref) => client.restorePackage(ref)],
  [
    'lists versions',
    'GET {package}/versions?per_page=100&page=1',
    (client, ref) => client.listVersions(ref)
  ],
  [
    'lists deleted versions',
    'GET {package}/versions?state=deleted&per_page=100&page=1',
    (client, ref) => client.listVersions(ref, { state: 'deleted' })
  ],
  [
    'reads a version',
    'GET {package}/versions/{id}',
    (client, ref, id) => client.getVersion(ref, id)
  ],
  [
    'deletes a version',
    'DELETE {package}/versions/{id}',
    (client, ref, id) => client.deleteVersion(ref, id)
  ],
  [
    'restores a version',
    'POST {package}/versions/{id}/restore',
    (client, ref, id) => client.restoreVersion(ref, id)
  ]
]

describe.each<[string, Owner, string]>([
  ['an organisation', ACME, '/orgs/acme'],
  ['the token’s own user', MONA, '/user'],
  ['another user', HUBOT, '/users/hubot']
])('of %s', (_kind, owner, prefix) => {
  test.each(OPERATIONS)('%s', async (_name, shape, operation) => {
    const site = await startSite()
    const added = addPackage(site.world, owner.login, 'services/api', { roles: { mona: 'admin' } })
    const version = addVersion(site.world, added, { tags: ['a'] })
    const client = site.client()
    await operation(client, refOf(owner, 'services/api'), version.id).catch(() => undefined)
    const sent = site.emulator.requests[0]

    const line = shape
      .replace('{package}', '{owner}/packages/container/services%2Fapi')
      .replace('{owner}', prefix)
      .replace('{id}', String(version.id))
    expect(sent?.line).toBe(line)
    expect(sent === undefined ? null : operationId(sent)).toMatch(/^packages\//)
    expect(site.emulator.requests.flatMap((request) => checkRequest(request))).toEqual([])
  })
})

test.each(['', '.', '..'])('`%s` as a name leads to no other path', async (name) => {
  const site = await startSite()

  await expect(site.client().deletePackage(refOf(ACME, name))).rejects.toMatchObject({
    code: 'invalid-argument'
  })
  expect(site.lines()).toEqual([])
})

test.each([
  ['a/b', 'a%2Fb'],
  ['a b', 'a%20b'],
  ['a?b#c', 'a%3Fb%23c'],
  [':owner', '%3Aowner'],
  ['{owner}', '%7Bowner%7D'],
  ['a%2Fb', 'a%252Fb'],
  ['é', '%C3%A9']
])('`%s` is one segment of the path', async (name, encoded) => {
  const site = await startSite()
  await site
    .client()
    .getPackage(refOf(ACME, name))
    .catch(() => undefined)

  expect(site.lines()).toEqual([`GET /orgs/acme/packages/container/${encoded}`])
})

test.each([-1, 1.5, Number.NaN, 2 ** 60])('%d is no id of a version', async (id) => {
  const site = await startSite()

  await expect(site.client().deleteVersion(refOf(ACME, 'app'), id)).rejects.toThrow()
  expect(site.lines()).toEqual([])
})
