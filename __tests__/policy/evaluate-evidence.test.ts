import { describe, expect, test } from '@jest/globals'
import { digestOf } from '../graph/sample-package.js'
import type { CaseOptions } from '../plan/a-plan.js'
import { known, planOf } from '../plan/a-plan.js'

const FACTS: CaseOptions = {
  facts: {
    pullRequests: known({
      open: [8],
      closed: [{ number: 7, closedAt: null }],
      heads: ['old']
    }),
    branches: known(['main']),
    releaseTags: known(['v1.0.0']),
    listed: { 'deploy/*.yaml': known({ digests: [], tags: ['main-1'] }) }
  }
}

describe('each condition says why it holds', () => {
  test.each<[string, string, string]>([
    ['{tags: "pr-*"}', 'A[pr-7]', 'pr-7 matches pr-*'],
    ['{tags: ["!v*"]}', 'A[pr-7]', 'pr-7 is not excluded'],
    ['{untagged: true}', 'A', 'untagged'],
    ['{untagged: false}', 'A[pr-7]', 'tagged'],
    ['{semver: ">=1"}', 'A[1.2.3]', '1.2.3 is in the range >=1'],
    ['{prerelease: true}', 'A[1.2.3-rc.1]', '1.2.3-rc.1 is a prerelease'],
    ['{prerelease: false}', 'A[1.2.3]', '1.2.3 is no prerelease'],
    ['{superseded: true}', 'A[1.0.0-rc.1]\nB[v1.0.0]', '1.0.0-rc.1 is superseded by v1.0.0'],
    ['{older-than: 30d}', 'A[a]', '100 days old, older than 30d'],
    ['{newer-than: 1y}', 'A[a]', '100 days old, not older than 1y'],
    ['{older-than: 0}', 'A[a]', 'the rule is about everything'],
    ['{ids: [1]}', 'A[a]', 'id 1 is listed'],
    [`{digests: ["${digestOf('A')}"]}`, 'A[a]', 'digest sha256:'],
    ['{broken: ghost}', 'A[a]{!P}', 'index'],
    ['{closed-pull-request: "pr-{number}"}', 'A[pr-7]', 'pr-7: pull request 7'],
    ['{open-pull-request: "pr-{number}"}', 'A[pr-8]', 'pr-8: pull request 8 is open'],
    ['{gone-branch: "{branch}-*"}', 'A[old-1]', 'old-1: branch old is gone'],
    ['{live-branch: "{branch}-*"}', 'A[main-1]', 'main-1: branch main exists'],
    ['{release: true}', 'A[1.0.0]', '1.0.0 is the release v1.0.0'],
    ['{release: false}', 'A[2.0.0]', '2.0.0 is no release'],
    ['{listed-in: "deploy/*.yaml"}', 'A[main-1]', 'main-1']
  ])('%s of %s: %s', (rule, text, sentence) => {
    const plan = planOf(`${text}\nZ[rest]`, `keep: [{tags: rest}]\ndelete: [${rule}]`, FACTS)
    expect(plan.of('A').decision).toBe('delete')
    expect(plan.reason('A')).toContain(sentence)
  })

  test('of several tags the first that passes is named, of several conditions all are', () => {
    const rules = 'keep: [{tags: rest}]\ndelete: [{tags: ["b*", "a*"], older-than: 1d}]'
    const plan = planOf('A[a-1, b-1]\nZ[rest]', rules)
    expect(plan.of('A').reason).toMatchObject({
      because: [{ code: 'tag-matches', tag: 'a-1', pattern: 'a*' }, { code: 'older' }]
    })
  })

  test.each<[string, string, string]>([
    ['{tags: "pr-*", older-than: 0}', 'A[pr-2]', 'pr-2 matches pr-*'],
    ['{untagged: true, older-than: 0}', 'A', 'untagged'],
    ['{broken: ghost, older-than: 0}', 'A[a]{!P}', 'ghost: every image of this index is missing']
  ])('%s: `older-than: 0` beside others says nothing', (rule, text, sentence) => {
    const plan = planOf(`${text}\nZ[rest]`, `keep: [{tags: rest}]\ndelete: [${rule}]`)
    expect(plan.reason('A')).toBe(sentence)
  })
})
