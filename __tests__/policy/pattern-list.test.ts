import { describe, expect, test } from '@jest/globals'
import { compilePatternList } from '../../src/policy/pattern-list.js'
import type { PatternList } from '../../src/policy/pattern.js'

const list = (sources: string[], ignoreCase = false): PatternList => {
  const compiled = compilePatternList(sources, { ignoreCase })
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems))
  return compiled.list
}

describe('ruling 53: the last pattern that matches decides', () => {
  test.each<[string, string[], string[], string[]]>([
    ['an inclusion', ['v*', 'latest'], ['v1', 'latest'], ['x']],
    ['an exclusion', ['v*', '!v1*'], ['v2'], ['v1', 'v1.9', 'x']],
    ['what comes back', ['v*', '!v1*', 'v1.9'], ['v1.9', 'v2'], ['v1.8']],
    ['a list that starts from everything', ['!v1*'], ['v2', 'x'], ['v1', 'v1.9']],
    ['two exclusions from everything', ['!v1*', '!latest'], ['v2'], ['v1', 'latest']],
    ['what comes back to everything', ['!v1*', 'v1.9'], ['v1.9', 'x'], ['v1.8']],
    ['an exclusion with a space', ['v*', '! v1'], ['v2'], ['v1']],
    ['an exclusion by regular expression', ['*', '!/^v\\d/'], ['x'], ['v1']],
    ['an exclusion in front of its inclusion', ['a', '!*', 'b'], ['b'], ['a', 'c']],
    ['ruling 52: a ! and a parenthesis in front takes away', ['*', '!(a)*'], ['a', 'b'], ['(a)x']],
    ['nothing', [], [], ['a', '']]
  ])('%s', (_name, sources, yes, no) => {
    const compiled = list(sources)
    expect(yes.filter((text) => !compiled.matches(text))).toEqual([])
    expect(no.filter((text) => compiled.matches(text))).toEqual([])
  })
})

test('the including pattern that decided is told', () => {
  const versions = list(['v*', '!v1*', 'v1.9', '*.9'])
  const deciding = ['v2', 'v1.9', 'v1.8', 'x'].map((text) => versions.decidedBy(text))
  expect(deciding).toEqual(['v*', '*.9', null, null])
  expect(list(['!v1']).decidedBy('v2')).toBeNull()
})

describe('ruling 48: captures of every including pattern that matches', () => {
  test.each<[string, string[], string, object[]]>([
    ['one', ['{channel}-{build}', 'latest'], 'beta-1', [{ channel: 'beta', build: '1' }]],
    ['a pattern without one', ['{channel}-{build}', 'latest'], 'latest', [{}]],
    ['two patterns', ['{a}-*', '*-{b}'], 'x-y', [{ a: 'x' }, { b: 'y' }]],
    ['a text taken away', ['{a}-*', '!x-*'], 'x-y', []],
    ['a text that none matches', ['{a}-*'], 'x', []],
    ['a list that starts from everything', ['!x', '{a}'], 'y', []]
  ])('%s', (_name, sources, text, captures) => {
    expect(list(sources).captures(text)).toEqual(captures)
  })

  test('a list that starts from everything includes by no pattern', () => {
    expect(list(['!x', '{a}']).includes).toEqual([])
    expect(list(['a', '!b', 'c']).includes.map(({ source }) => source)).toEqual(['a', 'c'])
  })
})

test('all that is wrong is told at once', () => {
  expect(compilePatternList(['a', '[b', '!', '!{c', 'd'])).toEqual({
    ok: false,
    problems: [
      { index: 1, source: '[b', why: expect.stringContaining('not closed') },
      { index: 2, source: '!', why: expect.stringContaining('empty') },
      { index: 3, source: '!{c', why: expect.stringContaining('not closed') }
    ]
  })
})

test('ruling 35: case can be left out of account', () => {
  expect(list(['*', '!Services/Legacy'], true).matches('services/legacy')).toBe(false)
  expect(list(['*', '!Services/Legacy']).matches('services/legacy')).toBe(true)
})
