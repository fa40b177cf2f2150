import { describe, expect, test } from '@jest/globals'
import { addPackage, addToken, addVersion, type NewVersion } from '../../src/emulator/builders.js'
import type { PackageType } from '../../src/model/package.js'
import { DAY_MS } from '../../src/model/time.js'
import { ask, NOW, smallWorld, start } from './world.js'

const HELPER = `sha256-${'a'.repeat(64)}.sig`

async function site(type: PackageType, versions: NewVersion[], options = {}) {
  const { world, ada } = smallWorld(options)
  const target = addPackage(world, 'acme', 'thing', { type })
  const added = versions.map((details) => addVersion(world, target, details))
  const emulator = await start(world)
  const path = `/orgs/acme/packages/${type}/thing`
  const send = (line: string) => ask(emulator, ada, line.replace(' ', ` ${path}`))
  return { world, target, ids: added.map(({ id }) => id), added, send, emulator }
}

describe('a version goes', () => {
  test.each<[string, PackageType, NewVersion[], number]>([
    ['with another tagged one left', 'container', [{ tags: ['a'] }, { tags: ['b'] }], 204],
    ['but not as the last tagged one', 'container', [{ tags: ['a', 'b'] }, {}], 400],
    ['where a helper tag is left', 'container', [{ tags: ['a'] }, { tags: [HELPER] }], 204],
    ['but not as the last helper tag', 'container', [{ tags: [HELPER] }, {}], 400],
    ['untagged, though it is the last', 'container', [{}], 204],
    ['with another one left', 'npm', [{}, {}], 204],
    ['but not as the last npm version', 'npm', [{}], 400],
    ['but not as the last docker version', 'docker', [{ tags: ['a'] }], 400]
  ])('%s (%s)', async (_name, type, versions, status) => {
    const { ids, send } = await site(type, versions)

    const { status: answered, fields } = await send(`DELETE /versions/${ids[0]}`)

    expect(answered).toBe(status)
    if (status === 400)
      expect(fields.message).toMatch(/^You cannot delete the last (tagged )?version/)
  })

  test('and takes all its tags along', async () => {
    const { ids, send, target } = await site('container', [
      { tags: ['v1', 'latest'] },
      { tags: ['v2'] }
    ])

    await send(`DELETE /versions/${ids[0]}`)

    expect([...target.tags.keys()]).toEqual(['v2'])
    expect((await send(`GET /versions/${ids[0]}`)).fields.message).toBe(
      'Package version not found.'
    )
  })

  test.each([
    [5001, 'public', 400],
    [5000, 'public', 204],
    [5001, 'private', 204]
  ] as const)('after %i downloads of a %s package: %i', async (downloads, visibility, status) => {
    const { ids, send, target } = await site('npm', [{ downloads }, {}])
    target.visibility = visibility

    expect((await send(`DELETE /versions/${ids[0]}`)).status).toBe(status)
    target.visibility = visibility
    expect((await send('DELETE ')).status).toBe(status)
  })

  test('and silently the package with it, where the world has it so', async () => {
    const { ids, send } = await site('npm', [{}], { behaviour: { lastVersion: 'remove-package' } })

    expect((await send(`DELETE /versions/${ids[0]}`)).status).toBe(204)
    expect((await send('GET /versions')).fields.message).toBe('Package not found.')
  })

  test('not to a workflow in an internal package, where the world has it so', async () => {
    const { world, target, ids, emulator } = await site('container', [{}, {}], {
      behaviour: { workflowDeletesInternal: false }
    })
    target.visibility = 'internal'
    target.roles.set('acme/app', 'admin')
    const token = addToken(world, { kind: 'actions', repository: 'acme/app' })
    const path = `/orgs/acme/packages/container/thing/versions/${ids[0]}`

    expect((await ask(emulator, token, `GET ${path}`)).status).toBe(200)
    expect((await ask(emulator, token, `DELETE ${path}`)).status).toBe(404)
  })
})

describe('a version comes back', () => {
  test('with the tags that no other took, and its dates', async () => {
    const { world, ids, send, target } = await site('container', [
      { tags: ['v1', 'latest'], createdAt: NOW - DAY_MS },
      { tags: ['v2'] }
    ])
    const before = (await send(`GET /versions/${ids[0]}`)).fields
    await send(`DELETE /versions/${ids[0]}`)
    addVersion(world, target, { tags: ['latest'] })

    expect((await send(`POST /versions/${ids[0]}/restore`)).status).toBe(204)

    const after = (await send(`GET /versions/${ids[0]}`)).fields
    expect(after).toEqual({
      ...before,
      metadata: { package_type: 'container', container: { tags: ['v1'] } }
    })
  })

  test('without tags, where the world has it so', async () => {
    const { ids, send, target } = await site('container', [{ tags: ['v1'] }, { tags: ['v2'] }], {
      behaviour: { tagsReturnOnRestore: false }
    })
    await send(`DELETE /versions/${ids[0]}`)
    await send(`POST /versions/${ids[0]}/restore`)

    expect([...target.tags.keys()]).toEqual(['v2'])
  })

  test.each([
    ['up to 30 days later', 30 * DAY_MS, 1, 204],
    ['but not after that', 30 * DAY_MS + 1, 0, 404]
  ])('%s', async (_name, later, listed, status) => {
    const { world, ids, send } = await site('npm', [{}, {}])
    await send(`DELETE /versions/${ids[0]}`)
    world.now = () => NOW + later

    expect((await send('GET /versions?state=deleted')).body).toHaveLength(listed)
    expect((await send(`POST /versions/${ids[0]}/restore`)).status).toBe(status)
  })

  test('not where its name was published again, nor twice', async () => {
    const { world, ids, send, target } = await site('npm', [{ name: '1.0.0' }, {}, {}])
    await send(`DELETE /versions/${ids[0]}`)
    addVersion(world, target, { name: '1.0.0' })
    await send(`DELETE /versions/${ids[1]}`)

    expect((await send(`POST /versions/${ids[0]}/restore`)).status).toBe(404)
    expect((await send(`POST /versions/${ids[1]}/restore`)).status).toBe(204)
    expect((await send(`POST /versions/${ids[1]}/restore`)).status).toBe(404)
  })

  test.each([
    [true, true, ['v1']],
    [false, false, []]
  ])('from a list that shows tags and date: %s', async (shows, hasDate, tags) => {
    const { ids, send } = await site('container', [{ tags: ['v1'] }, { tags: ['v2'] }], {
      behaviour: { deletedListShowsTags: shows, deletedListShowsDate: shows }
    })
    await send(`DELETE /versions/${ids[0]}`)

    const { rows } = await send('GET /versions?state=deleted')

    expect(rows[0]?.metadata?.container?.tags).toEqual(tags)
    expect(Object.keys(rows[0] ?? {}).includes('deleted_at')).toBe(hasDate)
  })
})

describe('a package', () => {
  test('goes with all its versions and comes back with them', async () => {
    const { ids, send } = await site('container', [{ tags: ['v1'] }, {}])
    await send(`DELETE /versions/${ids[1]}`)

    expect((await send('DELETE ')).status).toBe(204)
    expect((await send('GET /versions')).status).toBe(404)
    expect((await send(`POST /versions/${ids[1]}/restore`)).status).toBe(404)
    expect((await send('POST /restore')).status).toBe(204)
    expect((await send('GET /versions')).body).toHaveLength(1)
  })

  test('does not come back where its name was used again', async () => {
    const { world, send } = await site('container', [{ tags: ['v1'] }])
    await send('DELETE ')
    addPackage(world, 'acme', 'thing')

    expect((await send('POST /restore')).status).toBe(404)
  })
})
