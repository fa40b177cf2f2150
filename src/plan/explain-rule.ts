import type { EvaluationContext } from '../policy/evaluation-context.js'
import { ageStart, isHelperOnly } from '../policy/evaluation-context.js'
import type { Condition } from '../policy/policy.js'
import type { PreparedFacts } from '../policy/prepared-facts.js'
import { prepareRule, type Passing, type PreparedRule } from '../policy/prepared-rule.js'
import type { Root } from '../policy/root.js'
import type { FailedCondition, RuleAnswer } from './explanation.js'

/** What a rule is asked with. */
export interface AskedRule {
  readonly prepared: PreparedRule
  readonly side: 'delete' | 'keep'
  readonly context: EvaluationContext
  readonly facts: PreparedFacts
}

/** What a rule says of a root, and where it does not hold, at which condition. */
export function answerOf(asked: AskedRule, root: Root): RuleAnswer['answer'] {
  const { prepared } = asked
  if (prepared.unanswered !== null) return { kind: 'unanswered', why: prepared.unanswered }
  if (prepared.isNotAsked) return { kind: 'not-asked' }
  const passing = prepared.ask(root)
  if (passing === null) return failureOf(asked, root)
  const tag = passing === 'all' ? null : (passing[0] ?? null)
  return { kind: 'holds', tags: passing, because: prepared.because(root, tag) }
}

function failureOf(asked: AskedRule, root: Root): RuleAnswer['answer'] {
  const singles = asked.prepared.conditions.map((condition) => ({
    condition,
    passing: passingAlone(condition, asked, root)
  }))
  const tags = root.userTags.length > 0 ? root.userTags : root.helperTags
  const failed = (tags.length > 0 ? tags : [null]).flatMap((tag): FailedCondition[] => {
    const failing = singles.filter(({ passing }) => !passes(passing, tag))
    // That a rule is not about such tags at all says more than how old it is.
    const first = failing.find(({ condition }) => !isAboutAge(condition)) ?? failing[0]
    return first === undefined ? [] : [failedAt(tag, first.condition, asked, root)]
  })
  const beyond = asked.side === 'delete' ? outOfReach(root) : null
  // Asked one by one, conditions don't reach such a root either: none of them is to blame.
  if (beyond !== null && !namesSuch(asked.prepared.conditions)) {
    return { kind: 'out-of-reach', because: beyond }
  }
  return { kind: 'fails', at: sameForAll(failed) }
}

function isAboutAge({ kind }: Condition): boolean {
  return kind === 'older-than' || kind === 'newer-than'
}

function failedAt(
  tag: string | null,
  condition: Condition,
  { context }: AskedRule,
  root: Root
): FailedCondition {
  if (!isAboutAge(condition)) return { tag, condition }
  return { tag, condition, ageMs: context.now - ageStart(root, context) }
}

/** Each condition as a rule of its own says what it says in the rule. */
function passingAlone(condition: Condition, { side, context, facts }: AskedRule, root: Root) {
  return prepareRule({ label: '', conditions: [condition] }, context, facts, side).ask(root)
}

function passes(passing: Passing, tag: string | null): boolean {
  if (passing === null) return false
  return passing === 'all' || (tag !== null && passing.includes(tag))
}

function outOfReach(root: Root): 'unknown-manifest' | 'helper-tags-only' | null {
  if (root.broken.includes('unpullable')) return 'unknown-manifest'
  return isHelperOnly(root) ? 'helper-tags-only' : null
}

function namesSuch(conditions: readonly Condition[]): boolean {
  return conditions.some(({ kind }) => kind === 'broken' || kind === 'ids' || kind === 'digests')
}

/** One entry without a tag where several tags fail at the same condition, or age decides. */
function sameForAll(failed: readonly FailedCondition[]): readonly FailedCondition[] {
  const [first] = failed
  const isSame = failed.every(({ condition }) => condition === first?.condition)
  if (first === undefined || !isSame || (failed.length === 1 && !isAboutAge(first.condition))) {
    return failed
  }
  return [{ ...first, tag: null }]
}
