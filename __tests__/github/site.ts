import { getOctokit } from '@actions/github'
import { Octokit } from '@octokit/core'
import {
  addOrganization,
  addToken,
  addUser,
  type TokenDetails
} from '../../src/emulator/builders.js'
import { startEmulator, type GitHubEmulator } from '../../src/emulator/emulator.js'
import type { ServeOptions } from '../../src/emulator/server.js'
import { createWorld, type World } from '../../src/emulator/state.js'
import {
  createGitHubClient,
  type GitHubClient,
  type GitHubClientOptions
} from '../../src/github/client.js'
import { octokitOptions, type OctokitPort } from '../../src/github/octokit.js'
import { classifyToken } from '../../src/github/token.js'
import { createFetch, type FetchOptions } from '../../src/http/fetch.js'
import type { Owner, PackageRef, PackageType } from '../../src/model/package.js'
import { InstantClock } from './fake-clock.js'

export const ACME: Owner = { login: 'acme', kind: 'organization', isTokenOwner: false }
export const MONA: Owner = { login: 'mona', kind: 'user', isTokenOwner: true }
export const HUBOT: Owner = { login: 'hubot', kind: 'user', isTokenOwner: false }

export const refOf = (owner: Owner, name: string, type: PackageType = 'container'): PackageRef => ({
  owner,
  type,
  name
})

/** The organisation acme, its admin mona, and hubot. One clock on both sides. */
export interface Site {
  readonly world: World
  readonly emulator: GitHubEmulator
  readonly clock: InstantClock
  /** Of a token of that kind; a classic one of mona's where nothing is said. */
  client(token?: TokenDetails, options?: Partial<GitHubClientOptions>): GitHubClient
  /** `METHOD path` of each request so far. */
  lines(): string[]
}

const emulators: GitHubEmulator[] = []

export async function startSite(options: ServeOptions = {}): Promise<Site> {
  const clock = new InstantClock()
  const world = createWorld({ now: () => clock.now() })
  addOrganization(world, 'acme', { admins: ['mona'], members: ['hubot'] })
  addUser(world, 'mona')
  addUser(world, 'hubot')
  const emulator = await startEmulator(world, options)
  emulators.push(emulator)
  return {
    world,
    emulator,
    clock,
    client: (token = { login: 'mona' }, given = {}) => {
      const { secret } = addToken(world, token)
      return clientOf(makeOctokit(secret, emulator.apiUrl), secret, clock, given)
    },
    lines: () => emulator.requests.map(({ line }) => line)
  }
}

/** To be called after each test. */
export async function stopSites(): Promise<void> {
  await Promise.all(emulators.splice(0).map((emulator) => emulator.close()))
}

export function clientOf(
  octokit: OctokitPort,
  secret: string,
  clock: InstantClock,
  given: Partial<GitHubClientOptions> = {}
): GitHubClient {
  const tokenKind = classifyToken(secret)
  return createGitHubClient({ octokit, clock, tokenKind, random: () => 0.5, ...given })
}

const USER_AGENT = 'package-retention/1.0.0'

/** As the command line makes it. */
export function makeOctokit(
  secret: string,
  apiUrl: string,
  options: FetchOptions = {}
): OctokitPort {
  const fetch = createFetch(options)
  return new Octokit({ auth: secret, ...octokitOptions({ apiUrl, fetch, userAgent: USER_AGENT }) })
}

/** As the action makes it. */
export function makeActionOctokit(secret: string, apiUrl: string): OctokitPort {
  const fetch = createFetch()
  return getOctokit(secret, octokitOptions({ apiUrl, fetch, userAgent: USER_AGENT }))
}
