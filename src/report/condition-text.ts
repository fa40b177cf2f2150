import type { Condition } from '../policy/policy.js'

/** A condition as the policy file has it, on one line. A new one without a line does not compile. */
export function conditionText(condition: Condition): string {
  switch (condition.kind) {
    case 'tags':
      return `tags ${condition.patterns.sources.join(', ')}`
    case 'untagged':
      return condition.value ? 'untagged' : 'tagged'
    case 'semver':
      return `semver ${condition.range}`
    case 'prerelease':
      return condition.value ? 'prerelease' : 'no prerelease'
    case 'release':
      return condition.value ? 'release' : 'no release'
    case 'superseded':
      return 'superseded'
    case 'older-than':
    case 'newer-than':
      return `${condition.kind} ${condition.age.text}`
    case 'ids':
      return `ids ${condition.ids.join(', ')}`
    case 'digests':
      return `digests ${condition.digests.join(', ')}`
    case 'broken':
      return `broken ${condition.kinds.join(', ')}`
    case 'listed-in':
      return `listed-in ${condition.globs.join(', ')}`
    case 'closed-pull-request':
    case 'open-pull-request':
    case 'gone-branch':
    case 'live-branch':
      return `${condition.kind} ${condition.templates.map(({ source }) => source).join(', ')}`
  }
}
