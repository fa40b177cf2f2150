import { describe, expect, test } from '@jest/globals'
import type { DeletionLimit } from '../../src/policy/policy.js'
import { parseDeletionLimit } from '../../src/policy/deletion-limit.js'
import { exceededLimits } from '../../src/plan/deletion-limits.js'
import type { PackagePlan } from '../../src/plan/plan.js'
import { planOf } from './a-plan.js'

function limit(text: string): DeletionLimit {
  const parsed = parseDeletionLimit(text)
  if (!parsed.ok) throw new Error(parsed.why)
  return parsed.limit
}

/** A plan that deletes some of so many versions. */
function planWith(deletions: number, versions: number): PackagePlan {
  const { plan } = planOf('A[a]\nB[b]', 'delete: [{tags: a}]')
  const [, gone] = plan.versions
  const [kept] = plan.versions
  if (gone?.decision !== 'delete' || kept === undefined) throw new Error('one goes, one stays')
  return {
    ...plan,
    versions: Array.from({ length: versions }, (_, at) => (at < deletions ? gone : kept))
  }
}

const exceeded = (limits: readonly string[], ...plans: (readonly [number, number])[]) =>
  exceededLimits(
    plans.map(([deletions, versions]) => ({
      plan: planWith(deletions, versions),
      limits: limits.map(limit)
    }))
  ).map(({ limit: one, deletions, versions }) => [
    one.kind === 'count' ? one.count : `${one.percent}%`,
    deletions,
    versions
  ])

describe('ruling 59: max-deletions', () => {
  test.each<[string, string[], (readonly [number, number])[], unknown[]]>([
    ['exactly at a count is not beyond', ['5'], [[5, 10]], []],
    ['one more is', ['5'], [[6, 10]], [[5, 6, 10]]],
    [
      'a count is of the whole run',
      ['5'],
      [
        [3, 10],
        [3, 10]
      ],
      [[5, 6, 20]]
    ],
    ['0 allows none', ['0'], [[1, 10]], [[0, 1, 10]]],
    ['0 of 0 is not beyond', ['0', '0%'], [[0, 0]], []],
    ['exactly at a share is not beyond', ['50%'], [[5, 10]], []],
    ['one more is', ['50%'], [[6, 10]], [['50%', 6, 10]]],
    [
      'a share is of each package: one over it is enough',
      ['50%'],
      [
        [0, 100],
        [2, 3]
      ],
      [['50%', 2, 3]]
    ],
    ['a share may have decimals', ['12.5%'], [[1, 8]], []],
    ['decimals that no number holds exactly', ['1.15%', '33.3%'], [[115, 10_000]], []],
    ['and one more', ['1.15%'], [[116, 10_000]], [['1.15%', 116, 10_000]]],
    ['100% is never beyond', ['100%'], [[10, 10]], []],
    [
      'every limit applies',
      ['500', '10%', '50%'],
      [[6, 10]],
      [
        ['10%', 6, 10],
        ['50%', 6, 10]
      ]
    ],
    ['of several counts the lowest', ['500', '2'], [[3, 10]], [[2, 3, 10]]],
    ['no limit', [], [[10, 10]], []]
  ])('%s', (_sentence, limits, plans, expected) => {
    expect(exceeded(limits, ...plans)).toEqual(expected)
  })

  test('children count, tags that are taken off do not', () => {
    const { plan } = planOf('I[pr-1]{P, Q}\nA[v1, pr-2]', 'delete: [{tags: "pr-*"}]\nuntag: true')
    expect(exceededLimits([{ plan, limits: [limit('2')] }])[0]?.deletions).toBe(3)
    expect(exceededLimits([{ plan, limits: [limit('3')] }])).toEqual([])
  })

  test('it is asked after last-version', () => {
    const { plan } = planOf('A[pr-1]\nB[pr-2]', 'delete: [{tags: "pr-*"}]')
    expect(exceededLimits([{ plan, limits: [limit('1')] }])).toEqual([])
  })

  test('all versions count where the whole package goes', () => {
    const rules = 'delete: [{tags: "pr-*"}]\nlast-version: delete-package'
    const { plan } = planOf('I[pr-1]{P}', rules)
    expect(exceededLimits([{ plan, limits: [limit('99%')] }])[0]?.deletions).toBe(2)
  })
})
