import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { reach } from '../../src/graph/reach.js'
import { circlesOf } from '../../src/plan/circles.js'
import { checkList } from '../../src/plan/list-check.js'
import { graphOf } from '../../src/plan/plan-package.js'
import type { Changes, Step } from '../../src/plan/steps.js'
import { orderSteps } from '../../src/plan/steps.js'
import { arbitraryPackage } from '../graph/arbitrary-package.js'
import { samplePackage } from '../graph/sample-package.js'
import { aPackage } from './a-package.js'

interface Given {
  readonly goes: readonly string[]
  readonly done?: readonly string[]
  readonly untag?: Readonly<Record<string, readonly string[]>>
}

function stepsOf(text: string, { goes, done = [], untag = {} }: Given) {
  const sample = aPackage(text)
  const checked = checkList(sample.inventory)
  if (!checked.ok) throw new Error('the list makes no sense')
  const changes: Changes = {
    goes: new Set(goes.map((name) => sample.idOf(name))),
    done: new Set(done.map((name) => sample.idOf(name))),
    untag: new Map(Object.entries(untag).map(([name, tags]) => [sample.idOf(name), tags]))
  }
  const steps = orderSteps(changes, graphOf(sample.inventory, checked.versions), 'created')
  return { steps, nameOf: (id: number) => sample.nameOf(id) }
}

/** `P of I`, a deletion of the image that begins with I; `A-v1` a tag that is taken off. */
function written(step: Step, nameOf: (id: number) => string): string {
  switch (step.kind) {
    case 'delete-package':
      return 'the package'
    case 'delete':
      return step.image === step.id
        ? nameOf(step.id)
        : `${nameOf(step.id)} of ${nameOf(step.image)}`
    case 'untag':
      return step.tags.map(({ id, tag }) => `${nameOf(id)}-${tag}`).join(' ')
  }
}

const order = (text: string, given: Given): string[] => {
  const { steps, nameOf } = stepsOf(text, given)
  return steps.map((step) => written(step, nameOf))
}

describe('the order of the steps', () => {
  test.each<[string, string, Given, string[]]>([
    [
      'a root before its children, a subject before its referrers',
      'I[a]{P}\nR->P',
      { goes: ['P', 'I', 'R'] },
      ['I', 'P of I', 'R of I']
    ],
    [
      'ruling 64: an image is finished before the next, the oldest first',
      'I[a]{P}\nK[b]{Q}',
      { goes: ['P', 'I', 'Q', 'K'] },
      ['I', 'P of I', 'K', 'Q of K']
    ],
    ['oldest by date, not by id', 'A[a]\nB[b] 200d', { goes: ['A', 'B'] }, ['B', 'A']],
    [
      'what two images share comes with the last of them',
      'I[a]{P}\nK[b]{P}',
      { goes: ['P', 'I', 'K'] },
      ['I', 'K', 'P of K']
    ],
    [
      'a tagged part begins no image of its own while its index goes',
      'P[p]\nI[a]{P, Q}',
      { goes: ['P', 'I', 'Q'] },
      ['I', 'Q of I', 'P of I']
    ],
    [
      'a child of one that stays waits for nothing',
      'I[a]{P}\nK[b]{P, Q}',
      { goes: ['K', 'Q'] },
      ['K', 'Q of K']
    ],
    [
      'what is gone already is not waited for, and what lies below it still goes',
      'I[a]{P}\nR->P',
      { goes: ['P', 'R'], done: ['I'] },
      ['P of I', 'R of I']
    ],
    [
      'what is gone in the middle does not hide what lies below',
      'J{P}\nI[a]{J}',
      { goes: ['P'], done: ['I', 'J'] },
      ['P of I']
    ],
    [
      'ruling 71: replacements of ours first, then tags, then images',
      'A[a]\nB[b, x]\nM[m] replaces=m',
      { goes: ['A', 'M'], untag: { B: ['x'] } },
      ['M', 'B-x', 'A']
    ],
    ['nothing to do', 'A[a]', { goes: [] }, []]
  ])('%s', (_sentence, text, given, expected) => {
    expect(order(text, given)).toEqual(expected)
  })

  test('tags are taken off some forty at a time, those of one version never apart', () => {
    const tags = Array.from({ length: 30 }, (_, at) => `t${at}`)
    const text = 'A[a]\nB[b]\nC[c]'
    const { steps, nameOf } = stepsOf(text, { goes: [], untag: { A: tags, B: tags, C: ['c'] } })
    const owners = steps.map((step) =>
      step.kind === 'untag' ? [...new Set(step.tags.map(({ id }) => nameOf(id)))].join('') : ''
    )
    expect(owners).toEqual(['AB', 'C'])
  })

  test('what hangs on a circle below a root comes after the circle', () => {
    const text = 'A[a]\nB[sha256-A.sig, sha256-C.sig]\nC[sha256-B.sig]\nD->C'
    const { steps, nameOf } = stepsOf(text, { goes: ['A', 'B', 'C', 'D'] })
    const names = steps.map((step) => nameOf(step.kind === 'delete' ? step.id : 0))
    expect(names[0]).toBe('A')
    expect(names.at(-1)).toBe('D')
  })
})

const going = arbitraryPackage.chain(({ versions, manifests, unlisted }) => {
  const specs = { versions, manifests, unlisted }
  const ids = versions.map(({ id }) => id)
  return fc.record({
    specs: fc.constant(specs),
    stays: fc.subarray(ids, { maxLength: Math.ceil(ids.length / 3) }),
    done: fc.subarray(ids)
  })
})

describe('whatever goes', () => {
  test('every version once, after all that need it and go, but for what is in one circle', () => {
    fc.assert(
      fc.property(going, ({ specs, stays, done }) => {
        const graph = graphOf(
          inventoryOf(specs),
          [...specs.versions].sort((a, b) => b.id - a.id)
        )
        const kept = reach(graph, stays)
        const goes = new Set([...graph.nodes.keys()].filter((id) => !kept.has(id)))
        const gone = closedUpwards(done, goes, (id) => graph.nodes.get(id)?.neededBy ?? [])
        for (const id of gone) goes.delete(id)
        const steps = orderSteps({ goes, done: gone, untag: new Map() }, graph, 'created')
        const ids = steps.flatMap((step) => (step.kind === 'delete' ? [step.id] : []))
        expect([...ids].sort((a, b) => a - b)).toEqual([...goes].sort((a, b) => a - b))
        const place = new Map(ids.map((id, at) => [id, at]))
        const tooEarly = ids.filter((id) =>
          (graph.nodes.get(id)?.neededBy ?? []).some(
            (needer) =>
              (place.get(needer) ?? -1) > (place.get(id) ?? 0) && !reach(graph, [id]).has(needer)
          )
        )
        expect(tooEarly).toEqual([])
        const waits = steps.every(
          (step) => step.kind !== 'delete' || step.after.every((id) => goes.has(id))
        )
        expect(waits).toBe(true)
      }),
      { numRuns: 300 }
    )
  })
})

/** Those of `ids` that go and whose needers all are in it or stay. */
function closedUpwards(
  ids: readonly number[],
  goes: ReadonlySet<number>,
  neededBy: (id: number) => readonly number[]
): Set<number> {
  const closed = new Set(ids.filter((id) => goes.has(id)))
  for (let size = -1; size !== closed.size;) {
    size = closed.size
    for (const id of closed) {
      if (neededBy(id).some((needer) => goes.has(needer) && !closed.has(needer))) closed.delete(id)
    }
  }
  return closed
}

function inventoryOf({
  versions,
  manifests,
  unlisted
}: Pick<ReturnType<typeof samplePackage>, 'versions' | 'manifests'> & { unlisted: object }) {
  return {
    ...aPackage('').inventory,
    versions: versions.map((version) => ({ ...version, deletedAt: null })),
    manifests,
    unlisted: unlisted as Record<string, 'absent'>
  }
}

describe('circles', () => {
  const needs: Record<number, number[]> = { 1: [2], 2: [3], 3: [2, 4], 4: [], 5: [5, 9] }

  test('those that need each other are together, what needs is before what is needed', () => {
    const circles = circlesOf([4, 3, 2, 1, 5], (id) => needs[id] ?? [])
    expect(circles.map((circle) => circle.sort((a, b) => a - b).join())).toEqual(
      expect.arrayContaining(['1', '2,3', '4', '5'])
    )
    const at = (id: number) => circles.findIndex((circle) => circle.includes(id))
    expect(at(1)).toBeLessThan(at(2))
    expect(at(2)).toBeLessThan(at(4))
  })

  test('a chain of any depth', () => {
    const ids = Array.from({ length: 50_000 }, (_, at) => at)
    expect(circlesOf(ids, (id) => [id + 1]).flat()).toEqual(ids)
  })
})
