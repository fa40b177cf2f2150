import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { reach } from '../../src/graph/reach.js'
import type { Graph } from '../../src/graph/graph.js'
import type { Inventory } from '../../src/model/inventory.js'
import type { ListedVersion } from '../../src/model/version.js'
import { checkList } from '../../src/plan/list-check.js'
import type { PackagePlan } from '../../src/plan/plan.js'
import type { PlanInput } from '../../src/plan/plan-package.js'
import { graphOf, planPackage } from '../../src/plan/plan-package.js'
import type { Agreement } from '../../src/plan/second-look.js'
import { agree } from '../../src/plan/second-look.js'
import { arbitraryPackage } from '../graph/arbitrary-package.js'
import { digestOf } from '../graph/sample-package.js'
import { packageRef } from './a-package.js'
import { planOf } from './a-plan.js'
import { arbitraryFacts, arbitraryPolicy } from './arbitrary-policy.js'

const PR = 'keep: [{tags: rest}]\ndelete: [{tags: "pr-*"}]'

function graphFor(inventory: Inventory): Graph {
  const checked = checkList(inventory)
  return graphOf(inventory, checked.ok ? checked.versions : [])
}

interface Meanwhile {
  readonly before: string
  readonly now: string
  readonly rules?: string
  readonly done?: readonly string[]
  readonly stuck?: readonly string[]
}

/** Versions are the same where their names are: ids go by the order of both texts together. */
function look({ before, now, rules = PR, done = [], stuck = [] }: Meanwhile) {
  const [one, other] = [planOf(before, rules), planOf(now, rules)]
  const ids = new Map<string, number>()
  for (const { written } of [one, other]) {
    for (const { id } of written.inventory.versions) {
      const name = written.nameOf(id)
      if (!ids.has(name)) ids.set(name, ids.size + 1)
    }
  }
  const idOf = (name: string) => ids.get(name) ?? 0
  const renumbered = ({ input, written }: typeof one): PlanInput => ({
    ...input,
    inventory: {
      ...input.inventory,
      versions: input.inventory.versions.map((version) => ({
        ...version,
        id: idOf(written.nameOf(version.id))
      }))
    }
  })
  const second = renumbered(other)
  const agreement = agree({
    first: planPackage(renumbered(one)),
    second: planPackage(second),
    graph: graphFor(second.inventory),
    done: new Set(done.map(idOf)),
    stuck: new Set(stuck.map(idOf))
  })
  const names = new Map([...ids].map(([name, id]) => [id, name]))
  return { agreement, ...inWords(agreement, names) }
}

function inWords({ goes, untag, withdrawn }: Agreement, names: ReadonlyMap<number, string>) {
  return {
    goes: [...goes].map((id) => names.get(id) ?? '').sort((a, b) => a.localeCompare(b)),
    untagged: [...untag].flatMap(([id, tags]) =>
      tags.map((tag) => `${names.get(id) ?? id}-${tag}`)
    ),
    withdrawn: withdrawn.map(({ id, outcome, why }) => `${names.get(id)} ${outcome}: ${why}`)
  }
}

describe('ruling 13: only what both plans say goes, closed under need', () => {
  test('nothing happened: all goes', () => {
    const text = 'I[pr-1]{C}\nZ[rest]'
    expect(look({ before: text, now: text })).toMatchObject({ goes: ['C', 'I'], withdrawn: [] })
  })

  test('what a new image shares stays, though both plans select it and the new one', () => {
    const now = 'I[pr-1]{C}\nZ[rest]\nI2[pr-2]{C}'
    expect(look({ before: 'I[pr-1]{C}\nZ[rest]', now })).toMatchObject({
      goes: ['I'],
      withdrawn: ['C skipped: in use since the plan was made: needed by pr-2']
    })
  })

  test('what was tagged meanwhile stays, though both plans select it', () => {
    const rules = 'keep: [{tags: rest}]\ndelete: [{tags: "pr-*"}, {untagged: true}]'
    const taken = look({ before: 'U\nZ[rest]', now: 'U[pr-2]\nZ[rest]', rules })
    expect(taken).toMatchObject({
      goes: [],
      withdrawn: ['U skipped: its tags changed since the plan was made']
    })
  })

  test('what lost a tag meanwhile stays too, with all that it needs', () => {
    const taken = look({ before: 'I[pr-1, pr-2]{P}\nZ[rest]', now: 'I[pr-1]{P}\nZ[rest]' })
    expect(taken.goes).toEqual([])
  })

  test('the order of tags is no change', () => {
    const taken = look({ before: 'A[pr-1, pr-2]\nZ[rest]', now: 'A[pr-2, pr-1]\nZ[rest]' })
    expect(taken.goes).toEqual(['A'])
  })

  test.each<[string, Meanwhile, string]>([
    [
      'a quota that has room again',
      {
        before: 'A[pr-1]\nB[pr-2]\nZ[rest]',
        now: 'A[pr-1]\nZ[rest]',
        rules: 'keep: [{tags: rest}, {newest: 1, tags: "pr-*"}]\ndelete: [{tags: "pr-*"}]'
      },
      'A skipped: keep rule 2 keeps it now'
    ],
    [
      'last-version, for the others are gone',
      { before: 'A[pr-1]\nZ[rest]', now: 'A[pr-1]' },
      'A skipped: the newest, which last-version keeps now'
    ],
    [
      'last-version: fail',
      {
        before: 'A[pr-1]\nZ[rest]',
        now: 'A[pr-1]',
        rules: 'keep: [{tags: rest}]\ndelete: [{tags: "pr-*"}]\nlast-version: fail'
      },
      'A skipped: last-version: fail stops this package now'
    ],
    [
      'a date that moved past now',
      { before: 'A[pr-1]\nZ[rest]', now: 'A[pr-1] updated=-2h\nZ[rest]' },
      'A skipped: it is dated in the future now'
    ],
    [
      'the grace, for its date moved',
      {
        before: 'U\nZ[rest]',
        now: 'U updated=2h\nZ[rest]',
        rules: 'delete: [{untagged: true}]\nage-by: updated\nuntagged-grace: 1d'
      },
      'U skipped: untagged-grace 1d keeps it now'
    ],
    [
      'no rule, for the release that it led to is gone',
      {
        before: 'A[1.0.0-rc.1]\nB[1.0.0]\nZ[rest]',
        now: 'A[1.0.0-rc.1]\nZ[rest]',
        rules: 'delete: [{superseded: true}]'
      },
      'A skipped: no rule selects it any more'
    ],
    [
      'a circle',
      {
        before: 'A\nB\nZ[rest]',
        now: 'A->B\nB->A\nZ[rest]',
        rules: 'delete: [{untagged: true}]'
      },
      'A skipped: it is part of a circle now'
    ],
    [
      'a manifest that the registry forgot',
      {
        before: 'U\nZ[rest]',
        now: 'U absent\nZ[rest]',
        rules: 'delete: [{untagged: true}]'
      },
      'U skipped: the registry does not know its manifest any more'
    ]
  ])('what stays says why: %s', (_name, meanwhile, said) => {
    const taken = look(meanwhile)
    expect(taken.goes).toEqual([])
    expect(taken.withdrawn).toContain(said)
  })

  test('parts of an image that was to go and stays name it', () => {
    const taken = look({ before: 'I[pr-1]{P}\nZ[rest]', now: 'I[pr-1]{P}' })
    expect(taken.withdrawn).toEqual([
      'I skipped: the newest, which last-version keeps now',
      'P skipped: needed by pr-1, which stays after all'
    ])
  })

  test('what somebody else deleted is gone', () => {
    const taken = look({ before: 'A[pr-1]\nB[pr-2]\nZ[rest]', now: 'B[pr-2]\nZ[rest]' })
    expect(taken).toMatchObject({
      goes: ['B'],
      withdrawn: ['A gone: somebody else deleted it meanwhile']
    })
  })

  test('children of what this run has deleted still go: it is put back into the list', () => {
    const text = 'I[pr-1]{P}\nZ[rest]'
    expect(look({ before: text, now: text, done: ['I'] })).toMatchObject({
      goes: ['P'],
      withdrawn: []
    })
  })

  test('children of what could not be deleted stay', () => {
    const text = 'I[pr-1]{P}\nZ[rest]'
    expect(look({ before: text, now: text, stuck: ['I'] }).goes).toEqual([])
  })

  test.each([
    ['A[pr-1]\nZ[rest]\nU unreadable', 'the package can no longer be read whole'],
    ['A[pr-1]\nZ[rest]\nB[pr-1]', 'the version list contradicts itself now'],
    [
      'A[pr-1]\nZ[rest]\nU absent 2h',
      'something is being published in the package, and can not be read whole yet'
    ]
  ])('a package that is frozen now is left alone: %j', (now, why) => {
    const taken = look({ before: 'A[pr-1]\nZ[rest]', now })
    expect(taken).toMatchObject({ goes: [], withdrawn: [`A skipped: ${why}`] })
  })

  test('tags that both plans take off are taken off, others are not', () => {
    const rules = 'delete: [{tags: "pr-*"}]\nuntag: true'
    const taken = look({ before: 'A[v1, pr-1, pr-2]', now: 'A[v1, pr-2]', rules })
    expect(taken).toMatchObject({ untagged: ['A-pr-2'], withdrawn: [] })
  })

  test('where none is to be taken off any more it says so', () => {
    const rules = 'delete: [{tags: "pr-*"}]\nuntag: true'
    const taken = look({ before: 'A[v1, pr-1]', now: 'A[v1]', rules })
    expect(taken).toMatchObject({
      untagged: [],
      withdrawn: ['A skipped: pr-1: not to be taken off any more']
    })
  })
})

describe('ruling 3: a plan that a person changed', () => {
  const { input, plan, written } = planOf(
    'I[v1.0.0]{P, Q}\nZ[rest]',
    'keep: [{tags: rest}]\ndelete: [{tags: "v*"}]'
  )
  const idOf = (name: string) => written.idOf(name)
  const apply = (first: PackagePlan) =>
    agree({
      first,
      second: planPackage(input),
      graph: graphFor(input.inventory),
      done: new Set(),
      stuck: new Set()
    })

  test('a row turned into keep holds what its version needs', () => {
    const versions = plan.versions.map((one) =>
      one.version.id === idOf('I') ? { ...one, decision: 'keep' as const } : one
    )
    const { goes, withdrawn } = apply({ ...plan, versions })
    expect([...goes]).toEqual([])
    expect(withdrawn.map(({ why }) => why)).toEqual([
      'needed by v1.0.0, which the plan no longer deletes',
      'needed by v1.0.0, which the plan no longer deletes'
    ])
  })

  test('so does a row that was removed', () => {
    const versions = plan.versions.filter(({ version }) => version.id !== idOf('I'))
    expect([...apply({ ...plan, versions }).goes]).toEqual([])
  })

  test('a child that was turned into keep does not hold its index', () => {
    const versions = plan.versions.filter(({ version }) => version.id !== idOf('P'))
    expect(apply({ ...plan, versions }).goes).toEqual(new Set([idOf('Q'), idOf('I')]))
  })
})

/** What others do to a package between two looks. */
type Event =
  | { readonly kind: 'delete' | 'untag'; readonly at: number }
  | { readonly kind: 'tag'; readonly at: number; readonly tag: string }
  | { readonly kind: 'push'; readonly parts: readonly number[]; readonly tag: string }

const event: fc.Arbitrary<Event> = fc.oneof(
  fc.record({ kind: fc.constantFrom('delete' as const, 'untag' as const), at: fc.nat(40) }),
  fc.record({
    kind: fc.constant('tag' as const),
    at: fc.nat(40),
    tag: fc.constantFrom('pr-900', 'main-900', 'v9.0.0')
  }),
  fc.record({
    kind: fc.constant('push' as const),
    parts: fc.array(fc.nat(40), { maxLength: 3 }),
    tag: fc.constantFrom('pr-901', 'main-901', '')
  })
)

function after(inventory: Inventory, events: readonly Event[]): Inventory {
  let versions: ListedVersion[] = [...inventory.versions]
  const manifests = { ...inventory.manifests }
  events.forEach((one, turn) => {
    const found = 'at' in one ? versions[one.at % Math.max(1, versions.length)] : undefined
    if (one.kind === 'push') {
      const name = digestOf(`pushed ${turn}`)
      const parts = one.parts.flatMap((at) => versions[at % Math.max(1, versions.length)] ?? [])
      versions = [...versions, pushed(1000 + turn, name, one.tag === '' ? [] : [one.tag])]
      manifests[name] = indexOf(name, parts)
    } else if (found !== undefined) {
      const tags = { delete: [], untag: [], tag: [] as string[] }[one.kind]
      versions = versions.flatMap((version) => {
        if (version !== found) return [version]
        if (one.kind === 'delete') return []
        return [
          { ...version, tags: one.kind === 'tag' ? [...(version.tags ?? []), one.tag] : tags }
        ]
      })
    }
  })
  return { ...inventory, versions, manifests }
}

function pushed(id: number, name: string, tags: readonly string[]): ListedVersion {
  return { id, name, tags, createdAt: 0, updatedAt: 0, deletedAt: null }
}

function indexOf(name: string, parts: readonly ListedVersion[]) {
  const sample = planOf('I{P}', 'delete: [{older-than: 0}]').input.inventory
  const reading = sample.manifests[digestOf('I')]
  if (reading?.kind !== 'read') throw new Error('the sample index is there')
  const [entry] = reading.manifest.entries
  const entries = parts.flatMap((part) =>
    entry === undefined ? [] : [{ ...entry, digest: part.name }]
  )
  return { kind: 'read' as const, manifest: { ...reading.manifest, digest: name, entries } }
}

describe('whatever happened between the two looks', () => {
  const arbitraryInput = fc
    .record({ made: arbitraryPackage, policy: arbitraryPolicy, facts: arbitraryFacts })
    .map(({ made, policy, facts }): PlanInput => {
      const read = Object.entries(made.manifests).filter(([, { kind }]) => kind !== 'unreadable')
      const seen = new Set<string>()
      const versions = made.versions.map((version) => {
        const tags = version.tags.filter((tag) => tag !== 'edge' || !seen.has(tag))
        for (const tag of tags) seen.add(tag)
        return { ...version, tags, deletedAt: null }
      })
      return {
        inventory: {
          package: packageRef('container'),
          versions,
          manifests: Object.fromEntries(read),
          unlisted: {},
          lastTagged: {},
          leftOver: []
        },
        policy,
        facts,
        now: 60 * 86_400_000
      }
    })

  test('nothing goes that what stays needs, nor what the first plan did not let go', () => {
    fc.assert(
      fc.property(
        arbitraryInput,
        fc.array(event, { maxLength: 6 }),
        fc.array(fc.nat(40), { maxLength: 3 }),
        (input, events, refused) => {
          const first = planPackage(input)
          const inventory = after(input.inventory, events)
          const second = planPackage({ ...input, inventory })
          const graph = graphFor(inventory)
          const ids = first.versions.map(({ version }) => version.id)
          const stuck = new Set(refused.flatMap((at) => ids[at % Math.max(1, ids.length)] ?? []))
          const { goes, untag, withdrawn } = agree({ first, second, graph, done: new Set(), stuck })
          const planned = new Set(
            first.versions.flatMap(({ decision, version }) =>
              decision === 'delete' ? [version.id] : []
            )
          )
          const stays = [...graph.nodes.keys()].filter((id) => !goes.has(id))
          const needed = reach(graph, stays)
          expect([...goes].filter((id) => needed.has(id) || !planned.has(id))).toEqual([])
          expect([...goes].filter((id) => stuck.has(id))).toEqual([])
          const told = new Set([...goes, ...withdrawn.map(({ id }) => id)])
          expect([...planned].filter((id) => !told.has(id))).toEqual([])
          for (const [id, tags] of untag) {
            const now = inventory.versions.find((version) => version.id === id)
            expect(tags.filter((tag) => !now?.tags?.includes(tag))).toEqual([])
          }
        }
      ),
      { numRuns: 300 }
    )
  })
})
