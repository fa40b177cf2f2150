import type { Digest } from '../model/digest.js'
import type { PackageRef } from '../model/package.js'
import type { ListedVersion } from '../model/version.js'
import type { VersionPlan } from '../plan/plan.js'
import type { RootName } from '../plan/reason.js'
import type { LostPart } from '../plan/repair-plan.js'
import { nameRoot } from '../plan/roots.js'
import { shortName } from '../report/labels.js'
import { enumerate, plural } from '../report/wording.js'
import { mapLimited } from './map-limited.js'
import type { RestoreChanges } from './restore-changes.js'
import type { World } from './world.js'

const READS_AT_ONCE = 8
const SHOWN_PARTS = 5

/** A part that an image misses, and whether another try may bring it back. */
interface MissedPart extends LostPart {
  readonly isForGood: boolean
}

/**
 * Tells which images miss what no list has. A digest counts as missing only when the registry
 * says so too: it may be there and not listed yet (ruling 31).
 */
export async function tellLost(
  lost: readonly LostPart[],
  { world, package: ref, warn }: TellWork
): Promise<void> {
  await tell(
    lost.map((part) => ({ ...part, isForGood: true })),
    { world, package: ref, warn }
  )
}

interface TellWork {
  readonly world: Pick<World, 'registry'>
  readonly package: PackageRef
  readonly warn: (text: string) => void
}

/**
 * Tells the same after parts were tried. What was left because the run had to stop has its own
 * outcome, and the next run brings it back: it is not called missing.
 */
export async function tellLostAfter(
  lost: readonly LostPart[],
  { deleted, changes, ...work }: TellWork & Tried
): Promise<void> {
  const tried = new Map<Digest, ListedVersion[]>()
  for (const version of deleted) {
    if (!changes.tried.has(version.id)) continue
    tried.set(version.name, [...(tried.get(version.name) ?? []), version])
  }
  const missed = lost.flatMap((part): MissedPart[] => {
    const ends = (tried.get(part.digest) ?? []).map(({ id }) => changes.failed.get(id))
    if (ends.includes(undefined)) return []
    return [{ ...part, isForGood: !ends.includes('this time') }]
  })
  await tell(missed, work)
}

interface Tried {
  readonly deleted: readonly ListedVersion[]
  readonly changes: RestoreChanges
}

/**
 * Tells which images are there without parts that a report named and that could not be
 * restored. An image that lacks one platform serves those who need another, so it comes back
 * all the same.
 */
export function tellFailedParts(
  plans: readonly VersionPlan[],
  living: readonly ListedVersion[],
  { package: ref, changes, warn }: Omit<TellWork, 'world'> & Pick<Tried, 'changes'>
): void {
  const there = new Map(living.map((version) => [version.id, version]))
  for (const { version } of plans) {
    if (changes.there.has(version.id)) there.set(version.id, version)
  }
  const missed = plans.flatMap(({ version: { id, name }, root }): MissedPart[] => {
    const end = changes.failed.get(id)
    const image = root === null ? undefined : there.get(root)
    if (end === undefined || image === undefined) return []
    const tags = image.tags ?? []
    const named = nameRoot({ ...image, tags, createdAt: 0, updatedAt: 0 }, ref.type)
    return [{ digest: name, root: named, isForGood: end === 'for good' }]
  })
  for (const text of textsOf(missed)) warn(text)
}

async function tell(
  missed: readonly MissedPart[],
  { world, package: ref, warn }: TellWork
): Promise<void> {
  const answers = await mapLimited(missed, READS_AT_ONCE, ({ digest }) =>
    world.registry.knows(ref, digest)
  )
  const absent = missed.filter((_, place) => answers[place] !== 'present')
  for (const text of textsOf(absent)) warn(text)
}

/** A sentence for each image and each way of missing. */
function textsOf(missed: readonly MissedPart[]): string[] {
  const groups = new Map<string, { readonly part: MissedPart; readonly digests: Digest[] }>()
  for (const part of missed) {
    const key = `${part.root.id} ${part.isForGood}`
    const known = groups.get(key)
    if (known === undefined) groups.set(key, { part, digests: [part.digest] })
    else known.digests.push(part.digest)
  }
  return [...groups.values()].map(({ part: { root, isForGood }, digests }) =>
    textOf(root, isForGood, digests)
  )
}

function textOf({ label }: RootName, isForGood: boolean, digests: readonly Digest[]): string {
  const which = isForGood ? 'can not be restored' : 'could not be restored this time'
  const names = enumerate(digests.map(shortName), SHOWN_PARTS)
  return `${label} misses ${plural(digests.length, 'part')} that ${which}: ${names}`
}
