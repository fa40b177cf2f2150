import { describe, expect, test } from '@jest/globals'
import { parseVersion } from '../../src/github/versions.js'
import type { PackageType } from '../../src/model/package.js'

const JANUARY = Date.UTC(2026, 0, 31, 2)

const row = (changes: Record<string, unknown> = {}): Record<string, unknown> => ({
  id: 7,
  name: 'sha256:abc',
  url: 'https://api.github.com/x',
  created_at: '2026-01-31T02:00:00Z',
  updated_at: '2026-01-31T03:00:00Z',
  metadata: { package_type: 'container', container: { tags: ['v1', 'latest'] } },
  ...changes
})

test('a version as GitHub documents it', () => {
  expect(parseVersion(row(), 'container')).toEqual({
    id: 7,
    name: 'sha256:abc',
    tags: ['v1', 'latest'],
    createdAt: JANUARY,
    updatedAt: JANUARY + 3_600_000,
    deletedAt: null
  })
})

describe('dates (ruling 21)', () => {
  test.each<[string, unknown, unknown, number | null, number | null]>([
    ['both missing', undefined, undefined, null, null],
    ['updated missing', '2026-01-31T02:00:00Z', undefined, JANUARY, JANUARY],
    ['updated null', '2026-01-31T02:00:00Z', null, JANUARY, JANUARY],
    ['updated unreadable', '2026-01-31T02:00:00Z', 'soon', JANUARY, null],
    ['created unreadable', 'yesterday', '2026-01-31T02:00:00Z', null, JANUARY],
    ['a number', 1_769_824_800, '2026-01-31T02:00:00Z', null, JANUARY],
    ['no such month', '2026-13-31T02:00:00Z', null, null, null],
    ['no such day', '2026-02-30T02:00:00Z', '2026-01-31T02:00:00Z', null, JANUARY],
    ['a day alone', '2026-01-31', null, null, null],
    ['fractions and an offset', '2026-01-31T04:00:00.000+02:00', null, JANUARY, JANUARY]
  ])('%s', (_name, created, updated, createdAt, updatedAt) => {
    const version = parseVersion(row({ created_at: created, updated_at: updated }), 'container')

    expect(version).toMatchObject({ createdAt, updatedAt })
  })
})

describe('tags (ruling 33)', () => {
  test.each<[string, PackageType, unknown, readonly string[] | null]>([
    ['container with none', 'container', { container: { tags: [] } }, []],
    ['container without metadata', 'container', undefined, null],
    ['container without its part', 'container', { package_type: 'container' }, null],
    ['container with null', 'container', { container: { tags: null } }, null],
    ['container with other than text', 'container', { container: { tags: ['a', 1] } }, null],
    ['container under docker’s name', 'container', { container: { tag: ['a'] } }, null],
    ['docker by tag', 'docker', { docker: { tag: ['a'] } }, ['a']],
    ['docker by tags', 'docker', { docker: { tags: ['a'] } }, ['a']],
    ['docker with neither', 'docker', { docker: {} }, null],
    ['npm has none', 'npm', { package_type: 'npm' }, []],
    ['maven without metadata', 'maven', undefined, []]
  ])('%s', (_name, type, metadata, tags) => {
    expect(parseVersion(row({ metadata }), type)?.tags).toEqual(tags)
  })
})

test.each<[string, unknown]>([
  ['null', null],
  ['text', 'version'],
  ['a list', []],
  ['no id', row({ id: undefined })],
  ['an id as text', row({ id: '7' })],
  ['an id that is too large to be sent back', row({ id: 2n ** 60n })],
  ['a negative id', row({ id: -1 })],
  ['no name', row({ name: null })],
  ['an empty name', row({ name: '' })]
])('%s is no version', (_name, value) => {
  expect(parseVersion(value, 'container')).toBeNull()
})
