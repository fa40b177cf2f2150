import { Octokit } from '@octokit/core'
import type { TokenDetails } from '../../src/emulator/builders.js'
import { addOrganization, addToken, addUser } from '../../src/emulator/builders.js'
import { startEmulator, type GitHubEmulator } from '../../src/emulator/emulator.js'
import type { ServeOptions } from '../../src/emulator/server.js'
import { createWorld, type World as Emulated } from '../../src/emulator/state.js'
import { createGitHubClient } from '../../src/github/client.js'
import { octokitOptions } from '../../src/github/octokit.js'
import { classifyToken } from '../../src/github/token.js'
import { createFetch } from '../../src/http/fetch.js'
import { parseDuration } from '../../src/model/parse-duration.js'
import type { Duration } from '../../src/model/duration.js'
import { PACKAGE_TYPES } from '../../src/model/package.js'
import { compilePackageNames } from '../../src/policy/package-names.js'
import { parsePolicyFile } from '../../src/policy/policy-file.js'
import { quickRules } from '../../src/policy/quick-rules.js'
import type { QuickInputs } from '../../src/policy/quick-inputs.js'
import { BUILT_IN_SETTINGS, NO_SETTINGS } from '../../src/policy/settings.js'
import type { Settings } from '../../src/policy/policy.js'
import { createRegistryClient } from '../../src/registry/manifest-client.js'
import { createNpmClient } from '../../src/registry/npm-dist-tags.js'
import type { JournalEntry } from '../../src/report/journal-entry.js'
import type { Report } from '../../src/report/report.js'
import type { CleanupConfig, RuleSource } from '../../src/run/config.js'
import { runMode } from '../../src/run/run-mode.js'
import type { RunResult } from '../../src/run/run-result.js'
import type { World } from '../../src/run/world.js'
import { commonConfig } from './common-config.js'
import { InstantClock } from '../github/fake-clock.js'

export const NOW = Date.UTC(2026, 0, 31, 2)
export const DAY = 24 * 60 * 60 * 1000

/** An emulated GitHub with the organisation acme, and runs against it over real HTTP. */
export interface RunSite {
  readonly emulated: Emulated
  readonly emulator: GitHubEmulator
  readonly clock: InstantClock
  /** What a run keeps for the next; set to `null` to forget it. */
  kept: Uint8Array | null
  /** The reports that lie where a run's own will, the newest first. */
  earlier: readonly Report[]
  readonly reports: Report[]
  readonly journal: JournalEntry[]
  /** Why runs are to stop at once. */
  interruption: string | null
  run(config: Partial<CleanupConfig>, token?: TokenDetails): Promise<RunResult>
}

const open: GitHubEmulator[] = []

export async function openRunSite(options: ServeOptions = {}): Promise<RunSite> {
  const clock = new InstantClock(NOW)
  const emulated = createWorld({ now: () => clock.now() })
  addOrganization(emulated, 'acme', { admins: ['mona'] })
  addUser(emulated, 'mona')
  const emulator = await startEmulator(emulated, options)
  open.push(emulator)
  const site: RunSite = {
    emulated,
    emulator,
    clock,
    kept: null,
    earlier: [],
    reports: [],
    journal: [],
    interruption: null,
    run: (config, token = { login: 'mona' }) => {
      const { secret } = addToken(emulated, token)
      return runMode(configOf(site, secret, config), worldOf(site, secret))
    }
  }
  return site
}

/** To be called after each test. */
export async function closeRunSites(): Promise<void> {
  await Promise.all(open.splice(0).map((emulator) => emulator.close()))
}

function configOf(
  { emulator }: RunSite,
  token: string,
  config: Partial<CleanupConfig>
): CleanupConfig {
  return {
    mode: 'cleanup',
    ...commonConfig(emulator, token),
    rules: quick({}),
    policyDigest: `sha256:${'0'.repeat(64)}`,
    ...config
  }
}

export function worldOf(site: RunSite, token: string): World {
  const { emulator, clock } = site
  const fetch = createFetch()
  const random = () => 0.5
  const octokit = new Octokit({
    auth: token,
    ...octokitOptions({ apiUrl: emulator.apiUrl, fetch, userAgent: 'package-retention/test' })
  })
  const shared = { token, fetch, clock, random }
  let nonces = 0
  return {
    github: createGitHubClient({ octokit, tokenKind: classifyToken(token), clock, random }),
    registry: createRegistryClient({ registryUrl: emulator.registryUrl, ...shared }),
    npm: createNpmClient({ npmRegistryUrl: emulator.npmRegistryUrl, ...shared }),
    clock,
    telling: { note() {}, progress() {}, planned() {}, changed() {} },
    files: {
      earlier: () => site.earlier,
      writeReport: async (report) => {
        site.reports.push(report)
      },
      appendJournal: (entry) => {
        site.journal.push(entry)
      },
      finish: async () => {}
    },
    kept: {
      load: async () => site.kept,
      save: async (bytes) => {
        site.kept = bytes
      }
    },
    workspace: null,
    nonce: () => `${(nonces += 1)}`,
    interrupted: () => site.interruption,
    toolVersion: '1.0.0'
  }
}

/** Quick rules as inputs would give them. */
export function quick(
  given: Partial<QuickInputs>,
  settings: Partial<Settings> = {}
): RuleSource & { readonly kind: 'quick' } {
  const result = quickRules({
    types: [...PACKAGE_TYPES],
    deleteTags: [],
    deleteUntagged: null,
    olderThan: duration('0'),
    deletePrereleases: null,
    deleteBroken: [],
    keepTags: [],
    keepNewest: null,
    keepNewestUntagged: null,
    keepNewerThan: null,
    ...given
  })
  if (!result.ok) throw new Error(result.errors.map(({ message }) => message).join('\n'))
  return { kind: 'quick', rules: result, settings: { ...BUILT_IN_SETTINGS, ...settings } }
}

/** A policy file as a run takes it. */
export function policy(text: string): RuleSource & { readonly kind: 'file' } {
  const result = parsePolicyFile(text, 'policy.yml')
  if (!result.ok) throw new Error(result.errors.map(({ message }) => message).join('\n'))
  return { kind: 'file', file: result.file, inputs: NO_SETTINGS }
}

export function packages(...sources: string[]) {
  const result = compilePackageNames(sources)
  if (!result.ok) throw new Error(sources.join())
  return result.names
}

export function duration(text: string): Duration {
  const result = parseDuration(text)
  if (!result.ok) throw new Error(result.why)
  return result.duration
}
