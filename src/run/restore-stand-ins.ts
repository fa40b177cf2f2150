import type { Digest } from '../model/digest.js'
import type { Reading } from '../model/manifest.js'
import type { PackageRef } from '../model/package.js'
import { HOUR_MS } from '../model/time.js'
import type { ListedVersion } from '../model/version.js'
import { tagsLeft, type TakenTag } from '../plan/restore-tags.js'
import { TAGS_BY_REPORT } from '../report/stand-ins.js'
import { plural } from '../report/wording.js'
import { mapLimited } from './map-limited.js'
import type { RestoreChanges } from './restore-changes.js'
import type { World } from './world.js'

const READS_AT_ONCE = 5

/**
 * The list without the tags that are on stand-ins of ours: a run that was cut off while it took
 * a tag off may have left the tag on one, and there it belongs to nobody (ruling 71). Only
 * what has a tag that is wished for, and nothing else, is read.
 *
 * @param wishes the tags that versions which stayed are to have, by id
 */
export async function withoutStandIns(
  ref: PackageRef,
  wishes: ReadonlyMap<number, readonly string[]>,
  living: readonly ListedVersion[],
  { registry }: Pick<World, 'registry'>
): Promise<readonly ListedVersion[]> {
  if (ref.type !== 'container') return living
  const suspects = tagsLeft(wishes, living).taken.filter(({ holder }) => holder.tags?.length === 1)
  const found = await mapLimited(suspects, READS_AT_ONCE, async ({ tag, holder }) => {
    const { reading } = await registry.readManifest(ref, holder.name)
    return reading.kind === 'read' && reading.manifest.replacementOf === tag ? [holder.id] : []
  })
  const standIns = new Set(found.flat())
  return living.map((version) => (standIns.has(version.id) ? { ...version, tags: [] } : version))
}

/** A stand-in is deleted right after it was pushed, unless its run was cut off between the two. */
const STAND_IN_LIVES_MS = HOUR_MS

/**
 * Whether a deleted version may be a stand-in of a run that took tags off. Its manifest would
 * tell, which nobody can read before the version is back.
 */
export function mayBeStandIn({ tags, createdAt, deletedAt }: ListedVersion): boolean {
  if (createdAt === null || deletedAt === null || (tags?.length ?? 0) > 1) return false
  return deletedAt - createdAt < STAND_IN_LIVES_MS
}

/**
 * Whether a tag may be where a run with `untag` took it from: its report was used to undo that
 * run, and what had the tag in between is a stand-in. An image that was rolled back soon after
 * its push looks the same.
 */
export function isBackFrom(version: ListedVersion | undefined, { holder }: TakenTag): boolean {
  if (version === undefined || !mayBeStandIn(version)) return false
  return (holder.createdAt ?? Infinity) <= (version.createdAt ?? -Infinity)
}

/** What a dry run says of `count` versions that may be stand-ins. */
export function perhapsStandInsText(count: number): string {
  return (
    `${plural(count, 'of these versions was', 'of these versions were')} deleted within an hour ` +
    'after the push. Stand-ins that a run with untag had made are no images: those among them ' +
    `are deleted again at once, and ${TAGS_BY_REPORT}`
  )
}

/** Versions that were restored, told apart. */
export interface ToldApart {
  readonly real: readonly ListedVersion[]
  /** Ids of stand-ins that are deleted again. */
  readonly standIns: ReadonlySet<number>
}

/**
 * A stand-in for a tag that a run took off was deleted as versions are (ruling 71), and looks
 * like one until it can be read: it is deleted again.
 */
export async function withoutReplacements(
  versions: readonly ListedVersion[],
  readings: Readonly<Record<Digest, Reading>>,
  changes: RestoreChanges
): Promise<ToldApart> {
  const real: ListedVersion[] = []
  const standIns = new Set<number>()
  for (const version of versions) {
    const reading = readings[version.name]
    const of = reading?.kind === 'read' ? reading.manifest.replacementOf : null
    if (of === null || !changes.there.has(version.id)) real.push(version)
    else if (await changes.deleteReplacement(version.id, of)) standIns.add(version.id)
  }
  return { real, standIns }
}
