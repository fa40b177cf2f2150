import { describe, expect, test } from '@jest/globals'
import { parseDeletionLimit } from '../../src/policy/deletion-limit.js'
import {
  BUILT_IN_SETTINGS,
  type GivenSettings,
  NO_SETTINGS,
  resolvePolicy,
  resolveSettings
} from '../../src/policy/settings.js'

const given = (settings: Partial<GivenSettings>): GivenSettings => ({ ...NO_SETTINGS, ...settings })
const entryOf = (settings: Partial<GivenSettings>) => ({
  keep: [],
  delete: [],
  settings: given(settings)
})

test('where nobody says anything, the built-in settings hold', () => {
  expect(resolveSettings()).toEqual(BUILT_IN_SETTINGS)
  expect(resolveSettings(NO_SETTINGS, NO_SETTINGS)).toEqual({
    untaggedGrace: { months: 0, exactMs: 86_400_000, text: '1d' },
    ageBy: 'created',
    untag: false,
    lastVersion: 'keep',
    maxDeletions: []
  })
})

describe('an entry goes before defaults, they before the inputs (ruling 36)', () => {
  test.each<
    [string, Partial<GivenSettings>, Partial<GivenSettings>, Partial<GivenSettings>, string]
  >([
    [
      'the entry',
      { lastVersion: 'keep' },
      { lastVersion: 'fail' },
      { lastVersion: 'delete-package' },
      'keep'
    ],
    ['defaults', {}, { lastVersion: 'fail' }, { lastVersion: 'delete-package' }, 'fail'],
    ['the input', {}, {}, { lastVersion: 'delete-package' }, 'delete-package'],
    ['nobody', {}, {}, {}, 'keep']
  ])('%s says it', (_name, entry, defaults, inputs, expected) => {
    const { settings } = resolvePolicy(entryOf(entry), given(defaults), given(inputs))

    expect(settings.lastVersion).toBe(expected)
  })

  test('false and no time are said as well', () => {
    const noTime = { months: 0, exactMs: 0, text: '0' }
    const { settings } = resolvePolicy(
      entryOf({ untag: false, untaggedGrace: noTime }),
      given({ untag: true }),
      given({ untaggedGrace: { months: 1, exactMs: 0, text: '1mo' } })
    )

    expect(settings).toMatchObject({ untag: false, untaggedGrace: noTime })
  })
})

test('of max-deletions every limit that is given applies (ruling 36)', () => {
  const { settings } = resolvePolicy(
    entryOf({ maxDeletions: { kind: 'share', percent: 10 } }),
    given({ maxDeletions: { kind: 'share', percent: 50 } }),
    given({ maxDeletions: { kind: 'count', count: 500 } })
  )

  expect(settings.maxDeletions).toEqual([
    { kind: 'share', percent: 10 },
    { kind: 'share', percent: 50 },
    { kind: 'count', count: 500 }
  ])
})

test('a policy of a file has no keep rule that must match (ruling 32)', () => {
  expect(resolvePolicy(entryOf({}), NO_SETTINGS, NO_SETTINGS).requiredKeep).toBeNull()
})

describe('max-deletions', () => {
  test.each([
    ['500', { kind: 'count', count: 500 }],
    ['0', { kind: 'count', count: 0 }],
    ['25%', { kind: 'share', percent: 25 }],
    ['12.5%', { kind: 'share', percent: 12.5 }],
    ['100%', { kind: 'share', percent: 100 }],
    ['0%', { kind: 'share', percent: 0 }]
  ])('%s (ruling 59)', (text, limit) => {
    expect(parseDeletionLimit(text)).toEqual({ ok: true, limit })
  })

  test.each(['', '-1', '1.5', '1e3', '101%', '100.1%', '5 %', '%', '5%%', 'half', '0x10'])(
    '"%s" is none',
    (text) => {
      expect(parseDeletionLimit(text).ok).toBe(false)
    }
  )
})
