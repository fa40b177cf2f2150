import { parsePolicyFile, type PolicyFile } from '../../src/policy/policy-file.js'

/** Reads a policy that has to be right. */
export function policyOf(source: string): PolicyFile {
  const result = parsePolicyFile(source, 'policy.yml')
  if (!result.ok) throw new Error(result.errors.map(({ message }) => message).join('\n'))
  return result.file
}

/** All that is wrong with a policy, without the name of the file. */
export function errorsOf(source: string): readonly string[] {
  const result = parsePolicyFile(source, 'policy.yml')
  return result.ok ? [] : result.errors.map(({ message }) => message.replace('policy.yml:', ''))
}

/** The warnings about a policy that has to be right, without the name of the file. */
export function warningsOf(source: string): readonly string[] {
  const result = parsePolicyFile(source, 'policy.yml')
  if (!result.ok) throw new Error(result.errors.map(({ message }) => message).join('\n'))
  return result.warnings.map(({ message }) => message.replace('policy.yml:', ''))
}

/** A policy of one entry with one rule, whose first key stands at line 5, column 9. */
export function ruleIn(side: 'keep' | 'delete', rule: string, entry = 'names: app'): string {
  const lines = rule
    .split('\n')
    .map((line, index) => `${index === 0 ? '      - ' : '        '}${line}`)
  return ['version: 1', 'packages:', `  - ${entry}`, `    ${side}:`, ...lines, ''].join('\n')
}
