import { describe, expect, test } from '@jest/globals'
import { imageBytes, reclaimedBytes } from '../../src/graph/sizes.js'
import {
  absent,
  attests,
  blob,
  helperTag,
  image,
  imageWith,
  index,
  platform,
  samplePackage,
  unread
} from './sample-package.js'

const base = blob('base', 5000)
const withBase = (name: string, size: number, ...tags: string[]) =>
  imageWith(name, { blobs: [base, blob(`top of ${name}`, size)] }, ...tags)

const sample = samplePackage([
  withBase('A', 1, 'a'),
  withBase('B', 20, 'b'),
  imageWith('C', { blobs: [blob('twice', 300), blob('twice', 300)] }, 'c'),
  unread('P'),
  index('I', [platform('P')], 'v1'),
  absent('gone', 'd')
])

describe('bytes that a deletion frees', () => {
  test.each<[string, string[], number]>([
    ['nothing for nothing', [], 0],
    ['a blob that a kept image shares is not freed', ['A'], 1],
    ['a blob is freed once, with the last that has it', ['A', 'B'], 5021],
    ['a blob that a manifest names twice counts once', ['C'], 300],
    ['what was not read counts nothing', ['I', 'P', 'gone'], 0],
    ['everything', ['A', 'B', 'C', 'P', 'I', 'gone'], 5321]
  ])('%s', (_name, gone, bytes) => {
    expect(reclaimedBytes(sample.graph, new Set(gone.map(sample.idOf)))).toBe(bytes)
  })

  test('where manifests disagree about the size of a blob, the least counts', () => {
    const { graph } = samplePackage([
      imageWith('A', { blobs: [blob('x', 7)] }),
      imageWith('B', { blobs: [blob('x', 9)] })
    ])

    expect(reclaimedBytes(graph, new Set([1, 2]))).toBe(7)
  })
})

describe('bytes of one version and one image', () => {
  test.each<[string, string, number | null]>([
    ['config and layers', 'A', 5001],
    ['each blob once', 'C', 300],
    ['none for an index', 'I', 0],
    ['not known where it was not read', 'P', null]
  ])('a version: %s', (_name, name, bytes) => {
    expect(sample.graph.nodes.get(sample.idOf(name))?.sizeBytes).toBe(bytes)
  })

  const images = samplePackage([
    withBase('P', 1),
    withBase('Q', 20),
    unread('B'),
    unread('U'),
    index('whole', [platform('P'), platform('Q'), attests('B', 'P')], 'v1'),
    unread('S', helperTag('whole', '.sig')),
    index('half', [platform('P'), platform('U')], 'v2'),
    image('alone', 'v3'),
    absent('gone', 'v4')
  ])

  test.each<[string, string, number | null]>([
    ['shared blobs count once, signatures not at all', 'whole', 5021],
    ['not known where a platform was not read', 'half', null],
    ['a single image is its blobs', 'alone', 1010],
    ['what the registry does not know has none', 'gone', 0]
  ])('an image: %s', (_name, name, bytes) => {
    expect(imageBytes(images.graph, images.idOf(name))).toBe(bytes)
  })

  test('a root that is not there has no size', () => {
    expect(imageBytes(images.graph, 4711)).toBeNull()
  })
})
