import * as core from '@actions/core'
import { copyFileSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, jest, test } from '@jest/globals'
import { createActionsCache, type CacheModule } from '../../src/action/actions-cache.js'
import { scratchFolder } from '../shell/small-site.js'

const RUNNER = { ACTIONS_RESULTS_URL: 'https://cache.example', ACTIONS_RUNTIME_TOKEN: 'x' }

/** A cache service as GitHub's: entries never change, the newest with a prefix is found. */
function service(): CacheModule & { readonly keys: readonly string[] } {
  const store = scratchFolder()
  const keys: string[] = []
  return {
    keys,
    saveCache: async ([path = ''], key) => {
      if (keys.includes(key)) throw new Error('the key is taken')
      keys.push(key)
      copyFileSync(path, join(store, key))
      return keys.length
    },
    restoreCache: async ([path = ''], _key, prefixes = []) => {
      const key = keys.findLast((one) => prefixes.some((prefix) => one.startsWith(prefix)))
      if (key !== undefined && existsSync(join(store, key))) copyFileSync(join(store, key), path)
      return key
    }
  }
}

function cacheOf(cache: CacheModule, owner = 'acme', patienceMs = 20_000) {
  const load = () => Promise.resolve(cache)
  const options = { environment: RUNNER, directory: scratchFolder(), owner, load, patienceMs }
  const kept = createActionsCache(options)
  if (kept === null) throw new Error('there is a cache')
  return kept
}

describe('what is kept between runs', () => {
  test.each([
    [{}],
    [{ ACTIONS_RUNTIME_TOKEN: 'x' }],
    [{ ACTIONS_RESULTS_URL: 'https://cache.example' }],
    [{ ...RUNNER, ACTIONS_RUNTIME_TOKEN: '' }]
  ])('a runner without a cache has no place for it: %j', (environment) => {
    expect(createActionsCache({ environment, directory: '/nowhere', owner: 'acme' })).toBeNull()
  })

  test('the newest record of the owner comes back', async () => {
    const cache = service()
    const kept = cacheOf(cache)
    await kept.save(new Uint8Array([1]))
    await kept.save(new Uint8Array([2]))
    await cacheOf(cache, 'other').save(new Uint8Array([3]))

    expect([...((await kept.load()) ?? [])]).toEqual([2])
    expect([...((await cacheOf(cache, 'Other').load()) ?? [])]).toEqual([3])
  })

  test('a record that did not change is not saved again', async () => {
    const cache = service()
    const kept = cacheOf(cache)
    await kept.save(new Uint8Array([1]))
    await kept.load()
    await kept.save(new Uint8Array([1]))

    expect(cache.keys).toHaveLength(1)
  })

  test.each<[string, Partial<CacheModule>]>([
    ['fails', { restoreCache: async () => Promise.reject(new Error('503')) }],
    ['does not answer', { restoreCache: () => new Promise(() => undefined) }],
    ['has an entry without the file', { restoreCache: () => Promise.resolve('key') }]
  ])('a cache that %s holds nothing and fails nothing', async (_what, broken) => {
    expect(await cacheOf({ ...service(), ...broken }, 'acme', 50).load()).toBeNull()
  })

  test('what the library warns of is a line for debugging', async () => {
    const written: unknown[] = []
    const spy = jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
      written.push(text)
      return true
    })
    const restoreCache = () => {
      core.warning('Failed to restore: 503')
      return Promise.resolve(undefined)
    }
    await cacheOf({ ...service(), restoreCache }).load()
    core.warning('ours')
    spy.mockRestore()

    expect(written.join('')).toMatch(/^::debug::Failed to restore: 503\s+::warning::ours\s+$/)
  })

  test('a cache that can’t save fails nothing', async () => {
    const saveCache = async () => Promise.reject(new Error('read-only'))

    await expect(
      cacheOf({ ...service(), saveCache }).save(new Uint8Array([1]))
    ).resolves.toBeUndefined()
  })
})
