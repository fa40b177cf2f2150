import { taggedToRead, untaggedToRead } from '../graph/reading.js'
import type { Digest } from '../model/digest.js'
import type { Reading } from '../model/manifest.js'
import type { PackageRef } from '../model/package.js'
import type { ListedVersion, Version } from '../model/version.js'
import type { EpochMs } from '../model/time.js'
import { distinctVersions } from '../plan/list-check.js'
import type { VersionPlan } from '../plan/plan.js'
import { missingParts } from '../plan/repair-plan.js'
import type { MissingParts } from '../plan/repair-plan.js'
import { freezeError } from '../report/freeze-text.js'
import { shortName } from '../report/labels.js'
import { plural } from '../report/wording.js'
import type { KeptRecord } from './kept-record.js'
import { tellLost } from './lost-parts.js'
import { ManifestReader } from './manifest-reader.js'
import { keptAfterReading } from './plan-one.js'
import { readLists } from './restore-lists.js'
import type { PackageSession } from './session.js'
import type { World } from './world.js'

/** A package that was looked at, and what it misses. */
export interface DamageFound {
  readonly ref: PackageRef
  readonly session: PackageSession
  readonly living: readonly ListedVersion[]
  readonly deleted: readonly ListedVersion[]
  readonly readings: Readonly<Record<Digest, Reading>>
  /** Deleted versions to bring back, as far as they are known before any is back. */
  readonly plans: readonly VersionPlan[]
}

/** When so many can't be read, the registry has more trouble than one run can see past. */
const MAX_UNREADABLE = 20

/** What looking takes besides the package. */
export interface LookingOptions {
  readonly world: World
  /** What earlier runs have read is not read again; what is read is put there. */
  readonly kept: KeptRecord
  /** The one time of the run. */
  readonly now: EpochMs
}

/**
 * Reads the living versions of a container package and finds what they miss; `null` where there
 * is no such package. Notes what was looked at.
 *
 * @throws Error where something is missing and GitHub does not list what was deleted, or the
 *   registry lets the token read nothing of the package
 */
export async function lookForDamage(
  ref: PackageRef,
  session: PackageSession,
  options: LookingOptions
): Promise<DamageFound | null> {
  const { world } = options
  const { living, deleted, why } = await readLists(ref, world.github)
  if (living === null) return null
  const warn = (text: string) => session.warnings.push(text)
  const readings = await readLiving(ref, living, options)
  for (const text of unreadableText(readings)) warn(text)
  const among = null
  const tried = new Set<number>()
  const known = { living, readings, among, tried }
  const missing = missingParts({ ...known, deleted: deleted ?? [] })
  const { plans, lost } = missing
  if (deleted === null && lost.length > 0) {
    throw new Error(
      `${plural(lost.length, 'part')} of images ${lost.length === 1 ? 'is' : 'are'} missing, and ` +
        `what was deleted can not be looked through: ${why}`
    )
  }
  await tellLost(lost, { world, package: ref, warn })
  session.notes.push(lookedAtText(living.length, missing, readings))
  return { ref, session, living, deleted: deleted ?? [], readings, plans }
}

/** Reads what may be an index: tagged versions, and untagged ones that no index spares. */
async function readLiving(
  ref: PackageRef,
  living: readonly ListedVersion[],
  { world: { registry }, kept, now }: LookingOptions
): Promise<Record<Digest, Reading>> {
  const before = kept.of(ref)
  const reader = new ManifestReader({ registry, package: ref, kept: before.manifests })
  const readings = await readAllOf(living, reader)
  kept.set(ref, keptAfterReading(before, reader, living, now))
  if (await reader.isRefused(living.map(({ name }) => name))) throw new Error(refusedText(readings))
  return readings
}

function refusedText(readings: Readonly<Record<Digest, Reading>>): string {
  const refused = Object.values(readings).find(({ kind }) => kind === 'unreadable')
  const why = refused?.kind === 'unreadable' ? refused.why : 'refused'
  return freezeError({ code: 'registry-refused', why }) ?? why
}

async function readAllOf(
  living: readonly ListedVersion[],
  reader: ManifestReader
): Promise<Record<Digest, Reading>> {
  const versions = distinctVersions(living).map(asVersion)
  let readings = await reader.readAll(taggedToRead(versions))
  for (;;) {
    const unread = untaggedToRead(versions, readings)
    const unreadable = Object.values(readings).filter(({ kind }) => kind === 'unreadable')
    if (unread.length === 0 || unreadable.length > MAX_UNREADABLE) return readings
    // A walk ends early at what can't be read: the next one goes on behind it.
    readings = { ...readings, ...(await reader.walk(unread)) }
  }
}

/** Which version may be an index, its dates don't tell. */
function asVersion({ id, name, tags, createdAt, updatedAt }: ListedVersion): Version {
  return {
    id,
    name,
    tags: tags ?? [],
    createdAt: createdAt ?? 0,
    updatedAt: updatedAt ?? 0,
    deletedAt: null
  }
}

/** A run that changes nothing says what it has looked at all the same. */
function lookedAtText(
  count: number,
  missing: MissingParts,
  readings: Readonly<Record<Digest, Reading>>
): string {
  const were = count === 1 ? 'was' : 'were'
  return (
    `${plural(count, 'version')} in ${plural(missing.images, 'image')} ${were} looked at: ` +
    foundText(missing, readings)
  )
}

function foundText(
  { plans, lost }: MissingParts,
  readings: Readonly<Record<Digest, Reading>>
): string {
  if (plans.length > 0) {
    const are = plans.length === 1 ? 'is' : 'are'
    return `${plural(plans.length, 'missing part')} ${are} among the deleted versions`
  }
  if (lost.length > 0) return 'nothing that is missing is among the deleted versions'
  const isAllRead = Object.values(readings).every(({ kind }) => kind !== 'unreadable')
  return isAllRead ? 'nothing is missing' : 'of what could be read, nothing is missing'
}

function unreadableText(readings: Readonly<Record<Digest, Reading>>): string[] {
  const unread = Object.entries(readings).flatMap(([digest, reading]) =>
    reading.kind === 'unreadable' ? [`${shortName(digest)}: ${reading.why}`] : []
  )
  const [first] = unread
  if (first === undefined) return []
  return [
    `${plural(unread.length, 'manifest')} could not be read, so what ` +
      `${unread.length === 1 ? 'it needs' : 'they need'} is not known (${first})`
  ]
}
