import { createHash } from 'node:crypto'
import type { Digest } from '../model/digest.js'
import type { EpochMs } from '../model/time.js'
import {
  findVersion,
  nextId,
  type PackageState,
  type StoredManifest,
  tagsOf,
  type VersionState,
  type World
} from './state.js'

/** The `sha256:` digest of `bytes`. */
export function digestOf(bytes: Uint8Array): Digest {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`
}

/** What a new version may say of itself. */
export interface VersionDetails {
  /** The world's time where left out. */
  readonly createdAt?: EpochMs
  /** `createdAt` where left out. */
  readonly updatedAt?: EpochMs
  readonly downloads?: number
  readonly description?: string | null
  readonly license?: string | null
  readonly listedFrom?: EpochMs | null
  readonly id?: number
}

/** Adds a living version of that name, without tags. Does not ask whether there is one. */
export function createVersion(
  world: World,
  target: PackageState,
  name: string,
  details: VersionDetails = {}
): VersionState {
  const createdAt = details.createdAt ?? world.now()
  const version: VersionState = {
    id: details.id ?? nextId(world),
    name,
    createdAt,
    updatedAt: details.updatedAt ?? createdAt,
    deletedAt: null,
    tagsWhenDeleted: [],
    downloads: details.downloads ?? 0,
    description: details.description ?? null,
    license: details.license ?? null,
    listedFrom: details.listedFrom ?? null,
    claimedTags: null
  }
  target.versions.push(version)
  return version
}

/**
 * What a push to the registry does: stores the bytes under their digest, makes a version of
 * them where there is none, and moves `tag` there, if one is given. Pushing the same bytes
 * again, or moving a tag, changes no date.
 */
export function pushManifest(
  world: World,
  target: PackageState,
  manifest: StoredManifest,
  tag: string | null = null,
  details: VersionDetails = {}
): VersionState {
  const digest = digestOf(manifest.bytes)
  target.manifests.set(digest, manifest)
  const version = findVersion(target, digest) ?? createVersion(world, target, digest, details)
  if (tag !== null) moveTag(target, tag, version)
  return version
}

/** Puts a tag on a version, and so takes it off the one that had it. */
export function moveTag(target: PackageState, tag: string, version: VersionState): void {
  target.tags.delete(tag)
  target.tags.set(tag, version.name)
}

/** Deletes softly: it keeps its bytes and remembers its tags for 30 days. */
export function deleteVersion(world: World, target: PackageState, version: VersionState): void {
  version.tagsWhenDeleted = tagsOf(target, version)
  for (const tag of version.tagsWhenDeleted) target.tags.delete(tag)
  version.deletedAt = world.now()
}

/** Brings a version back, with those of its tags that no other took, if the world has it so. */
export function restoreVersion(world: World, target: PackageState, version: VersionState): void {
  version.deletedAt = null
  const returning = world.behaviour.tagsReturnOnRestore ? version.tagsWhenDeleted : []
  for (const tag of returning) if (!target.tags.has(tag)) moveTag(target, tag, version)
  version.tagsWhenDeleted = []
}
