import { parseDuration } from '../../src/model/parse-duration.js'
import type { Duration } from '../../src/model/duration.js'
import type { EpochMs } from '../../src/model/time.js'
import type { PackagePlan, VersionPlan } from '../../src/plan/plan.js'
import { planPackage } from '../../src/plan/plan-package.js'
import type { PlanInput } from '../../src/plan/plan-package.js'
import type { Facts } from '../../src/policy/facts.js'
import { NO_FACTS } from '../../src/policy/facts.js'
import type { PackagePolicy } from '../../src/policy/policy.js'
import { entryFor } from '../../src/policy/policy-file.js'
import type { QuickInputs } from '../../src/policy/quick-inputs.js'
import { quickRules } from '../../src/policy/quick-rules.js'
import { NO_SETTINGS, resolvePolicy, resolveSettings } from '../../src/policy/settings.js'
import { reasonText } from '../../src/report/reason-text.js'
import { policyOf } from '../policy/policy-document.js'
import { aPackage, NOW, packageRef, type Surroundings, type WrittenPackage } from './a-package.js'

/**
 * A policy of one entry, written in YAML without its names: `delete: [{tags: "pr-*"}]`. The entry
 * is for all six types.
 */
export function policy(yaml: string, named = packageRef('container')): PackagePolicy {
  const body = yaml
    .split('\n')
    .map((line) => `    ${line}`)
    .join('\n')
  const file = policyOf(`version: 1\npackages:\n  - names: "*"\n${body}\n`)
  const entry = entryFor(file, named)
  if (entry === null) throw new Error('the entry does not match the package')
  return resolvePolicy(entry, file.defaults, NO_SETTINGS)
}

const NO_INPUTS: QuickInputs = {
  types: ['container'],
  deleteTags: [],
  deleteUntagged: null,
  olderThan: null,
  deletePrereleases: null,
  deleteBroken: [],
  keepTags: [],
  keepNewest: null,
  keepNewestUntagged: null,
  keepNewerThan: null
}

/** The policy that quick inputs stand for, with the built-in settings. */
export function quick(given: Partial<QuickInputs>): PackagePolicy {
  const rules = quickRules({ ...NO_INPUTS, ...given })
  if (!rules.ok) throw new Error(rules.errors.map(({ message }) => message).join('\n'))
  return {
    keep: rules.keep,
    delete: rules.delete,
    requiredKeep: rules.requiredKeep,
    settings: resolveSettings()
  }
}

export function lasting(text: string): Duration {
  const parsed = parseDuration(text)
  if (!parsed.ok) throw new Error(`no duration: ${text}`)
  return parsed.duration
}

/** Facts of which only some are given; the rest was not asked. */
export function facts(given: Partial<Facts>): Facts {
  return { ...NO_FACTS, ...given }
}

export const known = <T>(value: T): { readonly known: true; readonly value: T } => ({
  known: true,
  value
})

export const unknown = { known: false, why: 'the token lacks a permission' } as const

export interface CaseOptions extends Surroundings {
  readonly facts?: Partial<Facts>
  readonly now?: EpochMs
}

/** A plan, and its decisions by the names of the package's text. */
export interface WrittenPlan {
  readonly plan: PackagePlan
  readonly input: PlanInput
  readonly written: WrittenPackage
  /** Names of the versions that go, in the order of the text. */
  readonly goes: string[]
  readonly stays: string[]
  /** `A-v1` for the tag v1 taken off A, in the order of the text. */
  readonly untagged: string[]
  of(name: string): VersionPlan
  /** The reason as a sentence. */
  reason(name: string): string
}

/** Plans a package that is written down by a policy in YAML, or one that was made. */
export function planOf(
  text: string,
  rules: string | PackagePolicy,
  options: CaseOptions = {}
): WrittenPlan {
  const written = aPackage(text, options)
  const input: PlanInput = {
    inventory: written.inventory,
    policy: typeof rules === 'string' ? policy(rules, written.inventory.package) : rules,
    facts: facts(options.facts ?? {}),
    now: options.now ?? NOW
  }
  return writtenPlan(planPackage(input), input, written)
}

function writtenPlan(plan: PackagePlan, input: PlanInput, written: WrittenPackage): WrittenPlan {
  const inOrder = plan.versions.toReversed()
  const of = (name: string): VersionPlan => {
    const found = plan.versions.find(({ version }) => version.id === written.idOf(name))
    if (found === undefined) throw new Error(`no decision about ${name}`)
    return found
  }
  const names = (isWanted: (one: VersionPlan) => boolean) =>
    inOrder.filter(isWanted).map(({ version }) => written.nameOf(version.id))
  return {
    plan,
    input,
    written,
    goes: names(({ decision }) => decision === 'delete'),
    stays: names(({ decision }) => decision !== 'delete'),
    untagged: inOrder.flatMap(({ version, untag }) =>
      untag.map((tag) => `${written.nameOf(version.id)}-${tag}`)
    ),
    of,
    reason: (name) => reasonText(of(name).reason)
  }
}
