import type { Digest } from '../model/digest.js'
import type { Reading } from '../model/manifest.js'
import type { PackageRef } from '../model/package.js'
import type { ListedVersion } from '../model/version.js'
import type { VersionPlan } from '../plan/plan.js'
import { nameRoot } from '../plan/roots.js'
import { enumerate, plural } from '../report/wording.js'
import type { RestoreChanges } from './restore-changes.js'
import { mayBeStandIn } from './restore-stand-ins.js'

/** Where it is said what a stop left behind of images that are back. */
export interface StopWork {
  readonly package: PackageRef
  readonly changes: RestoreChanges
  /** Notes that work is left for later that no version stands for. */
  readonly leave: (why: string) => void
  readonly warn: (text: string) => void
}

const SHOWN_NAMES = 10
const HEALED_BY = 'a repair of this package (mode: repair) brings back what is missing'

/**
 * Tells of versions that came back and could not be read, most often since the run had to stop:
 * what belongs to them is not known, nor whether they are images at all.
 */
export function tellUnread(
  versions: readonly ListedVersion[],
  readings: Readonly<Record<Digest, Reading>>,
  { package: { type }, changes, leave, warn }: StopWork
): void {
  const stop = changes.stopped()
  const unread = versions.filter(({ name }) => readings[name]?.kind !== 'read')
  if (unread.length === 0) return
  if (stop !== null) leave(stop.why)
  const why = stop === null ? UNREAD : 'the run was stopped before it could look'
  const names = unread.map((version) => labelOf(version, type))
  warn(`parts of ${enumerate(names, SHOWN_NAMES)} may be missing, for ${why}: ${HEALED_BY}`)
  const suspects = unread.filter((one) => changes.there.has(one.id) && mayBeStandIn(one))
  if (suspects.length > 0) warn(suspectsText(suspects.map((one) => labelOf(one, type))))
}

const UNREAD = 'what names them could not be read'

function suspectsText(names: readonly string[]): string {
  const [what, images, were, them] =
    names.length === 1
      ? ['a stand-in', 'image', 'it was', 'it']
      : ['stand-ins', 'images', 'they were', 'them']
  return (
    `${enumerate(names, SHOWN_NAMES)} may be ${what} that a run with untag had made, no ${images}, ` +
    `for ${were} deleted within an hour after the push: if so, the next clean-up of this package ` +
    `deletes ${them}`
  )
}

/** Tells which of the parts that were found in manifests were not tried, for the run was stopped. */
export function tellPartsLeft(
  parts: readonly VersionPlan[],
  { changes, warn }: Pick<StopWork, 'changes' | 'warn'>
): void {
  const left = parts.filter(
    ({ version: { id } }) => !changes.there.has(id) && !changes.failed.has(id)
  )
  if (left.length === 0 || changes.stopped() === null) return
  const roots = left.flatMap(({ reason }) =>
    reason.code === 'missing-part' ? reason.root.label : []
  )
  warn(
    `${plural(left.length, 'part')} of ${enumerate([...new Set(roots)], SHOWN_NAMES)} ` +
      `${left.length === 1 ? 'is' : 'are'} still to be restored, for the run was stopped: ${HEALED_BY}`
  )
}

function labelOf(version: ListedVersion, type: PackageRef['type']): string {
  const { tags } = version
  return nameRoot({ ...version, tags: tags ?? [], createdAt: 0, updatedAt: 0 }, type).label
}
