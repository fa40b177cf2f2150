import { expect, test } from '@jest/globals'
import * as fc from 'fast-check'

import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../../src/model/time.js'
import { ageText } from '../../src/report/age-text.js'
import { formatBytes, formatCount, utf8Length } from '../../src/report/bytes.js'
import { exampleList, versionLabel } from '../../src/report/labels.js'
import { clip, enumerate, ordinal, plural } from '../../src/report/wording.js'
import { digest } from './record.js'

test.each([
  [1, '1st'],
  [2, '2nd'],
  [3, '3rd'],
  [4, '4th'],
  [10, '10th'],
  [11, '11th'],
  [12, '12th'],
  [13, '13th'],
  [20, '20th'],
  [21, '21st'],
  [22, '22nd'],
  [103, '103rd'],
  [111, '111th'],
  [1112, '1,112th'],
  [1121, '1,121st']
])('%d is the %s', (rank, text) => {
  expect(ordinal(rank)).toBe(text)
})

test.each([
  [0, '0 versions'],
  [1, '1 version'],
  [2000, '2,000 versions']
])('%d: %s', (count, text) => {
  expect(plural(count, 'version')).toBe(text)
})

test.each([
  [[], Infinity, ''],
  [['a'], Infinity, 'a'],
  [['a', 'b'], Infinity, 'a and b'],
  [['a', 'b', 'c'], Infinity, 'a, b and c'],
  [['a', 'b', 'c', 'd'], 2, 'a, b and 2 more']
])('%j, at most %d: %s', (items, limit, text) => {
  expect(enumerate(items, limit)).toBe(text)
})

test.each([
  [0, '0 seconds'],
  [SECOND_MS, '1 second'],
  [90 * SECOND_MS, '90 seconds'],
  [2 * MINUTE_MS, '2 minutes'],
  [119 * MINUTE_MS, '119 minutes'],
  [2 * HOUR_MS, '2 hours'],
  [36 * HOUR_MS, '36 hours'],
  [12 * DAY_MS + HOUR_MS, '12 days'],
  [400 * DAY_MS, '400 days'],
  [1000 * DAY_MS, '2.7 years'],
  [-3 * HOUR_MS, '3 hours']
])('%d ms is %s', (ms, text) => {
  expect(ageText(ms)).toBe(text)
})

test.each([
  [0, '0 B'],
  [999, '999 B'],
  [1000, '1.0 kB'],
  [1234, '1.2 kB'],
  [9_949, '9.9 kB'],
  [9_960, '10 kB'],
  [999_499, '999 kB'],
  [999_500, '1.0 MB'],
  [1_234_567_890, '1.2 GB'],
  [5e12, '5.0 TB'],
  [Number.MAX_SAFE_INTEGER, '9.0 PB']
])('%d bytes are %s', (bytes, text) => {
  expect(formatBytes(bytes)).toBe(text)
})

test('no amount is shown as a thousand of a unit', () => {
  fc.assert(
    fc.property(fc.maxSafeNat(), (bytes) => {
      expect(Number.parseFloat(formatBytes(bytes))).toBeLessThan(1000)
    })
  )
})

test.each([
  [0, '0'],
  [999, '999'],
  [1000, '1,000'],
  [1234567, '1,234,567']
])('%d is written %s', (count, text) => {
  expect(formatCount(count)).toBe(text)
})

test('the length in UTF-8 is that of the encoder', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(utf8Length(text)).toBe(Buffer.byteLength(text))
    })
  )
})

test('a text that is cut keeps its length and no half of a sign', () => {
  expect(clip('abc', 3)).toBe('abc')
  expect(clip('abcd', 3)).toBe('ab…')
  expect(clip('a😀bc', 3)).toBe('a…')
})

test.each([
  ['its tags', ['v1', 'latest'], 'v1, latest'],
  ['some of many tags', ['a', 'b', 'c', 'd'], 'a, b +2'],
  ['no helper tag', [`sha256-${'0'.repeat(64)}.sig`], 'sha256:000000000000'],
  ['its short digest', [], 'sha256:000000000000'],
  ['its digest where nobody knows the tags', null, 'sha256:000000000000']
])('a version is called by %s', (_name, tags, label) => {
  expect(versionLabel({ name: digest(1), tags })).toBe(label)
})

test.each([
  [['main-141a001', '2.23.1', 'latest'], '2.23.1, latest +1'],
  [['latest', '1.2.3-alpine', 'v1.2.3'], 'v1.2.3, 1.2.3-alpine +1'],
  [['b', 'a'], 'b, a']
])('an example with the tags %j is called %s', (tags, label) => {
  expect(versionLabel({ name: digest(1), tags })).toBe(label)
})

test.each([
  [['2.23.1, a +1', 'b'], 3, '2.23.1, a +1; b and 3 more'],
  [['a', 'b'], 0, 'a; b'],
  [[], 0, '']
])('examples %j and %i more are listed as "%s"', (examples, left, text) => {
  expect(exampleList(examples, left)).toBe(text)
})
