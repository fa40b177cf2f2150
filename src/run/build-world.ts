import { randomBytes } from 'node:crypto'
import { createGitHubClient } from '../github/client.js'
import type { OctokitPort } from '../github/octokit.js'
import { classifyToken } from '../github/token.js'
import { createFetch } from '../http/fetch.js'
import type { Environment } from '../http/proxy.js'
import { MAX_MANIFEST_BYTES } from '../model/manifest.js'
import { MINUTE_MS, SECOND_MS, type Clock, type DurationMs } from '../model/time.js'
import { createRegistryClient } from '../registry/manifest-client.js'
import { createNpmClient } from '../registry/npm-dist-tags.js'
import { deadlineOf } from './budget.js'
import type { RunConfig } from './config.js'
import type { Interruption } from './interruption.js'
import { TOOL_VERSION, USER_AGENT } from './tool-version.js'
import type { World } from './world.js'

/** What a shell brings to a run. */
export interface WorldParts extends Pick<World, 'telling' | 'files' | 'kept' | 'workspace'> {
  readonly config: RunConfig
  readonly octokit: OctokitPort
  readonly clock: Clock
  /** Where the proxy is named. */
  readonly environment: Environment
  readonly interruption: Pick<Interruption, 'reason' | 'stopping' | 'signal'>
}

/** No wait that a server asks for is longer. */
const LONGEST_WAIT_MS: DurationMs = 5 * MINUTE_MS
/** A tag that was being taken off when the time was over has to be put back all the same. */
const REGISTRY_GRACE_MS: DurationMs = 10 * SECOND_MS

/** Puts together all that a run touches; nothing is asked of any server yet. */
export function buildWorld(parts: WorldParts): World {
  const { config, clock, environment, interruption, octokit } = parts
  const deadline = config.dryRun ? Infinity : deadlineOf(clock.now(), config.timeLimit)
  const mayWait = (ms: DurationMs) => interruption.reason === null && ms <= LONGEST_WAIT_MS
  const token = config.token === '' ? null : config.token
  const { stopping, signal } = interruption
  const common = { clock, signal, random: Math.random }
  const registry = {
    ...common,
    token,
    userAgent: USER_AGENT,
    mayWait: (ms: DurationMs) =>
      mayWait(ms) && ms <= Math.max(REGISTRY_GRACE_MS, deadline - clock.now())
  }
  return {
    github: createGitHubClient({
      ...common,
      stopping,
      mayWait,
      deadline,
      octokit,
      onSilence: ({ why, nextTry, of }) =>
        parts.telling.note(
          `no answer from ${new URL(config.apiUrl).host} (${why}), try ${nextTry} of ${of}`
        ),
      tokenKind: classifyToken(config.token)
    }),
    registry: createRegistryClient({
      ...registry,
      stopping,
      registryUrl: config.registryUrl,
      fetch: createFetch({ environment, maxBodyBytes: MAX_MANIFEST_BYTES })
    }),
    npm: createNpmClient({
      ...registry,
      npmRegistryUrl: config.npmRegistryUrl,
      fetch: createFetch({ environment })
    }),
    clock,
    telling: parts.telling,
    files: parts.files,
    kept: config.manifestCache ? parts.kept : null,
    workspace: parts.workspace,
    nonce: () => randomBytes(16).toString('hex'),
    interrupted: () => interruption.reason,
    toolVersion: TOOL_VERSION
  }
}
