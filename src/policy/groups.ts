import type { EvaluationContext } from './evaluation-context.js'
import { dateOf } from './evaluation-context.js'
import type { KeepRule } from './policy.js'
import type { PreparedFacts } from './prepared-facts.js'
import type { PreparedRule } from './prepared-rule.js'
import type { Candidate } from './quotas.js'
import type { Root } from './root.js'
import type { TypedVersion } from './versions/typed-version.js'
import { compareTyped, groupOfVersion } from './versions/typed-version.js'

/** A root within a group. */
export interface Member {
  readonly root: Root
  /** The highest of its versions that fall into the group, `null` where it has none; not there where dates decide. */
  readonly version?: TypedVersion | null
}

/** The group of roots that fall into none (ruling 22). */
const NO_GROUP = ''

/**
 * The groups of a keep rule, each from its newest by the rule's `by`. Without `per` all are
 * one group, named `null`. A root whose tags fall into several groups is in each of them.
 */
export function groupsOf(
  rule: KeepRule,
  prepared: PreparedRule,
  candidates: readonly Candidate[],
  context: EvaluationContext,
  facts: PreparedFacts
): ReadonlyMap<string | null, readonly Member[]> {
  const groups = new Map<string | null, Member[]>()
  const join = (group: string | null, candidate: Candidate, tags: readonly string[]) => {
    const { root } = candidate
    const isByVersion = rule.by === 'semver'
    const member = isByVersion ? { root, version: highestOf(root, tags, facts) } : candidate
    const members = groups.get(group)
    if (members === undefined) groups.set(group, [member])
    else members.push(member)
  }
  for (const candidate of candidates) {
    const tags = tagsOf(candidate)
    if (rule.per === null) join(null, candidate, tags)
    else if (rule.per.kind !== 'capture' && tags[0] !== undefined && tags.length === 1) {
      // One tag, one group: so it is for every version of the types without tags.
      join(
        groupOfVersion(versionOf(candidate.root, tags[0], facts), rule.per.kind) ?? NO_GROUP,
        candidate,
        tags
      )
    } else {
      for (const [group, own] of groupsOfTags(rule.per, prepared, candidate, facts)) {
        join(group, candidate, own)
      }
    }
  }
  for (const members of groups.values()) members.sort(newestFirst(rule, context))
  return groups
}

function tagsOf({ root, passing }: Candidate): readonly string[] {
  return passing === 'all' ? root.userTags : passing
}

function groupsOfTags(
  per: NonNullable<KeepRule['per']>,
  prepared: PreparedRule,
  candidate: Candidate,
  facts: PreparedFacts
): ReadonlyMap<string, readonly string[]> {
  const tags = tagsOf(candidate)
  const groups = new Map<string, string[]>()
  for (const tag of tags) {
    const names =
      per.kind === 'capture'
        ? prepared.captures(tag, per.name).map((captures) => captures[per.name])
        : [groupOfVersion(versionOf(candidate.root, tag, facts), per.kind)]
    for (const name of names.length < 2 ? names : new Set(names)) {
      if (name === undefined || name === null) continue
      groups.set(name, [...(groups.get(name) ?? []), tag])
    }
  }
  return groups.size > 0 ? groups : new Map([[NO_GROUP, tags]])
}

/** Of one of npm's dist-tags, which is no version, the one that it points to (ruling 34). */
function versionOf(root: Root, tag: string, facts: PreparedFacts): TypedVersion | null {
  const isOwn = root.userTags.includes(tag) || root.helperTags.includes(tag)
  return facts.versionOf(isOwn ? tag : root.version.name)
}

function highestOf(root: Root, tags: readonly string[], facts: PreparedFacts): TypedVersion | null {
  let highest: TypedVersion | null = null
  for (const tag of tags) {
    const version = versionOf(root, tag, facts)
    if (version === null) continue
    if (highest === null || compareTyped(version, highest) > 0) highest = version
  }
  return highest
}

/** Ties in version go to the newer by `ageBy`, ties in time to the higher id (ruling 47). */
function newestFirst(rule: KeepRule, context: EvaluationContext): (a: Member, b: Member) => number {
  const by = rule.by === null || rule.by === 'semver' ? context.ageBy : rule.by
  return (a, b) =>
    byVersion(a.version ?? null, b.version ?? null) ||
    dateOf(b.root.version, by) - dateOf(a.root.version, by) ||
    b.root.version.id - a.root.version.id
}

/** Highest first; what is no version is older than every version. */
function byVersion(a: TypedVersion | null, b: TypedVersion | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1
  return compareTyped(b, a)
}
