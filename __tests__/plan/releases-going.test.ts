import { expect, test } from '@jest/globals'
import type { PackageType } from '../../src/model/package.js'
import { releasesGoing } from '../../src/plan/releases-going.js'
import { releasesGoingText } from '../../src/report/releases-going-text.js'
import { planOf } from './a-plan.js'

function plan(text: string, type: PackageType = 'container', keep = '') {
  const rules = `${keep}delete: [{older-than: 0}]\nuntagged-grace: 0\nlast-version: delete-package`
  return planOf(text, rules, { type }).plan
}

test('releases among what would go are told, the highest first', () => {
  const text = 'A[main-1, v2.9.0, 2.9]\nB[2.10.0]\nC[pr-7]\nD[2.11.0-rc.1]\nU'

  expect(releasesGoing([plan(text)])).toEqual({
    going: 5,
    areImages: true,
    releases: ['2.10.0', 'v2.9.0']
  })
})

test('what a rule keeps is not among them', () => {
  const keep = 'keep: [{tags: "*.*.*"}]\n'

  expect(releasesGoing([plan('A[2.9.0]\nB[pr-7]', 'container', keep)])).toBeNull()
})

test.each<[string, string, PackageType]>([
  ['in a type in which each version is a release', '1.0.0', 'nuget'],
  ['of short versions and other tags', 'A[1.2, latest, 7]', 'container'],
  ['of candidates and variants', 'A[1.2.3-rc.1]\nB[1.2.3-alpine]', 'container']
])('nothing is told %s', (_name, text, type) => {
  expect(releasesGoing([plan(text, type)])).toBeNull()
})

test('the names of npm versions are looked at, and then not all are images', () => {
  const npm = plan('1.2.0\n1.10.0\n2.0.0-rc.1', 'npm')

  expect(releasesGoing([npm])).toEqual({
    going: 3,
    areImages: false,
    releases: ['1.10.0', '1.2.0']
  })
  expect(releasesGoing([plan('A[v3.0.0]'), npm])).toEqual({
    going: 4,
    areImages: false,
    releases: ['v3.0.0', '1.10.0', '1.2.0']
  })
})

test.each([
  [
    ['2.23.1', '2.23.0', '2.22.4', '1.0.0'],
    1567,
    true,
    false,
    '4 of the 1,567 images that would go look like releases: 2.23.1, 2.23.0, 2.22.4 and 1 more; keep-tags, or a keep rule, keeps them'
  ],
  [
    ['1.0.0'],
    1567,
    false,
    false,
    '1 of the 1,567 versions that would go looks like a release: 1.0.0; keep-tags, or a keep rule, keeps them'
  ],
  [
    ['1.0.0', '0.9.0'],
    2,
    true,
    true,
    '2 of the 2 images that go look like releases: 1.0.0 and 0.9.0; keep-tags, or a keep rule, keeps them'
  ],
  [
    ['1.0.0'],
    1,
    true,
    true,
    '1 of the 1 image that goes looks like a release: 1.0.0; keep-tags, or a keep rule, keeps them'
  ]
])('in words: %j of %i, images: %j, live: %j', (releases, going, areImages, isLive, sentence) => {
  expect(releasesGoingText({ going, areImages, releases }, isLive)).toBe(sentence)
})
