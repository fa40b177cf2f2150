import { describe, expect, test } from '@jest/globals'
import type { Facts } from '../../src/policy/facts.js'
import { NOW } from './a-package.js'
import { known, planOf, unknown } from './a-plan.js'

const DAY_MS = 86_400_000

const pullRequests = (open: number[], closed: number[], heads: string[] = []) =>
  known({ open, closed: closed.map((number) => ({ number, closedAt: null })), heads })

const releases = known<string[]>(['v1.0.0'])

/** Another tagged version, kept, so that last-version has nothing to say. */
const goes = (text: string, rule: string, facts: Partial<Facts>) =>
  planOf(`${text}\nZ[rest]`, `keep: [{tags: rest}]\ndelete: [${rule}]`, { facts }).goes

const kept = (text: string, rule: string, facts: Partial<Facts>) =>
  planOf(`${text}\nZ[rest] -1h`, `keep: [${rule}]\ndelete: [{older-than: 0}]`, {
    facts
  }).stays.filter((name) => name !== 'Z')

describe('ruling 4: branches', () => {
  const branches = known(['main', 'release-1.x', 'feat/@x', 'Feature'])
  const prs = pullRequests(
    [],
    [],
    ['old', 'old-feature', 'release', 'feat/login', 'v2.0.0', 'nightly']
  )
  const facts = { branches, pullRequests: prs, releaseTags: releases }

  test.each<[string, string, string, boolean]>([
    [
      'a branch with a dash lives, though a shorter split names one that is gone',
      'release-1.x-abc123',
      '{branch}-*',
      false
    ],
    [
      'a head of a pull request that is no branch any more is gone',
      'old-abc123',
      '{branch}-*',
      true
    ],
    ['what never was a branch is not gone', 'never-abc123', '{branch}-*', false],
    ['latest is no branch', 'latest', '{branch}', false],
    ['a semantic version is none, even where a branch had its name', 'v2.0.0', '{branch}', false],
    ['nightly was a branch once, so it is gone', 'nightly', '{branch}', true],
    ['pr-26 has no branch pr', 'pr-26', '{branch}-*', false],
    ['the tag of a release is none', 'v1.0.0', '{branch}', false],
    ['a slash is a dash in a tag', 'feat-login', '{branch}', true],
    ['ruling 61: a run of signs is one dash', 'feat-x-1', '{branch}-*', false],
    ['letter case counts', 'feature', '{branch}', false]
  ])('gone-branch: %s', (_sentence, tag, template, isGone) => {
    expect(goes(`A[${tag}]`, `{gone-branch: "${template}"}`, facts)).toEqual(isGone ? ['A'] : [])
  })

  test.each<[string, string, boolean]>([
    ['release-1.x-abc123', '{branch}-*', true],
    ['main-1', '{branch}-*', true],
    ['main', '{branch}', true],
    ['feat-x-1', '{branch}-*', true],
    ['old-1', '{branch}-*', false],
    ['feature-1', '{branch}-*', false],
    ['mainline-1', '{branch}-*', false]
  ])('live-branch keeps %s by %s: %s', (tag, template, isLive) => {
    expect(kept(`A[${tag}]`, `{live-branch: "${template}"}`, facts)).toEqual(isLive ? ['A'] : [])
  })

  test('per: branch puts a tag into the group of each branch that lives', () => {
    const two = { ...facts, branches: known(['a', 'a-b']) }
    const rule = '{live-branch: "{branch}-*", per: branch, newest: 1}'
    // Newest last: C is first in a and in a-b; B, in a alone, is second there; A is in none.
    expect(kept('A[x-1]\nB[a-1]\nC[a-b-1]', rule, two)).toEqual(['C'])
    expect(kept('A[x-1]\nC[a-b-1]\nB[a-1]', rule, two)).toEqual(['C', 'B'])
  })

  test('a template of many captures splits the longest tag in every way that matters', () => {
    const words = Array.from({ length: 60 }, (_, at) => String.fromCharCode(97 + (at % 26)))
    const tag = `${words.join('-')}-main-1`
    const rule = '{live-branch: "{a}-{b}-{c}-{branch}-{build}", per: build, newest: 1}'
    expect(kept(`A[${tag}]\nB[a-b-c-main-1]`, rule, facts)).toEqual(['B'])
    expect(kept(`A[${tag}]\nB[a-b-c-main-2]`, rule, facts)).toEqual(['A', 'B'])
    expect(goes(`A[${tag}]`, '{gone-branch: "{a}{b}{c}{branch}{d}"}', facts)).toEqual([])
  })
})

test('where no rule deletes no question matters: none is asked, and none is said to lack an answer', () => {
  const rules = 'keep: [{listed-in: "deploy/*.yml"}, {tags: latest}, {release: true}]'
  const plan = planOf('1.0.0', rules, { type: 'npm', facts: {} })
  expect(plan.reason('1.0.0')).toBe('no rule selects it')
  expect(plan.plan.warnings).toEqual([])
})

describe('ruling 5: a question that can not be answered', () => {
  const ten = Array.from({ length: 10 }, (_, at) => `A${at}[x-${at}]`).join('\n')

  test.each<[string, string, Partial<Facts>]>([
    ['branches', '{live-branch: "{branch}-*", per: branch, newest: 3}', { branches: unknown }],
    ['branches that were not asked for', '{live-branch: "{branch}-*", newest: 3}', {}],
    ['an empty list of branches', '{live-branch: "{branch}-*"}', { branches: known([]) }],
    [
      'pull requests, its other conditions not looked at',
      '{open-pull-request: "pr-{number}", tags: "pr-*"}',
      { pullRequests: unknown }
    ],
    ['releases', '{release: true, newest: 0}', { releaseTags: unknown }],
    [
      'ruling 44: a repository without releases and tags',
      '{release: true}',
      { releaseTags: known([]) }
    ],
    [
      'ruling 6: files that no glob matched',
      '{listed-in: "deploy/*.yaml"}',
      { listed: { 'deploy/*.yaml': unknown } }
    ],
    ['ruling 6: files that were not looked for', '{listed-in: "deploy/*.yaml"}', {}]
  ])('a keep rule keeps every root: %s', (_what, rule, facts) => {
    expect(kept(ten, rule, facts)).toHaveLength(10)
  })

  test.each<[string, string, Partial<Facts>]>([
    ['closed pull requests', '{closed-pull-request: "x-{number}"}', { pullRequests: unknown }],
    ['release: false', '{release: false}', { releaseTags: unknown }],
    ['release: false without any release', '{release: false}', { releaseTags: known([]) }],
    [
      'gone branches: no list of branches',
      '{gone-branch: "{branch}-*"}',
      { branches: known([]), pullRequests: pullRequests([], [], ['x']), releaseTags: releases }
    ],
    [
      'gone branches: no pull requests',
      '{gone-branch: "{branch}-*"}',
      { branches: known(['main']), pullRequests: unknown, releaseTags: releases }
    ],
    [
      'gone branches: no releases',
      '{gone-branch: "{branch}-*"}',
      { branches: known(['main']), pullRequests: pullRequests([], [], ['x']), releaseTags: unknown }
    ],
    ['files', '{listed-in: "deploy/*.yaml"}', { listed: { 'deploy/*.yaml': unknown } }]
  ])('a delete rule selects nothing: %s', (_what, rule, facts) => {
    expect(goes(ten, rule, facts)).toEqual([])
  })

  test('a repository may have no release for gone branches to be known', () => {
    const facts = {
      branches: known(['main']),
      pullRequests: pullRequests([], [], ['x']),
      releaseTags: known([])
    }
    expect(goes('A[x-1]', '{gone-branch: "{branch}-*"}', facts)).toEqual(['A'])
  })

  test('all tags are kept from being taken off, and a warning names the rule', () => {
    const rules =
      'keep: [{name: live, live-branch: "{branch}-*"}]\ndelete: [{tags: "pr-*"}]\nuntag: true'
    const plan = planOf('A[v1, pr-1]', rules, { facts: { branches: unknown } })
    expect(plan.untagged).toEqual([])
    expect(plan.plan.warnings).toEqual([
      { code: 'question-unanswered', side: 'keep', rule: 'live', why: unknown.why }
    ])
    expect(plan.of('A').reason).toEqual({ code: 'unanswered', rule: 'live', why: unknown.why })
  })
})

describe('pull requests', () => {
  test.each<[string, string, string, boolean]>([
    ['ruling 11: {number} takes the whole run of digits', 'pr-267', 'pr-{number}*', false],
    ['ruling 11: of 2 the image goes', 'pr-2', 'pr-{number}*', true],
    ['ruling 11: what follows may be anything but a digit', 'pr-2-fix', 'pr-{number}*', true],
    ['pr-{number} never matches pr-2-fix', 'pr-2-fix', 'pr-{number}', false],
    ['a digit in front is part of the run', 'pr-12', 'pr-*{number}', false],
    ['compared as a number', 'pr-002', 'pr-{number}', true],
    ['ruling 62: what is neither open nor closed is neither', 'pr-99', 'pr-{number}', false],
    ['ruling 62: an issue is neither', 'pr-3', 'pr-{number}', false],
    ['what was seen open and closed is open', 'pr-5', 'pr-{number}', false]
  ])('%s', (_sentence, tag, template, isClosed) => {
    const facts = { pullRequests: pullRequests([267, 5], [2, 5]) }
    expect(goes(`A[${tag}]`, `{closed-pull-request: "${template}"}`, facts)).toEqual(
      isClosed ? ['A'] : []
    )
  })

  test('open-pull-request keeps those seen open alone', () => {
    const facts = { pullRequests: pullRequests([7], [8]) }
    const text = 'A[pr-7]\nB[pr-8]\nC[pr-9]\nD[pr-07-x]'
    expect(kept(text, '{open-pull-request: ["pr-{number}", "pr-{number}-*"]}', facts)).toEqual([
      'A',
      'D'
    ])
  })

  test('ruling 62: older-than beside it is the age of the image, not of the closing', () => {
    const closed = [{ number: 7, closedAt: NOW - 3_600_000 }]
    const facts = { pullRequests: known({ open: [], closed, heads: [] }) }
    const rule = '{closed-pull-request: "pr-{number}", older-than: 1d}'
    expect(goes('A[pr-7] 2d', rule, facts)).toEqual(['A'])
    expect(goes('A[pr-7] 2h', rule, facts)).toEqual([])
  })

  test('the reason says how long ago it was closed', () => {
    const closed = [{ number: 7, closedAt: NOW - 12 * DAY_MS }]
    const facts = { pullRequests: known({ open: [], closed, heads: [] }) }
    const plan = planOf('A[pr-7]\nZ[v1]', 'delete: [{closed-pull-request: "pr-{number}"}]', {
      facts
    })
    expect(plan.reason('A')).toBe('pr-7: pull request 7 was closed 12 days ago')
  })
})

describe('ruling 44: releases', () => {
  test.each<[string, string, boolean]>([
    ['v1.0.0', 'v1.0.0', true],
    ['1.0.0', 'v1.0.0', true],
    ['v1.0.0', '1.0.0', true],
    ['release-1.0', 'release/1.0', true],
    ['1.0.0-5', '1.0.0+5', true],
    ['1.0.0', 'app@1.0.0', true],
    ['1.0.0', 'app-v1.0.0', true],
    ['1.0.0', '@acme/app@1.0.0', true],
    ['1.0.0', 'other@1.0.0', false],
    ['1.0.0', 'app-1.0.0', false],
    ['1.0', '1.0.0', false],
    ['V1.0.0', 'v1.0.0', false]
  ])('%s is a release by the git tag %s: %s', (tag, gitTag, isRelease) => {
    const facts = { releaseTags: known([gitTag]) }
    expect(kept(`A[${tag}]`, '{release: true}', facts)).toEqual(isRelease ? ['A'] : [])
    expect(goes(`A[${tag}]`, '{release: false}', facts)).toEqual(isRelease ? [] : ['A'])
  })

  test('tags of a monorepo hold npm versions by the name of the package', () => {
    const facts = { releaseTags: known(['ui@1.0.0', 'other@2.0.0']) }
    const rules = 'delete: [{release: false}]'
    const { goes: gone } = planOf('1.0.0\n2.0.0', rules, { type: 'npm', packageName: 'ui', facts })
    expect(gone).toEqual(['2.0.0'])
  })
})

describe('ruling 34: dist-tags of npm', () => {
  const plan = (rules: string, distTags: Facts['distTags']) =>
    planOf('1.0.0\n2.0.0\n3.0.0', rules, { type: 'npm', facts: { distTags } })
  const latest = known({ latest: '1.0.0', next: '3.0.0' })

  test.each<[string, string, Facts['distTags'], string[]]>([
    [
      'latest in a keep rule keeps what it points to',
      'keep: [{tags: latest}]\ndelete: [{older-than: 0}]',
      latest,
      ['2.0.0', '3.0.0']
    ],
    [
      'not knowing them keeps all',
      'keep: [{tags: latest}]\ndelete: [{older-than: 0}]',
      unknown,
      []
    ],
    ['not having asked keeps all', 'keep: [{tags: latest}]\ndelete: [{older-than: 0}]', null, []],
    [
      'in a delete rule they are nothing',
      'keep: [{tags: "3.*"}]\ndelete: [{tags: latest}]',
      latest,
      []
    ],
    [
      '* alone asks for none',
      'keep: [{tags: "*", newest: 1}]\ndelete: [{older-than: 0}]',
      null,
      ['1.0.0', '2.0.0']
    ],
    [
      'an exclusion alone asks for none',
      'keep: [{tags: "3.*"}, {tags: ["*", "!latest"], newest: 0}]\ndelete: [{older-than: 0}]',
      null,
      ['1.0.0', '2.0.0']
    ],
    [
      'a rule that asks for none sees none, whatever other rules ask',
      'keep: [{tags: next}, {release: false}]\ndelete: [{older-than: 0}]',
      latest,
      ['1.0.0', '2.0.0']
    ]
  ])('%s', (_sentence, rules, distTags, gone) => {
    const facts = { distTags, releaseTags: known(['1.0.0', '2.0.0', '3.0.0']) }
    const { goes: going } = planOf('1.0.0\n2.0.0\n3.0.0', rules, { type: 'npm', facts })
    expect(going).toEqual(gone)
  })

  const channels = known({ latest: '2.0.0', legacy: '1.0.0', next: '3.0.0-beta.1' })

  test.each<[string, string, string[]]>([
    ['ranks', 'tags: [latest, legacy], by: semver, newest: 1', ['1.0.0', '3.0.0-beta.1']],
    ['is grouped', 'tags: [latest, legacy, next], per: major, newest: 1', []],
    [
      'is grouped by what the dist-tag says',
      'tags: "l{rest}", per: rest, newest: 1',
      ['3.0.0-beta.1']
    ],
    [
      'is or is no prerelease',
      'tags: [latest, next], prerelease: false',
      ['1.0.0', '3.0.0-beta.1']
    ],
    ['is asked for its range', 'tags: [latest, legacy], semver: ">=2"', ['1.0.0', '3.0.0-beta.1']]
  ])('the version of a dist-tag %s', (_sentence, keep, gone) => {
    const rules = `keep: [{${keep}}]\ndelete: [{older-than: 0}]`
    const facts = { distTags: channels }
    const { goes: going } = planOf('1.0.0\n2.0.0\n3.0.0-beta.1', rules, { type: 'npm', facts })
    expect(going).toEqual(gone)
  })

  test('the reason says which dist-tag matched', () => {
    expect(plan('keep: [{tags: latest}]\ndelete: [{older-than: 0}]', latest).reason('1.0.0')).toBe(
      'latest matches latest, by keep rule 1'
    )
  })
})
