import type { FailedCondition } from '../plan/explanation.js'
import type { Condition } from '../policy/policy.js'
import { ageText } from './age-text.js'
import { conditionText } from './condition-text.js'

type Templates = Extract<Condition, { readonly templates: unknown }>

/** Why a condition does not hold, as a clause. A new one without a line does not compile. */
export function failedConditionText({ tag, condition, ageMs }: FailedCondition): string {
  const it = tag ?? 'it'
  switch (condition.kind) {
    case 'tags':
      return tag === null
        ? `it has no tag that matches ${condition.patterns.sources.join(', ')}`
        : `${tag} does not match ${condition.patterns.sources.join(', ')}`
    case 'untagged':
      return condition.value ? 'it is tagged' : 'it is untagged'
    case 'semver':
      return `${it} is not in the range ${condition.range}`
    case 'prerelease':
      return condition.value ? `${it} is no prerelease` : `${it} is a prerelease, or no version`
    case 'release':
      return condition.value ? `${it} is no release` : `${it} is a release`
    case 'superseded':
      return `${it} is not superseded by a release`
    case 'older-than':
      return `it is ${ageText(ageMs ?? 0)} old, not older than ${condition.age.text}`
    case 'newer-than':
      return `it is ${ageText(ageMs ?? 0)} old, older than ${condition.age.text}`
    case 'ids':
      return 'its id is not listed'
    case 'digests':
      return 'its digest is not listed'
    case 'broken':
      return `it is not ${condition.kinds.join(' or ')}`
    case 'listed-in':
      return `no file of ${condition.globs.join(', ')} names it`
    case 'closed-pull-request':
    case 'open-pull-request':
    case 'gone-branch':
    case 'live-branch':
      return templateText(condition, tag)
  }
}

const NOT_SO = {
  'closed-pull-request': 'its pull request is not closed',
  'open-pull-request': 'its pull request is not open',
  'gone-branch': 'its branch is not known to be gone',
  'live-branch': 'there is no such branch'
} as const

function templateText(condition: Templates, tag: string | null): string {
  const { kind, templates } = condition
  const sources = templates.map(({ source }) => source).join(', ')
  if (tag === null) return `${conditionText(condition)} does not hold`
  return templates.some((template) => template.match(tag) !== null)
    ? `${tag}: ${NOT_SO[kind]}`
    : `${tag} does not fit ${sources}`
}
