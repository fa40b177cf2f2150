import type { EvaluationContext } from './evaluation-context.js'
import { isHelperOnly } from './evaluation-context.js'
import type { Evidence } from './evidence.js'
import { listedIn } from './listed-condition.js'
import type { ListedCondition } from './listed-condition.js'
import type { Captures } from './pattern.js'
import type { Condition } from './policy.js'
import type { PreparedFacts } from './prepared-facts.js'
import { asksForDistTags, isUnneeded, whyUnanswered } from './questions.js'
import type { RootCondition, Side } from './root-conditions.js'
import { rootCondition } from './root-conditions.js'
import type { Root } from './root.js'
import type { TagCondition } from './tag-conditions.js'
import { tagCondition } from './tag-conditions.js'

/**
 * What a rule says of a root: `null` where it does not hold; else the tags that pass, or
 * `all` where the rule asks nothing about tags (ruling 1).
 */
export type Passing = readonly string[] | 'all' | null

/** A rule ready to be asked of many roots. */
export interface PreparedRule {
  readonly label: string
  readonly conditions: readonly Condition[]
  /** Why a question that it asks has no answer; `null` where there is none such (ruling 5). */
  readonly unanswered: string | null
  /** Whether it asks a question that nobody needs the answer of: then it holds for nothing. */
  readonly isNotAsked: boolean
  /** Asks the rule of a root. Must not be called where `unanswered` is set. */
  ask(root: Root): Passing
  /** Why it holds for a root, for one of the tags that pass, in the order of its conditions. */
  because(root: Root, tag: string | null): readonly Evidence[]
  /** What its patterns and templates capture of a tag that passes, as far as `name` goes. */
  captures(tag: string, name: string): readonly Captures[]
}

/** Makes a rule ready. */
export function prepareRule(
  rule: { readonly label: string; readonly conditions: readonly Condition[] },
  context: EvaluationContext,
  facts: PreparedFacts,
  side: Side
): PreparedRule {
  const { label, conditions } = rule
  const parts = partsOf(conditions, context, facts, side)
  const askOne = side === 'keep' ? askKeep : askDelete
  const isNotAsked = isUnneeded(conditions, context, side)
  return {
    label,
    conditions,
    unanswered: whyUnanswered(conditions, context, side),
    isNotAsked,
    ask: isNotAsked ? () => null : (root) => askOne(parts, root),
    because: becauseOf(parts),
    captures: (tag, name) => parts.ofTags.flatMap((condition) => condition.captures(tag, name))
  }
}

interface Parts {
  readonly ofRoots: readonly RootCondition[]
  readonly ofTags: readonly TagCondition[]
  readonly listed: readonly ListedCondition[]
  /** Whether a delete rule reaches roots with helper tags only, by `ids` or `digests` (ruling 26). */
  readonly namesRoots: boolean
  readonly brokenKinds: readonly string[]
  /** Whether all it asks about tags are patterns, which in `keep` see helper tags too (ruling 26). */
  readonly seesHelperTags: boolean
  /** The dist-tags that stand beside a version's name; none where the rule asks for none (ruling 34). */
  readonly distTagsOf: (versionName: string) => readonly string[]
}

const NO_TAGS: readonly string[] = []
const NOT_LISTED: readonly ListedCondition[] = []

function partsOf(
  conditions: readonly Condition[],
  context: EvaluationContext,
  facts: PreparedFacts,
  side: Side
): Parts {
  const ofTags = conditions.flatMap((condition) => {
    const asked = tagCondition(condition, context, facts)
    return asked === null ? [] : [{ kind: condition.kind, asked }]
  })
  return {
    ofRoots: conditions.flatMap((condition) => rootCondition(condition, context, side) ?? []),
    ofTags: ofTags.map(({ asked }) => asked),
    listed: conditions.flatMap((condition) =>
      condition.kind === 'listed-in' ? listedIn(condition.globs, context, side) : []
    ),
    namesRoots: conditions.some(({ kind }) => kind === 'ids' || kind === 'digests'),
    brokenKinds: conditions.flatMap((condition) =>
      condition.kind === 'broken' ? condition.kinds : []
    ),
    seesHelperTags: ofTags.every(({ kind }) => kind === 'tags'),
    distTagsOf: conditions.some((condition) => asksForDistTags(condition, side, context.type))
      ? (name) => facts.distTagsOf(name)
      : () => NO_TAGS
  }
}

function askDelete(parts: Parts, root: Root): Passing {
  if (root.broken.includes('unpullable') && !parts.brokenKinds.includes('unpullable')) return null
  if (isHelperOnly(root) && !reachesHelperOnly(parts, root)) return null
  return passing(parts, root, root.userTags)
}

/** Ruling 26: by `broken: orphaned`, `ids` and `digests` alone. */
function reachesHelperOnly(parts: Parts, root: Root): boolean {
  if (parts.namesRoots) return true
  return parts.brokenKinds.includes('orphaned') && root.broken.includes('orphaned')
}

function askKeep(parts: Parts, root: Root): Passing {
  if (isHelperOnly(root)) {
    return passing(parts, root, parts.seesHelperTags ? root.helperTags : NO_TAGS)
  }
  const own = passing(parts, root, root.userTags)
  const distTags = parts.distTagsOf(root.version.name)
  return own === 'all' || distTags.length === 0 ? own : withDistTags(parts, root, own, distTags)
}

function withDistTags(
  parts: Parts,
  root: Root,
  own: readonly string[] | null,
  distTags: readonly string[]
): Passing {
  const asDistTags = distTags.filter((tag) => passesAsDistTag(parts, root, tag))
  return asDistTags.length === 0 ? own : [...(own ?? []), ...asDistTags]
}

/** What asks for a version is asked of that to which the dist-tag points. */
function passesAsDistTag(parts: Parts, root: Root, tag: string): boolean {
  const { name } = root.version
  return (
    parts.ofRoots.every((condition) => condition.holds(root)) &&
    parts.ofTags.every((condition) => condition.holds(condition.isOfVersion ? name : tag)) &&
    openListed(parts, root).every((condition) => condition.namesTag(tag))
  )
}

// Loops, for a closure of each call would be two million of them for a large package.
function passing(parts: Parts, root: Root, tags: readonly string[]): Passing {
  for (const condition of parts.ofRoots) if (!condition.holds(root)) return null
  const listed = parts.listed.length === 0 ? NOT_LISTED : openListed(parts, root)
  if (parts.ofTags.length === 0 && listed.length === 0) return 'all'
  const only = tags[0]
  if (only === undefined) return null
  if (tags.length === 1) return passes(parts, listed, only) ? tags : null
  return allPassing(parts, listed, tags)
}

function allPassing(
  parts: Parts,
  listed: readonly ListedCondition[],
  tags: readonly string[]
): Passing {
  const passed = tags.filter((tag) => passes(parts, listed, tag))
  return passed.length > 0 ? passed : null
}

/** Those that don't name the image as a whole, and so are about tags. */
function openListed({ listed }: Parts, root: Root): readonly ListedCondition[] {
  return listed.filter((condition) => condition.namesImage(root) === null)
}

function passes({ ofTags }: Parts, listed: readonly ListedCondition[], tag: string): boolean {
  for (const condition of ofTags) if (!condition.holds(tag)) return false
  for (const condition of listed) if (!condition.namesTag(tag)) return false
  return true
}

/** Says why a rule holds for a root, for one of the tags that pass, or `null` for none. */
function becauseOf(parts: Parts): PreparedRule['because'] {
  const ofRoots = parts.ofRoots.map(
    (condition): Explainer =>
      (root) =>
        condition.evidence(root)
  )
  const ofFiles = parts.listed.map((condition): Explainer => (root, tag) => ({
    code: 'listed-in-file',
    name: condition.namesImage(root) ?? tag ?? root.version.name
  }))
  const withoutTag = [...ofFiles, ...ofRoots]
  const withTag = [
    ...parts.ofTags.map((condition) => explainerOfTag(condition, parts)),
    ...withoutTag
  ]
  return (root, tag) =>
    telling((tag === null ? withoutTag : withTag).map((explain) => explain(root, tag)))
}

type Explainer = (root: Root, tag: string | null) => Evidence

function explainerOfTag(condition: TagCondition, { distTagsOf }: Parts): Explainer {
  if (!condition.isOfVersion) return (_root, tag) => condition.evidence(tag ?? '')
  return ({ version: { name } }, tag) =>
    condition.evidence(tag === null || distTagsOf(name).includes(tag) ? name : tag)
}

/** Beside what narrows a rule it is not about everything. */
function telling(all: readonly Evidence[]): readonly Evidence[] {
  if (all.length < 2 || !all.some(isEverything)) return all
  const narrowing = all.filter((one) => !isEverything(one))
  return narrowing.length > 0 ? narrowing : all
}

const isEverything = ({ code }: Evidence): boolean => code === 'everything'
