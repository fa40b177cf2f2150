import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { environment, type Workplace } from './tools.js'

/** A registry of the CNCF's distribution project, version 2.8, on a free loopback port. */
export interface RealRegistry {
  /** `http://127.0.0.1:PORT`. */
  readonly url: string
  /** Where it keeps its files. */
  readonly storage: string
  /** Removes the blobs that no manifest names any more, as its operators do. */
  collectGarbage(): Promise<void>
  /** Ends the process. */
  close(): Promise<void>
}

/** @see https://distribution.github.io/distribution/about/configuration/ */
const configuration = (storage: string): object => ({
  version: 0.1,
  log: { level: 'info', accesslog: { disabled: true } },
  storage: {
    filesystem: { rootdirectory: storage },
    delete: { enabled: true },
    maintenance: { uploadpurging: { enabled: false } }
  },
  http: { addr: '127.0.0.1:0', secret: 'of this test alone' }
})

/** Far more than it takes. */
const START_MS = 20_000

export async function startRegistry({ folder, run }: Workplace): Promise<RealRegistry> {
  const storage = join(folder, 'storage')
  const file = join(folder, 'registry.yml')
  await writeFile(file, JSON.stringify(configuration(storage)))
  const child = spawn('docker-registry', ['serve', file], {
    cwd: folder,
    env: environment(folder),
    stdio: ['ignore', 'ignore', 'pipe']
  })
  const url = await addressOf(child).catch((error: unknown) => {
    child.kill()
    throw error
  })
  return {
    url,
    storage,
    collectGarbage: async () => {
      await run('docker-registry', 'garbage-collect', file)
    },
    close: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return
      const ended = once(child, 'exit')
      child.kill()
      await ended
    }
  }
}

/** It asks the system for a free port, and says in its log which it got. */
function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    const said: string[] = []
    const refuse = (why: string) =>
      reject(new Error([`docker-registry ${why}:`, ...said].join('\n')))
    const timer = setTimeout(() => refuse('named no port'), START_MS)
    child.once('error', reject)
    child.once('exit', () => {
      clearTimeout(timer)
      refuse('ended')
    })
    if (child.stderr === null) throw new Error('nobody reads its log')
    // Read to its end, or the registry would wait for a reader.
    createInterface(child.stderr).on('line', (line) => {
      if (said.length < 20) said.push(line)
      const port = /listening on 127\.0\.0\.1:(\d+)/.exec(line)?.[1]
      if (port === undefined) return
      clearTimeout(timer)
      resolve(`http://127.0.0.1:${port}`)
    })
  })
}
