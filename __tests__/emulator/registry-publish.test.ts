import { expect, test } from '@jest/globals'
import { addOrganization, addPackage } from '../../src/emulator/builders.js'
import { buildxIndex } from '../../src/emulator/image-attestation.js'
import { lacking, multiArch, ociIndex } from '../../src/emulator/image-index.js'
import { ociImage } from '../../src/emulator/image-manifest.js'
import type { BuiltManifest } from '../../src/emulator/image-manifest.js'
import { helperTag } from '../../src/emulator/image-signature.js'
import { readDocument } from '../../src/emulator/registry-document.js'
import { attach, attest, cosign, push } from '../../src/emulator/registry-publish.js'
import { createWorld, tagsOf } from '../../src/emulator/state.js'
import type { VersionState } from '../../src/emulator/state.js'
import { NOW } from './registry-site.js'

const emptyPackage = () => {
  const world = createWorld({ now: () => NOW })
  addOrganization(world, 'acme')
  return { world, target: addPackage(world, 'acme', 'app') }
}
const names = (versions: readonly VersionState[]) => versions.map(({ name }) => name)
const digests = (manifests: readonly BuiltManifest[]) => manifests.map(({ digest }) => digest)

test('an index comes after its parts, in the same second, and only it is tagged', () => {
  const { world, target } = emptyPackage()
  const index = buildxIndex('a')
  const version = push(world, target, index, { tags: ['v1', 'latest'], at: NOW - 5000 })
  expect(names(target.versions)).toEqual(digests([...index.parts, index]))
  expect(version.id).toBe(Math.max(...target.versions.map(({ id }) => id)))
  expect(new Set(target.versions.map(({ createdAt }) => createdAt))).toEqual(new Set([NOW - 5000]))
  expect(target.versions.map((each) => tagsOf(target, each))).toEqual([
    [],
    [],
    [],
    [],
    ['v1', 'latest']
  ])
})

test('a nested index is pushed to its depth', () => {
  const { world, target } = emptyPackage()
  const inner = multiArch('a')
  const outer = ociIndex([{ manifest: inner }])
  push(world, target, outer)
  expect(names(target.versions)).toEqual(digests([...inner.parts, inner, outer]))
})

test('what was pushed before stays the version that it was', () => {
  const { world, target } = emptyPackage()
  const shared = ociImage('shared')
  push(world, target, ociIndex([{ manifest: shared }]), { at: NOW - 9000 })
  push(world, target, ociIndex([{ manifest: shared }, { manifest: ociImage('new') }]), { at: NOW })
  const found = target.versions.filter(({ name }) => name === shared.digest)
  expect(found).toMatchObject([{ createdAt: NOW - 9000, updatedAt: NOW - 9000 }])
})

test('a part that is lacking is no version', () => {
  const { world, target } = emptyPackage()
  const index = multiArch('a')
  push(world, target, lacking(index))
  expect(names(target.versions)).toEqual([index.digest])
})

test('a second attestation leaves the index before it untagged, and lists both', () => {
  const { world, target } = emptyPackage()
  const image = ociImage('a')
  push(world, target, image, { tags: ['v1'] })
  const first = attest(world, target, image, { seed: 'first' })
  const second = attest(world, target, image, { seed: 'second' })
  expect([first.index, second.index].map((index) => tagsOf(target, index))).toEqual([
    [],
    [helperTag(image.digest)]
  ])
  const listed = readDocument(target.manifests.get(second.index.name)!.bytes)?.entries
  expect(listed?.map(({ digest }) => digest)).toEqual(names([first.referrer, second.referrer]))
  expect(tagsOf(target, second.referrer)).toEqual([])
})

test('of two attestations that race the later index lists its own alone', () => {
  const { world, target } = emptyPackage()
  const image = ociImage('a')
  attest(world, target, image, { seed: 'first' })
  const second = attest(world, target, image, { seed: 'second', races: true })
  const listed = readDocument(target.manifests.get(second.index.name)!.bytes)?.entries
  expect(listed?.map(({ digest }) => digest)).toEqual([second.referrer.name])
})

test('attesting twice the same adds no version', () => {
  const { world, target } = emptyPackage()
  const image = ociImage('a')
  attest(world, target, image)
  const before = names(target.versions)
  attest(world, target, image)
  expect(names(target.versions)).toEqual(before)
})

test('cosign 2 tags its manifests by what they belong to', () => {
  const { world, target } = emptyPackage()
  const image = ociImage('a')
  const [sig, att] = [
    cosign(world, target, image.digest),
    cosign(world, target, image.digest, 'att')
  ]
  expect([sig, att].map((each) => tagsOf(target, each))).toEqual([
    [helperTag(image.digest, 'sig')],
    [helperTag(image.digest, 'att')]
  ])
})

test('what has no subject can not be attached', () => {
  const { world, target } = emptyPackage()
  expect(() => attach(world, target, ociImage('a'))).toThrow('a referrer needs a subject')
})
