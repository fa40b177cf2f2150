import { digestsToAsk } from '../graph/broken.js'
import { describersToRead, taggedToRead, untaggedToRead } from '../graph/reading.js'
import type { BrokenKind } from '../model/broken.js'
import type { Digest } from '../model/digest.js'
import { isUserTag } from '../model/digest.js'
import { DAY_MS } from '../model/time.js'
import type { Version } from '../model/version.js'
import { evaluate } from '../policy/evaluate.js'
import type { PackagePolicy } from '../policy/policy.js'
import type { Root } from '../policy/root.js'
import { checkList } from './list-check.js'
import { checkManifests } from './manifest-check.js'
import type { PlanInput } from './plan-package.js'
import { contextOf, deliberate, graphOf } from './plan-package.js'
import { fateOf, type Marked } from './root-fate.js'

/** What has to be observed next before a package can be planned. */
export type ReadingsNeeded =
  /** Manifests to read, in any order. */
  | { readonly kind: 'read'; readonly digests: readonly Digest[] }
  /**
   * Manifests to read newest first, each only while no index that was read meanwhile spares
   * it: see `readingLanes` and `sparedEntries`.
   */
  | { readonly kind: 'walk'; readonly digests: readonly Digest[] }
  /** Digests that no version has, to be asked of the registry (ruling 31). */
  | { readonly kind: 'ask'; readonly digests: readonly Digest[] }

/**
 * What is still to be observed, step by step: call it again with what was observed until it
 * gives `null`. Only what a decision needs (4-running, Reading; rulings 14 and 31): nothing
 * where no rule deletes, no untagged version where nothing could go, a run that untags aside,
 * nothing more once the package is frozen. It asks the same of the registry whatever a cache remembers.
 */
export function readingsNeeded(input: PlanInput): ReadingsNeeded | null {
  const { inventory, policy, now } = input
  if (inventory.package.type !== 'container' || policy.delete.length === 0) return null
  const checked = checkList(inventory)
  if (!checked.ok) return null
  const { versions } = checked
  const tagged = taggedToRead(versions, inventory.manifests)
  if (tagged.length > 0) return { kind: 'read', digests: tagged }
  if (checkManifests(inventory, versions, now) !== null) return null
  if (!mayGo(input, versions)) return standInsToRead(input, versions)
  const untagged = untaggedToRead(versions, inventory.manifests)
  if (untagged.length > 0) return { kind: 'walk', digests: untagged }
  const graph = graphOf(inventory, versions)
  const ask = digestsToAsk(graph, brokenKindsAsked(policy), inventory.unlisted)
  if (ask.length > 0) return { kind: 'ask', digests: ask }
  const { division } = deliberate(input, graph, versions)
  const describers = describersToRead(graph, division.goes)
  return describers.length > 0 ? { kind: 'read', digests: describers } : null
}

/** An untagging run that was cut off left its replacements then; those after it look so long back. */
const STAND_INS_LOOKED_FOR_MS = 7 * DAY_MS

/**
 * A replacement of ours loses its tag where that is put back or restored, and then shows by its
 * manifest alone (ruling 71). So a run that untags reads untagged versions of the last days,
 * few as they are, though nothing else may go.
 */
function standInsToRead(input: PlanInput, versions: readonly Version[]): ReadingsNeeded | null {
  const { inventory, policy, now } = input
  if (!policy.settings.untag) return null
  const young = new Set(
    versions
      .filter(({ createdAt }) => createdAt > now - STAND_INS_LOOKED_FOR_MS)
      .map(({ name }) => name)
  )
  const digests = untaggedToRead(versions, inventory.manifests).filter((name) => young.has(name))
  return digests.length > 0 ? { kind: 'walk', digests } : null
}

function brokenKindsAsked(policy: PackagePolicy): BrokenKind[] {
  return [...policy.delete, ...policy.keep].flatMap(({ conditions }) =>
    conditions.flatMap((condition) => (condition.kind === 'broken' ? condition.kinds : []))
  )
}

/**
 * Whether anything could go at all, asked without a graph: every version is taken for a root,
 * which the graph can only make fewer of, and quotas keep nothing.
 */
function mayGo(input: PlanInput, versions: readonly Version[]): boolean {
  const { inventory, policy } = input
  if (inventory.leftOver.length > 0) return true
  if (policy.delete.some(({ conditions }) => conditions.some(({ kind }) => kind === 'broken'))) {
    return true
  }
  const context = contextOf(input, versions)
  const isReplacement = ({ name }: Version) => {
    const reading = inventory.manifests[name]
    return reading?.kind === 'read' && reading.manifest.replacementOf !== null
  }
  if (versions.some(isReplacement)) return true
  const { verdicts } = evaluate(versions.map(asRoot), withoutQuotas(policy), context)
  return verdicts.some((verdict) => fateOf(verdict, policy.settings, context, UNMARKED).wantsToGo)
}

const UNMARKED: Marked = { leftOver: new Set(), untold: new Set() }

function asRoot(version: Version): Root {
  return {
    version,
    userTags: version.tags.filter(isUserTag),
    helperTags: version.tags.filter((tag) => !isUserTag(tag)),
    image: [version],
    broken: []
  }
}

function withoutQuotas(policy: PackagePolicy): PackagePolicy {
  return { ...policy, keep: policy.keep.filter(({ quotas }) => quotas.length === 0) }
}
