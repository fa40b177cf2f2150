import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { reach } from '../../src/graph/reach.js'
import type { Inventory } from '../../src/model/inventory.js'
import { checkList } from '../../src/plan/list-check.js'
import type { PlanInput } from '../../src/plan/plan-package.js'
import { graphOf, planPackage } from '../../src/plan/plan-package.js'
import { arbitraryPackage } from '../graph/arbitrary-package.js'
import { packageRef } from './a-package.js'
import type { CaseOptions } from './a-plan.js'
import { planOf } from './a-plan.js'
import { observe } from './an-observation.js'
import { arbitraryFacts, arbitraryPolicy } from './arbitrary-policy.js'

const PR = 'delete: [{tags: "pr-*"}]'
const UNTAG = 'delete: [{tags: "pr-*"}]\nuntag: true'
const UNTAGGED = 'delete: [{untagged: true}]'

/** What is asked, step by step, by name, and what then goes. */
function observed(text: string, rules: string, options: CaseOptions = {}) {
  const { input, written } = planOf(text, rules, options)
  const { input: seen, asked } = observe(input)
  const plan = planPackage(seen)
  return {
    asked: asked.map(
      ({ kind, digests }) => `${kind} ${written.namesOfDigests(digests).sort().join(' ')}`
    ),
    goes: plan.versions
      .filter(({ decision }) => decision === 'delete')
      .map(({ version }) => written.nameOf(version.id))
      .sort(),
    frozen: plan.frozen?.code ?? null
  }
}

describe('ruling 14: what is read', () => {
  test.each<[string, string, string, string[], string[]]>([
    ['nothing where no rule deletes', 'A[v1]\nU', 'keep: [{newest: 1}]', [], []],
    ['tagged ones alone where nothing may go', 'A[v1]\nU', PR, ['read A'], []],
    ['nor where only the young might', 'A[v1]\nU 2h', UNTAGGED, ['read A'], []],
    [
      'those of the last days where tags are taken off: what a crash left has none (ruling 71)',
      'A[v1]\nU 2d\nV 30d',
      UNTAG,
      ['read A', 'walk U'],
      []
    ],
    [
      'a referrer, though only tags are asked about',
      'X[pr-7]\nR->X\nZ[v1]',
      PR,
      ['read X Z', 'walk R'],
      ['R', 'X']
    ],
    [
      'entries with a platform are spared',
      'I[pr-1]{P, Q}\nZ[v1]',
      PR,
      ['read I Z'],
      ['I', 'P', 'Q']
    ],
    ['and what describes one of them', 'I[pr-1]{P, B~P}\nZ[v1]', PR, ['read I Z'], ['B', 'I', 'P']],
    [
      'also where the index is untagged',
      'I{P, Q}\nZ[v1]',
      UNTAGGED,
      ['read Z', 'walk I'],
      ['I', 'P', 'Q']
    ],
    [
      'an entry without a platform is read',
      'P\nI[pr-1]{P} plain\nZ[v1]',
      PR,
      ['read I Z', 'walk P'],
      ['I', 'P']
    ],
    [
      'an entry that is an index is read',
      'J{P}\nI[pr-1]{J}\nZ[v1]',
      PR,
      ['read I Z', 'walk J'],
      ['I', 'J', 'P']
    ],
    [
      'a cosign tag says what it belongs to',
      'X[pr-1]\nS[sha256-X.sig]\nZ[v1]',
      PR,
      ['read X Z'],
      ['S', 'X']
    ],
    [
      'a fallback index has to be read',
      'X[pr-1]\nR->X\nF[sha256-X]{R}\nZ[v1]',
      PR,
      ['read F X Z', 'walk R'],
      ['F', 'R', 'X']
    ],
    [
      'an attestation of what stays is read before it goes',
      'P[v1]\nI[pr-1]{P, B~P}\nZ[v2]',
      PR,
      ['read I P Z', 'read B'],
      ['B', 'I']
    ],
    [
      'two attestations raced: the one that the list lost is kept',
      'X[v1]\nR1->X\nF0{R1}\nR2->X\nF1[sha256-X]{R2}',
      UNTAGGED,
      ['read F1 X', 'walk F0 R1 R2'],
      []
    ],
    [
      'entries that might be missing are asked about',
      'I[v1]{P, !Q}\nZ[v2]',
      'delete: [{broken: partial}]',
      ['read I Z', 'ask Q'],
      ['I', 'P']
    ],
    [
      'not for a ghost of which one is there',
      'I[v1]{P, !Q}\nZ[v2]',
      'delete: [{broken: ghost}]',
      ['read I Z'],
      []
    ],
    [
      'a keep rule asks too',
      'I[pr-1]{P, !Q}\nZ[v2]',
      `keep: [{broken: partial}]\n${PR}`,
      ['read I Z', 'ask Q'],
      []
    ],
    [
      'a subject that might be missing',
      'R[pr-1]->Gone\nZ[v2]',
      'delete: [{broken: orphaned}]',
      ['read R Z', 'ask Gone'],
      ['R']
    ],
    ['for other types nothing', '1.0.0\n2.0.0', 'delete: [{older-than: 0}]', [], ['1.0.0']]
  ])('%s', (_sentence, text, rules, asked, goes) => {
    const type = text.startsWith('1.') ? 'npm' : 'container'
    expect(observed(text, rules, { type })).toMatchObject({ asked, goes })
  })

  test.each<[string, string, string[]]>([
    ['a tagged one can not be read', 'A[pr-1] unreadable\nU\nV', ['read A']],
    ['an untagged one can not', 'A[pr-1]\nI[v1]{!Q}\nU unreadable', ['read A I', 'walk U']]
  ])('nothing more once the package is frozen: %s', (_sentence, text, asked) => {
    const rules = 'delete: [{tags: "pr-*"}, {broken: ghost}]'
    expect(observed(text, rules)).toMatchObject({ asked, goes: [], frozen: 'unreadable-manifest' })
  })

  test('left-over children are read though no rule is about untagged', () => {
    const text = 'A[v1]\nP\nR->A'
    expect(observed(text, PR, { leftOver: ['P'] })).toMatchObject({
      asked: ['read A', 'walk P R'],
      goes: ['P']
    })
  })

  test('a list that makes no sense is not read at all', () => {
    expect(observed('A[pr-1]\nB[pr-1]', PR).asked).toEqual([])
  })
})

const arbitraryRegistry = fc
  .record({ made: arbitraryPackage, policy: arbitraryPolicy, facts: arbitraryFacts })
  .map(({ made: { versions, manifests }, policy, facts }): PlanInput => {
    const taken = new Set<string>()
    const inventory: Inventory = {
      package: packageRef('container'),
      versions: versions.map((version) => {
        const tags = version.tags.filter((tag) => tag !== 'edge' || !taken.has(tag))
        for (const tag of tags) taken.add(tag)
        return { ...version, tags, deletedAt: null }
      }),
      manifests: Object.fromEntries(
        Object.entries(manifests).filter(([, { kind }]) => kind === 'read')
      ),
      unlisted: {},
      lastTagged: {},
      leftOver: []
    }
    return { inventory, policy, facts, now: 60 * 86_400_000 }
  })

describe('whatever the package', () => {
  test('reading only what is needed deletes nothing that who knows all would find in use', () => {
    fc.assert(
      fc.property(arbitraryRegistry, (registry) => {
        const { input } = observe(registry)
        const plan = planPackage(input)
        const checked = checkList(registry.inventory)
        const graph = graphOf(registry.inventory, checked.ok ? checked.versions : [])
        const stays = plan.versions.filter(({ decision }) => decision !== 'delete')
        const needed = reach(
          graph,
          stays.map(({ version }) => version.id)
        )
        const wrong = plan.versions.filter(
          ({ decision, version }) => decision === 'delete' && needed.has(version.id)
        )
        expect(wrong.map(({ version }) => version.id)).toEqual([])
      }),
      { numRuns: 300 }
    )
  })

  test('nothing is asked twice, and nothing of what is not listed is read', () => {
    fc.assert(
      fc.property(arbitraryRegistry, (registry) => {
        const { asked } = observe(registry)
        const digests = asked.flatMap(({ digests: each }) => each)
        expect(new Set(digests).size).toBe(digests.length)
        const listed = new Set(registry.inventory.versions.map(({ name }) => name))
        const strays = asked
          .filter(({ kind }) => kind !== 'ask')
          .flatMap(({ digests: each }) => each.filter((digest) => !listed.has(digest)))
        expect(strays).toEqual([])
      }),
      { numRuns: 200 }
    )
  })
})
