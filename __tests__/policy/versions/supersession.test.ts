import { describe, expect, test } from '@jest/globals'
import type { PackageType } from '../../../src/model/package.js'
import { supersession } from '../../../src/policy/versions/supersession.js'

describe('ruling 43: the release that a prerelease led to', () => {
  test.each<[PackageType, string, string[], string | null]>([
    ['container', 'v1.0.0-rc.1', ['1.0.0'], '1.0.0'],
    ['npm', '1.0.0-rc.1', ['v1.0.0+build'], 'v1.0.0+build'],
    ['container', '1.0.0-rc.1', ['1.0.0-rc.1', '1.0.0'], '1.0.0'],
    ['container', '1.0.0-rc.1', ['1.0.1', '1.0.0-rc.2'], null],
    ['container', '1.0.0-rc.1', ['1.0.0-alpine'], null],
    ['docker', '1.0.0-rc.1', ['1.0.0-alpine', '1.0.0'], '1.0.0'],
    ['container', '1.0.0-rc.1', ['1.0'], null],
    // Ruling 2: variants are never superseded, and neither is a release.
    ['container', '1.0.0-alpine', ['1.0.0'], null],
    ['container', '1.0.0', ['1.0.0'], null],
    ['container', 'latest', ['1.0.0'], null],
    ['npm', '1.0.0-alpine', ['1.0.0'], '1.0.0'],
    ['nuget', '1.0.0-beta', ['1.0.0.0'], '1.0.0.0'],
    ['nuget', '1.0-beta', ['1.0.0.1', '1'], '1'],
    ['nuget', '1.0.0-beta', ['1.0.0-rc'], null],
    ['rubygems', '1.0.0.rc1', ['1.0'], '1.0'],
    ['rubygems', '1.0.0.rc1', ['1.0.0-x86_64-linux'], '1.0.0-x86_64-linux'],
    ['rubygems', '1.0.0.rc1', ['1.0.1', '1.0.0.rc2'], null],
    ['maven', '1.0-SNAPSHOT', ['1.0.0'], '1.0.0'],
    ['maven', '1.0-SNAPSHOT', ['1.0.Final'], '1.0.Final'],
    ['maven', '1.0.RC1', ['1.0'], '1.0'],
    ['maven', '1.0rc1', ['1.0'], '1.0'],
    ['maven', '1.0-feature-SNAPSHOT', ['1.0'], null],
    ['maven', '1.0-feature-SNAPSHOT', ['1.0', '1.0-feature'], '1.0-feature'],
    ['maven', 'main-SNAPSHOT', ['1.0', '0'], null],
    ['maven', '1.0-beta-2-SNAPSHOT', ['1.0'], '1.0'],
    ['maven', '1.0-jre', ['1.0'], null],
    ['maven', '1.0-SNAPSHOT', ['1.0-jre', '1.0-1'], null]
  ])('%s %s in %j', (type, text, listed, release) => {
    expect(supersession(type, listed)(text)).toBe(release)
  })

  test('of several spellings of one release the first is told', () => {
    expect(supersession('npm', ['v1.0.0', '1.0.0'])('1.0.0-rc.1')).toBe('v1.0.0')
  })
})
