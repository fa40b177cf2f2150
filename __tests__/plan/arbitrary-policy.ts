import * as fc from 'fast-check'
import type { Facts } from '../../src/policy/facts.js'
import type { PackagePolicy } from '../../src/policy/policy.js'
import { facts, known, policy, unknown } from './a-plan.js'

type Rule = Readonly<Record<string, unknown>>

const age = fc.constantFrom('0', '1d', '3d', '6d', '2w', '1mo')
const patterns = fc.constantFrom<string | string[]>(
  '*',
  'v*',
  'main-*',
  'pr-*',
  '*-amd64',
  ['v*', '!v1.1.*'],
  ['!main-*'],
  '/^(v|main)/'
)
const semver = fc.constantFrom('>=1', '<1.5', '>=1.3.0 <2', '>=9')

const deleteConditions: readonly fc.Arbitrary<Rule>[] = [
  fc.record({ tags: patterns }),
  fc.record({ untagged: fc.boolean() }),
  fc.record({ semver }),
  fc.record({ prerelease: fc.boolean() }),
  fc.record({ 'older-than': age }),
  fc.record({ 'newer-than': age }),
  fc.record({ ids: fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 4 }) }),
  fc.record({ broken: fc.subarray(['ghost', 'partial', 'unpullable'], { minLength: 1 }) }),
  fc.constant({ 'closed-pull-request': 'pr-{number}' }),
  fc.constant({ 'gone-branch': '{branch}-*' }),
  fc.record({ release: fc.boolean() })
]

const keepConditions: readonly fc.Arbitrary<Rule>[] = [
  ...deleteConditions,
  fc.constant({ 'open-pull-request': 'pr-{number}' }),
  fc.constant({ 'live-branch': '{branch}-*' })
]

const count = fc.integer({ min: 0, max: 4 })

const quotas: fc.Arbitrary<Rule> = fc.oneof(
  fc.record({ newest: count }),
  fc.record({ newest: count, by: fc.constantFrom('created', 'updated', 'semver') }),
  fc.record({ newest: count, per: fc.constantFrom('major', 'minor', 'channel') }),
  fc.record({ daily: count, weekly: count }),
  fc.record({ monthly: count, newest: count, per: fc.constant('major') })
)

/** One or two conditions together; of two about the same the latter. */
function ofConditions(conditions: readonly fc.Arbitrary<Rule>[]): fc.Arbitrary<Rule> {
  return fc
    .array(fc.oneof(...conditions), { minLength: 1, maxLength: 2 })
    .map((parts): Rule => Object.fromEntries(parts.flatMap((part) => Object.entries(part))))
}

export const arbitraryDeleteRule: fc.Arbitrary<Rule> = ofConditions(deleteConditions)

export const arbitraryKeepRule: fc.Arbitrary<Rule> = fc.oneof(
  ofConditions(keepConditions),
  quotas,
  fc.tuple(ofConditions(keepConditions), quotas).map(([one, other]) => ({ ...one, ...other }))
)

/** The rules and settings of one entry, as the JSON of a policy file. */
export interface WrittenEntry {
  readonly keep: readonly Rule[]
  readonly delete: readonly Rule[]
  readonly settings: Rule
}

const settings: fc.Arbitrary<Rule> = fc.record({
  'untagged-grace': fc.constantFrom('0', '1d', '2w'),
  'age-by': fc.constantFrom('created', 'updated'),
  untag: fc.boolean(),
  'last-version': fc.constantFrom('keep', 'keep', 'delete-package', 'fail')
})

export const arbitraryEntry: fc.Arbitrary<WrittenEntry> = fc.record({
  keep: fc.array(arbitraryKeepRule, { maxLength: 3 }),
  delete: fc.array(arbitraryDeleteRule, { minLength: 1, maxLength: 3 }),
  settings
})

/** The policy of a written entry. JSON is YAML. */
export function policyOfEntry({ keep, delete: selected, settings: given }: WrittenEntry) {
  const lines = [
    `keep: ${JSON.stringify(keep)}`,
    `delete: ${JSON.stringify(selected)}`,
    ...Object.entries(given).map(([key, value]) => `${key}: ${JSON.stringify(value)}`)
  ]
  return policy(lines.join('\n'))
}

export const arbitraryPolicy: fc.Arbitrary<PackagePolicy> = arbitraryEntry.map(policyOfEntry)

const numbers = fc.subarray([0, 1, 2, 3, 4, 5, 6, 7])

export const arbitraryFacts: fc.Arbitrary<Facts> = fc
  .record({
    open: numbers,
    closed: numbers,
    branches: fc.subarray(['main', 'other', 'dev']),
    releases: fc.subarray(['v1.0.0', 'v1.1.0', '1.2.0']),
    isKnown: fc.boolean()
  })
  .map(({ open, closed, branches, releases, isKnown }) =>
    facts({
      pullRequests: isKnown
        ? known({
            open,
            closed: closed
              .filter((number) => !open.includes(number))
              .map((number) => ({ number, closedAt: null })),
            heads: ['main', 'gone']
          })
        : unknown,
      branches: known(branches),
      releaseTags: known(releases)
    })
  )
