import type { PackageRef } from '../../src/model/package.js'
import type { ListedVersion } from '../../src/model/version.js'
import type { Graph } from '../../src/graph/graph.js'
import { checkList } from '../../src/plan/list-check.js'
import { graphOf, planPackage, type PlanInput } from '../../src/plan/plan-package.js'
import type { PackagePlan } from '../../src/plan/plan.js'
import { NO_FACTS } from '../../src/policy/facts.js'
import type { PackagePolicy } from '../../src/policy/policy.js'
import type { RegistryClient } from '../../src/registry/manifest-client.js'
import { NOTHING_KEPT } from '../../src/run/kept-record.js'
import { ManifestReader } from '../../src/run/manifest-reader.js'
import { observePackage } from '../../src/run/observe-package.js'
import { clientOf, packageRef } from '../registry/test-client.js'
import { Layout } from './layout.js'
import { startRegistry, type RealRegistry } from './registry-process.js'
import { Skopeo, type Repository } from './skopeo.js'
import { openWorkplace } from './tools.js'
import { NOW, versionList } from './version-list.js'

/** What it takes to push real images to a real registry. */
export const TOOLS = ['docker-registry', 'skopeo', 'umoci']

/** A real registry, images to push to it, and the project's own client of it. */
export interface RealSite {
  readonly registry: RealRegistry
  readonly layout: Layout
  readonly skopeo: Skopeo
  readonly client: RegistryClient
  repository(name: string): Repository
  close(): Promise<void>
}

export async function openRealSite(): Promise<RealSite> {
  const workplace = await openWorkplace()
  try {
    const layout = await Layout.create(workplace)
    const registry = await startRegistry(workplace)
    return {
      registry,
      layout,
      skopeo: new Skopeo(workplace),
      client: clientOf(registry.url, { token: null }),
      repository: (name) => ({ url: registry.url, path: `acme/${name}`, token: null }),
      close: async () => {
        await registry.close()
        await workplace.remove()
      }
    }
  } catch (error) {
    await workplace.remove()
    throw error
  }
}

export function refOf(name: string): PackageRef {
  return packageRef('acme', name)
}

/** A package as a run sees it, and what a run decides. */
export interface Planned {
  readonly versions: readonly ListedVersion[]
  readonly input: PlanInput
  readonly graph: Graph
  readonly plan: PackagePlan
  /** Ids of the versions that go. */
  readonly goes: readonly number[]
}

/** Lists, reads and plans a package of the site as a run does. */
export async function planReal(
  { registry, client }: RealSite,
  name: string,
  policy: PackagePolicy
): Promise<Planned> {
  const ref = refOf(name)
  const versions = await versionList(registry.storage, `acme/${name}`)
  const kept = NOTHING_KEPT
  const reader = new ManifestReader({ registry: client, package: ref, kept: kept.manifests })
  const observed = { package: ref, versions, policy, facts: NO_FACTS, now: NOW, kept, reader }
  const input = await observePackage({ ...observed, begun: [] })
  const checked = checkList(input.inventory)
  if (!checked.ok) throw new Error(JSON.stringify(checked.freeze))
  const plan = planPackage(input)
  const gone = plan.versions.filter(({ decision }) => decision === 'delete')
  return {
    versions,
    input,
    graph: graphOf(input.inventory, checked.versions),
    plan,
    goes: gone.map(({ version }) => version.id)
  }
}
