import { Octokit } from '@octokit/core'
import { octokitOptions } from '../github/octokit.js'
import { createFetch } from '../http/fetch.js'
import { buildWorld } from '../run/build-world.js'
import type { RunConfig } from '../run/config.js'
import { Interruption } from '../run/interruption.js'
import { createKeptFile } from '../run/kept-file.js'
import { SYSTEM_CLOCK } from '../run/system-clock.js'
import { USER_AGENT } from '../run/tool-version.js'
import { createWorkspaceFiles } from '../run/workspace-files.js'
import type { World } from '../run/world.js'
import { keptPath } from './cli-surroundings.js'
import { EXIT } from './exit-codes.js'
import type { Shell } from './shell.js'

/** Gives `use` a world to ask, which writes no reports, and ends it on a signal. */
export async function withLiveWorld<T>(
  { environment, directory }: Shell,
  config: RunConfig,
  use: (world: World) => Promise<T>
): Promise<T> {
  const { apiUrl, token, owner } = config
  const fetch = createFetch({ environment })
  const interruption = new Interruption(process, () => process.exit(EXIT.failed))
  const world = buildWorld({
    config,
    environment,
    interruption,
    octokit: new Octokit({
      auth: token,
      ...octokitOptions({ apiUrl, fetch, userAgent: USER_AGENT })
    }),
    clock: SYSTEM_CLOCK,
    telling: { note() {}, progress() {}, planned() {}, changed() {} },
    files: {
      earlier: () => [],
      writeReport: async () => {},
      appendJournal() {},
      finish: async () => {}
    },
    kept: createKeptFile(keptPath(environment, apiUrl, owner)),
    workspace: createWorkspaceFiles(directory)
  })
  try {
    return await use(world)
  } finally {
    interruption.close()
  }
}
