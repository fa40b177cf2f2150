import { expect, test } from '@jest/globals'
import { relationOf, type Relation } from '../../src/graph/relation.js'
import {
  attests,
  digestOf,
  helperTag,
  image,
  imageWith,
  index,
  listed,
  nested,
  platform,
  referrer,
  samplePackage,
  unread
} from './sample-package.js'

const sample = samplePackage([
  unread('platform'),
  unread('tagged platform', 'v1-arm64'),
  unread('build attestation'),
  unread('deep platform'),
  index('nested', [platform('deep platform')]),
  imageWith('chart', { configMediaType: 'application/vnd.cncf.helm.config.v1+json' }),
  index(
    'I',
    [
      platform('platform'),
      platform('tagged platform'),
      attests('build attestation', 'platform'),
      nested('nested'),
      platform('chart'),
      platform('both')
    ],
    'v1'
  ),
  unread('signature', helperTag('I', '.sig')),
  unread('sbom', helperTag('platform', '.sbom')),
  unread('vex', helperTag('I', '.vex')),
  referrer('provenance', 'I'),
  index('fallback', [listed('provenance'), listed('stray')], helperTag('I')),
  image('stray'),
  imageWith('report', { artifactType: 'application/vnd.acme.report', subject: digestOf('I') }),
  image('named', helperTag('I')),
  image('both', helperTag('other')),
  image('other', 'v2')
])

test.each<[string, Relation]>([
  ['platform', 'part'],
  ['tagged platform', 'part'],
  ['nested', 'part'],
  ['deep platform', 'part'],
  ['chart', 'part'],
  ['build attestation', 'attestation'],
  ['provenance', 'attestation'],
  ['signature', 'signature'],
  ['sbom', 'sbom'],
  ['fallback', 'referrers'],
  ['report', 'referrer'],
  ['vex', 'referrer'],
  ['named', 'referrer'],
  ['stray', 'referrer']
])('%s of an index: %s', (name, relation) => {
  expect(relationOf(sample.graph, sample.idOf('I'), sample.idOf(name))).toBe(relation)
})

test.each<[string, Relation]>([
  ['I', 'part'],
  ['other', 'referrer']
])('a version can be a part of one root and a referrer of another: %s', (root, relation) => {
  expect(relationOf(sample.graph, sample.idOf(root), sample.idOf('both'))).toBe(relation)
})
