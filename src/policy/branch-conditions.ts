import type { Captures, Pattern } from './pattern.js'
import type { PreparedFacts } from './prepared-facts.js'
import type { TagCondition } from './tag-conditions.js'

/** Holds for a tag of which one way of splitting names a branch that exists (ruling 4). */
export function liveBranch(templates: readonly Pattern[], facts: PreparedFacts): TagCondition {
  const liveIn = (tag: string, name?: string) =>
    branchesIn(tag, templates, name).filter(({ branch }) => facts.liveBranch(branch) !== null)
  return {
    isOfVersion: false,
    holds: (tag) =>
      branchesIn(tag, templates).some(({ branch }) => facts.liveBranch(branch) !== null),
    evidence: (tag) => {
      const captured = liveIn(tag)[0]?.branch ?? tag
      return { code: 'branch-live', tag, branch: facts.liveBranch(captured) ?? captured }
    },
    captures: (tag, name) => liveIn(tag, name).map(({ captures }) => captures)
  }
}

/**
 * Holds for a tag of which no way of splitting names a branch that exists, and one names what
 * is known to have been a branch; never for what is released or looks like it (ruling 4).
 */
export function goneBranch(templates: readonly Pattern[], facts: PreparedFacts): TagCondition {
  const goneIn = (tag: string, name?: string) => {
    const splits = branchesIn(tag, templates, name)
    if (splits.length === 0 || isMeantToStay(tag, facts)) return undefined
    if (splits.some(({ branch }) => facts.liveBranch(branch) !== null)) return undefined
    return splits
      .filter(({ branch }) => facts.wasBranch(branch))
      .sort((a, b) => a.branch.length - b.branch.length)[0]
  }
  return {
    isOfVersion: false,
    holds: (tag) => goneIn(tag) !== undefined,
    evidence: (tag) => ({ code: 'branch-gone', tag, branch: goneIn(tag)?.branch ?? tag }),
    captures: (tag, name) => {
      const gone = goneIn(tag, name)
      return gone === undefined ? [] : [gone.captures]
    }
  }
}

interface Split {
  readonly branch: string
  readonly captures: Captures
}

const BRANCH = ['branch']

/** With what the capture `name` takes beside them, where that is asked for. */
function branchesIn(tag: string, templates: readonly Pattern[], name = 'branch'): Split[] {
  const names = name === 'branch' ? BRANCH : ['branch', name]
  const splits: Split[] = []
  for (const template of templates) {
    for (const captures of template.matchAll(tag, names)) {
      const branch = captures['branch']
      if (branch !== undefined) splits.push({ branch, captures })
    }
  }
  return splits
}

function isMeantToStay(tag: string, facts: PreparedFacts): boolean {
  return tag === 'latest' || facts.isRelease(tag) || facts.releaseOf(tag) !== null
}
