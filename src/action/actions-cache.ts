import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import * as core from '@actions/core'
import type { Environment } from '../http/proxy.js'
import { SECOND_MS, type DurationMs } from '../model/time.js'
import { logLine } from '../report/escape-log.js'
import { writeDurably } from '../run/durable-write.js'
import type { KeptBytes } from '../run/world.js'
import { variable } from '../run/environment-variable.js'

/** Whatever the cache does, a run does not wait longer for it. */
const PATIENCE_MS: DurationMs = 20 * SECOND_MS

/** As much of `@actions/cache` as is used here. */
export interface CacheModule {
  restoreCache(paths: string[], key: string, restoreKeys?: string[]): Promise<string | undefined>
  saveCache(paths: string[], key: string): Promise<number>
}

export interface ActionsCacheOptions {
  readonly environment: Environment
  /** Where the file lies between the cache and us; the same in each run, as the cache asks. */
  readonly directory: string
  /** Records of different owners are different entries. */
  readonly owner: string
  /** Loads the library, which is large, when it is first needed. */
  readonly load?: () => Promise<CacheModule>
  readonly patienceMs?: DurationMs
}

/**
 * What is kept between runs, through the Actions cache; `null` where the runner has none. What
 * goes wrong there is a line for debugging and nothing else.
 *
 * @see https://docs.github.com/actions/reference/workflows-and-actions/dependency-caching
 */
export function createActionsCache(options: ActionsCacheOptions): KeptBytes | null {
  if (!hasCache(options.environment)) return null
  const file = join(options.directory, 'kept.bin')
  const prefix = `package-retention-1-${options.owner.toLowerCase()}-`
  const load = options.load ?? (() => import('@actions/cache'))
  const patienceMs = options.patienceMs ?? PATIENCE_MS
  let loaded: Uint8Array | null = null
  return {
    load: async () => {
      loaded = await attempt('restored', patienceMs, async () => {
        const cache = await load()
        // The newest entry with the prefix: each run saves one of its own.
        const hit = await cache.restoreCache([file], newKey(prefix), [prefix])
        return hit === undefined ? null : await readFile(file)
      })
      return loaded
    },
    save: async (bytes) => {
      if (loaded !== null && Buffer.from(loaded).equals(bytes)) return
      await attempt('saved', patienceMs, async () => {
        await writeDurably(file, bytes)
        const cache = await load()
        return cache.saveCache([file], newKey(prefix))
      })
    }
  }
}

/** Without these the library would only complain. */
function hasCache(environment: Environment): boolean {
  const service = ['ACTIONS_RESULTS_URL', 'ACTIONS_CACHE_URL'].some(
    (name) => variable(environment, name) !== null
  )
  return service && variable(environment, 'ACTIONS_RUNTIME_TOKEN') !== null
}

/** Entries never change, so that each needs a key of its own. */
function newKey(prefix: string): string {
  return `${prefix}${randomBytes(12).toString('hex')}`
}

async function attempt<T>(
  what: string,
  patienceMs: DurationMs,
  work: () => Promise<T>
): Promise<T | null> {
  const patience = new AbortController()
  try {
    const late = delay(patienceMs, null, { signal: patience.signal }).then(() => {
      throw new Error(`the cache took more than ${patienceMs} ms`)
    })
    // Aborted when the work was in time: then nobody listens any more.
    late.catch(() => undefined)
    return await quietly(() => Promise.race([work(), late]))
  } catch (error) {
    core.debug(logLine(`what is kept between runs was not ${what}: ${String(error)}`))
    return null
  } finally {
    patience.abort()
  }
}

/** The library's own warnings would be annotations about what nobody has to act on. */
async function quietly<T>(work: () => Promise<T>): Promise<T> {
  const { stdout } = process
  const write = stdout.write.bind(stdout)
  stdout.write = new Proxy(write, {
    apply: (target, _self, args: readonly unknown[]): unknown =>
      Reflect.apply(target, stdout, args.map(asDebugging))
  })
  try {
    return await work()
  } finally {
    stdout.write = write
  }
}

function asDebugging(argument: unknown): unknown {
  if (typeof argument !== 'string') return argument
  return argument.replace(/^::(?:warning|error)\b[^:]*::/gm, '::debug::')
}
