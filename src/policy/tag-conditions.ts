import type { PackageType } from '../model/package.js'
import { goneBranch, liveBranch } from './branch-conditions.js'
import type { EvaluationContext } from './evaluation-context.js'
import type { Evidence } from './evidence.js'
import type { Captures, PatternList } from './pattern.js'
import type { Condition } from './policy.js'
import type { PreparedFacts } from './prepared-facts.js'
import { closedPullRequest, openPullRequest } from './pull-request-conditions.js'
import { rangeTest } from './versions/semver-range.js'
import { hasPrereleasePart } from './versions/typed-version.js'

/** A condition that is asked of each tag on its own (ruling 1). */
export interface TagCondition {
  /** Whether it asks what version a tag is: of a dist-tag it is asked of what that points to. */
  readonly isOfVersion: boolean
  holds(tag: string): boolean
  /** Why it holds; asked only where it does. */
  evidence(tag: string): Evidence
  /**
   * What its patterns or templates capture of a tag for which it holds, in every way that
   * differs in the capture `name`; empty where it has none.
   */
  captures(tag: string, name: string): readonly Captures[]
}

/** Makes a tag condition of one that is about tags, `null` of any other. */
export function tagCondition(
  condition: Condition,
  context: EvaluationContext,
  facts: PreparedFacts
): TagCondition | null {
  switch (condition.kind) {
    case 'tags':
      return matching(condition.patterns)
    case 'semver':
      return inRange(condition.range, facts)
    case 'prerelease':
      return prerelease(condition.value, context.type, facts)
    case 'superseded':
      return superseded(facts)
    case 'closed-pull-request':
      return closedPullRequest(condition.templates, facts, context.now)
    case 'open-pull-request':
      return openPullRequest(condition.templates, facts)
    case 'gone-branch':
      return goneBranch(condition.templates, facts)
    case 'live-branch':
      return liveBranch(condition.templates, facts)
    case 'release':
      return condition.value ? released(facts) : notReleased(facts)
    case 'untagged':
    case 'older-than':
    case 'newer-than':
    case 'ids':
    case 'digests':
    case 'broken':
    case 'listed-in':
      return null
  }
}

const NO_CAPTURES = (): readonly Captures[] => []

function matching(patterns: PatternList): TagCondition {
  return {
    isOfVersion: false,
    holds: (tag) => patterns.matches(tag),
    evidence: (tag) => ({ code: 'tag-matches', tag, pattern: patterns.decidedBy(tag) }),
    captures: (tag) => patterns.captures(tag)
  }
}

function inRange(range: string, facts: PreparedFacts): TagCondition {
  const isIn = rangeTest(range)
  return {
    isOfVersion: true,
    holds: (tag) => isIn(facts.semverOf(tag)),
    evidence: (tag) => ({ code: 'in-range', tag, range }),
    captures: NO_CAPTURES
  }
}

function prerelease(value: boolean, type: PackageType, facts: PreparedFacts): TagCondition {
  return {
    isOfVersion: true,
    holds: (tag) => hasPrereleasePart(type, facts.versionOf(tag)) === value,
    evidence: (tag) => ({ code: value ? 'prerelease' : 'no-prerelease', tag }),
    captures: NO_CAPTURES
  }
}

function superseded(facts: PreparedFacts): TagCondition {
  return {
    isOfVersion: true,
    holds: (tag) => facts.releaseThatFollowed(tag) !== null,
    evidence: (tag) => ({
      code: 'superseded',
      tag,
      release: facts.releaseThatFollowed(tag) ?? ''
    }),
    captures: NO_CAPTURES
  }
}

function released(facts: PreparedFacts): TagCondition {
  return {
    isOfVersion: true,
    holds: (tag) => facts.releaseOf(tag) !== null,
    evidence: (tag) => ({ code: 'released', tag, release: facts.releaseOf(tag) ?? tag }),
    captures: NO_CAPTURES
  }
}

function notReleased(facts: PreparedFacts): TagCondition {
  return {
    isOfVersion: true,
    holds: (tag) => facts.releaseOf(tag) === null,
    evidence: (tag) => ({ code: 'not-released', tag }),
    captures: NO_CAPTURES
  }
}
