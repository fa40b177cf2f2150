import { expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { buildGraph } from '../../src/graph/build-graph.js'
import { followedRoots } from '../../src/graph/followed-root.js'
import type { Graph, GraphNode } from '../../src/graph/graph.js'
import { imageOf, reach } from '../../src/graph/reach.js'
import { relationOf } from '../../src/graph/relation.js'
import { reclaimedBytes } from '../../src/graph/sizes.js'
import { isUserTag, parseHelperTag } from '../../src/model/digest.js'
import { arbitraryPackage, type ArbitraryPackage } from './arbitrary-package.js'

const graphOf = ({ versions, manifests, unlisted }: ArbitraryPackage): Graph =>
  buildGraph('container', versions, manifests, unlisted)

const ids = (graph: Graph): number[] => [...graph.nodes.keys()]

/** A package and some of its versions. */
const withSome = arbitraryPackage.chain((sample) =>
  fc.tuple(fc.constant(sample), fc.subarray(sample.versions.map(({ id }) => id)))
)

/** Ruling 10 word by word, for two versions that are no replacements; ruling 56 apart. */
function needsDirectly(needer: GraphNode, needed: GraphNode): boolean {
  const { name } = needer.version
  return (
    (needer.manifest?.entries ?? []).some(({ digest }) => digest === needed.version.name) ||
    needed.manifest?.subject === name ||
    needed.version.tags.some((tag) => parseHelperTag(tag)?.digest === name)
  )
}

test('the order of the versions does not matter', () => {
  fc.assert(
    fc.property(arbitraryPackage, (sample) => {
      const sorted = { ...sample, versions: sample.versions.toSorted((a, b) => a.id - b.id) }

      expect(JSON.stringify([...graphOf(sorted).nodes])).toBe(
        JSON.stringify([...graphOf(sample).nodes])
      )
      expect(graphOf(sorted)).toEqual(graphOf(sample))
    })
  )
})

test('edges are those of ruling 10, and those to superseded fallback indexes (ruling 56)', () => {
  fc.assert(
    fc.property(arbitraryPackage, (sample) => {
      const nodes = [...graphOf(sample).nodes.values()]
      for (const needer of nodes) {
        for (const needed of nodes) {
          if (needer === needed) continue
          const isEdge = needer.needs.includes(needed.version.id)
          const isSuperseded = needed.kind === 'referrers' && needed.version.tags.length === 0
          if (needer.isReplacement || needed.isReplacement) expect(isEdge).toBe(false)
          else if (needsDirectly(needer, needed)) expect(isEdge).toBe(true)
          else if (!isSuperseded) expect(isEdge).toBe(false)
        }
      }
    })
  )
})

test('edges lead to other listed versions, are known at both ends, and stand highest first', () => {
  fc.assert(
    fc.property(arbitraryPackage, (sample) => {
      const { nodes } = graphOf(sample)
      for (const [id, { needs, neededBy }] of nodes) {
        expect(needs).not.toContain(id)
        expect(needs).toEqual([...new Set(needs)].sort((a, b) => b - a))
        expect(neededBy).toEqual([...new Set(neededBy)].sort((a, b) => b - a))
        for (const needed of needs) expect(nodes.get(needed)?.neededBy).toContain(id)
        for (const needer of neededBy) expect(nodes.get(needer)?.needs).toContain(id)
      }
    })
  )
})

test('every version is led to by a root, in a circle, or a replacement', () => {
  fc.assert(
    fc.property(arbitraryPackage, (sample) => {
      const graph = graphOf(sample)
      const led = reach(graph, graph.roots)
      const circle = new Set(graph.circle)

      expect(new Set(ids(graph))).toEqual(new Set(sample.versions.map(({ id }) => id)))
      for (const [id, { isReplacement }] of graph.nodes) {
        expect([led.has(id), circle.has(id), isReplacement].filter(Boolean)).toHaveLength(1)
      }
    })
  )
})

test('roots have a user tag or nothing that needs them; a circle is needed from within', () => {
  fc.assert(
    fc.property(arbitraryPackage, (sample) => {
      const graph = graphOf(sample)
      const roots = new Set(graph.roots)
      const circle = new Set(graph.circle)
      for (const [id, { version, neededBy, isReplacement }] of graph.nodes) {
        const isRoot = version.tags.some(isUserTag) || neededBy.length === 0
        expect(roots.has(id)).toBe(isRoot && !isReplacement)
        if (circle.has(id)) expect(neededBy.some((needer) => circle.has(needer))).toBe(true)
      }
    })
  )
})

test('reach holds where it starts, is closed under need, and holds nothing else', () => {
  fc.assert(
    fc.property(withSome, ([sample, from]) => {
      const graph = graphOf(sample)
      const reached = reach(graph, from)

      for (const id of from) expect(reached.has(id)).toBe(true)
      for (const id of reached) {
        const node = graph.nodes.get(id)!
        for (const needed of node.needs) expect(reached.has(needed)).toBe(true)
        const isLedTo = node.neededBy.some((needer) => reached.has(needer))
        expect(isLedTo || from.includes(id)).toBe(true)
      }
    })
  )
})

test('an image is what its root reaches, the root first', () => {
  fc.assert(
    fc.property(arbitraryPackage, (sample) => {
      const graph = graphOf(sample)
      for (const root of graph.roots) {
        const [first, ...others] = imageOf(graph, root)

        expect(first).toBe(root)
        expect(new Set([root, ...others])).toEqual(reach(graph, [root]))
        expect(others).toEqual(others.toSorted((a, b) => b - a))
      }
    })
  )
})

test('ruling 65: followed is the newest root that stays and leads there, else the newest', () => {
  fc.assert(
    fc.property(withSome, ([sample, stays]) => {
      const graph = graphOf(sample)
      const images = graph.roots.map((root) => ({ root, image: reach(graph, [root]) }))
      const followed = followedRoots(graph, new Set(stays), ({ id }) => id)
      for (const id of ids(graph)) {
        // Roots stand highest id first, and here that is the newest.
        const leading = images.filter(({ image }) => image.has(id)).map(({ root }) => root)
        const expected = leading.find((root) => stays.includes(root)) ?? leading[0]
        expect(followed.get(id)).toBe(graph.roots.includes(id) ? undefined : expected)
      }
    })
  )
})

test('every follower has a relation to its root, and parts are entries', () => {
  fc.assert(
    fc.property(arbitraryPackage, (sample) => {
      const graph = graphOf(sample)
      for (const [follower, root] of followedRoots(graph, new Set(), ({ id }) => id)) {
        const { version, manifest, neededBy } = graph.nodes.get(follower)!
        const needers = neededBy.map((id) => graph.nodes.get(id)!)
        const isEntry = needers.some((needer) =>
          (needer.manifest?.entries ?? []).some(({ digest }) => digest === version.name)
        )
        const relation = relationOf(graph, root, follower)
        if (relation === 'part') expect(isEntry).toBe(true)
        if (relation === 'referrer' && manifest?.subject == null && version.tags.length === 0) {
          expect(needers.some(({ kind }) => kind === 'referrers')).toBe(true)
        }
      }
    })
  )
})

test('bytes reclaimed grow with what goes, up to all of them', () => {
  fc.assert(
    fc.property(withSome, ([sample, gone]) => {
      const graph = graphOf(sample)
      const all = reclaimedBytes(graph, new Set(ids(graph)))
      let before = 0
      gone.forEach((_, at) => {
        const bytes = reclaimedBytes(graph, new Set(gone.slice(0, at + 1)))
        expect(bytes).toBeGreaterThanOrEqual(before)
        before = bytes
      })

      expect(before).toBeLessThanOrEqual(all)
    })
  )
})

test('what stays and what goes share no byte that is counted as reclaimed', () => {
  fc.assert(
    fc.property(withSome, ([sample, gone]) => {
      const graph = graphOf(sample)
      const stays = ids(graph).filter((id) => !gone.includes(id))
      const blobsOf = (some: readonly number[]) =>
        new Map(
          some
            .flatMap((id) => graph.nodes.get(id)?.manifest?.blobs ?? [])
            .map(({ digest, size }) => [digest, size])
        )
      const kept = blobsOf(stays)
      const freed = [...blobsOf(gone)].filter(([digest]) => !kept.has(digest))

      expect(reclaimedBytes(graph, new Set(gone))).toBe(
        freed.reduce((sum, [, size]) => sum + size, 0)
      )
    })
  )
})
