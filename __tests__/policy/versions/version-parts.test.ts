import { describe, expect, test } from '@jest/globals'
import type { PackageType } from '../../../src/model/package.js'
import { groupOf, isPrerelease } from '../../../src/policy/versions/typed-version.js'

describe('ruling 2: variants of container images are no prereleases', () => {
  const words = 'alpha beta rc pre preview dev snapshot canary nightly next milestone'.split(' ')

  test.each(['container', 'docker'] as const)('%s', (type) => {
    for (const word of words) {
      const spellings = [word, word.toUpperCase(), `${word}1`, `${word}.1`, `${word}-1`]
      const wrong = spellings.filter((part) => isPrerelease(type, `v1.2.3-${part}`) !== true)
      expect(wrong).toEqual([])
    }
  })

  test.each([
    'alpine',
    'amd64',
    'slim',
    'prebuilt',
    'devel',
    'nextjs',
    'rcx',
    'alphabet',
    '1',
    'bookworm-rc',
    'jre-beta'
  ])('1.2.3-%s is a variant', (part) => {
    expect(isPrerelease('container', `1.2.3-${part}`)).toBe(false)
    expect(isPrerelease('docker', `1.2.3-${part}`)).toBe(false)
    expect(isPrerelease('npm', `1.2.3-${part}`)).toBe(true)
  })
})

describe('a prerelease is what its type says (ruling 42)', () => {
  test.each<[PackageType, string, boolean | null]>([
    ['container', '1.2.3', false],
    ['container', 'v1.2.3', false],
    ['container', 'latest', null],
    ['container', '1.2', null],
    ['npm', '1.2.3', false],
    ['npm', '1.2.3+build-rc', false],
    ['npm', '1.2.3-0', true],
    ['npm', 'beta', null],
    ['nuget', '1.0.0', false],
    ['nuget', '1.0.0.0', false],
    ['nuget', '1.0-x', true],
    ['nuget', '1.0+rc-1', false],
    ['rubygems', '1.0.0', false],
    ['rubygems', '1.0.0.rc1', true],
    ['rubygems', '1.0.a', true],
    // What follows the first "-" is the platform.
    ['rubygems', '1.13.0-x86_64-linux', false],
    ['rubygems', '1.13.0.rc1-java', true],
    ['maven', '1.0-SNAPSHOT', true],
    ['maven', 'main-SNAPSHOT', true],
    ['maven', '1.0-snapshot', true],
    ['maven', '1.0-feature-SNAPSHOT', true],
    ['maven', '1.0-SNAPSHOT-1', false],
    ['maven', '1.0.SNAPSHOT', false],
    ['maven', '1.0-alphabet', false],
    ['maven', '2.0-cr1', false],
    ['maven', '1.0-m2', false],
    ['maven', '1.0.RC1', true],
    ['maven', '1.0rc1', true],
    ['maven', '1.0_beta_2', true],
    ['maven', 'MILESTONE-3', true],
    ['maven', '1.0-alpha', true],
    ['maven', '1.0+rc1', false],
    ['maven', '1.0-arch', false],
    ['maven', '31.1-jre', false],
    ['maven', 'main', false]
  ])('%s %s: %s', (type, text, expected) => {
    expect(isPrerelease(type, text)).toBe(expected)
  })
})

describe('ruling 22: groups by version', () => {
  test.each<[PackageType, string, [string, string, string, string] | null]>([
    ['container', 'v1.2.3', ['1', '1.2', '1.2.3', 'stable']],
    ['container', '1.2.3-rc.1', ['1', '1.2', '1.2.3', 'rc']],
    // Ruling 2: the channel is the first identifier, whatever it is.
    ['container', '1.2.3-alpine', ['1', '1.2', '1.2.3', 'alpine']],
    ['container', '1.2.3-0.beta', ['1', '1.2', '1.2.3', '0']],
    ['docker', '10.20.30', ['10', '10.20', '10.20.30', 'stable']],
    ['container', 'main', null],
    ['container', '1.2', null],
    ['npm', '0.0.0', ['0', '0.0', '0.0.0', 'stable']],
    // Ruling 41: numbers that are not there are 0.
    ['nuget', '1', ['1', '1.0', '1.0.0', 'stable']],
    ['nuget', '1.2.3.4-Beta.1', ['1', '1.2', '1.2.3', 'beta']],
    ['nuget', '01.2', ['1', '1.2', '1.2.0', 'stable']],
    ['rubygems', '1.2', ['1', '1.2', '1.2.0', 'stable']],
    ['rubygems', '1.0.0.rc1', ['1', '1.0', '1.0.0', 'rc']],
    ['rubygems', '2.0-java', ['2', '2.0', '2.0.0', 'stable']],
    ['rubygems', 'x', null],
    ['maven', '1.9', ['1', '1.9', '1.9.0', 'stable']],
    ['maven', '1.10.0.1-SNAPSHOT', ['1', '1.10', '1.10.0', 'snapshot']],
    ['maven', '2.0.RC1', ['2', '2.0', '2.0.0', 'rc']],
    ['maven', '31.1-jre', ['31', '31.1', '31.1.0', 'stable']],
    ['maven', 'main-SNAPSHOT', ['0', '0.0', '0.0.0', 'snapshot']]
  ])('%s %s', (type, text, groups) => {
    const found = (['major', 'minor', 'patch', 'channel'] as const).map((by) =>
      groupOf(type, text, by)
    )
    expect(found).toEqual(groups ?? [null, null, null, null])
  })
})
