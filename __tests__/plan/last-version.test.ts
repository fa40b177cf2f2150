import { describe, expect, test } from '@jest/globals'
import type { PackageType } from '../../src/model/package.js'
import { planOf } from './a-plan.js'

const ALL = 'delete: [{older-than: 0}]'
const PR = 'delete: [{tags: "pr-*"}]'
const UNTAGGED = 'delete: [{untagged: true}]'

describe('ruling 23: when last-version applies', () => {
  test.each<[string, string, string, string[], string | null]>([
    ['(a) the last user-tagged version', 'A[pr-1]\nU', PR, [], 'A'],
    ['(a) of several the newest stays', 'A[pr-1]\nB[pr-2]\nU', PR, ['A'], 'B'],
    [
      '(a) helper tags do not count as a user tag',
      'A[pr-1]\nS[sha256-A.sig]\nT[sha256-Gone.sig]',
      PR,
      [],
      'A'
    ],
    ['not where one stays', 'A[pr-1]\nB[v1]', PR, ['A'], null],
    [
      'not where there is none with a tag, and some of the untagged stay',
      'U\nV\nW 2h',
      UNTAGGED,
      ['U', 'V'],
      null
    ],
    [
      '(b) helper tags only: what would be left with no tag',
      'X\nS[sha256-X.sig]\nU',
      UNTAGGED,
      ['U'],
      'X'
    ],
    [
      '(b) not where a tagged one stays',
      'X\nS[sha256-X.sig]\nT[sha256-Gone.sig]',
      UNTAGGED,
      ['X', 'S'],
      null
    ],
    ['(c) all untagged', 'U\nV', UNTAGGED, ['U'], 'V'],
    [
      'ruling 24: an image with all its versions, not the newest version',
      'I{P, Q}\nR->I\nK{T} 200d',
      UNTAGGED,
      ['T', 'K'],
      'I'
    ],
    [
      'ruling 24: (b) the newest of whose image a version is tagged',
      'X\nS[sha256-X.sig]\nY\nT[sha256-Y.sig] 150d\nU 2d',
      UNTAGGED,
      ['X', 'S', 'U'],
      'Y'
    ],
    ['ties go to the higher id', 'A[pr-1] 9d\nB[pr-2] 9d', PR, ['A'], 'B']
  ])('%s', (_sentence, text, rules, goes, rescued) => {
    const plan = planOf(text, rules)
    expect(plan.goes).toEqual(goes)
    const kept = plan.plan.versions.filter(({ reason }) => reason.code === 'last-version')
    expect(kept.map(({ version }) => plan.written.nameOf(version.id))).toEqual(
      rescued === null ? [] : [rescued]
    )
  })

  test('(a) taking the last tag off counts: the newest keeps all its tags', () => {
    const plan = planOf('P[v1-amd64]\nI{P} 2h', 'delete: [{tags: "*-amd64"}]\nuntag: true')
    expect([plan.goes, plan.untagged]).toEqual([[], []])
  })

  test('(a) tags are still taken off the others', () => {
    const text = 'P[a-amd64]\nQ[b-amd64]\nI{P} 2h\nJ{Q} 2h'
    const plan = planOf(text, 'delete: [{tags: "*-amd64"}]\nuntag: true')
    expect([plan.goes, plan.untagged]).toEqual([[], ['P-a-amd64']])
  })

  test.each<PackageType>(['npm', 'maven', 'nuget', 'rubygems'])('(c) in %s', (type) => {
    const plan = planOf('1.0.0\n2.0.0', ALL, { type })
    expect([plan.goes, plan.of('2.0.0').reason]).toEqual([
      ['1.0.0'],
      { code: 'last-version', case: 'any' }
    ])
  })

  test('docker is no container: the last tagged version may go while another stays', () => {
    expect(planOf('A[pr-1]\nU', PR, { type: 'docker' }).goes).toEqual(['A'])
  })

  test('newest by age-by', () => {
    const plan = planOf('A[pr-1] updated=1d\nB[pr-2]', `${PR}\nage-by: updated`)
    expect(plan.goes).toEqual(['B'])
  })

  test('what was not about to go at all is not rescued', () => {
    const plan = planOf('U 2h', UNTAGGED)
    expect(plan.of('U').reason.code).toBe('too-young')
  })
})

describe('ruling 8: delete-package', () => {
  const rules = (of: string) => `${of}\nlast-version: delete-package`

  test.each<[string, string, string, boolean, string[]]>([
    ['every version would go', 'A[pr-1]\nB[pr-2]', PR, true, ['A', 'B']],
    ['a young untagged one stays: it acts as keep', 'A[pr-1]\nU 2h', PR, false, []],
    [
      'so it does where a rule keeps one',
      'A[pr-1]\nB[pr-2]\nU',
      `keep: [{untagged: true}]\n${PR}`,
      false,
      ['A']
    ],
    ['so it does where no rule selects one', 'A[pr-1]\nU', PR, false, []],
    ['nothing to delete: nothing happens', 'A[v1]', PR, false, []],
    ['only some go', 'A[pr-1]\nB[v1]', PR, false, ['A']]
  ])('%s', (_sentence, text, of, isWhole, goes) => {
    const plan = planOf(text, rules(of))
    expect([plan.plan.packageDecision === 'delete', plan.goes]).toEqual([isWhole, goes])
  })

  test('ruling 69: all versions are delete with that reason', () => {
    const plan = planOf('I[pr-1]{P}\nR->P', rules(PR))
    expect(plan.plan.versions.map(({ reason }) => reason.code)).toEqual([
      'package-deleted',
      'package-deleted',
      'package-deleted'
    ])
  })
})

describe('ruling 25: fail', () => {
  test('nothing is deleted or untagged in that package, and the plan says so', () => {
    const plan = planOf(
      'A[pr-1]\nB[pr-2, x]\nU',
      'delete: [{older-than: 0}]\nuntag: true\nlast-version: fail'
    )
    expect([plan.goes, plan.untagged, plan.plan.lastVersionFailure]).toEqual([[], [], 'tagged'])
    expect(plan.of('A').reason).toEqual({ code: 'last-version-fail', case: 'tagged' })
  })

  test('where nothing is refused it does nothing', () => {
    const plan = planOf('A[pr-1]\nB[v1]', `${PR}\nlast-version: fail`)
    expect([plan.goes, plan.plan.lastVersionFailure]).toEqual([['A'], null])
  })

  test('ruling 23: only untagged versions, some of which go, fail nothing', () => {
    const plan = planOf('U\nV\nW 2h', `${UNTAGGED}\nlast-version: fail`)
    expect([plan.goes, plan.plan.lastVersionFailure]).toEqual([['U', 'V'], null])
  })
})
