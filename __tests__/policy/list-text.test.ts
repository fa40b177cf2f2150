import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { splitList } from '../../src/policy/list-text.js'

describe('a list is split', () => {
  test.each<[string, string, string[]]>([
    ['at commas', 'a,b', ['a', 'b']],
    ['at newlines of any kind', 'a\nb\r\nc\rd', ['a', 'b', 'c', 'd']],
    ['trimmed', '  a , b\t', ['a', 'b']],
    ['without empty entries', ',a,,\n\n b,', ['a', 'b']],
    ['into nothing', ' \n , ', []],
    ['with spaces inside', 'a b, c', ['a b', 'c']],
    ['ruling 7: not inside braces', 'release-{a,b}', ['release-{a,b}']],
    ['ruling 7: not inside nested braces', '{a,{b,c}},d', ['{a,{b,c}}', 'd']],
    ['ruling 7: not inside brackets', '[a,b],c', ['[a,b]', 'c']],
    ['ruling 7: not inside parentheses', '@(a,b),c', ['@(a,b)', 'c']],
    ['ruling 7: not inside a regular expression', '/^v\\d{1,2}$/,b', ['/^v\\d{1,2}$/', 'b']],
    ['a comma alone in a regular expression', '/a,b/i,c', ['/a,b/i', 'c']],
    ['a regular expression with a bracket', '/[/,]/,c', ['/[/,]/', 'c']],
    ['a regular expression with an escaped slash', '/a\\/,b/, c', ['/a\\/,b/', 'c']],
    ['an excluded regular expression', '! /a,b/, !/c,d/', ['! /a,b/', '!/c,d/']],
    ['a regular expression with an open brace', '/a{/,b', ['/a{/', 'b']],
    ['a slash inside is no regular expression', 'services/a,b/c', ['services/a', 'b/c']],
    ['an escaped comma', 'a\\,b,c', ['a\\,b', 'c']],
    ['an escaped brace', 'a\\{,b', ['a\\{', 'b']],
    ['a brace in brackets is one of its signs', '[{],b', ['[{]', 'b']],
    ['a bracket first in brackets is one of its signs', '[],],b', ['[],]', 'b']],
    ['a closing brace alone is a sign', 'a},b', ['a}', 'b']],
    ['a parenthesis in braces', '{a,(b,c)},d', ['{a,(b,c)}', 'd']],
    ['a backslash at the end', 'a,b\\', ['a', 'b\\']]
  ])('%s', (_name, text, items) => {
    expect(splitList(text)).toEqual({ ok: true, items })
  })
})

describe('ruling 7: what is not closed is an error that names the entry', () => {
  test.each<[string, string]>([
    ['a, release-{b', 'release-{b'],
    ['{a\n,b}', '{a'],
    ['[a, b', '[a, b'],
    ['x, (a, b', '(a, b'],
    ['/a, b', '/a, b'],
    ['!/a, b', '!/a, b'],
    ['/a\\/', '/a\\/'],
    ['{a,(b}', '{a,(b}']
  ])('%j', (text, item) => {
    expect(splitList(text)).toEqual({ ok: false, why: expect.stringContaining(`"${item}"`) })
  })
})

test('entries without signs of their own come back as they were', () => {
  const item = fc.stringMatching(/^[A-Za-z0-9._*?-]{1,12}$/)
  const separator = fc.constantFrom(',', '\n', ' , ', '\r\n')
  fc.assert(
    fc.property(fc.array(item), separator, (items, between) => {
      expect(splitList(items.join(between))).toEqual({ ok: true, items })
    })
  )
})
