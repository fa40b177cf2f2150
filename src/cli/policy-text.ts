import { PACKAGE_TYPES } from '../model/package.js'
import type { Condition, KeepRule } from '../policy/policy.js'
import type { PolicyEntry } from '../policy/policy-entry.js'
import type { PolicyFile } from '../policy/policy-file.js'
import { conditionText } from '../report/condition-text.js'

/** What a policy file means: a few lines for each entry. */
export function policyText(file: PolicyFile): readonly string[] {
  const owner = file.owner === null ? [] : [`owner ${file.owner}`]
  return [...owner, ...file.entries.flatMap(entryText)]
}

function entryText({ path, names, types, keep, delete: deletes }: PolicyEntry): readonly string[] {
  const ofTypes = types.length === PACKAGE_TYPES.length ? 'of all types' : `of ${types.join(', ')}`
  return [
    `${path}: ${names.sources.join(', ')} ${ofTypes}`,
    ...(deletes.length === 0 ? ['  deletes nothing'] : []),
    ...deletes.map((rule) => `  delete: ${rule.label}: ${conditionsText(rule.conditions)}`),
    ...keep.map((rule) => `  keep:   ${rule.label}: ${keepText(rule)}`)
  ]
}

function keepText({ conditions, quotas, per, by }: KeepRule): string {
  const counts = quotas.map(({ kind, count }) => `${kind} ${count}`).join(' and ')
  const group = per === null ? '' : ` per ${per.kind === 'capture' ? per.name : per.kind}`
  const order = by === null ? '' : ` by ${by}`
  const quota = counts === '' ? '' : `${counts}${group}${order}`
  return [quota, conditionsText(conditions)].filter((text) => text !== '').join(' of ')
}

function conditionsText(conditions: readonly Condition[]): string {
  return conditions.map(conditionText).join(' and ')
}
