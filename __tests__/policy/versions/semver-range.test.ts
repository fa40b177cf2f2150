import { describe, expect, test } from '@jest/globals'
import {
  isReleaseVersion,
  parseRange,
  rangeTest
} from '../../../src/policy/versions/semver-range.js'
import { parseSemVer } from '../../../src/policy/versions/typed-version.js'

const isIn = (range: string, text: string) => rangeTest(range)(parseSemVer(text))
const isRelease = (text: string) => isReleaseVersion(parseSemVer(text))

describe('ruling 41: strict semantic versions in a range', () => {
  test.each<[string, string[], string[]]>([
    ['>=1', ['1.0.0', 'v1.0.0', '2.3.4', '1.0.0+x'], ['0.9.9', '1.0', 'latest', '1']],
    ['>=1.2.3', ['1.2.3', '1.2.4-rc.1'], ['1.2.3-alpine', '1.2.3-rc.1', '1.2.2']],
    ['^1.4', ['1.4.0', '1.9.9', '1.5.0-rc.1'], ['2.0.0', '2.0.0-rc.1', '1.3.9']],
    ['~1.2.3', ['1.2.9'], ['1.3.0']],
    ['1.x || >=3 <4', ['1.0.0', '3.9.9'], ['2.0.0', '4.0.0']],
    ['*', ['0.0.0', '1.0.0-rc.1'], ['1.2.3.4', 'V1.0.0', '']],
    ['1.2.3 - 2', ['1.2.3', '2.9.9'], ['3.0.0']]
  ])('%s', (range, yes, no) => {
    expect(yes.filter((text) => !isIn(range, text))).toEqual([])
    expect(no.filter((text) => isIn(range, text))).toEqual([])
  })
})

describe('what is a range', () => {
  test.each(['>=1', '^1.2.3-rc.1', '1.2.3 - 2', '*', 'v1', 'v*', '<2 || >3', ' >=1 '])(
    '%s is',
    (text) => {
      expect(parseRange(text)).toEqual({ ok: true, range: text.trim() })
    }
  )

  test.each<[string, string]>([
    ['', 'empty'],
    ['  ', 'empty'],
    ['latest', 'no range'],
    ['>=a', 'no range'],
    ['1.2.3.4', 'no range'],
    ['>=1 and <2', 'no range']
  ])('"%s" is none', (text, why) => {
    expect(parseRange(text)).toEqual({ ok: false, why: expect.stringContaining(why) })
  })
})

test('ruling 4: a release is what no branch is gone for', () => {
  expect(['1.0.0', 'v1.0.0', '1.0.0-alpine'].map(isRelease)).toEqual([true, true, true])
  expect(['1.0.0-rc.1', 'latest', '1.0', 'main'].some(isRelease)).toBe(false)
})
