import { describe, expect, test } from '@jest/globals'
import { planPackage } from '../../src/plan/plan-package.js'
import type { CaseOptions } from './a-plan.js'
import { planOf } from './a-plan.js'

const PR = 'delete: [{tags: "pr-*"}]'
const UNTAGGED = 'delete: [{untagged: true}]'

/** Another tagged version that no rule of a case is about. */
const goes = (text: string, rules: string, options: CaseOptions = {}) =>
  planOf(`${text}\nZ[rest]`, rules, options).goes

describe('needed', () => {
  test.each<[string, string, string, string[]]>([
    ['an index keeps its entries', 'I[v1]{P, Q}', UNTAGGED, []],
    ['and takes them along', 'I[pr-1]{P, Q}', PR, ['P', 'Q', 'I']],
    ['recursively', 'J{P}\nI[pr-1]{J, Q}', PR, ['P', 'J', 'Q', 'I']],
    [
      'what two images share stays with the one that stays',
      'I[pr-1]{P, Q}\nK[v1]{P}',
      PR,
      ['Q', 'I']
    ],
    [
      'what two images share goes with the last of them',
      'I[pr-1]{P, Q}\nK[pr-2]{P}',
      PR,
      ['P', 'Q', 'I', 'K']
    ],
    ['a subject keeps its referrers', 'X[v1]\nR->X', UNTAGGED, []],
    ['and takes them along', 'X[pr-1]\nR->X', PR, ['X', 'R']],
    [
      'the referrers of a part are part of the image',
      'I[pr-1]{P}\nR->P\nS->R',
      PR,
      ['P', 'I', 'R', 'S']
    ],
    ['BuildKit lists attestations as entries', 'I[pr-1]{P, B~P}', PR, ['P', 'B', 'I']],
    ['cosign names the digest in a tag', 'X[pr-1]\nS[sha256-X.sig]', PR, ['X', 'S']],
    [
      'ruling 10: an untagged signed image is the root, its signature follows',
      'X\nS[sha256-X.sig]',
      UNTAGGED,
      ['X', 'S']
    ],
    ['ruling 10: an edge to itself does not count', 'S[sha256-S]\nR->R', UNTAGGED, ['R']],
    ['a tagged root that is part of a kept index stays', 'P[pr-1]\nI[v1]{P}', PR, []],
    ['ruling 40: a subject keeps a referrer whatever its tags', 'X[v1]\nR[pr-1]->X', PR, []],
    ['ruling 40: a referrer does not keep its subject', 'X[pr-1]\nR[v1]->X', PR, ['X']],
    [
      'a tagged part of an image that goes stays for its own tag',
      'P[v1]\nI[pr-1]{P, Q}',
      PR,
      ['Q', 'I']
    ],
    [
      'ruling 56: a superseded list of referrers follows the subject that they share',
      'X[v1]\nR1->X\nF0{R1}\nR2->X\nF1[sha256-X]{R1, R2}',
      UNTAGGED,
      []
    ],
    [
      'ruling 56: and goes with it',
      'X[pr-1]\nR1->X\nF0{R1}\nR2->X\nF1[sha256-X]{R1, R2}',
      PR,
      ['X', 'R1', 'F0', 'R2', 'F1']
    ],
    [
      'ruling 56: of two subjects it is a root of its own',
      'X[v1]\nY[v2]\nR1->X\nR2->Y\nF0{R1, R2}',
      UNTAGGED,
      ['F0']
    ],
    [
      'ruling 57: a circle that no root leads to stays, and what it needs',
      'A[sha256-B.sig]\nB[sha256-A.att]\nR->A',
      'delete: [{older-than: 0}]',
      ['Z']
    ]
  ])('%s', (_sentence, text, rules, expected) => {
    const plan = planOf(`${text}\nZ[rest]\nY9[y9] -1h`, rules)
    expect(plan.goes).toEqual(expected)
  })

  test('ruling 57: a circle says so, also of a root that it needs', () => {
    const plan = planOf('A[sha256-B.sig]\nB[sha256-A.att]\nR[pr-1]->A\nZ[rest]', PR)
    expect(plan.goes).toEqual([])
    expect(['A', 'B', 'R'].map((name) => plan.of(name).reason.code)).toEqual([
      'in-circle',
      'in-circle',
      'in-circle'
    ])
  })

  test('ruling 57: what an image that goes shares with a circle stays, for the circle', () => {
    const plan = planOf('P\nA[sha256-B.sig]{P}\nB[sha256-A.att]\nI[pr-1]{P}\nZ[rest]', PR)
    expect(plan.goes).toEqual(['I'])
    expect(plan.of('P').reason.code).toBe('in-circle')
  })
})

describe('ruling 65: which root, which rule, which order', () => {
  test.each<[string, string, string, string]>([
    ['the newest root that stays', 'I[v1]{P}\nK[v2]{P}\nL[pr-1]{P}', 'P', 'part of v2'],
    ['else the newest that goes', 'I[pr-1]{P}\nK[pr-2]{P}', 'P', 'part of pr-2, which goes'],
    ['a signature is called one', 'X[v1.4.0]\nS[sha256-X.sig]', 'S', 'signature of v1.4.0'],
    ['an attestation too', 'I[v1]{P, B~P}', 'B', 'attestation of v1'],
    ['a guard goes before a keep rule', 'A[keep] -2h', 'A', 'dated 2 hours in the future'],
    ['a keep rule before a need', 'P[keep]\nI[v1]{P}', 'P', 'keep matches keep, by keep rule 1'],
    ['a need before not being selected', 'P[other]\nI[v1]{P}', 'P', 'part of v1'],
    ['else no rule selects it', 'A[other]', 'A', 'no rule selects it']
  ])('%s', (_sentence, text, name, reason) => {
    const rules = 'keep: [{tags: keep}, {tags: "k*"}]\ndelete: [{tags: "pr-*"}]'
    expect(planOf(`${text}\nZ[rest]`, rules).reason(name)).toBe(reason)
  })

  test('of several rules the first of the file is named', () => {
    const rules =
      'delete: [{name: first, tags: "x*"}, {name: second, tags: "pr-*"}, {older-than: 0}]\nkeep: [{tags: rest}]'
    expect(planOf('A[pr-1]\nZ[rest]', rules).of('A').rule).toBe('second')
  })

  test('of rules of one name the reason is that of the one that keeps', () => {
    const rules =
      'keep: [{name: x, tags: "v*", newest: 1}, {name: x, newer-than: 50d}]\ndelete: [{older-than: 0}]'
    const plan = planOf('A[v1] 30d\nB[v2] 20d', rules)
    expect(plan.reason('A')).toBe('30 days old, not older than 50d, by x')
  })

  test('of delete rules of one name too, for a tag that is taken off', () => {
    const rules =
      'untag: true\nkeep: [{tags: rest}]\n' +
      'delete: [{name: x, newer-than: 1d}, {name: x, tags: "pr-*"}]'
    const plan = planOf('A[rest, pr-1] 30d', rules)
    expect(plan.reason('A')).toMatch(/^pr-1 goes: pr-1 matches pr-\*;/)
  })

  test('root is null for roots and the id of the root for followers', () => {
    const plan = planOf('I[v1]{P}\nR->P', PR)
    expect(['P', 'I', 'R'].map((name) => plan.of(name).root)).toEqual([2, null, 2])
  })
})

describe('ruling 9: manifests that can not be read', () => {
  test.each<[string, string, string, string[], string | null]>([
    [
      'one unreadable manifest freezes the package',
      'I[pr-7]{P, Q}\nU unreadable',
      PR,
      [],
      'unreadable-manifest'
    ],
    ['that of a tagged one too', 'A[v1] unreadable\nB[pr-1]', PR, [], 'unreadable-manifest'],
    [
      'one that the registry does not know stays, and the package goes on',
      'I[pr-7]{P, Q}\nU absent',
      PR,
      ['P', 'Q', 'I'],
      null
    ],
    [
      'no other rule than broken: unpullable selects it',
      'A[pr-1] absent\nU absent',
      'delete: [{tags: "pr-*"}, {untagged: true}, {broken: [ghost, partial, orphaned]}, {ids: [1, 2]}]',
      [],
      null
    ],
    [
      'that one does',
      'A[pr-1] absent\nU absent',
      'delete: [{broken: unpullable}]',
      ['A', 'U'],
      null
    ],
    ['as a part it goes with its image', 'P absent\nI[pr-1]{P}', PR, ['P', 'I'], null],
    [
      'exactly a day old it is not definite',
      'U 1d absent\nI[pr-7]{P}',
      PR,
      [],
      'young-unknown-manifest'
    ],
    ['a second more is', 'U P1DT1S absent\nI[pr-7]{P}', PR, ['P', 'I'], null]
  ])('%s', (_sentence, text, rules, expected, frozen) => {
    const plan = planOf(`${text}\nZ[rest]`, rules)
    expect([plan.goes, plan.plan.frozen?.code ?? null]).toEqual([expected, frozen])
  })

  test('a frozen package loses no tag either, and every version says why', () => {
    const plan = planOf('A[v1, pr-1]\nU unreadable', `${PR}\nuntag: true`)
    expect(plan.untagged).toEqual([])
    expect(plan.plan.versions.map(({ reason }) => reason.code)).toEqual(['frozen', 'frozen'])
  })

  test('what the registry does not know has the kind unknown, and the report names it', () => {
    const plan = planOf('A[pr-1] absent\nZ[rest]', PR)
    expect([plan.of('A').kind, plan.of('A').reason.code]).toEqual(['unknown', 'unknown-manifest'])
    expect(plan.plan.warnings).toEqual([
      { code: 'unknown-manifests', names: [plan.of('A').version.name] }
    ])
  })
})

describe('images that stay and lack parts', () => {
  const lacking = (text: string, around = {}) =>
    planOf(text, PR, around).plan.warnings.flatMap((warning) =>
      warning.code === 'lacks-parts' ? warning.images : []
    )

  test.each<[string, string, string[]]>([
    ['all platforms are missing', 'I[2.20.0]{!P, !Q}', ['2.20.0']],
    ['one is', 'I[2.20.0]{!P, Q}', ['2.20.0']],
    ['the one of a nested index is', 'I[2.20.0]{J}\nJ{!P, Q}', ['2.20.0']],
    ['two images share what is missing', 'A[1.0]{!P}\nB[2.0]{!P}', ['2.0', '1.0']],
    ['everything is there', 'I[2.20.0]{P, Q}', []],
    ['the image goes', 'I[pr-7]{!P}\nZ[rest]', []],
    ['it was pushed within a day, and its parts may not be listed yet', 'I[v1]{!P} 23h', []],
    ['only an attestation is missing', 'I[v1]{P, !B~P}', []]
  ])('%s', (_sentence, text, images) => {
    expect(lacking(text)).toEqual(images)
  })

  test('what the registry has is not missing (ruling 31)', () => {
    expect(lacking('I[v1]{!P}', { unlisted: { P: 'present' } })).toEqual([])
  })
})

describe('ruling 26: roots with helper tags only', () => {
  test.each<[string, string, string[]]>([
    ['untagged: true', UNTAGGED, ['U']],
    [
      'a rule that asks nothing about tags',
      'delete: [{older-than: 1d}]\nkeep: [{tags: rest}]',
      ['U']
    ],
    ['untagged: false', 'delete: [{untagged: false}]\nkeep: [{tags: rest}]', []],
    ['patterns', 'delete: [{tags: "*"}]\nkeep: [{tags: rest}]', []],
    ['orphaned', 'delete: [{broken: orphaned}]', ['S']],
    ['orphaned, beside others', 'delete: [{broken: [ghost, orphaned], older-than: 1d}]', ['S']],
    ['ids', 'delete: [{ids: [1]}]', ['S']],
    ['unpullable', 'delete: [{broken: unpullable}]', []]
  ])('are reached by %s: as this says', (_name, rules, expected) => {
    expect(goes('S[sha256-Gone.sig]\nU', rules)).toEqual(expected)
  })

  test.each<[string, string, string[]]>([
    ['patterns of keep rules see their helper tags', 'keep: [{tags: "sha256-*"}]', ['U', 'Z']],
    [
      'also where a quota counts: they use up none',
      'keep: [{tags: ["sha256-*", rest], newest: 1}]',
      ['U']
    ],
    ['a condition that is no pattern sees none', 'keep: [{prerelease: false}]', ['S', 'U', 'Z']],
    ['newest does not count them', 'keep: [{newest: 1}]', ['S', 'U']],
    ['newer-than is about them as about any', 'keep: [{newer-than: 1y}]', []]
  ])('%s', (_sentence, keep, expected) => {
    const rules = `${keep}\ndelete: [{broken: orphaned}, {older-than: 0}]`
    expect(planOf('S[sha256-Gone.sig]\nU\nZ[rest]\nY9[y9] -1h', rules).goes).toEqual(expected)
  })

  test('untagged-grace guards them', () => {
    expect(goes('S[sha256-Gone.sig] 2h', 'delete: [{broken: orphaned}]')).toEqual([])
  })

  test('ruling 33: in a docker package they are guarded', () => {
    const plan = planOf('A[sha256-Gone.sig]\nZ[rest]', 'delete: [{ids: [1]}]', { type: 'docker' })
    expect([plan.goes, plan.of('A').reason.code]).toEqual([[], 'helper-tags-only'])
  })
})

describe('broken images', () => {
  test.each<[string, string, string, string[]]>([
    ['ruling 28: all platforms missing is a ghost', 'I[v1]{!P, !Q}', 'ghost', ['I']],
    ['some are: partial', 'I[v1]{P, !Q}', 'partial', ['P', 'I']],
    ['and no ghost', 'I[v1]{P, !Q}', 'ghost', []],
    ['an empty index is neither', 'I[v1] index', '[ghost, partial]', []],
    ['a missing attestation breaks nothing', 'I[v1]{P, !B~P}', '[ghost, partial]', []],
    ['platforms gone, attestation left: ghost', 'B\nI[v1]{!P, B~P}', 'ghost', ['B', 'I']],
    ['a nested index that is there is not missing', 'J{!P}\nI[v1]{J}', '[ghost, partial]', []],
    ['ruling 30: the subject is missing', 'R[sbom-1]->Gone', 'orphaned', ['R']],
    [
      'one of several that is there is enough',
      'F[user, sha256-Gone, sha256-X]\nX[v1]',
      'orphaned',
      []
    ],
    ['what names itself alone is no orphan', 'S[sha256-S]', 'orphaned', []],
    ['ruling 29: as listed, not as it will be', 'X[pr-1]\nR[sbom-1]->X', 'orphaned', []],
    [
      'ruling 31: an entry that is there but not listed freezes the package',
      'I[v1]{!New}\nK[v2]{!P}',
      'ghost',
      []
    ]
  ])('%s', (_sentence, text, kinds, expected) => {
    const rules = `delete: [{broken: ${kinds}}]`
    expect(goes(text, rules, { unlisted: { New: 'present' } })).toEqual(expected)
  })

  test('ruling 29: a user-tagged referrer is an orphan in the next run', () => {
    const rules = 'delete: [{tags: "pr-*"}, {broken: orphaned}]'
    expect(goes('X[pr-7]\nR[sbom-1]->X', rules)).toEqual(['X'])
    expect(goes('R[sbom-1]->X', rules)).toEqual(['R'])
  })

  test('ruling 29: a candidate is superseded though its release goes as well', () => {
    expect(goes('A[1.0.0-rc.1]\nB[1.0.0]', 'delete: [{superseded: true}, {tags: 1.0.0}]')).toEqual([
      'A',
      'B'
    ])
  })

  test('ruling 31: an answer that the registry would not give freezes too', () => {
    const plan = planOf('I[v1]{!New}', 'delete: [{broken: ghost}]', {
      unlisted: { New: 'unreadable' }
    })
    expect(plan.plan.frozen?.code).toBe('unreadable-entry')
  })

  test('what was not listed when the registry was asked may be by now', () => {
    const { input } = planOf('A[pr-1]\nZ[rest]', PR)
    const name = input.inventory.versions[0]?.name ?? ''
    const inventory = { ...input.inventory, unlisted: { [name]: 'present' as const } }
    expect(planPackage({ ...input, inventory }).frozen).toBeNull()
  })
})

describe('lists that make no sense', () => {
  test.each<[string, string, string]>([
    ['ruling 60: a user tag on two versions', 'A[pr-1]\nB[pr-1]', 'tag-on-two-versions'],
    ['ruling 33: a docker version without a list of tags', 'A[pr-1]\nB no-tags', 'missing-tags'],
    ['ruling 21: a date is missing', 'A[pr-1]\nB[pr-2] undated', 'missing-date']
  ])('%s freezes the package', (_sentence, text, code) => {
    const type = code === 'missing-tags' ? 'docker' : 'container'
    const plan = planOf(text, 'delete: [{tags: "pr-*"}]', { type })
    expect([plan.goes, plan.plan.frozen?.code]).toEqual([[], code])
  })

  test('ruling 60: a helper tag on two versions does not', () => {
    expect(goes('A[pr-1]\nS[sha256-A.sig]\nT[sha256-A.sig]', PR)).toEqual(['A', 'S', 'T'])
  })

  test('ruling 33: docker has no graph, every version is a root', () => {
    const plan = planOf('A[pr-1]\nU\nZ[rest]', UNTAGGED, { type: 'docker' })
    expect([plan.goes, plan.of('A').kind]).toEqual([['U'], 'version'])
  })
})

describe('rulings 64 and 71: what a run that was cut off left behind', () => {
  test.each<[string, string, string, string[], string[]]>([
    ['children of a deleted index are taken by the next run', 'P\nQ', PR, ['P', 'Q'], ['P', 'Q']],
    ['but not where something came to need them', 'P\nI[v1]{P}\nQ', PR, ['P', 'Q'], ['Q']],
    [
      'nor where a rule keeps them',
      'P\nQ',
      `keep: [{untagged: true, newest: 1}]\n${PR}`,
      ['P', 'Q'],
      ['P']
    ],
    ['nor where somebody tagged them', 'P[mine]\nQ', PR, ['P', 'Q'], ['Q']],
    ['signatures too', 'S[sha256-Gone.sig]', PR, ['S'], ['S']],
    ['what is not left over stays', 'P\nQ', PR, [], []]
  ])('ruling 64: %s', (_sentence, text, rules, leftOver, expected) => {
    expect(goes(text, rules, { leftOver })).toEqual(expected)
  })

  test('ruling 71: a replacement of ours is no root and goes, and no quota counts it', () => {
    const plan = planOf(
      'A[main-1]\nB[main-2]\nM[main-5] replaces=main-5',
      'keep: [{newest: 1}]\ndelete: [{tags: "main-*"}]'
    )
    expect(plan.goes).toEqual(['A', 'M'])
    expect(plan.of('M').reason).toEqual({ code: 'replacement', tag: 'main-5' })
  })

  test('ruling 71: nothing is superseded by a replacement', () => {
    const text = 'A[1.0.0-rc.1]\nM[1.0.0] replaces=1.0.0\nZ[rest]'
    expect(planOf(text, 'delete: [{superseded: true}]').goes).toEqual(['M'])
  })

  test('ruling 71: it is no ghost though it may be an index without entries', () => {
    const plan = planOf('M[main-5] replaces=main-5\nZ[rest]', 'delete: [{broken: ghost}]')
    expect(plan.of('M').reason.code).toBe('replacement')
  })

  test('without a delete rule nothing goes, not even a replacement', () => {
    expect(goes('M[main-5] replaces=main-5', 'keep: [{newest: 1}]')).toEqual([])
  })
})
