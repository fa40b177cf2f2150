import type { VersionKind } from '../graph/graph.js'
import type { PackageRef, PackageType } from '../model/package.js'
import { hasTags } from '../model/package.js'
import { HOUR_MS, MINUTE_MS, type EpochMs } from '../model/time.js'
import type { ListedVersion } from '../model/version.js'
import type { PackagePlan, VersionPlan } from './plan.js'
import type { RestoreReason } from './reason.js'

/** A version that somebody wants back, as far as the source of the wish knows it. */
export interface Candidate {
  readonly version: ListedVersion
  readonly kind: VersionKind
  readonly sizeBytes: number | null
  readonly root: number | null
  /** Label of the rule that took it; `null` where that is not known. */
  readonly rule: string | null
  readonly reason: RestoreReason
  /** The tags that it is to have again. */
  readonly tags: readonly string[]
  /**
   * What became of it: it was `deleted`; `perhaps` it was, by a change that was cut off after
   * `since`, unless a later run says that it deleted it; or it `stays` and only lost tags
   * (ruling 75).
   */
  readonly fate:
    | { readonly kind: 'deleted' }
    | { readonly kind: 'perhaps'; readonly since: EpochMs; readonly isOfLaterRun: boolean }
    | { readonly kind: 'stays' }
}

/** What is wanted of one package, and what GitHub lists of it. */
export interface RestoreWish {
  readonly package: PackageRef
  readonly candidates: readonly Candidate[]
  /** `null` where the package itself is not there. */
  readonly living: readonly ListedVersion[] | null
  /** `null` where GitHub does not list what was deleted. */
  readonly deleted: readonly ListedVersion[] | null
}

/** What is to be done so that the candidates are there again. */
export interface RestorePlan {
  /** Each candidate once: `restore` where something is missing, else `keep`. */
  readonly plan: PackagePlan
  /** Ids of versions that are not there; the others of the plan are. */
  readonly absent: ReadonlySet<number>
  /** The tags that each version is to have, by id, also those that it has. */
  readonly wishes: ReadonlyMap<number, readonly string[]>
  /** Names of absent versions that GitHub does not list as deleted, where it lists any. */
  readonly unlisted: readonly string[]
  /** Names of versions that were to get tags back and are not there any more. */
  readonly vanished: readonly string[]
  /** Names of versions that perhaps were deleted, but by somebody else, so that they stay so. */
  readonly ofOthers: readonly string[]
}

/**
 * Compares what is wanted with what is there. What is there already, whole and with its tags,
 * needs nothing: restoring twice is restoring once. A container version of the same digest is
 * the same version, whatever its id.
 */
export function planRestore(wish: RestoreWish): RestorePlan {
  const place = placeOf(wish)
  const drafts = wish.candidates.flatMap((candidate) => draftOf(candidate, place) ?? [])
  const byId = new Map(drafts.map((draft) => [draft.plan.version.id, draft]))
  const absent = [...byId.values()].filter(({ isAbsent }) => isAbsent)
  return {
    plan: restorePackagePlan(
      wish.package,
      [...byId.values()].map(({ plan }) => plan)
    ),
    absent: new Set(absent.map(({ plan }) => plan.version.id)),
    wishes: new Map([...byId].map(([id, { tags }]) => [id, tags])),
    unlisted: absent
      .map(({ plan }) => plan.version)
      .filter(({ id }) => place.deleted?.has(id) === false)
      .map(({ name }) => name),
    vanished: wish.candidates
      .filter(
        ({ fate, version }) => fate.kind === 'stays' && livingOf(version, place) === undefined
      )
      .map(({ version }) => version.name),
    ofOthers: wish.candidates
      .filter((one) => livingOf(one.version, place) === undefined && isLeftDeleted(one, place))
      .map(({ version }) => version.name)
  }
}

/** The plan of a package in which nothing is deleted. */
export function restorePackagePlan(ref: PackageRef, versions: readonly VersionPlan[]): PackagePlan {
  return {
    package: ref,
    frozen: null,
    packageDecision: null,
    lastVersionFailure: null,
    versions: [...versions].sort((a, b) => b.version.id - a.version.id),
    warnings: [],
    reclaimedBytes: 0
  }
}

/** One candidate, decided. */
interface Draft {
  readonly plan: VersionPlan
  readonly isAbsent: boolean
  /** The tags that it is to have. */
  readonly tags: readonly string[]
}

/** What GitHub lists, to be looked up. */
interface Place {
  readonly type: PackageType
  readonly isThere: boolean
  readonly byId: ReadonlyMap<number, ListedVersion>
  /** Containers only: elsewhere a name that was used again is another version. */
  readonly byDigest: ReadonlyMap<string, ListedVersion>
  readonly deleted: ReadonlyMap<number, ListedVersion> | null
  readonly heldTags: ReadonlySet<string>
  readonly candidates: ReadonlyMap<number, Candidate>
  /** When GitHub says that the last was deleted of those that the run says it did; or `null`. */
  readonly lastDeletedAt: EpochMs | null
}

function placeOf({ package: { type }, living, deleted, candidates }: RestoreWish): Place {
  const deletedById = deleted && new Map(deleted.map((version) => [version.id, version]))
  const datesKnown = candidates.flatMap(({ fate, version }) =>
    fate.kind === 'deleted' ? (deletedById?.get(version.id)?.deletedAt ?? []) : []
  )
  const versions = living ?? []
  const digests = type === 'container' ? versions : []
  return {
    type,
    isThere: living !== null,
    byId: new Map(versions.map((version) => [version.id, version])),
    byDigest: new Map(digests.map((version) => [version.name, version])),
    deleted: deletedById,
    heldTags: new Set(versions.flatMap(({ tags }) => tags ?? [])),
    candidates: new Map(candidates.map((candidate) => [candidate.version.id, candidate])),
    lastDeletedAt: datesKnown.reduce<number | null>(
      (last, date) => Math.max(last ?? date, date),
      null
    )
  }
}

function livingOf({ id, name }: ListedVersion, place: Place): ListedVersion | undefined {
  return place.byId.get(id) ?? place.byDigest.get(name)
}

function draftOf(candidate: Candidate, place: Place): Draft | null {
  const { kind, sizeBytes, root, rule, reason, version } = candidate
  const tags = hasTags(place.type) ? candidate.tags : []
  const living = livingOf(version, place)
  if (living === undefined && !wasDeleted(candidate, place)) return null
  const isAbsent = living === undefined
  const shared = { version: living ?? version, kind, sizeBytes, root, rule, untag: [] }
  if (isAbsent) return { plan: { ...shared, decision: 'restore', reason }, isAbsent, tags }
  // What another version took meanwhile is not lost.
  const lost = living.tags === null ? [] : tags.filter((tag) => !place.heldTags.has(tag))
  return {
    plan:
      lost.length > 0
        ? { ...shared, decision: 'restore', reason: { code: 'tags-lost', tags: lost } }
        : { ...shared, decision: 'keep', reason: { code: 'already-there' } },
    isAbsent,
    tags
  }
}

/** GitHub's dates are whole seconds of a clock of its own; a run refuses clocks further apart. */
const CLOCKS_DIFFER_MS = 5 * MINUTE_MS

function wasDeleted(candidate: Candidate, place: Place): boolean {
  const { fate, version } = candidate
  switch (fate.kind) {
    case 'deleted':
      return true
    case 'stays':
      return false
    case 'perhaps': {
      if (isLeftDeleted(candidate, place)) return false
      // With the package whole, all that was in it went; where GitHub does not list what was
      // deleted, trying tells.
      if (!place.isThere || place.deleted === null) return true
      const found = place.deleted.get(version.id)
      return found !== undefined && (found.deletedAt ?? Infinity) >= fate.since - CLOCKS_DIFFER_MS
    }
  }
}

/**
 * Whether somebody else deleted it. A part comes back with its root all the same: a later run
 * may have finished what the one to undo began, and without its parts the root is broken.
 */
function isLeftDeleted(candidate: Candidate, place: Place): boolean {
  const { root } = candidate
  if (!isOfOthers(candidate, place)) return false
  if (root === null) return true
  const rootCandidate = place.candidates.get(root)
  if (rootCandidate === undefined) return !place.byId.has(root)
  return livingOf(rootCandidate.version, place) === undefined && isOfOthers(rootCandidate, place)
}

/**
 * Between two deletions a run may wait for a limit, or work on other packages: so long nobody
 * knows whose deletion it was, and it is taken for that run's.
 */
const RUN_PAUSES_MS = 6 * HOUR_MS

function isOfOthers({ fate, version }: Candidate, { deleted, lastDeletedAt }: Place): boolean {
  if (fate.kind !== 'perhaps') return false
  if (fate.isOfLaterRun) return true
  const deletedAt = deleted?.get(version.id)?.deletedAt ?? null
  if (deletedAt === null || lastDeletedAt === null) return false
  return deletedAt > Math.max(lastDeletedAt, fate.since) + RUN_PAUSES_MS
}
