import { BROKEN_KINDS } from '../model/broken.js'
import { NO_TIME } from '../model/duration.js'
import type { InputError } from './input-error.js'
import { compilePatternList } from './pattern-list.js'
import type { PatternList } from './pattern.js'
import type { Condition, DeleteRule, KeepRule } from './policy.js'
import { hasDeleteInput, isAboutUntaggedAlone, type QuickInputs } from './quick-inputs.js'
import { quickInputErrors } from './quick-rules-check.js'

/** The parts of a package's policy that the quick rules stand for. */
export interface QuickRules {
  readonly keep: readonly KeepRule[]
  readonly delete: readonly DeleteRule[]
  /** Place of the `keep-tags` rule where it has to match something (ruling 32), else `null`. */
  readonly requiredKeep: number | null
}

export type QuickRulesResult =
  | ({ readonly ok: true } & QuickRules)
  | { readonly ok: false; readonly errors: readonly InputError[] }

/**
 * The rules that the quick inputs stand for: the table at the end of 5-rulings, to the letter.
 * Their labels are the names of the inputs. All errors are given at once; a policy that would
 * delete everything only because nothing was said is one of them.
 */
export function quickRules(inputs: QuickInputs): QuickRulesResult {
  const tags = inputs.deleteTags.length > 0 ? compilePatternList(inputs.deleteTags) : null
  const kept = inputs.keepTags.length > 0 ? compilePatternList(inputs.keepTags) : null
  const errors = quickInputErrors(inputs)
  if (errors.length > 0 || tags?.ok === false || kept?.ok === false) return { ok: false, errors }
  const keep = keepRules(inputs, tags?.list ?? null, kept?.list ?? null)
  return {
    ok: true,
    keep,
    delete: deleteRules(inputs, tags?.list ?? null),
    requiredKeep: kept === null || hasDeleteInput(inputs) ? null : 0
  }
}

/** `keep-tags` comes first: `requiredKeep` counts on it. */
function keepRules(
  inputs: QuickInputs,
  tags: PatternList | null,
  kept: PatternList | null
): readonly KeepRule[] {
  const rules: KeepRule[] = []
  if (kept !== null) rules.push(keepRule('keep-tags', [{ kind: 'tags', patterns: kept }], null))
  if (inputs.keepNewest !== null) {
    const about = [tags === null ? TAGGED : tagsCondition(tags), ...prereleases(inputs)]
    rules.push(keepRule('keep-newest', about, inputs.keepNewest))
  }
  if (inputs.keepNewestUntagged !== null) {
    rules.push(keepRule('keep-newest-untagged', [UNTAGGED], inputs.keepNewestUntagged))
  }
  if (inputs.keepNewerThan !== null) {
    const younger: Condition = { kind: 'newer-than', age: inputs.keepNewerThan }
    rules.push(keepRule('keep-newer-than', [younger], null))
  }
  return rules
}

function keepRule(
  label: string,
  conditions: readonly Condition[],
  newest: number | null
): KeepRule {
  const quotas = newest === null ? [] : [{ kind: 'newest' as const, count: newest }]
  return { label, conditions, quotas, per: null, by: null }
}

function deleteRules(inputs: QuickInputs, tags: PatternList | null): readonly DeleteRule[] {
  const older: Condition = { kind: 'older-than', age: inputs.olderThan ?? NO_TIME }
  const rules: DeleteRule[] = []
  if (tags !== null) {
    const conditions = [tagsCondition(tags), ...prereleases(inputs), older]
    rules.push({ label: 'delete-tags', conditions })
  }
  if (inputs.deleteUntagged === true) {
    rules.push({ label: 'delete-untagged', conditions: [UNTAGGED, older] })
  }
  if (inputs.deleteBroken.length > 0) rules.push(brokenRule(inputs, older))
  return rules.length > 0 ? rules : [ruleAboutEverything(inputs, older)]
}

/** `delete-untagged: false` takes untagged images out of every delete rule, of this one too. */
function brokenRule(inputs: QuickInputs, older: Condition): DeleteRule {
  const given = new Set(inputs.deleteBroken)
  const broken: Condition = {
    kind: 'broken',
    kinds: BROKEN_KINDS.filter((kind) => given.has(kind))
  }
  return { label: 'delete-broken', conditions: [...taggedOnly(inputs), broken, older] }
}

function ruleAboutEverything(inputs: QuickInputs, older: Condition): DeleteRule {
  if (isAboutUntaggedAlone(inputs)) {
    return { label: 'keep-newest-untagged', conditions: [UNTAGGED, older] }
  }
  return {
    label: labelOfEverything(inputs),
    conditions: [...taggedOnly(inputs), ...prereleases(inputs), older]
  }
}

function labelOfEverything(inputs: QuickInputs): string {
  if (inputs.deletePrereleases === true) return 'delete-prereleases'
  return inputs.olderThan === null ? 'everything else' : 'older-than'
}

function taggedOnly(inputs: QuickInputs): readonly Condition[] {
  return inputs.deleteUntagged === false ? [TAGGED] : []
}

function prereleases(inputs: QuickInputs): readonly Condition[] {
  return inputs.deletePrereleases === true ? [{ kind: 'prerelease', value: true }] : []
}

function tagsCondition(patterns: PatternList): Condition {
  return { kind: 'tags', patterns }
}

const TAGGED: Condition = { kind: 'untagged', value: false }
const UNTAGGED: Condition = { kind: 'untagged', value: true }
