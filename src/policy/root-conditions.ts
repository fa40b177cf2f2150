import { isZero, limitBefore } from '../model/duration.js'
import type { Duration } from '../model/duration.js'
import type { EvaluationContext } from './evaluation-context.js'
import { ageStart, isHelperOnly } from './evaluation-context.js'
import type { Evidence } from './evidence.js'
import type { Condition } from './policy.js'
import type { Root } from './root.js'

/** Which list a rule stands in: some conditions are generous in `keep` and strict in `delete`. */
export type Side = 'keep' | 'delete'

/** A condition that is asked of a root as a whole. */
export interface RootCondition {
  holds(root: Root): boolean
  /** Why it holds; asked only where it does. */
  evidence(root: Root): Evidence
}

/** Makes a root condition of one that is about the root as a whole, `null` of any other. */
export function rootCondition(
  condition: Condition,
  context: EvaluationContext,
  side: Side
): RootCondition | null {
  switch (condition.kind) {
    case 'untagged':
      return condition.value ? UNTAGGED : TAGGED
    case 'older-than':
      return olderThan(condition.age, context)
    case 'newer-than':
      return newerThan(condition.age, context)
    case 'ids':
      return byId(new Set(condition.ids), side)
    case 'digests':
      return byDigest(new Set(condition.digests), side)
    case 'broken':
      return brokenIn(new Set(condition.kinds))
    case 'tags':
    case 'semver':
    case 'prerelease':
    case 'superseded':
    case 'closed-pull-request':
    case 'open-pull-request':
    case 'gone-branch':
    case 'live-branch':
    case 'release':
    case 'listed-in':
      return null
  }
}

const UNTAGGED: RootCondition = {
  holds: (root) => root.userTags.length === 0 && !isHelperOnly(root),
  evidence: () => ({ code: 'untagged' })
}

const TAGGED: RootCondition = {
  holds: (root) => root.userTags.length > 0,
  evidence: () => ({ code: 'tagged' })
}

function olderThan(age: Duration, context: EvaluationContext): RootCondition {
  if (isZero(age)) return { holds: () => true, evidence: () => ({ code: 'everything' }) }
  const limit = limitBefore(context.now, age)
  return {
    holds: (root) => ageStart(root, context) < limit,
    evidence: (root) => ({ code: 'older', ...agedAgainst(root, age, context) })
  }
}

function newerThan(age: Duration, context: EvaluationContext): RootCondition {
  const limit = isZero(age) ? Infinity : limitBefore(context.now, age)
  return {
    holds: (root) => ageStart(root, context) >= limit,
    evidence: (root) => ({ code: 'newer', ...agedAgainst(root, age, context) })
  }
}

function agedAgainst(root: Root, age: Duration, context: EvaluationContext) {
  return { ageMs: context.now - ageStart(root, context), limit: age.text }
}

function byId(ids: ReadonlySet<number>, side: Side): RootCondition {
  const named = (root: Root) =>
    ids.has(root.version.id)
      ? root.version
      : side === 'keep'
        ? root.image.find(({ id }) => ids.has(id))
        : undefined
  return {
    holds: (root) => named(root) !== undefined,
    evidence: (root) => ({ code: 'id-listed', id: (named(root) ?? root.version).id })
  }
}

function byDigest(digests: ReadonlySet<string>, side: Side): RootCondition {
  return {
    holds: (root) => namedDigest(root, digests, side) !== undefined,
    evidence: (root) => ({
      code: 'digest-listed',
      digest: namedDigest(root, digests, side) ?? root.version.name
    })
  }
}

/** The digest by which a root is named: its own, in `keep` also that of any version of its image (ruling 17). */
export function namedDigest(
  root: Root,
  digests: ReadonlySet<string>,
  side: Side
): string | undefined {
  if (digests.has(root.version.name)) return root.version.name
  return side === 'keep' ? root.image.find(({ name }) => digests.has(name))?.name : undefined
}

function brokenIn(kinds: ReadonlySet<string>): RootCondition {
  const found = (root: Root) => root.broken.find((kind) => kinds.has(kind))
  return {
    holds: (root) => found(root) !== undefined,
    evidence: (root) => ({ code: 'broken', kind: found(root) ?? 'unpullable' })
  }
}
