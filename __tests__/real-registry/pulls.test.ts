import { afterEach, beforeEach, expect, test } from '@jest/globals'
import type { Digest } from '../../src/model/digest.js'
import { isUserTag } from '../../src/model/digest.js'
import { orderSteps } from '../../src/plan/steps.js'
import { policy } from '../plan/a-plan.js'
import { attach, cosign, deleteManifest, putManifest, SBOM } from './by-hand.js'
import { OCI_INDEX, type Descriptor, type MultiArch } from './layout.js'
import { openRealSite, planReal, TOOLS, type Planned, type RealSite } from './real-site.js'
import type { Repository } from './skopeo.js'
import { describeWith } from './tools.js'
import { treeText } from './tree-text.js'
import { storedBlobs } from './version-list.js'

const PULL_REQUESTS = policy('delete: [{tags: "pr-*"}, {untagged: true}]')
const DOCKER = ['--format', 'v2s2']

describeWith(TOOLS, 'a real registry after what a plan says goes', () => {
  let site: RealSite

  beforeEach(async () => {
    site = await openRealSite()
  })

  afterEach(() => site.close())

  /** Deletes what goes, in the order in which a run does. */
  async function carryOut(from: Repository, { graph, goes }: Planned): Promise<void> {
    const changes = { goes: new Set(goes), untag: new Map(), done: new Set<number>() }
    for (const step of orderSteps(changes, graph, 'created')) {
      if (step.kind !== 'delete') throw new Error(`the plan also asks for ${step.kind}`)
      await deleteManifest(from, graph.nodes.get(step.id)?.version.name ?? '')
    }
  }

  /** Pulls every user's tag whole; by tag, the digest that came. */
  async function pullAll(from: Repository): Promise<Record<string, Digest>> {
    const tags = (await site.skopeo.tags(from)).filter(isUserTag).toSorted()
    const pulled: Record<string, Digest> = {}
    for (const tag of tags) pulled[tag] = await site.skopeo.pullWhole(from, tag)
    return pulled
  }

  /** Releases and images of pull requests that share layers and, of `pr-8`, a platform. */
  async function pushAll(to: Repository): Promise<MultiArch> {
    const { layout, skopeo } = site
    const release = await layout.multiArch('release')
    const closed = await layout.multiArch('closed')
    await layout.image('overwritten')
    const main = await layout.image('main')
    await skopeo.push(layout.source('release'), to, 'v1')
    await skopeo.push(layout.source('release'), to, 'v1-docker', ...DOCKER)
    await skopeo.push(layout.source('closed'), to, 'pr-7')
    await skopeo.push(layout.source('closed'), to, 'pr-7-docker', ...DOCKER)
    await skopeo.push(layout.source('overwritten'), to, 'main')
    await skopeo.push(layout.source('main'), to, 'main')
    await putManifest(to, 'pr-8', indexOf([release.amd64, closed.arm64]))
    for (const subject of [release.index, closed.amd64, main]) {
      await attach(to, subject, SBOM, { of: subject.digest })
      await cosign(to, subject.digest)
    }
    return release
  }

  test('every tag that is left is pulled whole, also once the garbage is collected', async () => {
    const at = site.repository('app')
    await pushAll(at)
    const before = await pullAll(at)
    await carryOut(at, await planReal(site, 'app', PULL_REQUESTS))
    await site.registry.collectGarbage()

    const { main, v1, 'v1-docker': docker } = before
    expect(await pullAll(at)).toEqual({ main, v1, 'v1-docker': docker })
    expect(treeText((await planReal(site, 'app', PULL_REQUESTS)).graph)).toEqual([
      'image [main]',
      '  referrers [sha256-…]',
      '    sbom',
      '  sbom',
      '  signature [sha256-….sig]',
      'index [v1-docker]',
      '  image linux/amd64',
      '  image linux/arm64',
      'index [v1]',
      '  image linux/amd64',
      '  image linux/arm64',
      '  referrers [sha256-…]',
      '    sbom',
      '  sbom',
      '  signature [sha256-….sig]'
    ])
  })

  test('a platform deleted under its index: skopeo does notice', async () => {
    const at = site.repository('app')
    const { arm64 } = await pushAll(at)
    await deleteManifest(at, arm64.digest)

    await expect(site.skopeo.pullWhole(at, 'v1')).rejects.toThrow('manifest unknown')
    await site.skopeo.pullWhole(at, 'v1-docker')
  })

  test('the bytes that the plan promises are those that the garbage collection frees', async () => {
    const { layout, skopeo, registry } = site
    const at = site.repository('app')
    for (const name of ['one', 'two', 'three']) await layout.image(name)
    await skopeo.push(layout.source('one'), at, 'v1')
    await skopeo.push(layout.source('two'), at, 'pr-2')
    await skopeo.push(layout.source('three'), at, 'pr-3')
    // The same layers and config as pr-3 in another manifest: nothing of it is freed.
    await skopeo.push(layout.source('three'), at, 'v3', ...DOCKER)
    const planned = await planReal(site, 'app', PULL_REQUESTS)
    const before = await storedBlobs(registry.storage)
    await carryOut(at, planned)
    await registry.collectGarbage()

    const after = await storedBlobs(registry.storage)
    const manifests = new Set(planned.versions.map(({ name }) => name))
    const freed = [...before].filter(([digest]) => !after.has(digest) && !manifests.has(digest))
    expect(planned.goes).toHaveLength(2)
    expect(freed.length).toBeGreaterThan(0)
    expect(planned.plan.reclaimedBytes).toBe(freed.reduce((sum, [, size]) => sum + size, 0))
  })
})

function indexOf(manifests: readonly Descriptor[]) {
  return { schemaVersion: 2, mediaType: OCI_INDEX, manifests }
}
