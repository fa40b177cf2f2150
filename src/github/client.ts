import type { DeletionAnswer } from '../model/deletion.js'
import type { Owner, PackageRef, PackageType } from '../model/package.js'
import type { PackageSummary } from '../model/package-summary.js'
import type { RestorationAnswer } from '../model/restoration.js'
import { MINUTE_MS, type Clock, type DurationMs, type EpochMs } from '../model/time.js'
import type { ListedVersion } from '../model/version.js'
import { Connection, type SentRequest, type Silence } from './connection.js'
import { deletePackage, deleteVersion } from './deletions.js'
import type { OctokitPort } from './octokit.js'
import { findOwner } from './owners.js'
import { Pace } from './pace.js'
import { getPackage, listPackages, type PackageQuery } from './packages.js'
import { rateLimit, type RateLimit } from './rate-limit.js'
import {
  branches,
  pullRequests,
  releaseTags,
  type PullRequestList,
  type PullRequestQuery
} from './repository-facts.js'
import { restorePackage, restoreVersion } from './restorations.js'
import type { TokenFacts } from './token-facts.js'
import type { TokenKind } from './token.js'
import { getVersion, listVersions, type VersionState } from './versions.js'

export interface GitHubClientOptions {
  readonly octokit: OctokitPort
  readonly tokenKind: TokenKind
  readonly clock: Clock
  /** Numbers from 0 to 1, so that waits differ. `Math.random` by default. */
  readonly random?: () => number
  /**
   * Asked before a wait that GitHub asked for. Where it says no, the request fails with
   * `rate-limited` or the like and `retryAt`. Up to five minutes by default.
   */
  readonly mayWait?: (ms: DurationMs) => boolean
  /**
   * When the time for changes is over: nothing waits beyond it, and what fails then is not tried
   * again but fails with `out-of-time`. Never by default.
   */
  readonly deadline?: EpochMs
  /** Called for each request that was sent, tries again included. */
  readonly onRequest?: (request: SentRequest) => void
  /** Called before another try, as long as nobody has answered any request. */
  readonly onSilence?: (silence: Silence) => void
  /**
   * Once aborted nothing waits for its turn or for another try: it fails with `out-of-time`. What
   * is under way may end.
   */
  readonly stopping?: AbortSignal
  /** Cuts off what is under way: it fails with `aborted`. Nothing is sent after it. */
  readonly signal?: AbortSignal
}

/**
 * GitHub's REST API as far as it is needed here. All methods throw GitHubError for what is
 * no answer of theirs. One client is one token's pace: make one for a run, for all packages.
 */
export interface GitHubClient {
  /** What the answers so far said about the token. */
  readonly tokenFacts: TokenFacts
  readonly tokenKind: TokenKind
  /** Requests sent so far, tries again included. */
  readonly requestCount: number
  /** Requests that are under way, be it that they wait for their turn or for their answer. */
  readonly openCount: number
  /** Whether `login` is an organisation or a user, and the token's own. */
  findOwner(login: string): Promise<Owner>
  /** All packages of a type that the token can see. */
  listPackages(owner: Owner, type: PackageType): Promise<PackageSummary[]>
  getPackage(ref: PackageRef, query?: PackageQuery): Promise<PackageSummary>
  /** Active ones where not said otherwise; in no order to rely on, each id once. */
  listVersions(
    ref: PackageRef,
    options?: { readonly state?: VersionState }
  ): Promise<ListedVersion[]>
  /** `null` where there is no such living version. */
  getVersion(ref: PackageRef, id: number): Promise<ListedVersion | null>
  /** `isStillMeant`: asked right before each sending; a no makes it fail with `overtaken`. */
  deleteVersion(ref: PackageRef, id: number, isStillMeant?: () => boolean): Promise<DeletionAnswer>
  deletePackage(ref: PackageRef, isStillMeant?: () => boolean): Promise<DeletionAnswer>
  restoreVersion(ref: PackageRef, id: number): Promise<RestorationAnswer>
  restorePackage(ref: PackageRef): Promise<RestorationAnswer>
  /** `repository` is `owner/name`, here and below. */
  pullRequests(repository: string, query?: PullRequestQuery): Promise<PullRequestList>
  branches(repository: string): Promise<string[]>
  /** Of git tags, and of releases that are no drafts. */
  releaseTags(repository: string): Promise<string[]>
  /** `null` where the token has no limit. */
  rateLimit(): Promise<RateLimit | null>
}

const LONGEST_WAIT_MS = 5 * MINUTE_MS

/** Makes the client. Nothing is sent before the first method is called. */
export function createGitHubClient(options: GitHubClientOptions): GitHubClient {
  const { clock, octokit, tokenKind, onRequest, onSilence, stopping, signal } = options
  const { deadline = Infinity } = options
  const isShort = options.mayWait ?? ((ms: DurationMs) => ms <= LONGEST_WAIT_MS)
  const mayWait = (ms: DurationMs) => clock.now() + ms <= deadline && isShort(ms)
  const random = options.random ?? Math.random
  const pace = new Pace(clock, mayWait)
  const shared = { octokit, clock, pace, random, mayWait, deadline }
  const connection = new Connection({ ...shared, onRequest, onSilence, stopping, signal })
  return {
    get tokenFacts() {
      return connection.tokenFacts
    },
    tokenKind,
    get requestCount() {
      return connection.requestCount
    },
    get openCount() {
      return connection.openCount
    },
    findOwner: (login) => findOwner(connection, login, tokenKind),
    listPackages: (owner, type) => listPackages(connection, owner, type, tokenKind),
    getPackage: (ref, query) => getPackage(connection, ref, query),
    listVersions: (ref, { state } = {}) => listVersions(connection, ref, state),
    getVersion: (ref, id) => getVersion(connection, ref, id),
    deleteVersion: (ref, id, isStillMeant) => deleteVersion(connection, ref, id, isStillMeant),
    deletePackage: (ref, isStillMeant) => deletePackage(connection, ref, isStillMeant),
    restoreVersion: (ref, id) => restoreVersion(connection, ref, id),
    restorePackage: (ref) => restorePackage(connection, ref),
    pullRequests: (repository, query) => pullRequests(connection, repository, query),
    branches: (repository) => branches(connection, repository),
    releaseTags: (repository) => releaseTags(connection, repository),
    rateLimit: () => rateLimit(connection)
  }
}
