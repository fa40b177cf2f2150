import { expect, test } from '@jest/globals'

import { idlePatterns } from '../../src/plan/idle-patterns.js'
import { idleRuleText } from '../../src/report/idle-rule-text.js'
import { aPackage } from './a-package.js'
import { policy, quick } from './a-plan.js'

const of = (text: string, rules: string) => ({
  inventory: aPackage(text).inventory,
  policy: policy(rules)
})
const RULES = 'delete: [{name: old, tags: ["nigthly-*", "main-*"]}, {untagged: true}]'

test('a pattern that matches no tag is told, with its rule', () => {
  expect(idlePatterns([of('A[nightly-1, main-2]', RULES)])).toEqual([
    { rule: 'old', patterns: ['nigthly-*'] }
  ])
})

test('one that matches in one of several packages is not', () => {
  const inputs = [of('A[main-1]', RULES), of('A[nigthly-1]', RULES)]

  expect(idlePatterns(inputs)).toEqual([])
  expect(idlePatterns(inputs.toReversed())).toEqual([])
})

test.each<[string, string, string]>([
  ['an exclusion takes nothing away', 'A[main-1]', 'delete: [{tags: ["main-*", "!x-*"]}]'],
  ['a later pattern matches the same tag', 'A[main-1]', 'delete: [{tags: ["main-1", "main-*"]}]'],
  ['the list starts from everything', 'A[main-1]', 'delete: [{tags: ["!x-*"]}]'],
  ['a keep rule matches nothing', 'A[main-1]', 'keep: [{tags: "x-*"}]\ndelete: [{tags: "main-*"}]']
])('nothing is told where %s', (_sentence, text, rules) => {
  expect(idlePatterns([of(text, rules)])).toEqual([])
})

test('helper tags are no tags that a pattern could select', () => {
  const input = of('A[v1]\nS[sha256-A.sig]', 'delete: [{tags: "sha256-*"}]')

  expect(idlePatterns([input])).toEqual([{ rule: 'delete rule 1', patterns: ['sha256-*'] }])
})

test('for types without tags the names of versions stand in', () => {
  const { inventory } = aPackage('1.0.0-rc.1', { type: 'npm' })
  const rules = policy('delete: [{tags: ["*-rc.*", "*-beta.*"]}]')

  expect(idlePatterns([{ inventory, policy: rules }])).toEqual([
    { rule: 'delete rule 1', patterns: ['*-beta.*'] }
  ])
})

test.each([
  [['nigthly-*'], 'nigthly-* of delete-tags matches no tag of any package that was listed'],
  [['a', 'b'], 'a and b of delete-tags match no tag of any package that was listed']
])('in words: %j', (patterns, sentence) => {
  expect(idleRuleText({ rule: 'delete-tags', patterns })).toBe(sentence)
})

test('quick rules have the name of their input', () => {
  const rules = quick({ deleteTags: ['nigthly-*'] })

  expect(idlePatterns([{ inventory: aPackage('A[v1]').inventory, policy: rules }])).toEqual([
    { rule: 'delete-tags', patterns: ['nigthly-*'] }
  ])
})

test('nothing is told of a package of which the tags are not known', () => {
  const { inventory } = aPackage('A[main-1]')
  const versions = inventory.versions.map((one) => ({ ...one, tags: null }))
  const input = { inventory: { ...inventory, versions }, policy: policy(RULES) }

  expect(idlePatterns([input, of('B[main-2]', RULES)])).toEqual([])
})
