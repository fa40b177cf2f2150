import type { Digest } from '../model/digest.js'
import { isUserTag } from '../model/digest.js'
import type { VersionOutcome } from '../plan/outcome.js'
import type { PackagePlan } from '../plan/plan.js'
import type { KeptManifest, KeptPackage, LeftOver } from './kept-record.js'
import type { PlannedPackage } from './plan-one.js'

type Manifests = Readonly<Record<Digest, KeptManifest>>

/**
 * What was left over by earlier runs and still is. A version that somebody has tagged or taken
 * into use since is not left over any more, for ever: nobody knows what for they need it.
 */
export function leftOverOf({ leftOver }: KeptPackage, plan: PackagePlan): LeftOver[] {
  const unused = new Set(
    plan.versions
      .filter(({ version, root }) => root === null && version.tags?.some(isUserTag) !== true)
      .map(({ version }) => version.id)
  )
  return leftOver.filter(({ id }) => unused.has(id))
}

/**
 * What is kept of a package after its changes: of images that were deleted but for some of
 * their parts, those parts and the manifest that proves that they belonged to it, so that the
 * next run takes them up (ruling 64).
 */
export function leftOverAfter(
  kept: KeptPackage,
  { plan, reader }: PlannedPackage,
  outcomes: readonly VersionOutcome[]
): KeptPackage {
  const outcomeOf = new Map(outcomes.map(({ id, outcome }) => [id, outcome]))
  const isGone = (id: number) => outcomeOf.get(id) === 'deleted' || outcomeOf.get(id) === 'gone'
  const manifests = { ...kept.manifests, ...Object.fromEntries(reader.kept) }
  const gone = plan.versions.filter(({ version }) => isGone(version.id))
  const left = plan.versions.filter(
    ({ decision, root, version }) =>
      decision === 'delete' && root !== null && isGone(root) && !isGone(version.id)
  )
  const found = left.flatMap(({ version, root }): LeftOver[] => {
    const parent = gone
      .filter((one) => one.version.id === root || one.root === root)
      .map((one) => one.version.name)
      .find((digest) => isJoined(manifests, digest, version.name))
    return parent === undefined ? [] : [{ id: version.id, digest: version.name, parent }]
  })
  const earlier = kept.leftOver.filter(({ id }) => !isGone(id))
  const leftOver = [...earlier, ...found]
  return { ...kept, leftOver, manifests: { ...kept.manifests, ...proofsOf(leftOver, manifests) } }
}

/** Whether one of two manifests names the other. */
function isJoined(manifests: Manifests, parent: Digest, digest: Digest): boolean {
  return (
    (manifests[parent]?.text.includes(`"${digest}"`) ?? false) ||
    (manifests[digest]?.text.includes(`"${parent}"`) ?? false)
  )
}

/** The manifests of what is gone that prove what belonged to it, as far as they are known. */
export function proofsOf(leftOver: readonly LeftOver[], manifests: Manifests): Manifests {
  return Object.fromEntries(
    leftOver.flatMap(({ parent }) => {
      const manifest = manifests[parent]
      return manifest === undefined ? [] : [[parent, manifest]]
    })
  )
}
