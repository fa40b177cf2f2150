import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { reach } from '../../src/graph/reach.js'
import { isUserTag } from '../../src/model/digest.js'
import type { Inventory } from '../../src/model/inventory.js'
import { DAY_MS } from '../../src/model/time.js'
import type { PackagePlan } from '../../src/plan/plan.js'
import { graphOf, planPackage } from '../../src/plan/plan-package.js'
import type { PlanInput } from '../../src/plan/plan-package.js'
import { checkList } from '../../src/plan/list-check.js'
import { questionsNeeded } from '../../src/plan/questions-needed.js'
import type { Facts } from '../../src/policy/facts.js'
import { reasonText } from '../../src/report/reason-text.js'
import type { ArbitraryPackage } from '../graph/arbitrary-package.js'
import { arbitraryPackage } from '../graph/arbitrary-package.js'
import { packageRef } from './a-package.js'
import { known } from './a-plan.js'
import {
  arbitraryEntry,
  arbitraryFacts,
  arbitraryKeepRule,
  arbitraryPolicy,
  policyOfEntry
} from './arbitrary-policy.js'

const RUNS = 120

/** The versions of a generated package are a day apart, from the first of 1970 on. */
const now = fc.integer({ min: 1, max: 60 }).map((days) => days * DAY_MS + 1)

function inventoryOf(
  { versions, manifests, unlisted }: ArbitraryPackage,
  leftOver: readonly number[] = []
): Inventory {
  return {
    package: packageRef('container'),
    versions: versions.map((version) => ({ ...version, deletedAt: null })),
    manifests,
    unlisted,
    lastTagged: {},
    leftOver
  }
}

/** A hostile package is frozen: what can't be read or is not listed yet, a tag on two versions. */
function sane(made: ArbitraryPackage): ArbitraryPackage {
  const manifests = Object.fromEntries(
    Object.entries(made.manifests).filter(([, reading]) => reading.kind !== 'unreadable')
  )
  const unlisted = Object.fromEntries(
    Object.entries(made.unlisted).filter(([, answer]) => answer === 'absent')
  )
  const taken = new Set<string>()
  const versions = made.versions.map((version) => {
    const tags = version.tags.filter((tag) => !taken.has(tag) || !isUserTag(tag))
    for (const tag of tags) taken.add(tag)
    return { ...version, tags }
  })
  return { versions, manifests, unlisted }
}

const arbitraryInput: fc.Arbitrary<PlanInput> = fc.record({
  inventory: fc
    .tuple(arbitraryPackage.map(sane), fc.subarray([1, 2, 3, 4, 5, 6]))
    .map(([made, leftOver]) => inventoryOf(made, leftOver)),
  policy: arbitraryPolicy,
  facts: arbitraryFacts,
  now
})

const ids = ({ versions }: PackagePlan, isWanted: (decision: string) => boolean): number[] =>
  versions.filter(({ decision }) => isWanted(decision)).map(({ version }) => version.id)
const goingIds = (plan: PackagePlan) => ids(plan, (decision) => decision === 'delete')
const stayingIds = (plan: PackagePlan) => ids(plan, (decision) => decision !== 'delete')

/** Facts of which each is an answer: an empty list of branches or releases is none. */
function answered({ pullRequests, branches, releaseTags, ...rest }: Facts) {
  const listIn = (answer: Facts['branches']) =>
    answer !== null && answer !== 'not-needed' && answer.known ? answer.value : []
  return {
    ...rest,
    pullRequests:
      pullRequests !== null && pullRequests !== 'not-needed' && pullRequests.known
        ? pullRequests
        : known({ open: [], closed: [], heads: [] }),
    branches: known([...listIn(branches), 'trunk']),
    releaseTags: known([...listIn(releaseTags), 'v0'])
  }
}

/** What a list of pull requests says that was read no further than these. */
function onlyThese(
  { value }: ReturnType<typeof answered>['pullRequests'],
  numbers: ReadonlySet<number> | null
): Facts['pullRequests'] {
  if (numbers === null) return known(value)
  return known({
    open: value.open.filter((number) => numbers.has(number)),
    closed: value.closed.filter(({ number }) => numbers.has(number)),
    heads: []
  })
}

function graphOfInput({ inventory }: PlanInput) {
  const checked = checkList(inventory)
  if (!checked.ok) throw new Error('generated lists make sense')
  return graphOf(inventory, checked.versions)
}

const userTagsLeft = ({ versions }: PackagePlan, of: ReadonlySet<number>): number =>
  versions
    .filter(({ version, decision }) => decision !== 'delete' && of.has(version.id))
    .flatMap(({ version, untag }) => (version.tags ?? []).filter((tag) => !untag.includes(tag)))
    .filter(isUserTag).length

test('the generators make plans of all kinds', () => {
  const kinds = fc.sample(arbitraryInput, 100).map((input) => {
    const plan = planPackage(input)
    if (plan.frozen !== null) return 'frozen'
    return goingIds(plan).length > 0 ? 'goes' : 'stays'
  })
  const share = (kind: string) => kinds.filter((each) => each === kind).length / kinds.length
  expect(share('goes')).toBeGreaterThan(0.2)
})

describe('what is decided, whatever the package and the policy', () => {
  test('nothing goes that something which stays needs', () => {
    fc.assert(
      fc.property(arbitraryInput, (input) => {
        const plan = planPackage(input)
        const needed = reach(graphOfInput(input), stayingIds(plan))
        expect(goingIds(plan).filter((id) => needed.has(id))).toEqual([])
      }),
      { numRuns: RUNS }
    )
  })

  test('each version has one decision, with a reason in words, highest id first', () => {
    fc.assert(
      fc.property(fc.record({ input: arbitraryInput, raw: arbitraryPackage }), ({ input, raw }) => {
        for (const inventory of [input.inventory, inventoryOf(raw)]) {
          const { versions } = planPackage({ ...input, inventory })
          const listed = inventory.versions.map(({ id }) => id)
          expect(versions.map(({ version }) => version.id)).toEqual(listed.sort((a, b) => b - a))
          const silent = versions.filter(({ reason }) => reasonText(reason) === '')
          const odd = versions.filter(
            ({ decision, untag }) => untag.length > 0 !== (decision === 'untag')
          )
          expect([...silent, ...odd]).toEqual([])
        }
      }),
      { numRuns: RUNS }
    )
  })

  test('a follower that goes follows a root that goes, one that stays a root that stays', () => {
    fc.assert(
      fc.property(arbitraryInput, (input) => {
        const plan = planPackage(input)
        if (plan.frozen !== null) return
        const goes = new Set(goingIds(plan))
        const graph = graphOfInput(input)
        const needed = reach(graph, [...graph.circle])
        for (const { version, root, decision, reason } of plan.versions) {
          if (root === null) continue
          if (decision === 'delete') expect(goes.has(root)).toBe(true)
          else if (!needed.has(version.id)) expect(goes.has(root)).toBe(false)
          if (reason.code === 'needed') expect(goes.has(reason.root.id)).toBe(false)
        }
      }),
      { numRuns: RUNS }
    )
  })

  test('what is not asked would change nothing, whatever the answer', () => {
    fc.assert(
      fc.property(arbitraryInput, (given) => {
        const input = { ...given, facts: answered(given.facts) }
        const { questions, pullRequests } = questionsNeeded(input)
        const kinds = new Set<string>(questions.map(({ kind }) => kind))
        const asks = (...some: string[]) => some.some((kind) => kinds.has(kind))
        const { facts } = input
        const lazy: Facts = {
          ...facts,
          pullRequests: asks('pull-requests', 'open-pull-requests')
            ? onlyThese(facts.pullRequests, pullRequests)
            : 'not-needed',
          branches: asks('branches') ? facts.branches : 'not-needed',
          releaseTags: asks('releases') ? facts.releaseTags : 'not-needed'
        }
        expect(JSON.stringify(planPackage({ ...input, facts: lazy }))).toBe(
          JSON.stringify(planPackage(input))
        )
      }),
      { numRuns: RUNS * 2 }
    )
  })

  test('the order of the list does not matter, byte for byte', () => {
    fc.assert(
      fc.property(arbitraryInput, (input) => {
        const turned = {
          ...input,
          inventory: { ...input.inventory, versions: input.inventory.versions.toReversed() }
        }
        expect(JSON.stringify(planPackage(turned))).toBe(JSON.stringify(planPackage(input)))
      }),
      { numRuns: RUNS }
    )
  })

  test('the order of the rules decides nothing but which of them is named', () => {
    const decisions = ({ versions, reclaimedBytes }: PackagePlan) => ({
      decisions: versions.map(({ version, decision, untag }) => [version.id, decision, untag]),
      reclaimedBytes
    })
    fc.assert(
      fc.property(arbitraryInput, (input) => {
        const { policy } = input
        const turned = {
          ...policy,
          keep: policy.keep.toReversed(),
          delete: policy.delete.toReversed()
        }
        expect(decisions(planPackage({ ...input, policy: turned }))).toEqual(
          decisions(planPackage(input))
        )
      }),
      { numRuns: RUNS }
    )
  })

  test('ruling 63: a keep rule more never deletes more, where last-version rescues nothing', () => {
    fc.assert(
      fc.property(arbitraryInput, arbitraryEntry, arbitraryKeepRule, (input, entry, rule) => {
        const pinned = { tags: ['last-one'] }
        const versions = [
          ...input.inventory.versions,
          {
            id: 1_000_000,
            name: `sha256:${'0'.repeat(64)}`,
            tags: ['last-one'],
            createdAt: 0,
            updatedAt: 0,
            deletedAt: null
          }
        ]
        const inventory = { ...input.inventory, versions }
        const decided = (keep: typeof entry.keep) =>
          planPackage({
            ...input,
            inventory,
            policy: policyOfEntry({ ...entry, keep: [...keep, pinned] })
          })
        const before = new Set(goingIds(decided(entry.keep)))
        const after = decided([...entry.keep, rule])
        expect(goingIds(after).filter((id) => !before.has(id))).toEqual([])
      }),
      { numRuns: RUNS }
    )
  })

  test('a second run right after the first deletes nothing', () => {
    fc.assert(
      fc.property(arbitraryInput, (input) => {
        const first = planPackage(input)
        const gone = new Set(goingIds(first))
        const taken = new Map(first.versions.map(({ version, untag }) => [version.id, untag]))
        const versions = input.inventory.versions
          .filter(({ id }) => !gone.has(id))
          .map((version) => ({
            ...version,
            tags: (version.tags ?? []).filter((tag) => !taken.get(version.id)?.includes(tag))
          }))
        const inventory = { ...input.inventory, versions }
        // A replacement that somebody tagged is a replacement again without that tag (ruling 71).
        const isTaken = (id: number) => graph.nodes.get(id)?.manifest?.replacementOf != null
        const graph = graphOfInput(input)
        if (first.versions.some(({ version, untag }) => untag.length > 0 && isTaken(version.id)))
          return
        if (first.packageDecision === 'delete') return
        const second = planPackage({ ...input, inventory })
        expect(goingIds(second)).toEqual([])
        expect(second.versions.flatMap(({ untag }) => untag)).toEqual([])
      }),
      { numRuns: RUNS }
    )
  })

  test('rulings 8 and 23: a package keeps a user-tagged version, or goes as a whole', () => {
    fc.assert(
      fc.property(arbitraryInput, (input) => {
        const plan = planPackage(input)
        const graph = graphOfInput(input)
        const real = input.inventory.versions.filter(
          ({ id }) => graph.nodes.get(id)?.isReplacement !== true
        )
        if (plan.packageDecision === 'delete') {
          expect(stayingIds(plan)).toEqual([])
          expect(input.policy.settings.lastVersion).toBe('delete-package')
          return
        }
        const stays = new Set(stayingIds(plan))
        expect(real.some(({ id }) => stays.has(id))).toBe(real.length > 0)
        const wasTagged = real.some(({ tags }) => tags?.some(isUserTag))
        // A replacement that stays, as where nothing may go, keeps its tag and counts for nothing.
        const left = userTagsLeft(plan, new Set(real.map(({ id }) => id)))
        expect(left > 0).toBe(wasTagged)
      }),
      { numRuns: RUNS }
    )
  })
})
