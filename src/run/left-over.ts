import type { VersionOutcome } from '../plan/outcome.js'
import type { KeptManifest, KeptPackage, LeftOver } from './kept-record.js'
import type { PlannedPackage } from './plan-one.js'

/**
 * What is kept of a package after its changes: of images that were deleted but for some of
 * their parts, those parts and the manifest that proves that they belonged to it, so that the
 * next run takes them up (ruling 64).
 */
export function leftOverAfter(
  kept: KeptPackage,
  { plan, input, reader }: PlannedPackage,
  outcomes: readonly VersionOutcome[]
): KeptPackage {
  const outcomeOf = new Map(outcomes.map(({ id, outcome }) => [id, outcome]))
  const isGone = (id: number) => outcomeOf.get(id) === 'deleted' || outcomeOf.get(id) === 'gone'
  const gone = plan.versions.filter(({ version }) => isGone(version.id))
  const left = plan.versions.filter(
    ({ decision, root, version }) =>
      decision === 'delete' && root !== null && isGone(root) && !isGone(version.id)
  )
  const found = left.flatMap(({ version, root }): LeftOver[] => {
    const parent = gone
      .filter((one) => one.version.id === root || one.root === root)
      .map((one) => one.version.name)
      .find((digest) => isJoined(reader.kept, digest, version.name))
    return parent === undefined ? [] : [{ id: version.id, digest: version.name, parent }]
  })
  const listed = new Set(input.inventory.versions.map(({ id }) => id))
  const earlier = kept.leftOver.filter(({ id }) => listed.has(id) && !isGone(id))
  const leftOver = [...earlier, ...found]
  return { ...kept, leftOver, manifests: { ...kept.manifests, ...proofs(reader.kept, leftOver) } }
}

/** Whether one of two manifests names the other. */
function isJoined(
  manifests: ReadonlyMap<string, KeptManifest>,
  parent: string,
  digest: string
): boolean {
  return (
    (manifests.get(parent)?.text.includes(`"${digest}"`) ?? false) ||
    (manifests.get(digest)?.text.includes(`"${parent}"`) ?? false)
  )
}

function proofs(
  manifests: ReadonlyMap<string, KeptManifest>,
  leftOver: readonly LeftOver[]
): Record<string, KeptManifest> {
  const proven: Record<string, KeptManifest> = {}
  for (const { parent } of leftOver) {
    const manifest = manifests.get(parent)
    if (manifest !== undefined) proven[parent] = manifest
  }
  return proven
}
