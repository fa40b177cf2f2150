import { describe, expect, test } from '@jest/globals'
import { digestOf } from '../graph/sample-package.js'
import type { CaseOptions } from './a-plan.js'
import { known, planOf } from './a-plan.js'

const CLOSED_7: CaseOptions = {
  facts: {
    pullRequests: known({ open: [], closed: [{ number: 7, closedAt: null }], heads: ['gone'] }),
    branches: known(['main']),
    releaseTags: known(['v9.9.9'])
  }
}

/** Something else with a tag, so that last-version has nothing to say. */
const REST = 'Z[rest] 2d'

describe('ruling 1: conditions about tags are asked of each tag on its own', () => {
  test.each<[string, string, string, string[]]>([
    [
      'a closed pull request selects its own tag, not v1.0.0 beside it',
      'A[pr-7, v1.0.0]',
      'delete: [{closed-pull-request: "pr-{number}"}]',
      []
    ],
    [
      'with no other tag the image goes',
      'A[pr-7]',
      'delete: [{closed-pull-request: "pr-{number}"}]',
      ['A']
    ],
    [
      'a promoted build stays when its prerelease tag is selected',
      'A[1.0.0-rc.1, 1.0.0]',
      'delete: [{prerelease: true}]',
      []
    ],
    [
      'all of the conditions must hold for the same tag',
      'A[v1.0.0, 2.0.0-rc.1]',
      'delete: [{tags: "v*", prerelease: true}]',
      []
    ],
    [
      'for one tag that passes both it goes',
      'A[v2.0.0-rc.1]',
      'delete: [{tags: "v*", prerelease: true}]',
      ['A']
    ],
    [
      'two rules together may select all tags',
      'A[pr-7, v1.0.0]',
      'delete: [{closed-pull-request: "pr-{number}"}, {tags: "v*"}]',
      ['A']
    ],
    [
      'a rule without a condition about tags selects them all',
      'A[pr-7, v1.0.0]',
      'delete: [{older-than: 1d}]',
      ['A']
    ],
    ['semver is asked of each tag', 'A[1.0.0, 2.0.0]', 'delete: [{semver: "<2"}]', []],
    [
      'release: false selects the tag that is none, not the release beside it',
      'A[v9.9.9, build-1]',
      'delete: [{release: false}]',
      []
    ],
    [
      'a root without a user tag passes no condition about tags, release: false included',
      'U',
      'delete: [{release: false}]',
      []
    ],
    ['nor does it pass prerelease: false', 'U', 'delete: [{prerelease: false}]', []],
    ['nor a list of patterns that starts from everything', 'U', 'delete: [{tags: ["!v*"]}]', []]
  ])('%s', (_sentence, text, rules, goes) => {
    expect(planOf(`${text}\n${REST}`, `keep: [{tags: rest}]\n${rules}`, CLOSED_7).goes).toEqual(
      goes
    )
  })

  test('a keep rule holds where one tag passes all, not where one passes each', () => {
    const rules = 'keep: [{tags: "v*", prerelease: true}]\ndelete: [{older-than: 0}]'
    expect(planOf(`A[v1.0.0, 2.0.0-rc.1]\nB[v2.0.0-rc.1]\n${REST}`, rules).goes).toEqual(['A', 'Z'])
  })
})

describe('ruling 2: a variant is no prerelease', () => {
  const variants =
    'A[1.2.3]\nB[1.2.3-alpine]\nC[1.2.3-amd64]\nD[1.2.3-rc.1]\nE[1.2.3-RC1]\nF[1.2.3-prebuilt]'

  test.each<[string, string, string[]]>([
    ['prerelease: true', 'delete: [{prerelease: true}]', ['D', 'E']],
    ['superseded', 'delete: [{superseded: true}]', ['D', 'E']],
    ['prerelease: false', 'delete: [{prerelease: false}]', ['A', 'B', 'C', 'F']]
  ])('%s selects no variant of a release by mistake', (_name, rules, goes) => {
    expect(planOf(`${variants}\n${REST}`, rules).goes).toEqual(goes)
  })

  test('on npm whatever follows the - is a prerelease', () => {
    const { goes } = planOf('1.2.3\n1.2.3-alpine', 'delete: [{prerelease: true}]', { type: 'npm' })
    expect(goes).toEqual(['1.2.3-alpine'])
  })
})

describe('taking tags off', () => {
  test.each<[string, string, string, string[], string[]]>([
    [
      'ruling 12: a rule about ages never takes a tag off what a keep rule keeps',
      'A[v1.0.0, 1.0, latest]',
      'keep: [{tags: "v*"}]\ndelete: [{older-than: 90d}]',
      [],
      []
    ],
    [
      'a rule about tags does',
      'A[v1.0.0, 1.0, latest]',
      'keep: [{tags: "v*"}]\ndelete: [{tags: latest}]',
      [],
      ['A-latest']
    ],
    [
      'only of some tags selected: they are taken off and the rest stays',
      'A[v1, pr-1, pr-2]',
      'delete: [{tags: "pr-*"}]',
      [],
      ['A-pr-1', 'A-pr-2']
    ],
    [
      'what a keep rule keeps is not taken off',
      'A[v1, pr-1, pr-2]',
      'keep: [{tags: pr-2}]\ndelete: [{tags: "pr-*"}]',
      [],
      ['A-pr-1']
    ],
    [
      'ruling 39: a tagged part of a kept index stays, and loses all its tags if it must be',
      'P[v1-amd64]\nI[v1]{P}',
      'delete: [{tags: "*-amd64"}]',
      [],
      ['P-v1-amd64']
    ],
    [
      'ruling 39: nothing is taken off a guarded root',
      'A[v1, pr-1] -1h',
      'delete: [{tags: "pr-*"}]',
      [],
      []
    ],
    [
      'ruling 66: nothing is taken off what a rule without conditions about tags keeps',
      'A[v1, pr-1]',
      'keep: [{newer-than: 1y}]\ndelete: [{tags: "pr-*"}]',
      [],
      []
    ],
    [
      'ruling 66: nor off what such a rule keeps besides one about tags',
      'A[v1, pr-1]',
      'keep: [{tags: v1}, {newer-than: 1y}]\ndelete: [{tags: "pr-*"}]',
      [],
      []
    ],
    [
      'ruling 49: a root that a rule keeps in one group keeps its tags of all groups',
      'A[beta-1, alpha-9]\nB[alpha-10]',
      'keep: [{tags: "{channel}-{build}", per: channel, newest: 1}]\ndelete: [{tags: "alpha-*"}]',
      [],
      []
    ],
    [
      'a root that goes goes whole, no tag is taken off before',
      'A[pr-1]',
      'delete: [{tags: "pr-*"}]',
      ['A'],
      []
    ],
    [
      'a root whose manifest the registry does not know keeps its tags',
      'A[pr-1, v1] absent',
      'delete: [{tags: "pr-*"}]',
      [],
      []
    ]
  ])('%s', (_sentence, text, rules, goes, untagged) => {
    const plan = planOf(`${text}\n${REST}`, `${rules}\nuntag: true`)
    expect({ goes: plan.goes, untagged: plan.untagged }).toEqual({ goes, untagged })
  })

  test('without the setting no tag is taken off', () => {
    const plan = planOf('A[v1, pr-1]', 'delete: [{tags: "pr-*"}]')
    expect([plan.untagged, plan.of('A').decision]).toEqual([[], 'keep'])
  })

  test('ruling 39: nothing is taken off the root that last-version keeps', () => {
    const plan = planOf('P[v1-amd64]\nI{P} 2h', 'delete: [{tags: "*-amd64"}]\nuntag: true')
    expect([plan.goes, plan.untagged]).toEqual([[], []])
  })

  test('the rule that selected the tag as a tag is the one named', () => {
    const plan = planOf(
      'A[v1.0.0, latest]',
      'keep: [{tags: "v*"}]\ndelete: [{name: old, older-than: 1d}, {name: floating, tags: latest}]\nuntag: true'
    )
    expect(plan.of('A')).toMatchObject({ decision: 'untag', rule: 'floating', untag: ['latest'] })
    expect(plan.reason('A')).toContain('latest matches latest')
  })

  test('docker has no way to lose one tag', () => {
    const plan = planOf('A[v1, pr-1]', 'delete: [{tags: "pr-*"}]\nuntag: true', { type: 'docker' })
    expect([plan.goes, plan.untagged]).toEqual([[], []])
  })
})

describe('what only some tags are selected of stays', () => {
  test('ruling 70: a sha tag beside that of a closed pull request holds the image, and is named', () => {
    const plan = planOf(
      'A[pr-7, sha-1a2b3c4]',
      'delete: [{closed-pull-request: "pr-{number}"}]',
      CLOSED_7
    )
    expect(plan.of('A').reason).toEqual({
      code: 'partly-selected',
      selected: 1,
      total: 2,
      holding: ['sha-1a2b3c4']
    })
  })

  test('ruling 70: with a rule for sha tags it goes', () => {
    const rules = 'delete: [{closed-pull-request: "pr-{number}"}, {tags: "sha-*"}]'
    expect(planOf(`A[pr-7, sha-1a2b3c4]\n${REST}`, rules, CLOSED_7).goes).toEqual(['A'])
  })

  test('ruling 78: a version with tags of both kinds is a root judged by its user tags', () => {
    const rules = 'delete: [{tags: "pr-*"}]'
    expect(planOf(`Y[pr-1]\nX[v1, sha256-Y]\n${REST}`, rules).goes).toEqual(['Y'])
    expect(planOf(`Y[v1]\nX[pr-1, sha256-Y]\n${REST}`, rules).goes).toEqual([])
  })

  test('ruling 78: and it is what Y needs', () => {
    const plan = planOf(`Y[v1]\nX[pr-1, sha256-Y]\n${REST}`, 'delete: [{tags: "pr-*"}]')
    expect(plan.of('X').reason).toMatchObject({ code: 'needed', root: { label: 'v1' } })
  })
})

describe('ruling 17: naming a part of an image', () => {
  const text = 'I[main-3]{P, Q}\nZ[rest]'
  const listed = (digests: string[], tags: string[] = []) => ({
    facts: { listed: { 'deploy/*.yaml': known({ digests: digests.map(digestOf), tags }) } }
  })

  test.each<[string, string, CaseOptions, string[]]>([
    [
      'digests in keep',
      `keep: [{digests: ["${digestOf('P')}"]}]\ndelete: [{tags: "main-*"}]`,
      {},
      []
    ],
    ['ids in keep', 'keep: [{ids: [1]}]\ndelete: [{tags: "main-*"}]', {}, []],
    [
      'a file in keep',
      'keep: [{listed-in: "deploy/*.yaml"}]\ndelete: [{tags: "main-*"}]',
      listed(['P']),
      []
    ],
    [
      'a file that names another image',
      'keep: [{listed-in: "deploy/*.yaml"}]\ndelete: [{tags: "main-*"}]',
      listed(['X']),
      ['P', 'Q', 'I']
    ],
    ['digests in delete, of the part', `delete: [{digests: ["${digestOf('P')}"]}]`, {}, []],
    [
      'digests in delete, of the root',
      `delete: [{digests: ["${digestOf('I')}"]}]`,
      {},
      ['P', 'Q', 'I']
    ],
    ['ids in delete, of the part', 'delete: [{ids: [1]}]', {}, []],
    ['ids in delete, of the root', 'delete: [{ids: [3]}]', {}, ['P', 'Q', 'I']],
    ['a file in delete, of the part', 'delete: [{listed-in: "deploy/*.yaml"}]', listed(['P']), []],
    [
      'a file in delete, of the root',
      'delete: [{listed-in: "deploy/*.yaml"}]',
      listed(['I']),
      ['P', 'Q', 'I']
    ],
    [
      'a file in delete, by name:tag',
      'delete: [{listed-in: "deploy/*.yaml"}]',
      listed([], ['main-3']),
      ['P', 'Q', 'I']
    ]
  ])('%s', (_name, rules, options, goes) => {
    expect(planOf(text, rules, options).goes).toEqual(goes)
  })

  test('a tag of a tagged part that a file names keeps the whole image', () => {
    const rules = 'keep: [{listed-in: "deploy/*.yaml"}]\ndelete: [{older-than: 0}]'
    const plan = planOf('P[v1-amd64]\nI[v1]{P, Q}\nZ[rest]', rules, listed([], ['v1-amd64']))
    expect(plan.goes).toEqual(['Z'])
  })

  test('a tag that a file may mean is kept, and not deleted', () => {
    const facts = { 'deploy/*.yaml': known({ digests: [], tags: [], near: ['main-3'] }) }
    const plan = (rules: string) => planOf(text, rules, { facts: { listed: facts } })
    expect(plan('keep: [{listed-in: "deploy/*.yaml"}]\ndelete: [{tags: "main-*"}]').goes).toEqual(
      []
    )
    expect(plan('delete: [{listed-in: "deploy/*.yaml"}]').goes).toEqual([])
    expect(plan('delete: [{tags: "main-*"}]').goes).toEqual(['P', 'Q', 'I'])
  })

  test('a tag that a file names selects that tag alone', () => {
    const rules = 'delete: [{listed-in: "deploy/*.yaml"}]'
    expect(planOf('A[main-3, v1]\nZ[rest]', rules, listed([], ['main-3'])).goes).toEqual([])
  })

  test.each<[string, string, CaseOptions]>([
    ['ids', 'delete: [{ids: [1, 3]}]', {}],
    ['digests', `delete: [{digests: ["${digestOf('P')}"]}]`, {}],
    ['listed-in', 'delete: [{listed-in: "deploy/*.yaml"}]', listed(['P', 'I'])]
  ])('naming what is no root by %s in delete is a warning', (kind, rules, options) => {
    expect(planOf(text, rules, options).plan.warnings).toEqual([
      {
        code: 'names-no-root',
        rule: 'delete rule 1',
        names: [kind === 'ids' ? '1' : digestOf('P')]
      }
    ])
  })
})

describe('ruling 37: conditions that a type does not have', () => {
  test.each<[string, string, string[]]>([
    ['untagged: true holds for no npm version', 'delete: [{untagged: true}]', []],
    ['untagged: false holds for all', 'delete: [{untagged: false, older-than: 7d}]', ['1.0.0']],
    ['broken holds for none', 'delete: [{broken: [orphaned, ghost, unpullable]}]', []]
  ])('%s', (_sentence, rules, goes) => {
    expect(planOf('1.0.0\n2.0.0 1h', rules, { type: 'npm' }).goes).toEqual(goes)
  })
})
