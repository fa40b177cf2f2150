import { parsePolicyFile, type PolicyFile } from '../../policy/policy-file.js'
import type { PackageType } from '../../model/package.js'
import { QUICK_INPUTS } from '../../policy/quick-inputs.js'
import { quickRules } from '../../policy/quick-rules.js'
import { resolveSettings, type GivenSettings } from '../../policy/settings.js'
import type { RuleSource } from '../config.js'
import type { InputReader } from './input-reader.js'
import type { InputName } from './input-table.js'
import { digestOfQuickRules, digestOfText } from './policy-digest.js'
import { quickInputsGiven, readQuickInputs } from './quick-values.js'
import type { Surroundings } from './surroundings.js'
import { NO_FILE } from '../local-text.js'

/** The rules of a cleanup, and what they are known by in reports. */
export interface ReadRules {
  readonly rules: RuleSource
  readonly policyDigest: string
  /** Doubts about a policy file. */
  readonly warnings: readonly string[]
}

const QUICK_NAMES: ReadonlySet<string | null> = new Set(QUICK_INPUTS)

/** The rules of the quick inputs; `null` where something is wrong with any of them. */
export function readQuickRules(
  inputs: InputReader,
  types: readonly PackageType[],
  given: GivenSettings
): ReadRules | null {
  const quick = readQuickInputs(inputs, types)
  const unread = inputs.errors.some(({ input }) => QUICK_NAMES.has(input))
  const rules = quickRules(quick)
  // What could not be read counts as not given: that no rule is left is no fault of its own.
  if (!rules.ok) inputs.add(...rules.errors.filter(({ input }) => !unread || input !== null))
  if (!rules.ok || unread) return null
  const settings = resolveSettings(given)
  const policyDigest = digestOfQuickRules(quick, settings)
  return { rules: { kind: 'quick', rules, settings }, policyDigest, warnings: [] }
}

/** Whether rules come from a policy, be it wrong. */
export function hasPolicy(inputs: InputReader): boolean {
  return inputs.isGiven('policy') || inputs.isGiven('policy-file')
}

/** The rules of `policy` or `policy-file`; `null` where something is wrong with it. */
export function readPolicyRules(
  inputs: InputReader,
  surroundings: Surroundings,
  given: GivenSettings
): ReadRules | null {
  refuseTogether(inputs)
  const source = readSource(inputs, surroundings)
  if (source === null) return null
  const result = parsePolicyFile(source.text, source.fileName)
  if (!result.ok) {
    for (const { message } of result.errors) {
      inputs.add({ input: source.input, value: null, message: `${source.input}: ${message}` })
    }
    return null
  }
  return {
    rules: { kind: 'file', file: result.file, inputs: given },
    policyDigest: digestOfText(source.text),
    warnings: result.warnings.map(({ message }) => message)
  }
}

/** The types that the entries of a policy are about. */
export function typesOf({ entries }: PolicyFile): readonly PackageType[] {
  return [...new Set(entries.flatMap(({ types }) => types))]
}

function refuseTogether(inputs: InputReader): void {
  const policy: InputName = inputs.isGiven('policy-file') ? 'policy-file' : 'policy'
  if (policy === 'policy-file' && inputs.isGiven('policy')) {
    inputs.refuse(
      'policy-file',
      inputs.text('policy-file'),
      'policy is given too; give one of them'
    )
  }
  for (const name of quickInputsGiven(inputs)) {
    const why = `it can't be given together with ${policy}; write the rule into the policy`
    inputs.refuse(name, inputs.text(name), why)
  }
}

interface PolicySource {
  readonly input: InputName
  readonly fileName: string
  readonly text: string
}

function readSource(inputs: InputReader, surroundings: Surroundings): PolicySource | null {
  const path = inputs.text('policy-file')
  if (path === null) {
    const text = inputs.untrimmed('policy')
    return text === null ? null : { input: 'policy', fileName: 'policy', text }
  }
  const file = surroundings.readFile(path)
  if (file.ok) return { input: 'policy-file', fileName: path, text: file.text }
  const isWorkflow = surroundings.workspace !== null && surroundings.isTerminal !== true
  const hint =
    isWorkflow && file.why === NO_FILE ? '; is there an actions/checkout step before?' : ''
  inputs.refuse('policy-file', path, `${file.why}${hint}`)
  return null
}
