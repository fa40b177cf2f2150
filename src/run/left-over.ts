import type { Digest } from '../model/digest.js'
import { isUserTag, parseHelperTag } from '../model/digest.js'
import type { ListedVersion } from '../model/version.js'
import type { VersionOutcome } from '../plan/outcome.js'
import type { PackagePlan, VersionPlan } from '../plan/plan.js'
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
 * What is kept of a package before its changes, so that the next run finishes what a killed one
 * has begun: every part that is to go, with the version that it goes after. It counts for
 * nothing as long as that one is there (ruling 64).
 */
export function leftOverAhead(kept: KeptPackage, planned: PlannedPackage): KeptPackage {
  return withLeftOver(
    kept,
    planned,
    kept.leftOver,
    () => true,
    () => true
  )
}

/**
 * What is kept of a package after its changes: of images that were deleted but for some of
 * their parts, those parts and the manifest that proves that they belonged to it, so that the
 * next run takes them up (ruling 64).
 */
export function leftOverAfter(
  kept: KeptPackage,
  planned: PlannedPackage,
  outcomes: readonly VersionOutcome[]
): KeptPackage {
  const lastOf = new Map(outcomes.map(({ id, outcome }) => [id, outcome]))
  const gone = new Set(
    [...lastOf.keys()].filter((id) => lastOf.get(id) === 'deleted' || lastOf.get(id) === 'gone')
  )
  const ofThisRun = new Set(
    planned.plan.versions.flatMap(({ version, root }) => (root === null ? [] : [version.id]))
  )
  const earlier = kept.leftOver.filter(({ id }) => !gone.has(id) && !ofThisRun.has(id))
  const isGone = (id: number) => gone.has(id)
  return withLeftOver(kept, planned, earlier, isGone, (id) => !isGone(id))
}

/** Adds the parts that are to go and are left, where what they belong to is gone. */
function withLeftOver(
  kept: KeptPackage,
  { plan, reader }: PlannedPackage,
  earlier: readonly LeftOver[],
  isGone: (id: number) => boolean,
  isLeft: (id: number) => boolean
): KeptPackage {
  const manifests = { ...kept.manifests, ...Object.fromEntries(reader.kept) }
  const going = plan.versions.filter(({ decision }) => decision === 'delete')
  const parents = namesByImage(going.filter(({ version }) => isGone(version.id)))
  const found = going.flatMap(({ version, root }): LeftOver[] => {
    const counts = root !== null && isGone(root) && isLeft(version.id)
    const parent = counts
      ? parents.get(root)?.find((name) => belongsTo(version, name, manifests))
      : undefined
    return parent === undefined ? [] : [{ id: version.id, digest: version.name, parent }]
  })
  const leftOver = [...earlier, ...found]
  return { ...kept, leftOver, manifests: { ...kept.manifests, ...proofsOf(leftOver, manifests) } }
}

function namesByImage(versions: readonly VersionPlan[]): ReadonlyMap<number, readonly Digest[]> {
  const names = new Map<number, Digest[]>()
  for (const { version, root } of versions) {
    const image = root ?? version.id
    const known = names.get(image)
    if (known === undefined) names.set(image, [version.name])
    else known.push(version.name)
  }
  return names
}

/**
 * Whether the parent's manifest has the version as an entry, its own has the parent as its
 * subject, or its own helper tag names the parent: cosign's signatures have nothing else.
 */
export function belongsTo(
  { name, tags }: Pick<ListedVersion, 'name' | 'tags'>,
  parent: Digest,
  manifests: Manifests
): boolean {
  return (
    name !== parent &&
    ((tags ?? []).some((tag) => parseHelperTag(tag)?.digest === parent) ||
      entriesNaming(manifests[parent], name) ||
      subjectNaming(manifests[name], parent))
  )
}

function entriesNaming(manifest: KeptManifest | undefined, digest: Digest): boolean {
  const entries = fieldOf(manifest, digest, 'manifests')
  return Array.isArray(entries) && entries.some((entry) => digestIn(entry) === digest)
}

function subjectNaming(manifest: KeptManifest | undefined, digest: Digest): boolean {
  return digestIn(fieldOf(manifest, digest, 'subject')) === digest
}

/** A field of a manifest that has `digest` somewhere; `undefined` where there is none. */
function fieldOf(
  manifest: KeptManifest | undefined,
  digest: Digest,
  field: 'manifests' | 'subject'
): unknown {
  if (manifest?.text.includes(digest) !== true) return undefined
  try {
    const json: unknown = JSON.parse(manifest.text)
    return isRecord(json) ? json[field] : undefined
  } catch {
    return undefined
  }
}

function digestIn(descriptor: unknown): unknown {
  return isRecord(descriptor) ? descriptor['digest'] : undefined
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
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
