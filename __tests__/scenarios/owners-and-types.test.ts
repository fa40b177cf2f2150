import { afterEach, describe, expect, test } from '@jest/globals'
import { addPackage, addUser, addVersion } from '../../src/emulator/builders.js'
import { PACKAGE_TYPES, type PackageType } from '../../src/model/package.js'
import { duration, packages, quick } from '../run/run-site.js'
import { closeStages, DAY, livingIn, NOW, openStage } from './stage.js'

afterEach(closeStages)

const OWNERS: readonly [string, string, string][] = [
  ['an organisation', 'acme', '/orgs/acme'],
  ['the user of the token', 'mona', '/user'],
  ['another user', 'hubot', '/users/hubot']
]

const CASES = PACKAGE_TYPES.flatMap((type) =>
  OWNERS.map(([owner, login, prefix]): [PackageType, string, string, string] => [
    type,
    owner,
    login,
    prefix
  ])
)

describe('deletes what the rules say and leaves the rest', () => {
  test.each(CASES)('%s of %s', async (type, _owner, login, prefix) => {
    const stage = await openStage()
    addUser(stage.emulated, 'hubot')
    const app = addPackage(stage.emulated, login, 'app', {
      type,
      visibility: 'public',
      roles: { mona: 'admin' },
      dockerTags: 'tags'
    })
    const versions = [1, 20, 40, 60, 80].map((age) => {
      const isTagged = type === 'container' || type === 'docker'
      return addVersion(stage.emulated, app, {
        ...(type === 'container' ? {} : { name: `1.0.${100 - age}` }),
        ...(isTagged ? { tags: [`1.0.${100 - age}`] } : {}),
        createdAt: NOW - age * DAY
      })
    })

    const result = await stage.run({
      owner: login,
      packages: packages('app'),
      packageTypes: [type],
      rules: quick({ olderThan: duration('30d'), keepTags: ['1.0.20'] })
    })

    expect(result.failures).toEqual([])
    const left = versions.flatMap(({ name }, place) => ([0, 1, 4].includes(place) ? [name] : []))
    expect(livingIn(app)).toEqual(left.toSorted())
    const api = stage.taken().filter((line) => line.includes('/packages/'))
    const changes = api.filter((line) => !line.startsWith('GET'))
    const path = `${prefix}/packages/${type}/app/versions`
    expect(changes.toSorted()).toEqual(
      [2, 3].map((place) => `DELETE ${path}/${versions[place]?.id}`).toSorted()
    )
    expect(api.every((line) => line.includes(` ${prefix}/packages/${type}/app`))).toBe(true)
  })
})

test('10,000 npm versions take at most 101 requests for the list, and five beside', async () => {
  const stage = await openStage()
  const app = addPackage(stage.emulated, 'acme', 'ui', { type: 'npm' })
  for (let n = 0; n < 10_000; n += 1) {
    addVersion(stage.emulated, app, { name: `1.0.${n}`, createdAt: NOW - (10_000 - n) * 60_000 })
  }

  const result = await stage.run({
    packages: packages('ui'),
    packageTypes: ['npm'],
    rules: quick({ keepNewest: 9_900, deleteTags: ['*'] })
  })

  expect(result.report.totals).toMatchObject({ versions: 10_000, deleted: 100, kept: 9_900 })
  const lines = stage.taken()
  const lists = lines.filter((line) => line.includes('/versions?'))
  expect(lists.length).toBeLessThanOrEqual(101)
  expect(lines.length).toBeLessThanOrEqual(lists.length + 100 + 5)
})
