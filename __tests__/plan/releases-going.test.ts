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
    images: 5,
    npmVersions: 0,
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
    images: 0,
    npmVersions: 3,
    releases: ['1.10.0', '1.2.0']
  })
  expect(releasesGoing([plan('A[v3.0.0]'), npm])).toEqual({
    images: 1,
    npmVersions: 3,
    releases: ['v3.0.0', '1.10.0', '1.2.0']
  })
})

const KEEPS = '; keep-tags, or a keep rule, keeps them'

test.each<[readonly string[], number, number, boolean, string]>([
  [
    ['2.23.1', '2.23.0', '2.22.4', '1.0.0'],
    1567,
    0,
    false,
    '4 of the 1,567 images that would go look like releases: 2.23.1, 2.23.0, 2.22.4 and 1 more'
  ],
  [['1.0.0'], 0, 67, false, '1 of the 67 npm versions that would go looks like a release: 1.0.0'],
  [
    ['1.0.0', '0.9.0'],
    2,
    1,
    true,
    '2 of the 2 images and 1 npm version that go look like releases: 1.0.0 and 0.9.0'
  ],
  [['1.0.0'], 1, 0, true, '1 of the 1 image that goes looks like a release: 1.0.0']
])('in words: %j of %i and %i, live: %j', (releases, images, npmVersions, isLive, sentence) => {
  expect(releasesGoingText({ images, npmVersions, releases }, isLive)).toBe(sentence + KEEPS)
})
