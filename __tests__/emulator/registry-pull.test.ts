import { describe, expect, test } from '@jest/globals'
import { addOrganization, addPackage } from '../../src/emulator/builders.js'
import { buildCache } from '../../src/emulator/image-artifact.js'
import { buildxIndex } from '../../src/emulator/image-attestation.js'
import { lacking, multiArch, ociIndex } from '../../src/emulator/image-index.js'
import { ociImage } from '../../src/emulator/image-manifest.js'
import type { BuiltManifest } from '../../src/emulator/image-manifest.js'
import { deleteVersion } from '../../src/emulator/publishing.js'
import { attest, cosign, push } from '../../src/emulator/registry-publish.js'
import { lostPulls, pullEverything, pullWhole } from '../../src/emulator/registry-pull.js'
import { createWorld, findVersion } from '../../src/emulator/state.js'
import type { PackageState, World } from '../../src/emulator/state.js'

const emptyPackage = () => {
  const world = createWorld({ now: () => 0 })
  addOrganization(world, 'acme')
  return { world, target: addPackage(world, 'acme', 'app') }
}
const drop = (world: World, target: PackageState, digest: string) =>
  deleteVersion(world, target, findVersion(target, digest)!)
const digests = (manifests: readonly BuiltManifest[]) => manifests.map(({ digest }) => digest)

describe('a whole pull', () => {
  test('finds entries to any depth, signatures and attestations', () => {
    const { world, target } = emptyPackage()
    const inner = buildxIndex('a')
    const outer = ociIndex([{ manifest: inner }])
    push(world, target, outer, { tags: ['v1'] })
    const signature = cosign(world, target, outer.digest)
    const attested = attest(world, target, inner.parts[0]!)
    push(world, target, ociImage('other'), { tags: ['v2'] })

    const { digest, found, missing } = pullWhole(target, 'v1')
    expect([digest, missing]).toEqual([outer.digest, []])
    expect([...found].sort()).toEqual(
      [
        ...digests([outer, inner, ...inner.parts]),
        signature.name,
        attested.referrer.name,
        attested.index.name
      ].sort()
    )
  })

  test.each([
    ['an entry', (index: BuiltManifest) => index.parts[0]!.digest, 'entry'],
    ['the image itself', (index: BuiltManifest) => index.digest, 'image']
  ])('misses %s that was deleted', (_name, pick, as) => {
    const { world, target } = emptyPackage()
    const index = multiArch('a')
    push(world, target, index)
    drop(world, target, pick(index))
    expect(pullWhole(target, index.digest).missing).toEqual([
      { digest: pick(index), from: as === 'entry' ? index.digest : null, as }
    ])
  })

  test('misses an attestation that the fallback index lists', () => {
    const { world, target } = emptyPackage()
    const image = ociImage('a')
    push(world, target, image, { tags: ['v1'] })
    const { referrer, index } = attest(world, target, image)
    drop(world, target, referrer.name)
    expect(pullWhole(target, 'v1').missing).toEqual([
      { digest: referrer.name, from: index.name, as: 'entry' }
    ])
  })

  test('does not miss the blobs that a cache index lists', () => {
    const { world, target } = emptyPackage()
    push(world, target, buildCache('a', 'index'), { tags: ['buildcache'] })
    expect(pullWhole(target, 'buildcache').missing).toEqual([])
  })

  test('of a tag that is not there is of nothing', () => {
    expect(pullWhole(emptyPackage().target, 'v1')).toEqual({ digest: null, found: [], missing: [] })
  })
})

describe('what was lost', () => {
  test('is nothing where nothing was done, broken images or not', () => {
    const { world, target } = emptyPackage()
    push(world, target, lacking(multiArch('ghost')), { tags: ['ghost'] })
    push(world, target, multiArch('whole'), { tags: ['v1'] })
    expect(lostPulls(pullEverything(target), target)).toEqual([])
  })

  test('is nothing where a whole image went with its tag', () => {
    const { world, target } = emptyPackage()
    const [a, b] = [multiArch('a'), multiArch('b')]
    push(world, target, a, { tags: ['v1'] })
    push(world, target, b, { tags: ['v2'] })
    const before = pullEverything(target)
    for (const { digest } of [a, ...a.parts]) drop(world, target, digest)
    expect(lostPulls(before, target, 'versions')).toEqual([])
  })

  test.each([
    ['an entry', 0],
    ['the signature', 1],
    ['the attestation', 2]
  ])('is %s of a tag that is left', (_name, which) => {
    const { world, target } = emptyPackage()
    const index = multiArch('a')
    push(world, target, index, { tags: ['v1'] })
    const signature = cosign(world, target, index.digest)
    const { referrer } = attest(world, target, index)
    const before = pullEverything(target)
    const digest = [index.parts[0]!.digest, signature.name, referrer.name][which]!
    drop(world, target, digest)
    expect(lostPulls(before, target)).toEqual([{ reference: 'v1', digest }])
  })

  test('is one that no fallback index lists: its subject is enough', () => {
    const { world, target } = emptyPackage()
    const image = ociImage('a')
    push(world, target, image, { tags: ['v1'] })
    const { referrer } = attest(world, target, image, { seed: 'first' })
    attest(world, target, image, { seed: 'second', races: true })
    const before = pullEverything(target)
    drop(world, target, referrer.name)
    expect(lostPulls(before, target)).toEqual([{ reference: 'v1', digest: referrer.name }])
  })

  test('of an untagged image is told when all versions are asked about', () => {
    const { world, target } = emptyPackage()
    const index = multiArch('a')
    push(world, target, index)
    const before = pullEverything(target)
    const { digest } = index.parts[0]!
    drop(world, target, digest)
    expect(lostPulls(before, target)).toEqual([])
    expect(lostPulls(before, target, 'versions')).toEqual([{ reference: index.digest, digest }])
  })

  test('of a tag that came meanwhile is told too', () => {
    const { world, target } = emptyPackage()
    const shared = ociImage('shared')
    push(world, target, ociIndex([{ manifest: shared }]), { tags: ['pr-1'] })
    const before = pullEverything(target)
    const fresh = ociIndex([{ manifest: shared }, { manifest: ociImage('new') }])
    push(world, target, fresh, { tags: ['pr-2'] })
    drop(world, target, shared.digest)
    expect(lostPulls(before, target)).toContainEqual({ reference: 'pr-2', digest: shared.digest })
  })
})
