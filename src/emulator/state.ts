import type { Digest } from '../model/digest.js'
import type { OwnerKind, PackageType } from '../model/package.js'
import type { EpochMs } from '../model/time.js'
import { type Behaviour, DEFAULT_BEHAVIOUR } from './behaviour.js'

export type Role = 'read' | 'write' | 'admin'
export type Visibility = 'public' | 'private' | 'internal'

/** An organisation or a user. */
export interface OwnerState {
  readonly id: number
  readonly login: string
  readonly kind: OwnerKind
  /** Of an organisation: logins in lower case that belong to it, its admins included. */
  readonly members: Set<string>
  /** Of an organisation: logins in lower case with admin permission on all its packages. */
  readonly admins: Set<string>
}

/**
 * What a token is. `actions` is the `GITHUB_TOKEN` of a workflow run in one repository,
 * `installation` any other token of a GitHub App.
 *
 * @see https://docs.github.com/authentication/keeping-your-account-and-data-secure/about-authentication-to-github#githubs-token-formats
 */
export type TokenKind = 'classic' | 'oauth' | 'fine-grained' | 'actions' | 'installation'

/** A token, and what it opens. */
export interface TokenState {
  readonly secret: string
  readonly kind: TokenKind
  /** The user behind it; `null` for `actions` and `installation`. */
  readonly login: string | null
  /** `owner/name` of the repository whose workflow has it; `null` for all but `actions`. */
  readonly repository: string | null
  /** OAuth scopes, of `classic` and `oauth` only. */
  scopes: string[]
  /** What `permissions: packages:` in the workflow says, of `actions` only. */
  packagesPermission: 'none' | 'read' | 'write'
  /** `null` where it never expires. */
  expiresAt: EpochMs | null
  /** A revoked one is `false`: 401 `Bad credentials`. */
  valid: boolean
  /**
   * Organisations (login in lower case) with SAML single sign-on for which it was not
   * authorised: `refuse` answers 403, `hide` leaves their rows out of lists.
   */
  readonly sso: Map<string, 'refuse' | 'hide'>
}

/** The bytes of a manifest, and the type they were pushed with. */
export interface StoredManifest {
  readonly bytes: Uint8Array
  readonly mediaType: string
}

/** One version of a package, deleted ones included. */
export interface VersionState {
  readonly id: number
  /** For container the digest of a manifest, else such as `1.4.0`. */
  readonly name: string
  createdAt: EpochMs
  updatedAt: EpochMs
  /** `null` while it lives. */
  deletedAt: EpochMs | null
  /** The tags that it had when it was deleted; empty while it lives. */
  tagsWhenDeleted: string[]
  downloads: number
  description: string | null
  license: string | null
  /** Lists don't show it before this time: GitHub's lists lag behind pushes. `null` for no lag. */
  listedFrom: EpochMs | null
  /** What lists say instead of its tags, as lists do while a tag moves. `null` for the truth. */
  claimedTags: string[] | null
}

/** One package with all that is in it, deleted ones included. */
export interface PackageState {
  readonly id: number
  /** As in `OwnerState.login`. */
  readonly owner: string
  readonly type: PackageType
  /** Without the owner; slashes included; for npm without the scope. */
  readonly name: string
  visibility: Visibility
  /** `owner/name` of the repository it is linked to, or `null`. */
  repository: string | null
  createdAt: EpochMs
  updatedAt: EpochMs
  /** `null` while it lives. */
  deletedAt: EpochMs | null
  /**
   * Who may do what, besides its owner: by login in lower case, or by `owner/name` of a
   * repository in lower case ("Manage Actions access").
   */
  readonly roles: Map<string, Role>
  /** In order of creation. */
  readonly versions: VersionState[]
  /** By tag, the name of the living version that bears it. The one truth about tags. */
  readonly tags: Map<string, string>
  /** Container only. What was ever pushed, deleted versions' manifests included. */
  readonly manifests: Map<Digest, StoredManifest>
  /** Container only: blobs by digest. */
  readonly blobs: Map<Digest, Uint8Array>
  /** npm only: dist-tags, by tag the version's name. */
  readonly distTags: Map<string, string>
  /** How the payload of type `docker` says its tags: GitHub's description contradicts itself. */
  dockerTags: 'tag' | 'tags' | 'absent'
}

/** A pull request. */
export interface PullRequestState {
  readonly number: number
  state: 'open' | 'closed'
  /** `null` where it was not merged. */
  mergedAt: EpochMs | null
  /** `null` while it is open. */
  closedAt: EpochMs | null
  /** `owner/name` of the repository it comes from; `null` where that was deleted. */
  headRepository: string | null
  headBranch: string
  headSha: string
}

/** A release. */
export interface ReleaseState {
  readonly id: number
  tag: string
  draft: boolean
  prerelease: boolean
}

/** A repository: what rules ask about. */
export interface RepositoryState {
  readonly id: number
  /** `owner/name`. */
  readonly fullName: string
  visibility: Visibility
  readonly pullRequests: PullRequestState[]
  branches: string[]
  readonly releases: ReleaseState[]
  gitTags: string[]
  /** What a workflow's token lacks here: each answers 403. */
  readonly withheld: Set<'pull-requests' | 'contents'>
}

/** All that is on the other side: plain data that a test may change at any time. */
export interface World {
  /** By login in lower case. */
  readonly owners: Map<string, OwnerState>
  /** By secret. */
  readonly tokens: Map<string, TokenState>
  readonly packages: PackageState[]
  /** By `owner/name` in lower case. */
  readonly repositories: Map<string, RepositoryState>
  readonly behaviour: Behaviour
  /** The time over there; a test replaces it to move it. */
  now: () => EpochMs
  /** The id that is given next; ids rise. */
  lastId: number
}

/** How a world starts. */
export interface WorldOptions {
  readonly now?: () => EpochMs
  /** The id before the first one; 1,245,000,000 where left out, as GitHub was at in 2026. */
  readonly lastId?: number
  readonly behaviour?: Partial<Behaviour>
}

/** An empty world. Its clock is the machine's unless one is given. */
export function createWorld(options: WorldOptions = {}): World {
  return {
    owners: new Map(),
    tokens: new Map(),
    packages: [],
    repositories: new Map(),
    behaviour: { ...DEFAULT_BEHAVIOUR, ...options.behaviour },
    now: options.now ?? Date.now,
    lastId: options.lastId ?? 1_245_000_000
  }
}

/** A new id: higher than all before, with gaps, the same in every run. */
export function nextId(world: World): number {
  world.lastId += 1 + ((world.lastId * 31) % 17)
  return world.lastId
}

/** The owner of that login, whatever its letter case. */
export function findOwner(world: World, login: string): OwnerState | undefined {
  return world.owners.get(login.toLowerCase())
}

/** The package of that name, deleted or not: the living one where there are both. */
export function findPackage(
  world: World,
  owner: string,
  type: string,
  name: string
): PackageState | undefined {
  const found = world.packages.filter(
    (candidate) =>
      candidate.owner.toLowerCase() === owner.toLowerCase() &&
      candidate.type === type &&
      candidate.name.toLowerCase() === name.toLowerCase()
  )
  return found.find(({ deletedAt }) => deletedAt === null) ?? found.at(-1)
}

/** The tags of a living version, in the order in which they were attached. */
export function tagsOf(container: PackageState, version: VersionState): string[] {
  if (version.deletedAt !== null) return []
  const tags: string[] = []
  for (const [tag, name] of container.tags) if (name === version.name) tags.push(tag)
  return tags
}

/** The living version of that name. */
export function findVersion(container: PackageState, name: string): VersionState | undefined {
  return versionsNamed(container, name).find(({ deletedAt }) => deletedAt === null)
}

/** All versions by name, as far as they were looked at: versions are only ever added at the end. */
const INDEXES = new WeakMap<
  readonly VersionState[],
  { readonly byName: Map<string, VersionState[]>; seen: number }
>()

/** The versions that ever had that name, deleted ones too. */
function versionsNamed({ versions }: PackageState, name: string): readonly VersionState[] {
  const index = INDEXES.get(versions) ?? { byName: new Map<string, VersionState[]>(), seen: 0 }
  INDEXES.set(versions, index)
  for (const version of versions.slice(index.seen)) {
    index.byName.set(version.name, [...(index.byName.get(version.name) ?? []), version])
  }
  index.seen = versions.length
  return index.byName.get(name) ?? []
}

/**
 * The manifest that a registry serves under a tag or digest: `undefined` where it was never
 * pushed, or its version or the package was deleted.
 */
export function findManifest(
  container: PackageState,
  reference: string
): (StoredManifest & { readonly digest: Digest }) | undefined {
  const digest = container.tags.get(reference) ?? reference
  const stored = container.manifests.get(digest)
  if (stored === undefined || container.deletedAt !== null) return undefined
  const hasVersion = versionsNamed(container, digest).length > 0
  if (hasVersion && findVersion(container, digest) === undefined) return undefined
  return { ...stored, digest }
}
