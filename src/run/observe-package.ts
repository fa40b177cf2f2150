import type { Digest } from '../model/digest.js'
import { isUserTag } from '../model/digest.js'
import type { Inventory } from '../model/inventory.js'
import type { Reading } from '../model/manifest.js'
import type { PackageRef } from '../model/package.js'
import type { EpochMs } from '../model/time.js'
import type { ListedVersion } from '../model/version.js'
import type { Facts } from '../policy/facts.js'
import type { PackagePolicy } from '../policy/policy.js'
import type { PlanInput } from '../plan/plan-package.js'
import { readingsNeeded } from '../plan/readings-needed.js'
import type { KeptPackage, LeftOver } from './kept-record.js'
import { belongsTo } from './left-over.js'
import type { ManifestReader } from './manifest-reader.js'

export interface Observation {
  readonly package: PackageRef
  readonly versions: readonly ListedVersion[]
  readonly policy: PackagePolicy
  readonly facts: Facts
  readonly now: EpochMs
  readonly kept: KeptPackage
  readonly reader: ManifestReader
  /** Ids of versions that count as left over besides those that were kept (ruling 64). */
  readonly begun: readonly number[]
}

/**
 * Reads what planning a package takes, step by step, and gives the input of the plan. Never
 * throws for what the registry says: what can't be read freezes the package.
 */
export async function observePackage(observation: Observation): Promise<PlanInput> {
  const { reader, policy, facts, now } = observation
  let input: PlanInput = { inventory: firstInventory(observation), policy, facts, now }
  for (;;) {
    const needed = readingsNeeded(input)
    if (needed === null) return withRefusal(input, reader)
    switch (needed.kind) {
      case 'read':
        input = withReadings(input, await reader.readAll(needed.digests))
        break
      case 'walk':
        input = withReadings(input, await reader.walk(needed.digests))
        break
      case 'ask': {
        const unlisted = { ...input.inventory.unlisted, ...(await reader.ask(needed.digests)) }
        input = { ...input, inventory: { ...input.inventory, unlisted } }
        break
      }
    }
  }
}

function firstInventory({ package: ref, versions, kept, now, begun }: Observation): Inventory {
  const listed = new Map(versions.map((version) => [version.id, version]))
  const digests = new Set(versions.map(({ name }) => name))
  return {
    package: ref,
    versions,
    manifests: {},
    unlisted: {},
    // A date ahead of now can't have been seen.
    lastTagged: Object.fromEntries(
      Object.entries(kept.lastTagged).filter(([, seen]) => seen <= now)
    ),
    leftOver: [
      ...kept.leftOver.filter((left) => isProven(left, kept, listed, digests)).map(({ id }) => id),
      ...begun
    ]
  }
}

/**
 * What was kept could have been changed by others. So a version counts as left over only where
 * bytes that have the parent's digest name it as an entry, its own bytes name the parent as its
 * subject, or its own helper tag does, and the parent is gone.
 */
function isProven(
  { id, digest, parent }: LeftOver,
  { manifests }: KeptPackage,
  listed: ReadonlyMap<number, ListedVersion>,
  digests: ReadonlySet<Digest>
): boolean {
  const version = listed.get(id)
  if (version?.name !== digest || digests.has(parent)) return false
  return belongsTo(version, parent, manifests)
}

function withReadings(input: PlanInput, readings: Readonly<Record<Digest, Reading>>): PlanInput {
  const manifests = { ...input.inventory.manifests, ...readings }
  return { ...input, inventory: { ...input.inventory, manifests } }
}

/** Where nothing of the package may be read, each reading says so. */
async function withRefusal(input: PlanInput, reader: ManifestReader): Promise<PlanInput> {
  const { versions, manifests } = input.inventory
  const isRefused = await reader.isRefused(versions.map(({ name }) => name))
  if (!isRefused) return input
  const refused: Record<string, Reading> = {}
  for (const [digest, reading] of Object.entries(manifests)) {
    if (reading.kind === 'unreadable') refused[digest] = { ...reading, isForPackage: true }
  }
  return withReadings(input, refused)
}

/** When each digest was last seen with a user's tag, after this list was read. */
export function lastTaggedAfter(
  kept: KeptPackage,
  versions: readonly ListedVersion[],
  now: EpochMs
): Record<Digest, EpochMs> {
  const seen: Record<Digest, EpochMs> = {}
  for (const { name, tags } of versions) {
    const earlier = kept.lastTagged[name]
    if (tags?.some(isUserTag) === true) seen[name] = now
    else if (earlier !== undefined) seen[name] = earlier
  }
  return seen
}
