import { describe, expect, test } from '@jest/globals'
import { containerPackage, NOW, npmPackage } from '../../bench/sample-packages.js'
import { sampleFacts, twentyRules } from '../../bench/twenty-rules.js'
import { planPackage } from '../../src/plan/plan-package.js'
import type { PackagePolicy } from '../../src/policy/policy.js'

/** Time is measured by `npm run bench`; here is only counted what takes it. */

/** A policy that counts how often its patterns are asked. */
function counting(policy: PackagePolicy) {
  let asked = 0
  const watch = <R extends PackagePolicy['delete'][number]>(rule: R): R => ({
    ...rule,
    conditions: rule.conditions.map((condition) =>
      condition.kind === 'tags'
        ? {
            ...condition,
            patterns: {
              ...condition.patterns,
              matches: (tag: string) => {
                asked += 1
                return condition.patterns.matches(tag)
              }
            }
          }
        : condition
    )
  })
  const watched = { ...policy, keep: policy.keep.map(watch), delete: policy.delete.map(watch) }
  return { policy: watched, asked: () => asked }
}

describe('a large package', () => {
  test.each(['container', 'npm'] as const)('%s: has twenty rules', (type) => {
    const { keep, delete: selected } = twentyRules(type)
    expect(keep.length + selected.length).toBe(20)
  })

  test.each([
    ['container', containerPackage],
    ['npm', npmPackage]
  ] as const)('%s: each rule asks each tag a fixed number of times', (type, make) => {
    const askedOf = (count: number) => {
      const { policy, asked } = counting(twentyRules(type))
      const inventory = make(count)
      const plan = planPackage({ inventory, policy, facts: sampleFacts(), now: NOW })
      const ids = plan.versions.map(({ version }) => version.id)
      expect(new Set(ids).size).toBe(count)
      expect(plan.versions.some(({ decision }) => decision === 'delete')).toBe(true)
      return asked()
    }
    const [few, many] = [askedOf(800), askedOf(8000)]
    expect(many / few).toBeLessThan(11)
  })
})
