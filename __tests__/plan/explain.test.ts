import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { DAY_MS } from '../../src/model/time.js'
import { explainVersion } from '../../src/plan/explain.js'
import type { Explanation } from '../../src/plan/explanation.js'
import { type PlanInput, planPackage } from '../../src/plan/plan-package.js'
import { explanationLines } from '../../src/report/explain-text.js'
import { arbitraryPackage } from '../graph/arbitrary-package.js'
import { packageRef } from './a-package.js'
import { type CaseOptions, known, planOf, unknown } from './a-plan.js'
import { arbitraryFacts, arbitraryPolicy } from './arbitrary-policy.js'

function explained(text: string, rules: string, name: string, options?: CaseOptions): Explanation {
  const { input, written } = planOf(text, rules, options)
  const explanation = explainVersion(input, written.idOf(name))
  if (explanation === null) throw new Error(`no explanation of ${name}`)
  return explanation
}

/** The lines about one rule, without the space around them. */
function said(text: string, rules: string, name: string, options?: CaseOptions): string {
  const lines = explanationLines(explained(text, rules, name, options))
  return lines.map((line) => line.trim()).join('\n')
}

describe('what a rule says', () => {
  test.each<[string, string, string, string]>([
    [
      'the first condition that fails',
      'A[pr-7] 2d',
      'delete: [{tags: "pr-*", older-than: 7d}]',
      'delete  delete rule 1: no: it is 2 days old, not older than 7d'
    ],
    [
      'for each tag its own, where they differ (ruling 1)',
      'A[v1.0.0, 2.0.0-rc.1]',
      'delete: [{tags: "v*", prerelease: true}]',
      'no: v1.0.0 is no prerelease and 2.0.0-rc.1 does not match v*'
    ],
    [
      'how old it is where it is too old to be kept',
      'A[v1] 20d',
      'keep: [{newer-than: 14d}]',
      'keep    keep rule 1: no: it is 20 days old, older than 14d'
    ],
    [
      'a prerelease that a rule for releases does not keep',
      'A[2.0.0-rc.1]',
      'keep: [{name: releases, prerelease: false}]',
      'keep    releases: no: 2.0.0-rc.1 is a prerelease, or no version'
    ],
    [
      'that others fill the quota of a rule about everything',
      'A[v1] 2d\nB[v2] 1d',
      'keep: [{name: newest versions, newest: 1}]',
      'keep    newest versions: not kept: others fill its quota\n2nd newest of 2, of which 1 is kept'
    ],
    [
      'the evidence where it holds, and the tags that pass',
      'A[pr-7, pr-8, v1]',
      'delete: [{tags: "pr-*"}]',
      'delete rule 1: yes: pr-7 matches pr-* (for the tags pr-7 and pr-8)'
    ],
    [
      'which rule selects which tag, where only some are',
      'A[pr-7, v1]',
      'delete: [{tags: "pr-*"}]',
      '1 tag of 2 selected: pr-7 by delete rule 1 and v1 by no rule'
    ],
    [
      'that it does not ask for what nobody can pull (ruling 9)',
      'B[x]\nA[v1] absent',
      'delete: [{older-than: 0}]',
      'no: the registry does not know its manifest, and it does not ask for such'
    ],
    [
      'that it does not ask for helper tags alone (ruling 26)',
      `B[x]\nA[sha256-${'a'.repeat(64)}.sig]`,
      'delete: [{older-than: 0}]',
      'no: it has helper tags only, and it does not ask for such'
    ],
    ['that there is none', 'A[v1]', 'keep: [{tags: "v*"}]', 'there is no delete rule, so nothing']
  ])('%s', (_what, text, rules, line) => {
    expect(said(text, rules, 'A')).toContain(line)
  })

  test.each([
    [
      'keep',
      'keep: [{open-pull-request: "pr-{number}"}]\ndelete: [{older-than: 0}]',
      'keeps everything'
    ],
    ['delete', 'delete: [{closed-pull-request: "pr-{number}"}]', 'deletes nothing']
  ])('an unanswered question of a %s rule, with why (ruling 5)', (_side, rules, effect) => {
    const text = said('A[pr-7]', rules, 'A', { facts: { pullRequests: unknown } })

    expect(text).toContain(
      `its question could not be answered, so it ${effect}: the token lacks a permission`
    )
  })

  test('a question that makes no difference was not asked', () => {
    expect(said('A[pr-7]', 'keep: [{open-pull-request: "pr-{number}"}]', 'A')).toContain(
      'keep    keep rule 1: its question was not asked'
    )
  })

  test('an answered one holds or not', () => {
    const pullRequests = known({ open: [8], closed: [{ number: 7, closedAt: null }], heads: [] })
    const rules = 'delete: [{closed-pull-request: "pr-{number}"}]'

    expect(said('A[pr-7]\nB[pr-8]', rules, 'A', { facts: { pullRequests } })).toContain(
      'yes: pr-7: pull request 7 is closed'
    )
    expect(said('A[pr-7]\nB[pr-8]', rules, 'B', { facts: { pullRequests } })).toContain(
      'no: pr-8: its pull request is not closed'
    )
    const aged = 'delete: [{older-than: 7d, closed-pull-request: "pr-{number}"}]'
    expect(said('A[v1] 2d', aged, 'A', { facts: { pullRequests } })).toContain(
      'no: v1 does not fit pr-{number}'
    )
  })
})

describe('where a root stands under a quota', () => {
  const THREE = 'A[m-1] 3d\nB[m-2] 2d\nC[m-3] 1d'
  const rules = (quota: string) => `keep: [{tags: "m-*", ${quota}}]\ndelete: [{older-than: 0}]`

  test.each<[string, string, string]>([
    ['newest: 1', 'A', '3rd newest of 3, of which 1 is kept'],
    ['newest: 2', 'A', '3rd newest of 3, of which 2 are kept'],
    ['newest: 2', 'B', '2nd newest of 3, kept by newest: 2'],
    ['daily: 1', 'B', '2nd newest of 3, not kept by daily: 1: the count is used up'],
    ['monthly: 3', 'B', '2nd newest of 3, not kept by monthly: 3: m-3 is kept for that period'],
    ['monthly: 3', 'A', '3rd newest of 3, kept by monthly: 3']
  ])('%s: %s is %s', (quota, name, line) => {
    expect(said(THREE, rules(quota), name)).toContain(line)
  })

  test('in each of its groups', () => {
    const text = said(
      'A[beta-1, alpha-9] 9d\nB[alpha-8] 2d\nC[alpha-7] 1d',
      'keep: [{tags: "{channel}-{build}", per: channel, newest: 1}]\ndelete: [{older-than: 0}]',
      'A'
    )

    expect(text).toContain('newest of 1 in beta, kept by newest: 1')
    expect(text).toContain('3rd newest of 3 in alpha, of which 1 is kept')
    expect(text).toContain('keep    keep rule 1: yes')
  })

  test('parts of a kept image use up no count (ruling 55)', () => {
    const { root } = explained(
      'A[v1] 9d\nI[v2]{P, Q} 1d\nP[v2-amd64] 2d\nQ[v2-arm64] 2d',
      'keep: [{tags: "v*", newest: 1}]\ndelete: [{older-than: 0}]',
      'A'
    )

    expect(root?.keep[0]?.standings).toMatchObject([{ rank: 2, of: 4, kept: false }])
  })
})

describe('what needs it', () => {
  test('a follower: the way from its root, and the rules that were asked of that', () => {
    const text = said(
      'I[v1]{J}\nJ{P}\nP\nR->P',
      'keep: [{tags: "v*"}]\ndelete: [{older-than: 0}]',
      'R'
    )

    expect(text).toMatch(/it follows v1: v1 > sha256:\w+ \(part\) > sha256:\w+ \(part\) > sha256:/)
    expect(text).toContain('one image needs it: v1, which stays')
    expect(text).toContain('what each rule says of v1, which it follows:')
  })

  test('all roots that lead to it, and whether they stay', () => {
    const { needers } = explained('I[pr-1]{P}\nK[v1]{P}', 'delete: [{tags: "pr-*"}]', 'P')

    expect(needers.map(({ name, stays }) => [name.label, stays])).toEqual([
      ['v1', true],
      ['pr-1', false]
    ])
  })
})

describe('what stands above the rules', () => {
  test.each<[string, string, string, string]>([
    [
      'a guard',
      'B[x]\nA 2h',
      'delete: [{untagged: true}]',
      'guarded: untagged and only 2 hours old'
    ],
    ['the last version', 'A[v1]', 'delete: [{older-than: 0}]', 'last-version: the newest, kept by'],
    [
      'a frozen package',
      'B[x] unreadable\nA[v1]',
      'delete: [{older-than: 0}]',
      'is frozen: the manifest'
    ]
  ])('%s', (_what, text, rules, line) => {
    expect(said(text, rules, 'A')).toContain(line)
  })

  test('a list that contradicts itself: no rule could be asked (ruling 60)', () => {
    const explanation = explained('A[v1]\nB[v1]', 'delete: [{older-than: 0}]', 'A')

    expect(explanation.root).toBeNull()
    expect(explanationLines(explanation).join()).toContain('the package is frozen: the tag v1')
  })
})

test('a version that is not there has no explanation', () => {
  expect(explainVersion(planOf('A[v1]', 'delete: [{older-than: 0}]').input, 99)).toBeNull()
})

const arbitraryInput: fc.Arbitrary<PlanInput> = fc.record({
  inventory: arbitraryPackage.map(({ versions, manifests, unlisted }) => ({
    package: packageRef('container'),
    versions: versions.map((version) => ({ ...version, deletedAt: null })),
    manifests,
    unlisted,
    lastTagged: {},
    leftOver: []
  })),
  policy: arbitraryPolicy,
  facts: arbitraryFacts,
  now: fc.integer({ min: 1, max: 60 }).map((days) => days * DAY_MS + 1)
})

test('what is explained is what is planned', () => {
  fc.assert(
    fc.property(arbitraryInput, (input) => {
      for (const planned of planPackage(input).versions) {
        const explanation = explainVersion(input, planned.version.id)
        expect(explanation?.version).toEqual(planned)
        expect(() => explanationLines(explanation ?? never())).not.toThrow()
        const root = explanation?.root ?? null
        if (root === null || !root.isVersion) continue
        const holding = root.delete.filter(({ answer }) => answer.kind === 'holds')
        const selected = root.selectedBy.some(({ rule }) => rule !== null)
        if (root.userTags.length > 0) expect(selected).toBe(holding.length > 0)
        if (planned.decision === 'delete' && planned.reason.code === 'selected') {
          expect(holding.map(({ rule }) => rule)).toContain(planned.rule)
          expect(root.keep.filter(({ takesEffect }) => takesEffect)).toEqual([])
        }
        if (planned.rule !== null && planned.decision === 'keep') {
          const keeping = root.keep.filter(({ takesEffect }) => takesEffect).map(({ rule }) => rule)
          expect(keeping).toContain(planned.rule)
        }
      }
    }),
    { numRuns: 40 }
  )
})

function never(): never {
  throw new Error('every version has an explanation')
}
