import { Octokit } from '@octokit/core'
import type { TokenDetails } from '../../src/emulator/builders.js'
import { addOrganization, addPackage, addToken, addUser } from '../../src/emulator/builders.js'
import { startEmulator, type GitHubEmulator } from '../../src/emulator/emulator.js'
import { push } from '../../src/emulator/registry-publish.js'
import { createRegistry } from '../../src/emulator/registry-state.js'
import type { RegistryBehaviour } from '../../src/emulator/registry-state.js'
import type { ServeOptions } from '../../src/emulator/server.js'
import { createWorld, tagsOf } from '../../src/emulator/state.js'
import type { PackageState, World as Emulated, WorldOptions } from '../../src/emulator/state.js'
import { createGitHubClient } from '../../src/github/client.js'
import { octokitOptions } from '../../src/github/octokit.js'
import { classifyToken } from '../../src/github/token.js'
import { createFetch, type Fetch } from '../../src/http/fetch.js'
import type { Clock, EpochMs } from '../../src/model/time.js'
import { createRegistryClient } from '../../src/registry/manifest-client.js'
import { createNpmClient } from '../../src/registry/npm-dist-tags.js'
import type { JournalEntry } from '../../src/report/journal-entry.js'
import type { PackageReport, Report } from '../../src/report/report.js'
import { deadlineOf } from '../../src/run/budget.js'
import type { ApplyConfig, CleanupConfig } from '../../src/run/config.js'
import { runMode } from '../../src/run/run-mode.js'
import type { RunResult } from '../../src/run/run-result.js'
import type { World } from '../../src/run/world.js'
import { commonConfig } from '../run/common-config.js'
import { packages, quick } from '../run/run-site.js'
import { VirtualClock } from './virtual-clock.js'

export const NOW = Date.UTC(2026, 0, 31, 2)
export const DAY = 24 * 60 * 60 * 1000

export type RunConfig = Partial<CleanupConfig> | (Partial<ApplyConfig> & { mode: 'apply' })

/** What a stage is made of; everything may be left out. */
export interface StageOptions extends ServeOptions {
  readonly world?: Omit<WorldOptions, 'now'>
  readonly registry?: Partial<RegistryBehaviour>
  /** Milliseconds of real time after which a request that stalls is given up. */
  readonly idleTimeoutMs?: number
  readonly maxBodyBytes?: number
}

/** An emulated GitHub with the organisation acme, in which scenarios are played. */
export interface Stage {
  readonly emulated: Emulated
  readonly emulator: GitHubEmulator
  readonly clock: VirtualClock
  /** What a run keeps for the next; set to `null` to forget it. */
  kept: Uint8Array | null
  /** Reports as they were written, the last one last. */
  readonly reports: Report[]
  /** The journal of the last run. */
  readonly journal: JournalEntry[]
  /** What runs told, a line each. */
  readonly notes: string[]
  /** Why runs are to stop at once. */
  interruption: string | null
  /** Whether the run is killed when it is about to send this request; then it never ends. */
  killWhen: ((line: string) => boolean) | null
  /** Runs with the token of an admin of acme where none is given. */
  run(config: RunConfig, token?: TokenDetails): Promise<RunResult>
  /** The world of a run, to change parts of it. */
  worldFor(
    token?: TokenDetails,
    config?: RunConfig
  ): { readonly secret: string; readonly world: World }
  configFor(secret: string, config: RunConfig): CleanupConfig | ApplyConfig
  /** Lines of requests since the last call. */
  taken(): string[]
}

const open: GitHubEmulator[] = []

export async function openStage(options: StageOptions = {}): Promise<Stage> {
  const clock = new VirtualClock(NOW)
  const emulated = createWorld({ ...options.world, now: () => clock.now() })
  addOrganization(emulated, 'acme', { admins: ['mona'] })
  addUser(emulated, 'mona')
  const registry = createRegistry(emulated, options.registry)
  const emulator = await startEmulator(emulated, { ...options, registry })
  open.push(emulator)
  const stage: Stage = {
    emulated,
    emulator,
    clock,
    kept: null,
    reports: [],
    journal: [],
    notes: [],
    interruption: null,
    killWhen: null,
    run: (config, token) => {
      const { secret, world } = stage.worldFor(token, config)
      return runMode(stage.configFor(secret, config), world)
    },
    worldFor: (token = { login: 'mona' }, config = {}) => {
      const { secret } = addToken(emulated, token)
      const deadline = deadlineOf(clock.now(), config.timeLimit ?? null)
      return { secret, world: worldOf(stage, secret, options, deadline) }
    },
    configFor: (secret, config) => configOf(stage, secret, config),
    taken: () => taken(stage)
  }
  return stage
}

/** To be called after each test. */
export async function closeStages(): Promise<void> {
  await Promise.all(open.splice(0).map((emulator) => emulator.close()))
}

const seen = new WeakMap<Stage, number>()

function taken(stage: Stage): string[] {
  const lines = stage.emulator.requests.slice(seen.get(stage) ?? 0).map(({ line }) => line)
  seen.set(stage, stage.emulator.requests.length)
  return lines
}

function configOf({ emulator }: Stage, token: string, config: RunConfig) {
  const shared = commonConfig(emulator, token)
  const policyDigest = `sha256:${'0'.repeat(64)}`
  const cleanup: CleanupConfig = {
    ...shared,
    mode: 'cleanup',
    packages: packages('app'),
    rules: quick({}),
    policyDigest
  }
  return { ...(config.mode === 'apply' ? shared : cleanup), ...config } as
    CleanupConfig | ApplyConfig
}

function worldOf(stage: Stage, token: string, options: StageOptions, deadline: EpochMs): World {
  const { emulator } = stage
  const life = { isOver: false }
  const { idleTimeoutMs, maxBodyBytes } = options
  const sent = stage.clock.watching(
    createFetch({
      ...(idleTimeoutMs === undefined ? {} : { idleTimeoutMs }),
      ...(maxBodyBytes === undefined ? {} : { maxBodyBytes })
    })
  )
  // Killed: from then on no answer comes, no sleep ends, and nothing is written any more.
  const fetch: Fetch = async (url, init) => {
    const line = `${init?.method ?? 'GET'} ${String(url).replace(emulator.url, '')}`
    if (stage.killWhen?.(line) === true) life.isOver = true
    const answer = life.isOver ? await forEver() : await sent(url, init)
    return life.isOver ? forEver() : answer
  }
  const clock: Clock = {
    now: () => stage.clock.now(),
    sleep: (ms) => (life.isOver ? forEver() : stage.clock.sleep(ms))
  }
  const random = () => 0.5
  const octokit = new Octokit({
    auth: token,
    ...octokitOptions({ apiUrl: emulator.apiUrl, fetch, userAgent: 'package-retention/test' })
  })
  const shared = { token, fetch, clock, random }
  stage.journal.length = 0
  return {
    github: createGitHubClient({
      octokit,
      tokenKind: classifyToken(token),
      clock,
      random,
      deadline
    }),
    registry: createRegistryClient({ registryUrl: emulator.registryUrl, ...shared }),
    npm: createNpmClient({ npmRegistryUrl: emulator.npmRegistryUrl, ...shared }),
    clock,
    telling: {
      note: (text) => {
        stage.notes.push(text)
      },
      progress() {},
      planned() {},
      changed() {}
    },
    files: {
      earlier: () => [],
      writeReport: async (report) => {
        if (!life.isOver) stage.reports.push(report)
      },
      appendJournal: (entry) => {
        if (!life.isOver) stage.journal.push(entry)
      },
      finish: async () => {}
    },
    kept: {
      load: async () => stage.kept,
      save: async (bytes) => {
        if (!life.isOver) stage.kept = bytes
      }
    },
    workspace: null,
    nonce: nextNonce,
    interrupted: () => stage.interruption,
    toolVersion: '1.0.0'
  }
}

function forEver(): Promise<never> {
  return new Promise(() => {})
}

let nonces = 0

function nextNonce(): string {
  return `${(nonces += 1)}`
}

/** Adds a container package of acme. */
export function container(stage: Stage, name = 'app'): PackageState {
  return addPackage(stage.emulated, 'acme', name, { type: 'container' })
}

/** Pushes a manifest that is so many days old. */
export function pushed(
  stage: Stage,
  target: PackageState,
  built: Parameters<typeof push>[2],
  ageDays: number,
  ...tags: readonly string[]
) {
  return push(stage.emulated, target, built, { tags, at: stage.clock.now() - ageDays * DAY })
}

/** The one package of a report. */
export function onlyPackage({ report }: RunResult): PackageReport {
  const [first, ...others] = report.packages
  if (first === undefined || others.length > 0) throw new Error('expected one package')
  return first
}

/** Of the rows that were to change, by their first tag or the beginning of their name. */
export function outcomesOf(result: RunResult): Record<string, string | null> {
  return Object.fromEntries(
    onlyPackage(result)
      .versions.filter(({ decision }) => decision !== 'keep')
      .map(({ tags, name, outcome }) => [tags?.[0] ?? name, outcome])
  )
}

/** Digests, or names, of the living versions, sorted. */
export function livingIn({ versions }: PackageState): string[] {
  return versions
    .filter(({ deletedAt }) => deletedAt === null)
    .map(({ name }) => name)
    .sort()
}

/** What each tag is on. */
export function tagsIn(target: PackageState): Record<string, string> {
  return Object.fromEntries([...target.tags].sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** The user tags and helper tags of one digest. */
export function tagsOn(target: PackageState, name: string): string[] {
  const version = target.versions.find((one) => one.name === name && one.deletedAt === null)
  return version === undefined ? [] : tagsOf(target, version)
}
