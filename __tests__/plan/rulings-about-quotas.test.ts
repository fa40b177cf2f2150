import { describe, expect, test } from '@jest/globals'
import type { PackageType } from '../../src/model/package.js'
import { planOf } from './a-plan.js'

/** Names of what one keep rule keeps of a package of which everything else goes. */
function keptBy(rule: string, text: string, type: PackageType = 'container'): string[] {
  // A future-dated version is kept by its guard, and keeps last-version out of it.
  const rest = type === 'container' ? 'Z[z] -1y' : '0.0.0-z -1y'
  const plan = planOf(`${text}\n${rest}`, `keep: [${rule}]\ndelete: [{older-than: 0}]`, { type })
  return plan.stays.slice(0, -1)
}

/** Versions named by letters, made at these times of 2025 or before, NOW being 2026-01-31. */
function madeAt(...dates: string[]): string {
  const now = Date.UTC(2026, 0, 31)
  return dates
    .map((date, place) => {
      const name = String.fromCharCode('A'.charCodeAt(0) + place)
      return `${name}[tag-${name}] PT${(now - Date.parse(date)) / 1000}S`
    })
    .join('\n')
}

describe('newest', () => {
  test.each<[string, string, string, string[]]>([
    ['the last ones of the list', '{newest: 2}', 'A[a]\nB[b]\nC[c]', ['B', 'C']],
    ['none', '{newest: 0}', 'A[a]\nB[b]', []],
    ['more than there are', '{newest: 9}', 'A[a]\nB[b]', ['A', 'B']],
    [
      'only of those for which the conditions hold',
      '{newest: 1, tags: "a*"}',
      'A[a1]\nB[a2]\nC[c]',
      ['B']
    ],
    ['ties in time go to the higher id', '{newest: 1}', 'A[a] 9d\nB[b] 9d', ['B']],
    ['by the last change', '{newest: 1, by: updated}', 'A[a] updated=2d\nB[b]', ['A']],
    [
      'by semver',
      '{newest: 2, by: semver}',
      'A[2.0.0]\nB[1.9.0]\nC[2.0.0-rc.1]\nD[main]',
      ['A', 'C']
    ],
    [
      'what is no version is older than every version',
      '{newest: 2, by: semver}',
      'A[1.0.0]\nB[main]\nC[edge]',
      ['A', 'C']
    ],
    [
      'ruling 47: ties of versions go to the newer',
      '{newest: 1, by: semver}',
      'A[1.0.0]\nB[v1.0.0]',
      ['B']
    ],
    [
      'ruling 47: build metadata is no difference',
      '{newest: 1, by: semver}',
      'A[v1.0.0] 1d\nB[1.0.0] 2d',
      ['A']
    ],
    ['untagged images count too', '{newest: 1}', 'A[a]\nU', ['U']],
    ['untagged: true counts those alone', '{newest: 1, untagged: true}', 'U\nV\nA[a]', ['V']],
    ['versions that another rule keeps count', '{newest: 1}, {tags: c}', 'A[a]\nB[b]\nC[c]', ['C']]
  ])('%s', (_sentence, rule, text, kept) => {
    expect(keptBy(rule, text)).toEqual(kept)
  })

  test('ruling 41: by semver goes by the type: nuget has four numbers', () => {
    expect(keptBy('{newest: 1, by: semver}', '1.2.3.4\n1.2.3', 'nuget')).toEqual(['1.2.3.4'])
    expect(keptBy('{newest: 1, by: semver}', '1.10\n1.9', 'maven')).toEqual(['1.10'])
    expect(keptBy('{newest: 1, by: semver}', '1.0.0\n1.0.0.rc1', 'rubygems')).toEqual(['1.0.0'])
  })
})

describe('ruling 22: groups by version', () => {
  test.each<[string, string, string, string[]]>([
    ['a minor is 1.2, not 2', '{per: minor, newest: 1}', 'A[1.2.9]\nB[2.2.0]', ['A', 'B']],
    ['two of one minor', '{per: minor, newest: 1}', 'A[1.2.8]\nB[1.2.9]', ['B']],
    ['a patch is 1.2.3', '{per: patch, newest: 1}', 'A[1.2.3-a]\nB[1.2.3-b]\nC[1.2.4]', ['B', 'C']],
    [
      'in a group a root ranks by its version there',
      '{per: major, newest: 1, by: semver}',
      'A[1.9.0, 2.0.0]\nB[1.9.5]',
      ['A', 'B']
    ],
    [
      'those in no group are one more',
      '{per: major, newest: 1}',
      'A[main]\nB[edge]\nC[1.0.0]',
      ['B', 'C']
    ],
    [
      'a channel is the first identifier, stable where there is none',
      '{per: channel, newest: 1}',
      'A[1.0.0]\nB[1.1.0]\nC[2.0.0-beta.1]\nD[2.0.0-beta.2]\nE[1.0.0-alpine]',
      ['B', 'D', 'E']
    ],
    [
      'a captured name goes before the built-in word',
      '{tags: "{channel}-{build}", per: channel, newest: 1}',
      'A[beta-1]\nB[beta-2]\nC[alpha-1]',
      ['B', 'C']
    ],
    [
      'a root counts in each of its groups',
      '{tags: "{channel}-{build}", per: channel, newest: 1}',
      'A[beta-1]\nB[beta-2, alpha-1]\nC[alpha-2]',
      ['B', 'C']
    ],
    [
      'ruling 48: a tag that several patterns match is in each of their groups',
      '{tags: ["{c}-x", "a-{c}"], per: c, newest: 1}',
      'A[a-x]\nB[a-z]\nC[a-x-y]',
      ['A', 'B', 'C']
    ]
  ])('%s', (_sentence, rule, text, kept) => {
    expect(keptBy(rule, text)).toEqual(kept)
  })
})

describe('ruling 45: calendar quotas, as restic does it', () => {
  test.each<[string, string, string[], string]>([
    [
      'daily: 2 over three of one day: the newest and the oldest',
      '{daily: 2}',
      ['2025-06-01T01:00Z', '2025-06-01T02:00Z', '2025-06-01T03:00Z'],
      'AC'
    ],
    ['daily: 1: the newest alone', '{daily: 1}', ['2025-06-01T01:00Z', '2025-06-01T02:00Z'], 'B'],
    ['daily: 0: none', '{daily: 0}', ['2025-06-01T01:00Z'], ''],
    [
      'the last of each day, and the oldest',
      '{daily: 3}',
      ['2025-06-01T01:00Z', '2025-06-02T01:00Z', '2025-06-02T23:59:59Z', '2025-06-03T00:00Z'],
      'ACD'
    ],
    [
      'days without any are no days',
      '{daily: 2}',
      ['2025-01-01T01:00Z', '2025-06-01T01:00Z', '2025-11-01T01:00Z'],
      'BC'
    ],
    [
      'no count is left for the oldest',
      '{daily: 2}',
      ['2025-06-01T01:00Z', '2025-06-02T01:00Z', '2025-06-03T01:00Z'],
      'BC'
    ],
    [
      'ISO weeks begin on Monday',
      '{weekly: 9}',
      ['2025-06-01T23:00Z', '2025-06-02T00:00Z', '2025-06-08T23:59:59Z'],
      'AC'
    ],
    [
      'week 53 of 2020 has days of 2021',
      '{weekly: 9}',
      ['2020-12-28T00:00Z', '2021-01-02T00:00Z', '2021-01-03T23:00Z', '2021-01-04T00:00Z'],
      'ACD'
    ],
    [
      '31 December 2024 lies in the first week of 2025',
      '{weekly: 1}',
      ['2024-12-29T12:00Z', '2024-12-31T12:00Z', '2025-01-05T12:00Z'],
      'C'
    ],
    [
      'months, 29 February among them',
      '{monthly: 3}',
      ['2024-01-31T00:00Z', '2024-02-29T23:59:59Z', '2024-03-01T00:00Z'],
      'ABC'
    ],
    [
      'years',
      '{yearly: 2}',
      ['2023-12-31T23:59:59Z', '2024-01-01T00:00Z', '2024-12-31T23:59:59Z', '2025-01-01T00:00Z'],
      'CD'
    ],
    [
      'hours',
      '{hourly: 2}',
      ['2025-06-01T01:00Z', '2025-06-01T01:59:59Z', '2025-06-01T02:00Z'],
      'BC'
    ],
    [
      'hours are of UTC: no hour is twice where clocks go back',
      '{hourly: 9}',
      ['2025-10-26T00:30Z', '2025-10-26T01:30Z'],
      'AB'
    ],
    [
      'ruling 46: each quota counts on its own',
      '{newest: 1, daily: 2}',
      ['2025-06-01T01:00Z', '2025-06-02T01:00Z', '2025-06-02T02:00Z'],
      'AC'
    ]
  ])('%s', (_sentence, rule, dates, kept) => {
    expect(keptBy(rule, madeAt(...dates)).join('')).toBe(kept)
  })

  test('with per, each group has its own list and its own oldest', () => {
    const text = 'A[a-1] 30d\nB[b-1] 30d\nC[a-2] 30d\nD[b-2] 2d\nE[a-3] 30d'
    expect(keptBy('{tags: "{c}-*", per: c, daily: 2}', text)).toEqual(['A', 'B', 'D', 'E'])
  })

  test('ruling 46: periods go by the date of `by`', () => {
    const text = 'A[a] 30d updated=3d\nB[b] 31d updated=2d\nC[c] 32d updated=4d'
    expect(keptBy('{daily: 1, by: updated}', text)).toEqual(['B'])
    expect(keptBy('{daily: 1, by: created}', text)).toEqual(['A'])
  })
})

describe('ruling 55: tagged parts of an image that is kept use up no count', () => {
  const release = (v: string) => `P${v}[${v}-amd64]\nQ${v}[${v}-arm64]\nI${v}[${v}]{P${v}, Q${v}}`
  const all = ['v1', 'v2', 'v3'].map(release).join('\n')

  test.each<[string, string[]]>([
    ['{newest: 2, tags: "v*"}', ['Pv2', 'Qv2', 'Iv2', 'Pv3', 'Qv3', 'Iv3']],
    ['{newest: 1, tags: "v*"}', ['Pv3', 'Qv3', 'Iv3']],
    ['{newest: 1, tags: ["v*", "!*-*"]}', ['Pv3', 'Qv3', 'Iv3']]
  ])('%s', (rule, kept) => {
    expect(keptBy(rule, all)).toEqual(kept)
  })

  test('the reason names the image', () => {
    const plan = planOf(all, 'keep: [{newest: 2, tags: "v*"}]\ndelete: [{older-than: 0}]')
    expect(plan.reason('Iv2')).toBe('2nd newest of 2 by keep rule 1')
    expect(plan.reason('Pv3')).toBe('part of v3, which keep rule 1 keeps')
  })

  test('in a calendar quota as well, where the very last of the list is the oldest', () => {
    const text = ['P1[v1-amd64] 40d', 'I1[v1]{P1} 39d', 'P2[v2-amd64] 3d', 'I2[v2]{P2} 3d'].join(
      '\n'
    )
    expect(keptBy('{daily: 2, tags: "v*"}', text)).toEqual(['P1', 'I1', 'P2', 'I2'])
    expect(keptBy('{daily: 1, tags: "v*"}', text)).toEqual(['P2', 'I2'])
  })
})

describe('ruling 53: lists are walked in order', () => {
  test.each<[string, string[]]>([
    ['["v*", "!v1*", "v1.9"]', ['B', 'C']],
    ['["v*", "!v1*"]', ['C']],
    ['["!v1*"]', ['C', 'D']],
    ['["!v1*", "v1.9"]', ['B', 'C', 'D']]
  ])('%s', (tags, kept) => {
    expect(keptBy(`{tags: ${tags}}`, 'A[v1.0]\nB[v1.9]\nC[v2.0]\nD[main]')).toEqual(kept)
  })
})
