import { describe, expect, test } from '@jest/globals'
import type { PackageType } from '../../src/model/package.js'
import { compilePackageNames, type PackageNames } from '../../src/policy/package-names.js'

function namesOf(...sources: string[]): PackageNames {
  const compiled = compilePackageNames(sources)
  if (!compiled.ok) throw new Error(compiled.problems.map(({ why }) => why).join('\n'))
  return compiled.names
}

const named = (name: string, type: PackageType = 'container', login = 'Acme') => ({
  owner: { login },
  type,
  name
})

describe('a list of names matches', () => {
  test.each<[string, string[], string, PackageType, boolean]>([
    ['the name', ['app'], 'app', 'container', true],
    ['no part of a name', ['app'], 'myapp', 'container', false],
    ['in any letter case (ruling 35)', ['services/api'], 'Services/API', 'maven', true],
    [
      'in any letter case of its own (ruling 35)',
      ['Services/Api'],
      'services/api',
      'container',
      true
    ],
    ['across slashes (ruling 54)', ['services/*'], 'services/a/b', 'container', true],
    [
      'not what is taken away',
      ['services/*', '!services/legacy'],
      'services/legacy',
      'container',
      false
    ],
    ['in other letter case', ['*', '!Services/Legacy'], 'services/legacy', 'container', false],
    ['what comes back (ruling 53)', ['a*', '!ab*', 'abc'], 'abc', 'container', true],
    ['all but what it starts by taking away (ruling 53)', ['!legacy'], 'app', 'container', true],
    ['not what it starts by taking away', ['!legacy'], 'legacy', 'container', false],
    ['npm with its scope (ruling 35)', ['@acme/ui'], 'ui', 'npm', true],
    ['npm without its scope', ['ui'], 'ui', 'npm', true],
    ['npm with a pattern of its scope', ['@acme/*'], 'ui', 'npm', true],
    ['not npm of another scope', ['@other/ui'], 'ui', 'npm', false],
    [
      'not npm that is taken away with its scope (ruling 35)',
      ['*', '!@acme/legacy'],
      'legacy',
      'npm',
      false
    ],
    ['nothing else with a scope', ['@acme/ui'], 'ui', 'container', false],
    ['npm as it is named, with a class of signs', ['[!a]pp'], 'app', 'npm', false],
    ['a regular expression in any letter case', ['/^APP-[0-9]+$/'], 'app-12', 'container', true]
  ])('%s', (_name, sources, name, type, expected) => {
    expect(namesOf(...sources).matches(named(name, type))).toBe(expected)
  })
})

describe('plain names need no list of packages', () => {
  test.each<[string, string[], PackageType, string[] | null]>([
    ['names', ['app', 'services/api'], 'container', ['app', 'services/api']],
    ['names, each once', ['app', 'App'], 'container', ['app']],
    ['names with an exclusion', ['app', '!x*'], 'container', ['app']],
    ['npm without the scope', ['@acme/ui', 'ui', 'api'], 'npm', ['ui', 'api']],
    ['no container has a scope', ['@acme/ui', 'api'], 'container', ['api']],
    ['a glob', ['app', 'x*'], 'container', null],
    ['braces', ['{a,b}'], 'container', null],
    ['a regular expression', ['/app/'], 'container', null],
    ['a list that starts from everything', ['!app'], 'container', null]
  ])('%s', (_name, sources, type, expected) => {
    expect(namesOf(...sources).plainNames(type)).toEqual(expected)
  })
})

test('an exclusion that excludes nothing is told (ruling 35)', () => {
  const names = namesOf('*', '!@acme/legacy', '!Old', '!@other/ui')
  const packages = [named('legacy', 'npm'), named('old'), named('ui', 'npm')]

  expect(names.idleExclusions(packages)).toEqual(['!@other/ui'])
})

test('all that is wrong with a list is told', () => {
  const compiled = compilePackageNames(['a', '!b[', '{c'])

  expect(compiled.ok).toBe(false)
  expect(compiled.ok ? [] : compiled.problems.map(({ index }) => index)).toEqual([1, 2])
})
