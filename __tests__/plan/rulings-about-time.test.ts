import { describe, expect, test } from '@jest/globals'
import type { CaseOptions } from './a-plan.js'
import { planOf } from './a-plan.js'

const at = (text: string) => Date.parse(text)

/** Whether a version made then goes by this rule; one that a keep rule keeps stands beside it. */
function isSelected(rule: string, createdAt: string, now: string, options: CaseOptions = {}) {
  const age = at(now) - at(createdAt)
  const text = `A[a] ${age < 0 ? '-' : ''}PT${Math.abs(age) / 1000}S\nZ[rest]`
  const rules = `keep: [{tags: rest}]\ndelete: [${rule}]`
  return planOf(text, rules, { ...options, now: at(now) }).goes.length > 0
}

describe('ruling 19: months and years are calendar arithmetic in UTC', () => {
  test.each<[string, string, string, boolean]>([
    ['1mo', '2026-03-01T00:00:00Z', '2026-03-31T00:00:00Z', false],
    ['1mo', '2026-02-28T00:00:00Z', '2026-03-31T00:00:00Z', false],
    ['1mo', '2026-02-27T23:59:59Z', '2026-03-31T00:00:00Z', true],
    ['1mo 1d', '2026-01-31T00:00:00Z', '2026-03-01T00:00:00Z', false],
    ['1mo 1d', '2026-01-30T00:00:00Z', '2026-03-01T00:00:00Z', true],
    ['1y', '2024-02-28T00:00:00Z', '2025-02-28T00:00:00Z', false],
    ['1y', '2023-02-28T00:00:00Z', '2024-02-29T00:00:00Z', false],
    ['1y', '2023-02-27T23:59:59Z', '2024-02-29T00:00:00Z', true],
    ['1y 1mo', '2024-12-31T00:00:00Z', '2026-01-31T00:00:00Z', false],
    // Berlin puts its clocks forward on 29 March 2026: a day is 24 hours all the same.
    ['1d', '2026-03-28T12:00:00Z', '2026-03-29T12:00:00Z', false],
    ['1d', '2026-03-28T11:59:59Z', '2026-03-29T12:00:00Z', true]
  ])('older-than %s, made %s, now %s: %s', (age, createdAt, now, goes) => {
    expect(isSelected(`{older-than: ${age}}`, createdAt, now)).toBe(goes)
  })
})

describe('ruling 38: exactly at the limit, and zero', () => {
  const [now, before] = ['2026-01-31T00:00:00Z', '2026-01-17T00:00:00Z']

  test.each<[string, string, boolean]>([
    ['{older-than: 14d}', before, false],
    ['{older-than: 14d}', '2026-01-16T23:59:59Z', true],
    ['{newer-than: 14d}', before, true],
    ['{newer-than: 14d}', '2026-01-16T23:59:59Z', false],
    ['{older-than: 0}', now, true],
    ['{newer-than: 0}', now, false]
  ])('%s of %s: %s', (rule, createdAt, goes) => {
    expect(isSelected(rule, createdAt, now)).toBe(goes)
  })

  test.each<[string, string, string[]]>([
    ['exactly as old as the grace is still guarded', '1d', []],
    ['a second more is not', '1d 1s', ['A']]
  ])('untagged-grace: %s', (_sentence, age, goes) => {
    const plan = planOf(
      `A P1DT${age.endsWith('s') ? 1 : 0}S\nZ[rest]`,
      'delete: [{untagged: true}]'
    )
    expect(plan.goes).toEqual(goes)
  })

  test('untagged-grace: 0 guards none', () => {
    const rules = 'delete: [{untagged: true}]\nuntagged-grace: 0'
    expect(planOf('A 0\nZ[rest]', rules).goes).toEqual(['A'])
  })

  test('the guard is for untagged roots: a tagged one of this minute may go', () => {
    expect(planOf('A[pr-1] 1m\nZ[rest]', 'delete: [{tags: "pr-*"}]').goes).toEqual(['A'])
  })
})

describe('rulings 20 and 21: dates in the future', () => {
  test('such a version takes no place of newest, and stays', () => {
    const plan = planOf('A[a]\nB[b]\nF[f] -1y', 'keep: [{newest: 1}]\ndelete: [{older-than: 0}]')
    expect(plan.goes).toEqual(['A'])
    expect(plan.of('F').reason.code).toBe('future-dated')
  })

  test.each(['{newest: 1, by: semver}', '{daily: 1}', '{newest: 1, per: major}', '{yearly: 1}'])(
    'nor of %s',
    (rule) => {
      const text = 'A[1.0.0]\nB[1.1.0]\nF[1.9.0] -1y'
      expect(planOf(text, `keep: [${rule}]\ndelete: [{older-than: 0}]`).goes).toEqual(['A'])
    }
  )

  test('a date of the last change counts as well as that of the making', () => {
    const plan = planOf(
      'A[a] updated=-1h\nB[b]\nC[c]',
      'keep: [{newest: 1}]\ndelete: [{older-than: 0}]'
    )
    expect(plan.goes).toEqual(['B'])
  })

  test('its image is guarded with it, and the package goes on', () => {
    const plan = planOf('I[pr-1]{P, Q} -3s\nA[pr-2]\nZ[rest]', 'delete: [{tags: "pr-*"}]')
    expect([plan.goes, plan.plan.frozen]).toEqual([['A'], null])
    expect(plan.of('P').reason.code).toBe('needed')
  })

  test('a package with a version without a date is frozen', () => {
    const plan = planOf('A[pr-1]\nB[pr-2] undated\nZ[rest]', 'delete: [{tags: "pr-*"}]')
    expect([plan.goes, plan.plan.frozen?.code]).toEqual([[], 'missing-date'])
  })
})

describe('ruling 58: the age of what lost its tag', () => {
  const now = at('2026-01-31T00:00:00Z')
  const rules = 'delete: [{untagged: true, older-than: 7d}]'

  test.each<[string, CaseOptions['lastTagged'], string[]]>([
    ['without a record its own date counts', {}, ['U']],
    ['from when it was last seen with a tag, where that is known', { U: now - 3_600_000 }, []],
    ['a record of long ago makes nothing younger', { U: now - 40 * 86_400_000 }, ['U']],
    ['nor older', { U: 0 }, ['U']]
  ])('%s', (_sentence, lastTagged, goes) => {
    expect(planOf('U\nZ[rest]', rules, { now, lastTagged: lastTagged ?? {} }).goes).toEqual(goes)
  })

  test('the guard counts from then too', () => {
    const lastTagged = { U: now - 3_600_000 }
    const plan = planOf('U\nZ[rest]', 'delete: [{untagged: true}]', { now, lastTagged })
    expect([plan.goes, plan.of('U').reason.code]).toEqual([[], 'too-young'])
  })

  test('of a tagged image the record says nothing', () => {
    const plan = planOf('A[pr-1]\nZ[rest]', 'delete: [{tags: "pr-*", older-than: 7d}]', {
      now,
      lastTagged: { A: now - 1 }
    })
    expect(plan.goes).toEqual(['A'])
  })

  test('followers follow, however young they are', () => {
    const plan = planOf('X[pr-7]\nR->X 1h\nZ[rest]', 'delete: [{tags: "pr-*"}]')
    expect(plan.goes).toEqual(['X', 'R'])
  })
})

test('age-by: updated counts from the last change', () => {
  const rules = 'delete: [{older-than: 30d}]\nage-by: updated'
  expect(planOf('A[a] updated=3d\nB[b] updated=31d\nC[c] 1d', rules).goes).toEqual(['B'])
})
