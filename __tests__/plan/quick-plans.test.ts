import { describe, expect, test } from '@jest/globals'
import type { QuickInputs } from '../../src/policy/quick-inputs.js'
import { lasting, planOf, quick } from './a-plan.js'

/** Of every kind that a quick rule can be about, old and young. */
const PACKAGE = `
  A[v1.0.0-rc.1]
  B[v1.0.0]
  C[main-1]
  D[main-2, v2.0.0]
  P
  I[main-3]{P, Q}
  G[edge]{!X, !Y}
  U
  V
  S[sha256-U.sig]
  T[sha256-Gone.sig]
  W 3d
  E[v1.1.0-rc.1] 3d
  F[main-4] 3d
  H[main-5] -1h
`

/** The rows of the table at the end of the rulings: inputs, and the policy that they stand for. */
const ROWS: readonly (readonly [string, Partial<QuickInputs>, string])[] = [
  [
    'T, true',
    { deleteTags: ['main-*'], deleteUntagged: true, olderThan: lasting('7d') },
    'delete: [{tags: "main-*", older-than: 7d}, {untagged: true, older-than: 7d}]'
  ],
  [
    'T, true, prereleases',
    { deleteTags: ['*'], deleteUntagged: true, deletePrereleases: true },
    'delete: [{tags: "*", prerelease: true, older-than: 0}, {untagged: true, older-than: 0}]'
  ],
  ['T, absent', { deleteTags: ['main-*'] }, 'delete: [{tags: "main-*", older-than: 0}]'],
  [
    'T, false',
    { deleteTags: ['main-*'], deleteUntagged: false, olderThan: lasting('7d') },
    'delete: [{tags: "main-*", older-than: 7d}]'
  ],
  [
    'absent, true',
    { deleteUntagged: true, olderThan: lasting('7d') },
    'delete: [{untagged: true, older-than: 7d}]'
  ],
  ['absent, absent', { olderThan: lasting('7d') }, 'delete: [{older-than: 7d}]'],
  [
    'absent, absent, prereleases',
    { deletePrereleases: true, olderThan: lasting('7d') },
    'delete: [{prerelease: true, older-than: 7d}]'
  ],
  [
    'ruling 15: absent, false',
    { deleteUntagged: false, olderThan: lasting('7d') },
    'delete: [{untagged: false, older-than: 7d}]'
  ],
  [
    'delete-broken alone',
    { deleteBroken: ['ghost', 'orphaned'] },
    'delete: [{broken: [ghost, orphaned], older-than: 0}]'
  ],
  [
    'delete-broken beside T',
    { deleteBroken: ['ghost'], deleteTags: ['main-*'], olderThan: lasting('7d') },
    'delete: [{tags: "main-*", older-than: 7d}, {broken: ghost, older-than: 7d}]'
  ],
  [
    'keep-tags',
    { deleteTags: ['*'], keepTags: ['v*', '!*-rc.*'] },
    'keep: [{tags: ["v*", "!*-rc.*"]}]\ndelete: [{tags: "*", older-than: 0}]'
  ],
  [
    'keep-newest with T',
    { deleteTags: ['main-*'], keepNewest: 2, olderThan: lasting('7d') },
    'keep: [{tags: "main-*", newest: 2}]\ndelete: [{tags: "main-*", older-than: 7d}]'
  ],
  [
    'ruling 51: keep-newest with prereleases',
    { deletePrereleases: true, keepNewest: 1 },
    'keep: [{untagged: false, prerelease: true, newest: 1}]\ndelete: [{prerelease: true, older-than: 0}]'
  ],
  [
    'keep-newest without T',
    { olderThan: lasting('7d'), keepNewest: 3 },
    'keep: [{untagged: false, newest: 3}]\ndelete: [{older-than: 7d}]'
  ],
  [
    'keep-newest alone',
    { keepNewest: 3 },
    'keep: [{untagged: false, newest: 3}]\ndelete: [{older-than: 0}]'
  ],
  [
    'keep-newest-untagged',
    { deleteUntagged: true, keepNewestUntagged: 1 },
    'keep: [{untagged: true, newest: 1}]\ndelete: [{untagged: true, older-than: 0}]'
  ],
  [
    'ruling 32: keep-newest-untagged alone',
    { keepNewestUntagged: 1 },
    'keep: [{untagged: true, newest: 1}]\ndelete: [{untagged: true, older-than: 0}]'
  ],
  [
    'ruling 32: its zero',
    { keepNewestUntagged: 0 },
    'keep: [{untagged: true, newest: 0}]\ndelete: [{untagged: true, older-than: 0}]'
  ],
  [
    'keep-newer-than',
    { deleteTags: ['*'], keepNewerThan: lasting('7d') },
    'keep: [{newer-than: 7d}]\ndelete: [{tags: "*", older-than: 0}]'
  ]
]

describe('quick rules give the plan of the policy that they stand for', () => {
  test.each(ROWS)('%s', (_row, inputs, rules) => {
    const decided = (plan: ReturnType<typeof planOf>) => ({
      goes: plan.goes,
      untagged: plan.untagged,
      codes: plan.plan.versions.map(({ reason }) => reason.code)
    })
    expect(decided(planOf(PACKAGE, quick(inputs)))).toEqual(decided(planOf(PACKAGE, rules)))
  })

  test('each row deletes something, so that it says something', () => {
    const idle = ROWS.filter(([, inputs]) => planOf(PACKAGE, quick(inputs)).goes.length === 0)
    expect(idle.map(([row]) => row)).toEqual([])
  })
})

describe('rulings about quick rules', () => {
  test.each<[string, Partial<QuickInputs>, string, string[]]>([
    [
      '15: false given takes untagged images out of every delete rule',
      { deleteUntagged: false, olderThan: lasting('30d') },
      'A[a]\nU\nZ[z] 1d',
      ['A']
    ],
    ['15: not given does not', { olderThan: lasting('30d') }, 'A[a]\nU\nZ[z] 1d', ['A', 'U']],
    [
      '15: out of the rule about broken ones as well',
      { deleteUntagged: false, deleteBroken: ['ghost'] },
      'I{!P}\nJ[j]{!P}\nZ[z]',
      ['J']
    ],
    [
      '32: keep-newest-untagged alone leaves tagged images',
      { keepNewestUntagged: 1 },
      'A[a]\nU\nV',
      ['U']
    ],
    [
      '50: prereleases narrow the rule about tags alone',
      { deleteTags: ['*'], deleteUntagged: true, deletePrereleases: true },
      'A[1.0.0]\nB[1.0.0-rc.1]\nU',
      ['B', 'U']
    ],
    [
      '51: keep-newest counts prereleases',
      { deletePrereleases: true, keepNewest: 1 },
      'A[1.0.0-rc.1]\nB[1.0.0-rc.2]\nC[1.0.0]\nD[1.1.0]',
      ['A']
    ],
    [
      'keep-newest keeps whatever its age',
      { deleteTags: ['*'], olderThan: lasting('7d'), keepNewest: 1 },
      'A[a]\nB[b]\nC[c] 1d',
      ['A', 'B']
    ]
  ])('%s', (_sentence, inputs, text, goes) => {
    expect(planOf(text, quick(inputs)).goes).toEqual(goes)
  })

  test('50: prereleases with untagged and no rule about tags is an error', () => {
    expect(() => quick({ deleteUntagged: true, deletePrereleases: true })).toThrow('delete-tags')
  })

  test('32: keep-newest: 0 as the only rule is an error that says what to write', () => {
    expect(() => quick({ keepNewest: 0 })).toThrow('delete-tags: "*"')
  })

  test('nothing at all is an error, never a default', () => {
    expect(() => quick({})).toThrow('no rule is given')
  })

  test.each<[string, Partial<QuickInputs>, string | null]>([
    [
      'a typo in the only rule freezes the package',
      { keepTags: ['latset'] },
      'keep-tags-match-nothing'
    ],
    ['not where something matches', { keepTags: ['latest'] }, null],
    ['not beside a delete input', { keepTags: ['latset'], deleteTags: ['pr-*'] }, null],
    [
      'older-than is no delete input',
      { keepTags: ['latset'], olderThan: lasting('1d') },
      'keep-tags-match-nothing'
    ]
  ])('32: %s', (_sentence, inputs, frozen) => {
    const { plan } = planOf('A[latest]\nB[b]\nU', quick(inputs))
    expect(plan.frozen?.code ?? null).toBe(frozen)
    expect(plan.warnings.map(({ code }) => code)).toEqual(frozen === null ? [] : ['frozen'])
  })
})
