import type { EvaluationContext } from './evaluation-context.js'
import type { Evidence } from './evidence.js'
import type { KeepRule, PackagePolicy } from './policy.js'
import { prepareFacts } from './prepared-facts.js'
import type { Passing, PreparedRule } from './prepared-rule.js'
import { prepareRule } from './prepared-rule.js'
import { applyQuotas } from './quotas.js'
import type { Candidate } from './quotas.js'
import type { Root } from './root.js'
import type { Protection, SelectedTag, Selection, Verdict } from './verdict.js'

/** The rules of a package, asked: one verdict for each root, and the means to explain them. */
export interface Evaluation {
  /** In the order of the roots. */
  readonly verdicts: readonly Verdict[]
  readonly keep: readonly PreparedRule[]
  readonly delete: readonly PreparedRule[]
  /** Rules that ask a question without an answer, and why there is none. */
  readonly unanswered: readonly { readonly rule: string; readonly why: string }[]
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
  const protections = protect(roots, policy.keep, keepRules, context)
  return {
    verdicts: roots.map((root) => ({
      root,
      selection: select(root, deleteRules),
      protection: protections.get(root.version.id) ?? null
    })),
    keep: keepRules,
    delete: deleteRules,
    unanswered: [...deleteRules, ...keepRules].flatMap(({ label, unanswered }) =>
      unanswered === null ? [] : [{ rule: label, why: unanswered }]
    )
  }
}

const NOTHING: Selection = { kind: 'none' }

function select(root: Root, rules: readonly PreparedRule[]): Selection {
  const tags = new Map<string, SelectedTag>()
  let first: string | null = null
  for (const rule of rules) {
    const passing: Passing = rule.unanswered === null ? rule.ask(root) : null
    if (passing === null) continue
    first ??= rule.label
    const selected = passing === 'all' ? root.userTags : passing
    for (const tag of selected) markSelected(tags, tag, rule.label, passing !== 'all')
  }
  if (first === null) return NOTHING
  return tags.size === root.userTags.length
    ? { kind: 'whole', rule: first, tags }
    : { kind: 'part', tags }
}

function markSelected(
  tags: Map<string, SelectedTag>,
  tag: string,
  rule: string,
  asTag: boolean
): void {
  const earlier = tags.get(tag)
  if (earlier === undefined || (asTag && !earlier.asTag)) tags.set(tag, { rule, asTag })
}

function protect(
  roots: readonly Root[],
  rules: readonly KeepRule[],
  preparedRules: readonly PreparedRule[],
  context: EvaluationContext
): ReadonlyMap<number, Protection> {
  const protections = new Map<number, Protection>()
  for (const [place, prepared] of preparedRules.entries()) {
    const rule = rules[place]
    if (rule === undefined) continue
    for (const { root, passing, how } of keptBy(rule, prepared, roots, context)) {
      const earlier = protections.get(root.version.id)
      protections.set(root.version.id, {
        rule: earlier?.rule ?? prepared.label,
        how: earlier?.how ?? how,
        tags: union(earlier?.tags, passing)
      })
    }
  }
  return protections
}

type Kept = Candidate & Pick<Protection, 'how'>

function keptBy(
  rule: KeepRule,
  prepared: PreparedRule,
  roots: readonly Root[],
  context: EvaluationContext
): readonly Kept[] {
  const { unanswered } = prepared
  if (unanswered !== null) {
    return roots.map((root) => ({
      root,
      passing: 'all',
      how: { code: 'unanswered', why: unanswered }
    }))
  }
  const candidates = roots.flatMap((root): Candidate[] => {
    const passing = prepared.ask(root)
    return passing === null ? [] : [{ root, passing }]
  })
  if (rule.quotas.length === 0) {
    return candidates.map((candidate) => ({ ...candidate, how: { code: 'matched' } }))
  }
  const places = applyQuotas(rule, prepared, candidates, context)
  return candidates.flatMap((candidate): Kept[] => {
    const how = places.get(candidate.root.version.id) ?? helperTagKept(candidate)
    return how === null ? [] : [{ ...candidate, how }]
  })
}

/** Roots with helper tags only that a pattern keeps use up no count (ruling 26). */
function helperTagKept({ root, passing }: Candidate): { readonly code: 'matched' } | null {
  return root.userTags.length === 0 && passing !== 'all' ? { code: 'matched' } : null
}

function union(
  earlier: ReadonlySet<string> | 'all' | undefined,
  passing: Exclude<Passing, null>
): ReadonlySet<string> | 'all' {
  if (earlier === 'all' || passing === 'all') return 'all'
  return earlier === undefined ? new Set(passing) : new Set([...earlier, ...passing])
}

/**
 * Why the first rule named `label` that holds for a root does; empty where none does. With
 * `tag` the first that holds for this very tag.
 */
export function explain(
  rules: readonly PreparedRule[],
  label: string,
  root: Root,
  tag?: string
): readonly Evidence[] {
  for (const rule of rules) {
    if (rule.label !== label || rule.unanswered !== null) continue
    const passing = rule.ask(root)
    if (passing === null) continue
    if (passing === 'all') {
      if (tag === undefined) return rule.because(root, null)
    } else if (tag === undefined || passing.includes(tag)) {
      return rule.because(root, tag ?? passing[0] ?? null)
    }
  }
  return []
}
