import type { PackageRef } from '../model/package.js'
import type { ListedVersion } from '../model/version.js'
import { tagsLeft } from '../plan/restore-tags.js'
import { mapLimited } from './map-limited.js'
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
