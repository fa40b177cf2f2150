import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import type { Duration } from '../../src/model/duration.js'
import type { Condition } from '../../src/policy/policy.js'
import { hasDeleteInput, type QuickInputs, rulesGiven } from '../../src/policy/quick-inputs.js'
import { quickRules } from '../../src/policy/quick-rules.js'

const DAY_MS = 86_400_000
const days = (count: number): Duration => ({
  months: 0,
  exactMs: count * DAY_MS,
  text: count === 0 ? '0' : `${count}d`
})

const NONE: QuickInputs = {
  types: ['container'],
  deleteTags: [],
  deleteUntagged: null,
  olderThan: null,
  deletePrereleases: null,
  deleteBroken: [],
  keepTags: [],
  keepNewest: null,
  keepNewestUntagged: null,
  keepNewerThan: null
}

/** A condition as the table of the rulings writes it. */
function written(condition: Condition): string {
  const { kind } = condition
  if (kind === 'tags') return `tags: ${condition.patterns.sources.join(' ')}`
  if (kind === 'broken') return `broken: ${condition.kinds.join(' ')}`
  if ('age' in condition) return `${kind}: ${condition.age.text}`
  if (kind === 'untagged' || kind === 'prerelease') return `${kind}: ${condition.value}`
  throw new Error(`no quick rule stands for ${kind}`)
}

function rulesOf(given: Partial<QuickInputs>) {
  const result = quickRules({ ...NONE, ...given })
  if (!result.ok) throw new Error(result.errors.map(({ message }) => message).join('\n'))
  return result
}

function errorsOf(given: Partial<QuickInputs>): readonly string[] {
  const result = quickRules({ ...NONE, ...given })
  return result.ok ? [] : result.errors.map(({ message }) => message)
}

const deleteRulesOf = (given: Partial<QuickInputs>) =>
  rulesOf(given).delete.map(
    ({ label, conditions }) => `${label} {${conditions.map(written).join(', ')}}`
  )

const keepRulesOf = (given: Partial<QuickInputs>) =>
  rulesOf(given).keep.map(({ label, conditions, quotas }) => {
    const counts = quotas.map(({ kind, count }) => `${kind}: ${count}`)
    return `${label} {${[...conditions.map(written), ...counts].join(', ')}}`
  })

describe('the table of delete rules', () => {
  test.each<[string, Partial<QuickInputs>, string[]]>([
    [
      'patterns and untagged are two rules, both narrowed by older-than',
      { deleteTags: ['pr-*'], deleteUntagged: true, olderThan: days(7) },
      [
        'delete-tags {tags: pr-*, older-than: 7d}',
        'delete-untagged {untagged: true, older-than: 7d}'
      ]
    ],
    [
      'delete-prereleases narrows the rule about tags alone (ruling 50)',
      { deleteTags: ['*'], deleteUntagged: true, deletePrereleases: true },
      [
        'delete-tags {tags: *, prerelease: true, older-than: 0}',
        'delete-untagged {untagged: true, older-than: 0}'
      ]
    ],
    [
      'patterns alone',
      { deleteTags: ['pr-*', '!pr-7'] },
      ['delete-tags {tags: pr-* !pr-7, older-than: 0}']
    ],
    [
      'patterns with delete-untagged: false are the same as patterns alone',
      { deleteTags: ['pr-*'], deleteUntagged: false },
      ['delete-tags {tags: pr-*, older-than: 0}']
    ],
    [
      'untagged alone',
      { deleteUntagged: true },
      ['delete-untagged {untagged: true, older-than: 0}']
    ],
    [
      'older-than alone is about everything',
      { olderThan: days(30) },
      ['older-than {older-than: 30d}']
    ],
    [
      'older-than: 0 alone is about everything',
      { olderThan: days(0) },
      ['older-than {older-than: 0}']
    ],
    [
      'delete-prereleases alone is about everything with a prerelease',
      { deletePrereleases: true, olderThan: days(1) },
      ['delete-prereleases {prerelease: true, older-than: 1d}']
    ],
    [
      'delete-untagged: false takes untagged images out (ruling 15)',
      { deleteUntagged: false, olderThan: days(30) },
      ['older-than {untagged: false, older-than: 30d}']
    ],
    [
      'delete-prereleases: false is as good as absent (ruling 15)',
      { deletePrereleases: false, olderThan: days(30) },
      ['older-than {older-than: 30d}']
    ],
    [
      'only keep inputs: everything else is selected',
      { keepTags: ['v*'] },
      ['everything else {older-than: 0}']
    ],
    [
      'delete-broken alone is the only delete rule',
      { deleteBroken: ['ghost'], olderThan: days(2) },
      ['delete-broken {broken: ghost, older-than: 2d}']
    ],
    [
      'delete-broken stands beside the others',
      { deleteTags: ['pr-*'], deleteUntagged: true, deleteBroken: ['partial', 'ghost'] },
      [
        'delete-tags {tags: pr-*, older-than: 0}',
        'delete-untagged {untagged: true, older-than: 0}',
        'delete-broken {broken: ghost partial, older-than: 0}'
      ]
    ],
    [
      'delete-untagged: false takes untagged images out of delete-broken too (ruling 15)',
      { deleteUntagged: false, deleteBroken: ['ghost'] },
      ['delete-broken {untagged: false, broken: ghost, older-than: 0}']
    ],
    [
      'keep-newest-untagged alone deletes untagged images only (ruling 32)',
      { keepNewestUntagged: 5 },
      ['keep-newest-untagged {untagged: true, older-than: 0}']
    ],
    [
      'keep-newest-untagged beside older-than deletes untagged images only (ruling 32)',
      { keepNewestUntagged: 0, olderThan: days(3) },
      ['keep-newest-untagged {untagged: true, older-than: 3d}']
    ],
    [
      'keep-newest-untagged beside another keep input deletes everything else',
      { keepNewestUntagged: 5, keepNewest: 5 },
      ['everything else {older-than: 0}']
    ]
  ])('%s', (_name, given, expected) => {
    expect(deleteRulesOf(given)).toEqual(expected)
  })
})

describe('the table of keep rules', () => {
  test.each<[string, Partial<QuickInputs>, string[]]>([
    ['delete inputs alone keep nothing', { deleteUntagged: true }, []],
    [
      'keep-tags, all patterns in one rule',
      { keepTags: ['v*', 'latest'] },
      ['keep-tags {tags: v* latest}']
    ],
    [
      'keep-newest counts what delete-tags matches, whatever its age',
      { deleteTags: ['main-*'], keepNewest: 10, olderThan: days(9) },
      ['keep-newest {tags: main-*, newest: 10}']
    ],
    [
      'keep-newest counts tagged images where there is no delete-tags',
      { olderThan: days(9), keepNewest: 10 },
      ['keep-newest {untagged: false, newest: 10}']
    ],
    [
      'keep-newest counts prereleases where only they go (ruling 51)',
      { deletePrereleases: true, keepNewest: 3 },
      ['keep-newest {untagged: false, prerelease: true, newest: 3}']
    ],
    [
      'keep-newest counts matching prereleases where only they go (ruling 51)',
      { deleteTags: ['v*'], deletePrereleases: true, keepNewest: 3 },
      ['keep-newest {tags: v*, prerelease: true, newest: 3}']
    ],
    [
      'all of them, in this order',
      {
        keepNewerThan: days(2),
        keepNewestUntagged: 4,
        keepNewest: 3,
        keepTags: ['v*'],
        deleteUntagged: true
      },
      [
        'keep-tags {tags: v*}',
        'keep-newest {untagged: false, newest: 3}',
        'keep-newest-untagged {untagged: true, newest: 4}',
        'keep-newer-than {newer-than: 2d}'
      ]
    ]
  ])('%s', (_name, given, expected) => {
    expect(keepRulesOf(given)).toEqual(expected)
  })
})

describe('keep-tags has to match something where no input says what to delete (ruling 32)', () => {
  test.each<[string, Partial<QuickInputs>, number | null]>([
    ['keep-tags alone', { keepTags: ['latset'] }, 0],
    ['keep-tags and older-than', { keepTags: ['latset'], olderThan: days(30) }, 0],
    ['keep-tags and delete-untagged: false', { keepTags: ['latset'], deleteUntagged: false }, 0],
    ['keep-tags and delete-tags', { keepTags: ['latset'], deleteTags: ['*'] }, null],
    ['keep-tags and delete-untagged', { keepTags: ['latset'], deleteUntagged: true }, null],
    ['keep-tags and delete-prereleases', { keepTags: ['x'], deletePrereleases: true }, null],
    ['keep-tags and delete-broken', { keepTags: ['latset'], deleteBroken: ['ghost'] }, null],
    ['no keep-tags', { olderThan: days(30) }, null]
  ])('%s', (_name, given, expected) => {
    expect(rulesOf(given).requiredKeep).toBe(expected)
  })
})

describe('errors', () => {
  test.each<[string, Partial<QuickInputs>, RegExp]>([
    ['no rule at all', {}, /no rule is given/],
    [
      'delete-untagged: false is no rule (ruling 15)',
      { deleteUntagged: false },
      /no rule is given/
    ],
    ['delete-prereleases: false is no rule', { deletePrereleases: false }, /no rule is given/],
    [
      'delete-prereleases has no tags to narrow (ruling 50)',
      { deletePrereleases: true, deleteUntagged: true },
      /^delete-prereleases: .*add delete-tags: "\*"$/
    ],
    [
      'delete-prereleases has no tags to narrow beside delete-broken',
      { deletePrereleases: true, deleteBroken: ['ghost'] },
      /^delete-prereleases: .*add delete-tags: "\*"$/
    ],
    [
      'keep-newest: 0 alone would empty the package (ruling 32)',
      { keepNewest: 0 },
      /^keep-newest: "0": .*write delete-tags: "\*"$/
    ],
    [
      'nor do two zeros say what to delete',
      { keepNewest: 0, keepNewestUntagged: 0 },
      /keep-newest/
    ],
    ['keep-newer-than: 0 alone keeps nothing', { keepNewerThan: days(0) }, /^keep-newer-than: "0"/],
    [
      'keep-newest-untagged alone with delete-untagged: false has nothing to delete',
      { keepNewestUntagged: 5, deleteUntagged: false },
      /^keep-newest-untagged: /
    ],
    ['a count below 0', { keepNewest: -1 }, /^keep-newest: "-1" is not a whole number from 0$/],
    ['a broken count', { keepNewestUntagged: 1.5 }, /^keep-newest-untagged: "1.5" is not a whole/],
    ['no kind of broken', { deleteBroken: ['gost'] }, /"gost" is not one of ghost, partial/],
    ['an unclosed bracket', { deleteTags: ['v[1'] }, /^delete-tags: "v\[1": /],
    [
      'a pattern that no tag can match (ruling 68)',
      { keepTags: ['app:v1'] },
      /^keep-tags: "app:v1"/
    ],
    [
      'such an exclusion (ruling 68)',
      { deleteTags: ['*', '!app:v1'] },
      /^delete-tags: "!app:v1": /
    ],
    [
      'untagged versions of npm (ruling 37)',
      { types: ['npm'], deleteUntagged: true },
      /^delete-unt/
    ],
    [
      'broken versions of maven (ruling 37)',
      { types: ['maven'], deleteBroken: ['ghost'] },
      /^delete-b/
    ]
  ])('%s', (_name, given, expected) => {
    expect(errorsOf(given)).toEqual([expect.stringMatching(expected)])
  })

  test('all at once', () => {
    const errors = errorsOf({ deleteTags: ['v[1', '{a'], keepNewest: -1, deleteBroken: ['x'] })

    expect(errors).toHaveLength(4)
  })

  test('keep-newest: 0 is fine beside a rule that says what to delete', () => {
    expect(errorsOf({ keepNewest: 0, olderThan: days(30) })).toEqual([])
  })
})

const anyInputs: fc.Arbitrary<QuickInputs> = fc.record({
  types: fc.constantFrom<QuickInputs['types']>(['container'], ['container', 'npm'], ['docker']),
  deleteTags: fc.constantFrom([], ['pr-*'], ['*', '!v*']),
  deleteUntagged: fc.constantFrom(null, true, false),
  olderThan: fc.constantFrom(null, days(0), days(30)),
  deletePrereleases: fc.constantFrom(null, true, false),
  deleteBroken: fc.constantFrom([], ['ghost']),
  keepTags: fc.constantFrom([], ['v*']),
  keepNewest: fc.constantFrom(null, 0, 3),
  keepNewestUntagged: fc.constantFrom(null, 0, 3),
  keepNewerThan: fc.constantFrom(null, days(0), days(2))
})

test('every delete rule bears the age, and none is without a rule that was given', () => {
  fc.assert(
    fc.property(anyInputs, (inputs) => {
      const result = quickRules(inputs)
      if (!result.ok) return
      expect(rulesGiven(inputs)).not.toEqual([])
      expect(result.delete.length).toBeGreaterThan(0)
      const age = (inputs.olderThan ?? days(0)).text
      for (const { conditions } of result.delete) {
        expect(conditions.map(written)).toContain(`older-than: ${age}`)
      }
    })
  )
})

test('delete-untagged: false leaves no delete rule that untagged images pass (ruling 15)', () => {
  fc.assert(
    fc.property(anyInputs, (inputs) => {
      const result = quickRules({ ...inputs, deleteUntagged: false })
      if (!result.ok) return
      for (const { conditions } of result.delete) {
        expect(
          conditions.some(
            (condition) =>
              condition.kind === 'tags' || (condition.kind === 'untagged' && !condition.value)
          )
        ).toBe(true)
      }
    })
  )
})

test('a keep-tags rule that has to match is the first keep rule (ruling 32)', () => {
  fc.assert(
    fc.property(anyInputs, (inputs) => {
      const result = quickRules(inputs)
      if (!result.ok || result.requiredKeep === null) return
      expect(result.keep[result.requiredKeep]?.label).toBe('keep-tags')
      expect(hasDeleteInput(inputs)).toBe(false)
    })
  )
})
