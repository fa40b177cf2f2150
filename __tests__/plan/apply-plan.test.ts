import { expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { buildGraph } from '../../src/graph/build-graph.js'
import { reach } from '../../src/graph/reach.js'
import { applyPlan, type ApplyInput, type ReviewedVersion } from '../../src/plan/apply-plan.js'
import { LAST_VERSION_WAYS } from '../../src/policy/policy.js'
import { arbitraryPackage } from '../graph/arbitrary-package.js'

/** Any reviewed plan of any package, parts of which were done already. */
const reviewedPlan: fc.Arbitrary<ApplyInput> = fc
  .tuple(
    arbitraryPackage,
    fc.array(fc.constantFrom('keep', 'delete', 'delete', 'untag', 'gone', 'moved'), {
      minLength: 40,
      maxLength: 40
    }),
    fc.constantFrom(...LAST_VERSION_WAYS),
    fc.boolean()
  )
  .map(([{ versions, manifests, unlisted }, fates, lastVersion, packageGoes]) => {
    const reviewed = versions.flatMap((version, place): ReviewedVersion[] => {
      const fate = fates[place % fates.length] ?? 'keep'
      const listed = { ...version, deletedAt: null }
      const row = { version: listed, untag: [], refusal: null }
      if (fate === 'gone') return []
      if (fate === 'keep' || fate === 'delete') return [{ ...row, decision: fate }]
      if (fate === 'untag') return [{ ...row, decision: fate, untag: version.tags.slice(0, 1) }]
      return [{ ...row, decision: 'delete', version: { ...listed, tags: ['another'] } }]
    })
    return {
      reviewed,
      plannedAt: 0,
      packageGoes,
      type: 'container',
      graph: buildGraph('container', versions, manifests, unlisted),
      lastVersion,
      ageBy: 'created',
      done: new Set(versions.filter(({ id }) => id % 11 === 0 && !packageGoes).map(({ id }) => id)),
      stuck: new Set(versions.filter(({ id }) => id % 13 === 0).map(({ id }) => id))
    }
  })

test('nothing goes that the plan does not delete, and nothing that something which stays needs', () => {
  fc.assert(
    fc.property(reviewedPlan, (input) => {
      const { goes, packageGoes } = applyPlan(input)
      const planned = new Set(
        input.reviewed
          .filter(({ decision }) => decision === 'delete')
          .map(({ version }) => version.id)
      )
      const staying = [...input.graph.nodes.keys()].filter(
        (id) => !goes.has(id) && !input.done.has(id)
      )
      const needed = reach(input.graph, staying)

      expect([...goes].filter((id) => !planned.has(id))).toEqual([])
      expect([...goes].filter((id) => needed.has(id) || input.stuck.has(id))).toEqual([])
      if (packageGoes) expect(goes.size).toBe(input.graph.nodes.size)
    })
  )
})

test('every planned change either is to be done or is withdrawn with words, never both', () => {
  fc.assert(
    fc.property(reviewedPlan, (input) => {
      const { goes, untag, withdrawn } = applyPlan(input)
      const ids = [...goes, ...untag.keys(), ...withdrawn.map(({ id }) => id)].toSorted(
        (a, b) => a - b
      )
      const planned = input.reviewed
        .filter(({ decision, version }) => decision !== 'keep' && !input.done.has(version.id))
        .map(({ version }) => version.id)
        .toSorted((a, b) => a - b)

      expect(ids).toEqual(planned)
      expect(withdrawn.filter(({ why }) => why === '')).toEqual([])
    })
  )
})

test('a row more that a person takes out never makes more go', () => {
  fc.assert(
    fc.property(reviewedPlan, fc.nat(), (given, place) => {
      // last-version keeps the newest, so that taking it out lets another go (ruling 63).
      const input = { ...given, packageGoes: false }
      const without = input.reviewed.filter((_row, at) => at !== place % input.reviewed.length)
      const before = applyPlan(input)
      const after = applyPlan({ ...input, reviewed: without })
      if ([...before.withdrawn].some(({ why }) => why.startsWith('last-version'))) return

      expect([...after.goes].filter((id) => !before.goes.has(id))).toEqual([])
    })
  )
})
