import type { Inventory } from '../model/inventory.js'
import { isUserTag } from '../model/digest.js'
import { hasTags } from '../model/package.js'
import type { EpochMs } from '../model/time.js'
import type { Version } from '../model/version.js'
import type { EvaluationContext } from '../policy/evaluation-context.js'
import { NO_FACTS } from '../policy/facts.js'
import type { Condition, PackagePolicy } from '../policy/policy.js'
import { prepareFacts, type PreparedFacts } from '../policy/prepared-facts.js'
import { numbersIn } from '../policy/pull-request-conditions.js'
import { questionsOf, type Question } from '../policy/questions.js'
import { rootCondition, type Side } from '../policy/root-conditions.js'
import { tagCondition } from '../policy/tag-conditions.js'
import { checkList } from './list-check.js'
import { userTagsOf } from './roots.js'

/** A package as it is listed, before anything else is known of it. */
export interface ListedPackage {
  readonly inventory: Pick<Inventory, 'package' | 'versions'>
  readonly policy: PackagePolicy
  readonly now: EpochMs
}

/** What has to be asked before a package can be planned. */
export interface QuestionsNeeded {
  readonly questions: readonly Question[]
  /** Numbers of pull requests that tags name; `null` where more may be asked of the list. */
  readonly pullRequests: ReadonlySet<number> | null
}

const NOTHING: QuestionsNeeded = { questions: [], pullRequests: new Set() }

/**
 * The questions of rules in use: none where nothing is deleted or the package is frozen, and none
 * of a delete rule that holds for nothing here whatever the answer: where no tag fits its
 * template, or none of a version that passes its other conditions as well. Keep rules always ask:
 * without an answer they keep everything (ruling 5).
 */
export function questionsNeeded(listed: ListedPackage): QuestionsNeeded {
  const { inventory, policy } = listed
  if (policy.delete.length === 0) return NOTHING
  const checked = checkList(inventory)
  if (!checked.ok) return NOTHING
  const { versions } = checked
  const context = contextWithoutFacts(listed, versions)
  const asking = { context, facts: prepareFacts(context), versions }
  const inUse = [...asked(policy.delete, 'delete', asking), ...asked(policy.keep, 'keep', asking)]
  const questions = inUse.flatMap(({ conditions, side }) =>
    conditions.flatMap((condition) => questionsOf(condition, side, context.type))
  )
  const conditions = inUse.flatMap((rule) => rule.conditions)
  // What dist-tags name is not known before they are read.
  const isNamedElsewhere = questions.some(({ kind }) => kind === 'dist-tags')
  return {
    questions,
    pullRequests: isNamedElsewhere ? null : numbersAsked(conditions, tagsOf(versions, context))
  }
}

interface Asking {
  readonly context: EvaluationContext
  readonly facts: PreparedFacts
  readonly versions: readonly Version[]
}

interface AskingRule {
  readonly conditions: readonly Condition[]
  readonly side: Side
}

function asked(
  rules: PackagePolicy['delete' | 'keep'],
  side: Side,
  asking: Asking
): readonly AskingRule[] {
  return rules
    .filter(({ conditions }) => mayHold(conditions, side, asking))
    .map(({ conditions }) => ({ conditions, side }))
}

/** Whether the rule could hold for some version, all that it asks being answered its way. */
function mayHold(conditions: readonly Condition[], side: Side, asking: Asking): boolean {
  const { context, facts, versions } = asking
  // One that can't be answered keeps every root, whatever its templates fit (ruling 5).
  if (side === 'keep') return true
  if (!conditions.some((condition) => asksOfRepository(condition))) return true
  const known = conditions.filter(isAboutTheList)
  const ofRoot = known.flatMap((condition) => rootCondition(condition, context, side) ?? [])
  const ofTag = known.flatMap((condition) => tagCondition(condition, context, facts) ?? [])
  const fits = conditions.flatMap(fitOf)
  return versions.some((version) => {
    const tags = userTagsOf(version, context.type)
    const root = {
      version,
      userTags: tags,
      helperTags: helperTagsOf(version),
      image: [version],
      broken: []
    }
    return (
      tags.some((tag) => fits.every((fit) => fit(tag)) && ofTag.every((one) => one.holds(tag))) &&
      ofRoot.every((one) => one.holds(root))
    )
  })
}

function helperTagsOf({ tags }: Version): readonly string[] {
  return tags.filter((tag) => !isUserTag(tag))
}

function asksOfRepository({ kind }: Condition): boolean {
  return kind === 'release' || TEMPLATED.has(kind)
}

const TEMPLATED: ReadonlySet<Condition['kind']> = new Set([
  'closed-pull-request',
  'open-pull-request',
  'gone-branch',
  'live-branch'
])

/** Whether the list of versions alone says whether it holds. */
function isAboutTheList(condition: Condition): boolean {
  switch (condition.kind) {
    case 'tags':
    case 'untagged':
    case 'semver':
    case 'prerelease':
    case 'superseded':
    case 'older-than':
    case 'newer-than':
    case 'ids':
    case 'digests':
      return true
    case 'broken':
    case 'listed-in':
    case 'release':
    case 'closed-pull-request':
    case 'open-pull-request':
    case 'gone-branch':
    case 'live-branch':
      return false
  }
}

function fitOf(condition: Condition): ((tag: string) => boolean)[] {
  if (!('templates' in condition)) return []
  return [(tag) => condition.templates.some((template) => template.match(tag) !== null)]
}

/** `null` where a rule asks for the branches that pull requests were made from. */
function numbersAsked(
  conditions: readonly Condition[],
  tags: readonly string[]
): ReadonlySet<number> | null {
  if (conditions.some(({ kind }) => kind === 'gone-branch')) return null
  const templates = conditions.flatMap((condition) =>
    condition.kind === 'closed-pull-request' || condition.kind === 'open-pull-request'
      ? condition.templates
      : []
  )
  return new Set(tags.flatMap((tag) => numbersIn(tag, templates)))
}

function tagsOf(versions: readonly Version[], { type }: EvaluationContext): readonly string[] {
  return versions.flatMap((version) => userTagsOf(version, type))
}

function contextWithoutFacts(
  { inventory, policy, now }: ListedPackage,
  versions: readonly Version[]
): EvaluationContext {
  const { type, name } = inventory.package
  return {
    type,
    packageName: name,
    now,
    ageBy: policy.settings.ageBy,
    facts: NO_FACTS,
    asksNothing: policy.delete.length === 0,
    listedTags: versions.flatMap((version) =>
      hasTags(type) ? userTagsOf(version, type) : version.name
    ),
    lastTagged: {}
  }
}
