import type { OwnerKind, PackageType } from '../model/package.js'
import type { EpochMs } from '../model/time.js'
import { smallImage } from './small-image.js'
import {
  createVersion,
  digestOf,
  moveTag,
  pushManifest,
  type VersionDetails
} from './publishing.js'
import {
  nextId,
  type OwnerState,
  type PackageState,
  type PullRequestState,
  type RepositoryState,
  type Role,
  type StoredManifest,
  type TokenKind,
  type TokenState,
  type VersionState,
  type Visibility,
  type World
} from './state.js'

/** Who belongs to an organisation; logins in any letter case. */
export interface OrganizationDetails {
  readonly admins?: readonly string[]
  readonly members?: readonly string[]
}

/** Adds an organisation. */
export function addOrganization(
  world: World,
  login: string,
  details: OrganizationDetails = {}
): OwnerState {
  const admins = (details.admins ?? []).map((name) => name.toLowerCase())
  const members = (details.members ?? []).map((name) => name.toLowerCase())
  return addOwner(world, login, 'organization', [...admins, ...members], admins)
}

/** Adds a user. */
export function addUser(world: World, login: string): OwnerState {
  return addOwner(world, login, 'user', [], [])
}

function addOwner(
  world: World,
  login: string,
  kind: OwnerKind,
  members: readonly string[],
  admins: readonly string[]
): OwnerState {
  const id = nextId(world)
  const owner = { id, login, kind, members: new Set(members), admins: new Set(admins) }
  world.owners.set(login.toLowerCase(), owner)
  return owner
}

const PREFIX: Readonly<Record<TokenKind, string>> = {
  classic: 'ghp_',
  oauth: 'gho_',
  'fine-grained': 'github_pat_',
  actions: 'ghs_',
  installation: 'ghs_'
}

/** What a token is; `classic` with all packages scopes where nothing is said. */
export interface TokenDetails {
  readonly kind?: TokenKind
  /** The user behind it; needed by all kinds but `actions` and `installation`. */
  readonly login?: string
  /** `owner/name`; needed by `actions`. */
  readonly repository?: string
  readonly scopes?: readonly string[]
  readonly packagesPermission?: TokenState['packagesPermission']
  readonly expiresAt?: EpochMs
  readonly valid?: boolean
  /** By organisation (any letter case): what single sign-on does to it. */
  readonly sso?: Readonly<Record<string, 'refuse' | 'hide'>>
  readonly secret?: string
}

const ALL_SCOPES = ['delete:packages', 'repo', 'write:packages']

/** Adds a token; its `secret` is what a client sends. */
export function addToken(world: World, details: TokenDetails): TokenState {
  const kind = details.kind ?? 'classic'
  const sso = Object.entries(details.sso ?? {})
  const token: TokenState = {
    secret: details.secret ?? PREFIX[kind] + String(nextId(world)).padStart(36, 'x'),
    kind,
    login: details.login ?? null,
    repository: details.repository ?? null,
    scopes: [...(details.scopes ?? ALL_SCOPES)],
    packagesPermission: details.packagesPermission ?? 'write',
    expiresAt: details.expiresAt ?? null,
    valid: details.valid ?? true,
    sso: new Map(sso.map(([login, manner]) => [login.toLowerCase(), manner]))
  }
  world.tokens.set(token.secret, token)
  return token
}

/** What a package is; a private container package without repository where nothing is said. */
export interface PackageDetails {
  readonly type?: PackageType
  readonly visibility?: Visibility
  /** `owner/name`. */
  readonly repository?: string
  readonly createdAt?: EpochMs
  readonly updatedAt?: EpochMs
  /** By login, or `owner/name` of a repository; any letter case. */
  readonly roles?: Readonly<Record<string, Role>>
  readonly dockerTags?: PackageState['dockerTags']
}

/** Adds a package of an owner that is there. */
export function addPackage(
  world: World,
  owner: string,
  name: string,
  details: PackageDetails = {}
): PackageState {
  const createdAt = details.createdAt ?? world.now()
  const roles = Object.entries(details.roles ?? {})
  const added: PackageState = {
    id: nextId(world),
    owner,
    type: details.type ?? 'container',
    name,
    visibility: details.visibility ?? 'private',
    repository: details.repository ?? null,
    createdAt,
    updatedAt: details.updatedAt ?? createdAt,
    deletedAt: null,
    roles: new Map(roles.map(([who, role]) => [who.toLowerCase(), role])),
    versions: [],
    tags: new Map(),
    manifests: new Map(),
    blobs: new Map(),
    distTags: new Map(),
    dockerTags: details.dockerTags ?? 'tag'
  }
  world.packages.push(added)
  return added
}

/** What a version is. */
export interface NewVersion extends VersionDetails {
  /**
   * Its name; for container only where the registry is not to know its manifest. Left out: a
   * digest, or `1.0.ID`.
   */
  readonly name?: string
  readonly tags?: readonly string[]
  /** Container only; left out: a small image that no other version shares a byte with. */
  readonly manifest?: StoredManifest
}

/** Adds a version; its tags move to it from where they were. */
export function addVersion(
  world: World,
  target: PackageState,
  given: NewVersion = {}
): VersionState {
  const { name, tags = [], manifest, ...rest } = given
  const details = { ...rest, id: given.id ?? nextId(world) }
  const version =
    manifest === undefined
      ? createVersion(world, target, name ?? nameOf(target, details.id), details)
      : pushManifest(world, target, manifest, null, details)
  for (const tag of tags) moveTag(target, tag, version)
  return version
}

/** A pull request as a builder takes it. */
export interface NewPullRequest extends Partial<PullRequestState> {
  readonly number: number
}

/** A name that no other version has; for container the digest of a manifest that is stored. */
function nameOf(target: PackageState, id: number): string {
  if (target.type !== 'container') return `1.0.${id}`
  const image = smallImage(id)
  const digest = digestOf(image.bytes)
  target.manifests.set(digest, image)
  return digest
}

/** What a repository has; a private one with the branch `main` where nothing is said. */
export interface RepositoryDetails {
  readonly visibility?: Visibility
  readonly branches?: readonly string[]
  readonly pullRequests?: readonly NewPullRequest[]
  /** Tags of published releases. */
  readonly releases?: readonly string[]
  readonly gitTags?: readonly string[]
  readonly withheld?: readonly ('pull-requests' | 'contents')[]
}

/** Adds a repository; `fullName` is `owner/name`. */
export function addRepository(
  world: World,
  fullName: string,
  details: RepositoryDetails = {}
): RepositoryState {
  const releases = details.releases ?? []
  const repository: RepositoryState = {
    id: nextId(world),
    fullName,
    visibility: details.visibility ?? 'private',
    branches: [...(details.branches ?? ['main'])],
    pullRequests: (details.pullRequests ?? []).map((given) => pullRequest(fullName, given)),
    releases: releases.map((tag) => ({ id: nextId(world), tag, draft: false, prerelease: false })),
    gitTags: [...(details.gitTags ?? [])],
    withheld: new Set(details.withheld)
  }
  world.repositories.set(fullName.toLowerCase(), repository)
  return repository
}

function pullRequest(fullName: string, given: NewPullRequest): PullRequestState {
  return {
    state: 'open',
    mergedAt: null,
    closedAt: null,
    headRepository: fullName,
    headBranch: `topic-${given.number}`,
    headSha: given.number.toString(16).padStart(40, '0'),
    ...given
  }
}
