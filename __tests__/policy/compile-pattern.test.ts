import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { minimatch } from 'minimatch'
import type { PackageType } from '../../src/model/package.js'
import { compilePattern, impossibleIn } from '../../src/policy/compile-pattern.js'
import type { Pattern } from '../../src/policy/pattern.js'

const pattern = (source: string, ignoreCase = false): Pattern => {
  const compiled = compilePattern(source, { ignoreCase })
  if (!compiled.ok) throw new Error(`${source}: ${compiled.why}`)
  return compiled.pattern
}

describe('a glob matches the whole text', () => {
  test.each<[string, string, string[], string[]]>([
    ['literally', 'latest', ['latest'], ['latest2', 'xlatest', 'Latest', '']],
    ['a star takes any number', 'v*', ['v', 'v1', 'v1.2.3', 'v*'], ['1v', '']],
    ['a star takes slashes', 'services/*', ['services/a', 'services/a/b'], ['services']],
    ['two stars are one', 'a/**/b', ['a/x/b', 'a/x/y/b', 'a//b'], ['a/b']],
    ['stars in the middle', 'a*b*c', ['abc', 'a-b-c', 'abbcc', 'abcbc'], ['acb', 'ab', 'abcd']],
    ['a prefix and suffix never overlap', 'ab*ba', ['abba', 'ab-ba'], ['aba', 'ab']],
    ['pieces between never overlap the suffix', '*ab*b', ['abb', 'xab-b'], ['ab', 'xab']],
    ['ruling 52: dots are ordinary', '*', ['.dev', '..', ''], []],
    ['ruling 52: no comments', '#x*', ['#x', '#xy'], ['x']],
    ['ruling 52: a question mark is one sign, / too', 'a?b', ['axb', 'a/b', 'a?b'], ['ab', 'axxb']],
    ['a question mark takes a sign of two units', 'a?b', ['a😀b'], []],
    ['ruling 52: brackets match / too', 'a[/-]b', ['a/b', 'a-b'], ['axb']],
    ['a range', 'v[0-9]', ['v0', 'v9'], ['va', 'v10', 'v']],
    ['several ranges', '[a-cx-z_]', ['a', 'c', 'y', '_'], ['d', 'A', '']],
    ['a negated set', 'v[!0-9]', ['va', 'v-'], ['v0', 'v']],
    ['a set negated by a caret', 'v[^0-9]', ['va'], ['v0']],
    ['a bracket first in a set', '[]a]', [']', 'a'], ['b']],
    ['a bracket first in a negated set', '[!]a]', ['b'], [']', 'a']],
    ['an escaped bracket in a set', '[\\]a]', [']', 'a'], ['\\']],
    ['a minus at the end of a set', '[a-]', ['a', '-'], ['b']],
    ['a named set', 'v[[:digit:]_]', ['v1', 'v_'], ['va']],
    ['two named sets', '[[:upper:][:digit:]]', ['A', '1'], ['a']],
    ['a set beyond the basic plane', '[😀-😂]', ['😁'], ['x']],
    ['ruling 52: a backslash escapes', '\\*\\?\\[a\\]', ['*?[a]'], ['x?[a]']],
    ['an escaped exclamation mark in front', '\\!x', ['!x'], ['x']],
    ['ruling 52: alternatives', 'v{1,2}.*', ['v1.0', 'v2.'], ['v3.0', 'v12.0']],
    ['alternatives in alternatives', '{a,b{c,d}}e', ['ae', 'bce', 'bde'], ['be', 'abe']],
    ['an empty alternative', 'v1{,-alpine}', ['v1', 'v1-alpine'], ['v1-']],
    ['ruling 52: a range of numbers', 'v{1..3}', ['v1', 'v2', 'v3'], ['v4', 'v0', 'v1..3']],
    ['a range downwards', '{3..1}', ['1', '2', '3'], ['4']],
    ['a range with steps', '{0..10..5}', ['0', '5', '10'], ['1']],
    ['a range with zeros', '{08..10}', ['08', '09', '10'], ['8', '9']],
    ['a range below zero', '{-1..1}', ['-1', '0', '1'], ['-2']],
    ['a range of letters', '{a..c}', ['a', 'b', 'c'], ['d']],
    ['ruling 52: other braces are literal', 'a{1}{}{x-y}', ['a{1}{}{x-y}'], ['a1']],
    ['literal braces around alternatives', '{a{b,c}}', ['{ab}', '{ac}'], ['ab', 'x']],
    ['an escaped brace', '\\{word}', ['{word}'], ['x']],
    ['a closing brace alone', 'a}', ['a}'], ['a']],
    ['an escaped comma in braces', '{a\\,b,c}', ['a,b', 'c'], ['a', 'b']],
    ['a brace in a set', '[{,}]', ['{', ',', '}'], ['x']],
    ['one of a group', 'v@(1|2*)', ['v1', 'v2', 'v23'], ['v', 'v12']],
    ['at most one of a group', 'v1?(-alpine|-slim)', ['v1', 'v1-slim'], ['v1-slim-slim']],
    ['any number of a group', 'a*(b|c)', ['a', 'abcb'], ['abd']],
    ['at least one of a group', 'a+(b|c)', ['ab', 'acb'], ['a', 'abd']],
    ['a repeated group that may be empty', '+(a|)', ['', 'a', 'aaa'], ['b']],
    ['all but a group', 'v!(1|2)', ['v', 'v3', 'v12'], ['v1', 'v2']],
    ['all but a group before a literal', 'x!(a)-b', ['xb-b', 'x-b'], ['xa-b']],
    ['a group in a group', '@(a|+(b|c))d', ['ad', 'bcbd'], ['d', 'abd']],
    ['parentheses alone are literal', 'a(b)', ['a(b)'], ['ab']]
  ])('%s: %s', (_name, source, yes, no) => {
    const compiled = pattern(source)
    expect(yes.filter((text) => compiled.match(text) === null)).toEqual([])
    expect(no.filter((text) => compiled.match(text) !== null)).toEqual([])
  })
})

describe('a glob captures', () => {
  test.each<[string, string, string, object | null]>([
    ['a word', '{channel}-{build}', 'beta-17', { channel: 'beta', build: '17' }],
    [
      'ruling 52: as few signs as it can',
      '{channel}-{build}',
      'a-b-c',
      { channel: 'a', build: 'b-c' }
    ],
    ['ruling 48: at least one sign', '{channel}-{build}', '-17', null],
    ['stars take fewer than captures', '*-{build}*', 'a-b-c', { build: 'b' }],
    ['a star in front takes none if it can', '*{x}', 'ab', { x: 'ab' }],
    ['captures side by side', '{a}{b}', 'xyz', { a: 'x', b: 'yz' }],
    ['{number}', 'pr-{number}', 'pr-26', { number: '26' }],
    ['{number} with zeros in front as they stand', 'pr-{number}', 'pr-007', { number: '007' }],
    ['{number} takes no letters', 'pr-{number}', 'pr-26-fix', null],
    ['ruling 11: all digits before a star', 'pr-{number}*', 'pr-267', { number: '267' }],
    ['ruling 11: all digits before a text', 'pr-{number}*', 'pr-26-x', { number: '26' }],
    ['ruling 11: no digit before it', '*{number}', 'x26', { number: '26' }],
    ['ruling 11: never a part of a run', 'pr-?{number}', 'pr-267', null],
    [
      'ruling 11: a word before it leaves it its digits',
      '{x}{number}',
      'ab12',
      { x: 'ab', number: '12' }
    ],
    ['in an alternative', '{pr-{number},mr-{number}}', 'mr-5', { number: '5' }],
    ['by the first alternative that matches', '{x-{a},x-*}', 'x-1', { a: '1' }],
    ['nothing where there is nothing to capture', 'v*', 'v1', {}],
    [
      'words that objects know',
      '{constructor}-{toString}',
      'a-b',
      { constructor: 'a', toString: 'b' }
    ]
  ])('%s: %s on %s', (_name, source, text, captures) => {
    expect(pattern(source).match(text)).toEqual(captures)
  })

  test.each<[string, string[]]>([
    ['{channel}-{build}', ['channel', 'build']],
    ['{pr-{number},mr-{number}}', ['number']],
    ['{a-{x},b-*}', []],
    ['{{x}-{y},{y}}', ['y']],
    ['v*', []],
    ['/^(?<a>x)-(?<b>y)?-(?<c>z)$/', ['a', 'c']],
    ['/^(?:(?<a>x)|(?<b>y))(?<c>z)$/', ['c']],
    ['/(?<a>x)|y/', []],
    ['/((?<a>x)){0,3}(?<b>[(|])(?<c>\\|x)+/', ['b', 'c']],
    ['/(?<a>x(?<b>y)*)/', ['a']]
  ])('%s surely captures %j', (source, names) => {
    expect(pattern(source).captureNames).toEqual(names)
  })
})

describe('ruling 4: every way of splitting', () => {
  test.each<[string, string, object[]]>([
    [
      '{branch}-*',
      'release-1.x-abc-1',
      [{ branch: 'release' }, { branch: 'release-1.x' }, { branch: 'release-1.x-abc' }]
    ],
    ['{branch}', 'main', [{ branch: 'main' }]],
    ['{branch}-*', 'main', []],
    ['*{x}*', 'aa', [{ x: 'a' }, { x: 'aa' }]],
    [
      '{branch}-{sha}',
      'a-b-c',
      [
        { branch: 'a', sha: 'b-c' },
        { branch: 'a-b', sha: 'c' }
      ]
    ],
    ['pr-{number}*', 'pr-267', [{ number: '267' }]],
    ['{{branch}-*,*-{branch}}', 'a-b', [{ branch: 'a' }, { branch: 'b' }]],
    ['{{branch}-*,{branch}-a}', 'b-a', [{ branch: 'b' }]],
    ['v*', 'v1', [{}]],
    ['v*', 'x1', []],
    ['/^(?<branch>.+)-/', 'a-b-c', [{ branch: 'a-b' }]],
    ['/^(?<branch>.+)-/', 'a', []]
  ])('%s on %s', (source, text, ways) => {
    expect(pattern(source).matchAll(text)).toEqual(ways)
  })

  test('a longest tag is split at each place', () => {
    expect(pattern('{branch}*').matchAll('ab'.repeat(64))).toHaveLength(128)
    expect(pattern('*-{branch}-*').matchAll('a-'.repeat(64))).toHaveLength(63)
  })

  test('more ways than anybody can mean are an error that names the pattern, never a shortened list', () => {
    expect(() => pattern('{a}{b}{c}{d}{e}').matchAll('abcdefghij'.repeat(12))).toThrow(
      'the pattern "{a}{b}{c}{d}{e}" can split'
    )
  })

  test.each(['{a}-{b}-{branch}-{c}-{d}', '*{a}{branch}{b}*', '{w}{x}{branch}{y}{z}'])(
    'of one name there are never too many: %s',
    (source) => {
      const values = pattern(source)
        .matchAll('a-'.repeat(63) + 'ab', ['branch'])
        .map(({ branch }) => branch)
      expect(new Set(values).size).toBe(values.length)
      expect(values.length).toBeGreaterThan(50)
    }
  )

  test('of some names there are the ways that all of them have', () => {
    const piece = fc.constantFrom(
      'a',
      '-',
      '*',
      '?',
      '{x}',
      '{y}',
      '{z}',
      '{number}',
      '@(a|-a)',
      '1'
    )
    const glob = fc.uniqueArray(piece, { minLength: 1, maxLength: 7 }).map((all) => all.join(''))
    const names = fc.subarray(['x', 'y', 'z', 'number'])
    fc.assert(
      fc.property(glob, fc.stringMatching(/^[a1-]{0,9}$/), names, (source, tag, asked) => {
        const compiled = compilePattern(source)
        fc.pre(compiled.ok && compiled.pattern.captureNames.length > 1)
        if (!compiled.ok) return
        const keyOf = (way: object) =>
          JSON.stringify(Object.entries(way).filter(([name]) => asked.includes(name)))
        const all = new Set(compiled.pattern.matchAll(tag).map(keyOf))
        const found = compiled.pattern.matchAll(tag, asked).map(keyOf)
        expect(found[0]).toBe([...all][0])
        expect(found.toSorted()).toEqual([...all].sort())
      })
    )
  })

  test('the first way is the match', () => {
    const piece = fc.constantFrom('a', '-', '*', '?', '{x}', '{y}', '{number}', '@(a|-a)', '1')
    const glob = fc.uniqueArray(piece, { minLength: 1, maxLength: 6 }).map((all) => all.join(''))
    const text = fc.stringMatching(/^[a1-]{0,9}$/)
    fc.assert(
      fc.property(glob, text, (source, tag) => {
        const compiled = compilePattern(source)
        fc.pre(compiled.ok)
        if (!compiled.ok) return
        const ways = compiled.pattern.matchAll(tag)
        expect(ways[0] ?? null).toEqual(compiled.pattern.match(tag))
        expect(new Set(ways.map((way) => JSON.stringify(way))).size).toBe(ways.length)
      })
    )
  })
})

describe('a regular expression', () => {
  test.each<[string, string[], string[]]>([
    ['/v\\d/', ['v1', 'xv1y'], ['v', 'V1']],
    ['/^v\\d{1,2}$/', ['v1', 'v12'], ['v123']],
    ['/LATEST/i', ['latest', 'x-Latest'], ['late']],
    ['/^a\\/b$/', ['a/b'], ['ab']],
    ['/[/]/', ['a/b'], ['ab']],
    ['/^\\u0041\\-b$/', ['A-b'], ['u0041-b']],
    ['/^(?:rc|beta)[.-]?\\d+$/', ['rc1', 'beta.2', 'rc-3'], ['rc', 'alpha1']]
  ])('%s', (source, yes, no) => {
    const compiled = pattern(source)
    expect(yes.filter((text) => compiled.match(text) === null)).toEqual([])
    expect(no.filter((text) => compiled.match(text) !== null)).toEqual([])
  })

  test.each<[string, string, object | null]>([
    ['/^(?<channel>[a-z]+)-(?<build>\\d+)$/', 'beta-17', { channel: 'beta', build: '17' }],
    ['/^(?<a>x)?y/', 'y', {}],
    ['/pr-(?<number>\\d+)/', 'pr-267-x', { number: '267' }],
    ['/pr-(?<number>\\d+?)/', 'pr-267', null],
    ['/pr-(?<number>.+)/', 'pr-x', null],
    ['/pr-2(?<number>\\d+)/', 'pr-267', null]
  ])('captures by name: %s on %s', (source, text, captures) => {
    expect(pattern(source).match(text)).toEqual(captures)
  })

  test('is matched in linear time', () => {
    expect(pattern('/^(a+)+$/').match(`${'a'.repeat(5000)}b`)).toBeNull()
    expect(pattern('/(.*)*x/').match('a'.repeat(5000))).toBeNull()
  })
})

describe('what does not parse is an error that says why', () => {
  test.each<[string, string]>([
    ['', 'empty'],
    ['  ', 'empty'],
    ['!v*', 'takes away from a list'],
    ['a{b', 'a { is not closed'],
    ['a{b,{c}', 'a { is not closed'],
    ['a[b', 'a [ is not closed'],
    ['a[]', 'a [ is not closed'],
    ['{a,[b}', 'a [ is not closed'],
    ['@(a|b', 'a ( is not closed'],
    ['a\\', 'ends with a backslash'],
    ['[z-a]', 'runs backwards'],
    ['[[:nope:]]', '[:nope:]'],
    ['{x}-{x}', '{x} stands in it twice'],
    ['{number}-{number}', '{number} stands in it twice'],
    ['+({x})', "can't capture inside of ( )"],
    ['v1{number}', 'can never match'],
    ['{number}0', 'can never match'],
    ['{1..101}', 'more than 100'],
    ['{1..999999999}', 'more than 100'],
    ['{a,b}'.repeat(7), 'more than 100'],
    ['x'.repeat(2001), 'longer than'],
    ['/a', 'not closed'],
    ['/a[/]', 'not closed'],
    ['//', 'empty between the slashes'],
    ['/a/g', 'of flags only "i"'],
    ['/a/ii', 'of flags only "i"'],
    ['/a/b/', 'needs a backslash'],
    ['/(/', ''],
    ['/a**/', ''],
    ['/(?=a)/', 'looks ahead or behind'],
    ['/(?<!a)b/', 'looks ahead or behind'],
    ['/(a)\\1/', 'linear time'],
    ['/(?<x>a)\\k<x>/', 'linear time'],
    ['/\\Aa\\z/', '\\A means nothing'],
    ['/(?P<x>a)/', ''],
    ['/a{2000}/', '']
  ])('%s', (source, why) => {
    const compiled = compilePattern(source)
    expect(compiled).toEqual({ ok: false, why: expect.stringContaining(why) })
  })
})

test('ruling 35: names are compared without regard to case', () => {
  expect(pattern('Services/*', true).match('services/Legacy')).toEqual({})
  expect(pattern('[A-C]pp', true).match('bPP')).toEqual({})
  expect(pattern('/^App$/', true).match('aPP')).toEqual({})
  expect(pattern('App').match('app')).toBeNull()
})

describe('ruling 68: a pattern that can never match', () => {
  test.each<[string, PackageType[], string | null]>([
    ['app:v1', ['container'], '":"'],
    ['feature/*', ['container', 'docker'], '"/"'],
    ['ui@1.0.0', ['docker'], '"@"'],
    ['a b', ['container'], '" "'],
    ['v1+build', ['container'], '"+"'],
    ['v1+build', ['nuget'], null],
    ['feature/*', ['container', 'maven', 'npm'], null],
    ['x86_64-*', ['rubygems'], null],
    ['@(a|b/c)', ['container'], '"/"'],
    ['v!(a/b)', ['container'], null],
    ['v[/:]*', ['container'], null],
    ['{a,b:c}', ['container'], '":"'],
    ['{pr_number}', ['container'], '"{"'],
    ['/a:b/', ['container'], null],
    ['v*', ['container', 'docker', 'npm', 'maven', 'nuget', 'rubygems'], null]
  ])('%s for %j', (source, types, sign) => {
    const why = impossibleIn(pattern(source), types)
    expect(why).toEqual(sign === null ? null : expect.stringContaining(`can hold ${sign}`))
  })
})

describe('against minimatch, where the languages agree', () => {
  const piece = fc.constantFrom(
    'a',
    'b',
    '.',
    '-',
    '*',
    '?',
    '[ab]',
    '[!a]',
    '{a,b}',
    '{1..3}',
    '1'
  )
  const group = fc.constantFrom('@(a|b)', '?(a|b-)', '+(a|-)', '*(ab|a)')
  const glob = fc.array(fc.oneof({ weight: 6, arbitrary: piece }, group), {
    minLength: 1,
    maxLength: 7
  })
  const text = fc.stringMatching(/^[ab.1-3-]{1,8}$/)

  test('the same texts match', () => {
    fc.assert(
      fc.property(glob, text, (pieces, tag) => {
        // minimatch never matches these two names by a wildcard.
        fc.pre(tag !== '.' && tag !== '..')
        const source = pieces.join('').replace(/\*+/g, '*')
        // Braces that stand for too many patterns are refused here.
        fc.pre(compilePattern(source).ok)
        const expected = minimatch(tag, source, { dot: true, nocomment: true, nonegate: true })
        expect([source, tag, pattern(source).match(tag) !== null]).toEqual([source, tag, expected])
      }),
      { numRuns: 1000 }
    )
  })
})

test('never throws, whatever the pattern', () => {
  const signs = fc.constantFrom(...'{}[]()/\\!|*?+@,.-^$a1'.split(''), 'number', '..')
  fc.assert(
    fc.property(fc.array(signs, { maxLength: 12 }), fc.string({ maxLength: 12 }), (pieces, tag) => {
      const compiled = compilePattern(pieces.join(''))
      if (compiled.ok) compiled.pattern.match(tag)
      else expect(compiled.why).not.toBe('')
    }),
    { numRuns: 2000 }
  )
})
