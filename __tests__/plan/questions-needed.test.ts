import { describe, expect, test } from '@jest/globals'
import type { PackageType } from '../../src/model/package.js'
import { questionsNeeded } from '../../src/plan/questions-needed.js'
import { aPackage, NOW } from './a-package.js'
import { policy } from './a-plan.js'

function asked(text: string, rules: string, type: PackageType = 'container') {
  const { inventory } = aPackage(text, { type })
  const input = { inventory, policy: policy(rules, inventory.package), now: NOW }
  const { questions, pullRequests } = questionsNeeded(input)
  const kinds = [...new Set(questions.map(({ kind }) => kind))]
  return { kinds, numbers: pullRequests === null ? null : [...pullRequests] }
}

const ALL = 'delete: [{older-than: 0}]'
const CLOSED = 'closed-pull-request: "pr-{number}"'

describe('what is asked of the repository', () => {
  test.each<[string, string, string, string[]]>([
    ['nothing where no rule deletes', 'A[pr-7]', 'keep: [{open-pull-request: "pr-{number}"}]', []],
    ['nothing where no tag fits the template', 'A[v1]\nU', `delete: [{${CLOSED}}]`, []],
    ['what a tag asks', 'A[v1]\nB[pr-7]', `delete: [{${CLOSED}}]`, ['pull-requests']],
    ['nothing of what is too young', 'B[pr-7] 2h', `delete: [{${CLOSED}, older-than: 1d}]`, []],
    [
      'what the oldest asks',
      'A[pr-6]\nB[pr-7] 2h',
      `delete: [{${CLOSED}, older-than: 1d}]`,
      ['pull-requests']
    ],
    [
      'nothing where no one tag passes both (ruling 1)',
      'A[pr-7, x]',
      `delete: [{${CLOSED}, tags: "x*"}]`,
      []
    ],
    ['no release for what is untagged', 'U', 'delete: [{release: false}]', []],
    ['releases for any tag', 'A[x]', 'delete: [{release: false}]', ['releases']],
    ['no release of what is no version', 'A[x]', 'delete: [{release: false, semver: "*"}]', []],
    [
      'nothing by a helper tag',
      'X[v1]\nS[sha256-X.sig]',
      'delete: [{gone-branch: "sha256-{branch}.sig"}]',
      []
    ],
    [
      'all that a gone branch takes',
      'A[x]',
      'delete: [{gone-branch: "{branch}"}]',
      ['branches', 'pull-requests', 'releases']
    ],
    [
      'what a keep rule asks whatever its other conditions say (ruling 5)',
      'A[pr-7] 2h',
      `keep: [{open-pull-request: "pr-{number}", tags: x, older-than: 1d}]\n${ALL}`,
      ['open-pull-requests']
    ],
    [
      'what a keep rule asks though no tag fits: without an answer it keeps all (ruling 5)',
      'A[v1]',
      `keep: [{live-branch: "{branch}-*"}]\n${ALL}`,
      ['branches']
    ],
    ['nothing where the list makes no sense', 'A[pr-7]\nB[pr-7]', `delete: [{${CLOSED}}]`, []]
  ])('%s', (_name, text, rules, kinds) => {
    expect(asked(text, rules).kinds).toEqual(kinds)
  })

  test('files and dist-tags are asked whatever the tags', () => {
    const rules = `keep: [{listed-in: "*.yml"}, {tags: latest}]\n${ALL}`
    expect(asked('A 100d', rules, 'npm').kinds).toEqual(['files', 'dist-tags'])
  })

  test('a dist-tag could be what a template fits (ruling 34)', () => {
    const rules = `keep: [{tags: latest, live-branch: "{branch}"}]\n${ALL}`
    expect(asked('1.0.0', rules, 'npm').kinds).toContain('branches')
  })
})

describe('which pull requests', () => {
  test('those that tags name, in every way of splitting', () => {
    const rules = `delete: [{closed-pull-request: ["pr-{number}", "*-{number}"]}]`
    expect(asked('A[pr-7, v1]\nB[pr-007-12]', rules).numbers?.toSorted((a, b) => a - b)).toEqual([
      7, 12
    ])
  })

  test('not those of a rule that holds for nothing here', () => {
    const rules = `delete: [{${CLOSED}, older-than: 1d}]\nkeep: [{open-pull-request: "mr-{number}"}]`
    expect(asked('A[pr-7] 2h\nB[mr-8]', rules).numbers).toEqual([8])
  })

  test('all where dist-tags, which are read later, could name them (ruling 34)', () => {
    const rules =
      'keep: [{tags: "pr-*", open-pull-request: "pr-{number}"}]\n' +
      'delete: [{closed-pull-request: "*-pr.{number}"}]'
    expect(asked('1.1.0-pr.250', rules, 'npm').numbers).toBeNull()
  })

  test('all where branches are asked for', () => {
    const rules = `delete: [{${CLOSED}}, {gone-branch: "{branch}"}]`
    expect(asked('A[pr-7]', rules).numbers).toBeNull()
  })
})
