import { isNotFound } from '../github/errors.js'
import type { PackageRef } from '../model/package.js'
import type { EpochMs } from '../model/time.js'
import type { ListedVersion } from '../model/version.js'
import type { PackagePlan } from '../plan/plan.js'
import { planPackage } from '../plan/plan-package.js'
import type { PlanInput } from '../plan/plan-package.js'
import type { PackagePolicy } from '../policy/policy.js'
import { leftOverOf, proofsOf } from './left-over.js'
import type { FactAsker } from './ask-facts.js'
import type { KeptPackage, KeptRecord } from './kept-record.js'
import { ManifestReader } from './manifest-reader.js'
import type { Observe } from './package-changes.js'
import { lastTaggedAfter, observePackage } from './observe-package.js'
import { stillLeftOver, type ReportedPart } from './reported-left-over.js'
import type { World } from './world.js'

/** A package that was planned, and what it takes to look at it again. */
export interface PlannedPackage {
  readonly plan: PackagePlan
  readonly input: PlanInput
  /** When the reading of its version list began. */
  readonly listedAt: EpochMs
  /** When it was read to its end. */
  readonly listReadAt: EpochMs
  readonly reader: ManifestReader
  /** Observes it again, for a list that was read anew. */
  readonly observe: Observe
}

export interface PlanningOptions {
  readonly world: World
  readonly facts: FactAsker
  readonly kept: KeptRecord
  /** The one time of the run. */
  readonly now: EpochMs
  /** What earlier runs left over, by their reports. Nothing where left out. */
  readonly leftOver?: readonly ReportedPart[]
  readonly onRead?: () => void
}

/**
 * Lists, reads and plans one package; `null` where there is no such package.
 *
 * @throws GitHubError where its versions can't be listed; Error where the run has to end before
 *   its manifests are read, which is no doubt about any of them
 */
export async function planOne(
  ref: PackageRef,
  policy: PackagePolicy,
  { world, facts, kept, now, leftOver: reported = [], onRead }: PlanningOptions
): Promise<PlannedPackage | null> {
  const listedAt = world.clock.now()
  const versions = await world.github.listVersions(ref).catch(nullIfNotFound)
  if (versions === null) return null
  const listReadAt = world.clock.now()
  const before = kept.of(ref)
  const reader = new ManifestReader({
    registry: world.registry,
    package: ref,
    kept: before.manifests,
    ...(onRead === undefined ? {} : { onRead })
  })
  const observe: Observe = async (list, begun) =>
    observePackage({
      package: ref,
      versions: list,
      policy,
      facts: await facts.factsFor({ inventory: { package: ref, versions: list }, policy, now }),
      now,
      kept: before,
      reader,
      begun: [...stillLeftOver(reported, list), ...begun]
    })
  const input = await observe(versions, [])
  const plan = planPackage(input)
  const leftOver = leftOverOf(before, plan)
  kept.set(ref, keptAfterReading({ ...before, leftOver }, reader, versions, now))
  const interrupted = world.interrupted()
  if (interrupted !== null && plan.frozen?.code === 'unreadable-manifest') {
    throw new Error(`not looked at to its end: ${interrupted}`)
  }
  return { plan, input, listedAt, listReadAt, reader, observe }
}

/** What is kept of a package once it was read: of what is listed, and what proves what is left over. */
export function keptAfterReading(
  before: KeptPackage,
  reader: ManifestReader,
  versions: readonly ListedVersion[],
  now: EpochMs
): KeptPackage {
  const proofs = proofsOf(before.leftOver, before.manifests)
  return {
    manifests: { ...proofs, ...stillListed(reader, versions) },
    lastTagged: lastTaggedAfter(before, versions, now),
    leftOver: before.leftOver
  }
}

function stillListed(reader: ManifestReader, versions: readonly ListedVersion[]) {
  const listed = new Set(versions.map(({ name }) => name))
  return Object.fromEntries([...reader.kept].filter(([digest]) => listed.has(digest)))
}

function nullIfNotFound(error: unknown): null {
  if (isNotFound(error)) return null
  throw error
}
