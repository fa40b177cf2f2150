import type { EvaluationContext } from './evaluation-context.js'
import type { Evidence } from './evidence.js'
import type { KeepRule, PackagePolicy } from './policy.js'
import type { PreparedFacts } from './prepared-facts.js'
import { prepareFacts } from './prepared-facts.js'
import type { Passing, PreparedRule } from './prepared-rule.js'
import { prepareRule } from './prepared-rule.js'
import { applyQuotas } from './quotas.js'
import type { Candidate } from './quotas.js'
import type { Side } from './root-conditions.js'
import type { Root } from './root.js'
import { selector } from './select.js'
import type { Protection, Selection, Verdict } from './verdict.js'

/** The rules of a package, asked: one verdict for each root, and the means to explain them. */
export interface Evaluation {
  /** In the order of the roots. */
  readonly verdicts: readonly Verdict[]
  readonly keep: readonly PreparedRule[]
  readonly delete: readonly PreparedRule[]
  /** Rules that ask a question without an answer, and why there is none. */
  readonly unanswered: readonly {
    readonly side: Side
    readonly rule: string
    readonly why: string
  }[]
}

/**
 * Asks every rule of every root. Pure and total: equal arguments give equal verdicts, one for
 * each root, and neither the order of the roots nor that of the rules decides what is
 * selected or kept.
 */
export function evaluate(
  roots: readonly Root[],
  policy: PackagePolicy,
  context: EvaluationContext
): Evaluation {
  const facts = prepareFacts(context)
  const deleteRules = policy.delete.map((rule) => prepareRule(rule, context, facts, 'delete'))
  const keepRules = policy.keep.map((rule) => prepareRule(rule, context, facts, 'keep'))
  const select = selector(deleteRules)
  const selections: Selection[] = []
  const candidates = keepRules.map((): Candidate[] => [])
  // Root by root, for what one rule finds out about a tag the next one asks again.
  for (const root of roots) {
    selections.push(select(root))
    addCandidate(candidates, root, keepRules)
  }
  const protections = protect(candidates, policy.keep, keepRules, context, facts)
  return {
    verdicts: roots.map((root, place) => ({
      root,
      selection: selections[place] ?? { kind: 'none' },
      protection: protections.get(root.version.id) ?? null
    })),
    keep: keepRules,
    delete: deleteRules,
    unanswered: [...unansweredIn(deleteRules, 'delete'), ...unansweredIn(keepRules, 'keep')]
  }
}

function unansweredIn(rules: readonly PreparedRule[], side: Side): Evaluation['unanswered'] {
  return rules.flatMap(({ label, unanswered }) =>
    unanswered === null ? [] : [{ side, rule: label, why: unanswered }]
  )
}

function protect(
  candidates: readonly (readonly Candidate[])[],
  rules: readonly KeepRule[],
  preparedRules: readonly PreparedRule[],
  context: EvaluationContext,
  facts: PreparedFacts
): ReadonlyMap<number, Protection> {
  const protections = new Map<number, Protection>()
  for (const [place, prepared] of preparedRules.entries()) {
    const rule = rules[place]
    if (rule === undefined) continue
    const own = candidates[place] ?? []
    const howKept = keeperOf(rule, prepared, own, context, facts)
    for (const candidate of own) {
      const how = howKept(candidate)
      if (how !== null)
        addProtection(protections, { rule: prepared.label, at: place, how }, candidate)
    }
  }
  return protections
}

function addProtection(
  protections: Map<number, Protection>,
  by: Omit<Protection, 'tags'>,
  { root, passing }: Candidate
): void {
  const { id } = root.version
  const earlier = protections.get(id)
  if (earlier?.tags === 'all') return
  const tags = union(earlier?.tags, passing)
  protections.set(id, { ...(earlier ?? by), tags })
}

/** Adds a root to the list of each rule that holds for it, or asks an unanswered question. */
function addCandidate(
  lists: readonly Candidate[][],
  root: Root,
  rules: readonly PreparedRule[]
): void {
  // Most rules let the same tags pass: then one candidate stands in all their lists.
  let last: Candidate = { root, passing: 'all' }
  for (let place = 0; place < rules.length; place += 1) {
    const rule = rules[place]
    const passing = rule?.unanswered === null ? rule.ask(root) : 'all'
    if (passing === null) continue
    if (last.passing !== passing) last = { root, passing }
    lists[place]?.push(last)
  }
}

/** Says of a candidate of a rule how the rule keeps it; `null` where its quotas don't. */
function keeperOf(
  rule: KeepRule,
  prepared: PreparedRule,
  candidates: readonly Candidate[],
  context: EvaluationContext,
  facts: PreparedFacts
): (candidate: Candidate) => Protection['how'] | null {
  const { unanswered } = prepared
  if (unanswered !== null) return () => ({ code: 'unanswered', why: unanswered })
  if (rule.quotas.length === 0) return () => MATCHED
  const places = applyQuotas(rule, prepared, candidates, context, facts)
  return (candidate) => places.get(candidate.root.version.id) ?? helperTagKept(candidate)
}

const MATCHED = { code: 'matched' } as const

/** Roots with helper tags only that a pattern keeps use up no count (ruling 26). */
function helperTagKept({ root, passing }: Candidate): typeof MATCHED | null {
  return root.userTags.length === 0 && passing !== 'all' ? MATCHED : null
}

function union(
  earlier: ReadonlySet<string> | 'all' | undefined,
  passing: Exclude<Passing, null>
): ReadonlySet<string> | 'all' {
  if (earlier === 'all' || passing === 'all') return 'all'
  return earlier === undefined ? new Set(passing) : new Set([...earlier, ...passing])
}

/** Why a rule holds for a root, for its first tag that passes; empty where it does not hold. */
export function explain(rule: PreparedRule | undefined, root: Root): readonly Evidence[] {
  const passing = rule?.unanswered === null ? rule.ask(root) : null
  if (rule === undefined || passing === null) return []
  return rule.because(root, passing === 'all' ? null : (passing[0] ?? null))
}
