import type { Digest } from '../model/digest.js'
import type { Reading } from '../model/manifest.js'
import type { ListedVersion } from '../model/version.js'
import type { VersionPlan } from '../plan/plan.js'
import { missingParts } from '../plan/repair-plan.js'
import { tellLostAfter } from './lost-parts.js'
import { mapLimited } from './map-limited.js'
import { readRestored } from './restore-attach.js'
import { tellUnread, type StopWork } from './restore-stopped.js'
import type { World } from './world.js'

/** What it takes to bring back the parts that images miss. */
export interface PartsWork extends StopWork {
  readonly world: World
  /** Living versions, those that were just restored among them. */
  readonly living: readonly ListedVersion[]
  readonly deleted: readonly ListedVersion[]
  readonly readings: Readonly<Record<Digest, Reading>>
  /** Ids of the versions whose parts are looked for; `null` for all. */
  readonly among: ReadonlySet<number> | null
  /** Adds to the plan of the run, which is written before anything of it is carried out. */
  readonly add: (plans: readonly VersionPlan[]) => Promise<void>
}

/** An index in an index in an index: what goes deeper makes no sense. */
const MAX_ROUNDS = 16
const READS_AT_ONCE = 8

/**
 * Brings back what images miss, and what that misses itself, which can be read only once it is
 * back; each version is tried once. What nobody can restore is told. After a stop what was found
 * remains, and what could not be read is told. Gives the plans of all that was found.
 */
export async function restoreParts(work: PartsWork): Promise<readonly VersionPlan[]> {
  const { changes, deleted } = work
  const all: VersionPlan[] = []
  const tried = new Set(changes.tried)
  let { living, readings, among } = work
  for (let round = 1; ; round += 1) {
    const { plans, lost } = missingParts({ living, deleted, readings, among, tried })
    if (plans.length === 0 || round > MAX_ROUNDS) {
      await tellLostAfter(lost, work)
      return all
    }
    await work.add(plans)
    await changes.restore(plans, living)
    for (const { version } of plans) tried.add(version.id)
    all.push(...plans)
    const back = plans.filter(({ version }) => changes.there.has(version.id))
    living = [...living, ...versionsOf(back)]
    if (among !== null) among = new Set([...among, ...back.map(({ version }) => version.id)])
    readings = { ...readings, ...(await readBack(versionsOf(back.filter(mayNeedMore)), work)) }
  }
}

function versionsOf(plans: readonly VersionPlan[]): ListedVersion[] {
  return plans.map(({ version }) => version)
}

/** Each read counts as a download: a platform's image needs nothing more. */
function mayNeedMore({ kind }: VersionPlan): boolean {
  return kind !== 'image'
}

/**
 * Reads manifests of versions that are back, also after a stop, where that is still possible: it
 * changes nothing, and tells what is left to do. What a stop kept from being read is told.
 */
export async function readBack(
  versions: readonly ListedVersion[],
  { world, ...work }: StopWork & Pick<PartsWork, 'world'>
): Promise<Record<Digest, Reading>> {
  const readings = await mapLimited(versions, READS_AT_ONCE, async ({ name }) => {
    const { reading } = await readRestored(work.package, name, world)
    return [name, reading] as const
  })
  const byName = Object.fromEntries(readings)
  tellUnread(versions, byName, work)
  return byName
}
