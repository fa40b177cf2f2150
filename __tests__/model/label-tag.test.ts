import { expect, test } from '@jest/globals'
import { labelTag, tellingFirst } from '../../src/model/label-tag.js'

test.each<[string, string[], string | undefined]>([
  ['the most exact version', ['main-19785fb', 'latest', '2', '2.25', '2.25.1'], '2.25.1'],
  ['a release before its variant', ['1.2.3-alpine', 'v1.2.3'], 'v1.2.3'],
  ['a candidate before a short version', ['1.2', '1.2.3-rc.1'], '1.2.3-rc.1'],
  ['a short version before latest', ['latest', '2.25'], '2.25'],
  ['v and a number before latest', ['latest', 'v2'], 'v2'],
  ['latest before what is no version', ['main-19785fb', '7', 'latest'], 'latest'],
  ['else the first', ['pr-7', 'main-19785fb'], 'pr-7'],
  ['nothing without tags', [], undefined]
])('an image is called by %s', (_name, tags, expected) => {
  expect(labelTag(tags)).toBe(expected)
})

test('the other tags follow by the same measure, ties as they came', () => {
  expect(tellingFirst(['b', 'latest', 'a', '1.2', '1.2.3'])).toEqual([
    '1.2.3',
    '1.2',
    'latest',
    'b',
    'a'
  ])
})
