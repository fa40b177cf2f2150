import type { Digest } from '../model/digest.js'
import type { Reading } from '../model/manifest.js'
import type { PackageRef } from '../model/package.js'
import type { ListedVersion } from '../model/version.js'
import type { VersionPlan } from '../plan/plan.js'
import { missingParts } from '../plan/repair-plan.js'
import { tellLostAfter } from './lost-parts.js'
import { mapLimited } from './map-limited.js'
import { readRestored } from './restore-attach.js'
import type { RestoreChanges } from './restore-changes.js'
import type { World } from './world.js'

/** What it takes to bring back the parts that images miss. */
export interface PartsWork {
  readonly world: World
  readonly package: PackageRef
  readonly changes: RestoreChanges
  /** Living versions, those that were just restored among them. */
  readonly living: readonly ListedVersion[]
  readonly deleted: readonly ListedVersion[]
  readonly readings: Readonly<Record<Digest, Reading>>
  /** Ids of the versions whose parts are looked for; `null` for all. */
  readonly among: ReadonlySet<number> | null
  /** Adds to the plan of the run, which is written before anything of it is carried out. */
  readonly add: (plans: readonly VersionPlan[]) => Promise<void>
  readonly warn: (text: string) => void
}

/** An index in an index in an index: what goes deeper makes no sense. */
const MAX_ROUNDS = 16
const READS_AT_ONCE = 8

/**
 * Brings back what images miss, and what that misses itself, which can be read only once it is
 * back; each version is tried once. What nobody can restore is told. Gives the plans of all
 * that it tried.
 */
export async function restoreParts(work: PartsWork): Promise<readonly VersionPlan[]> {
  const { changes, deleted } = work
  const all: VersionPlan[] = []
  const tried = new Set<number>()
  let { living, readings, among } = work
  for (let round = 1; ; round += 1) {
    const { plans, lost } = missingParts({ living, deleted, readings, among, tried })
    if (plans.length === 0 || round > MAX_ROUNDS || changes.stopped() !== null) {
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
    readings = { ...readings, ...(await readAll(versionsOf(back.filter(mayNeedMore)), work)) }
  }
}

function versionsOf(plans: readonly VersionPlan[]): ListedVersion[] {
  return plans.map(({ version }) => version)
}

/** Each read counts as a download: a platform's image needs nothing more. */
function mayNeedMore({ kind }: VersionPlan): boolean {
  return kind !== 'image'
}

/** Reads manifests that were just restored. */
export async function readAll(
  versions: readonly ListedVersion[],
  { world, package: ref }: Pick<PartsWork, 'world' | 'package'>
): Promise<Record<Digest, Reading>> {
  const readings = await mapLimited(versions, READS_AT_ONCE, async ({ name }) => {
    const { reading } = await readRestored(ref, name, world)
    return [name, reading] as const
  })
  return Object.fromEntries(readings)
}
