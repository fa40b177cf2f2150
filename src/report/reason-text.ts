import type { Relation } from '../graph/relation.js'
import type { LastVersionCase, Reason, RootName } from '../plan/reason.js'
import type { Quota } from '../policy/policy.js'
import { ageText } from './age-text.js'
import { becauseText } from './evidence-text.js'
import { freezeText } from './freeze-text.js'
import { enumerate, ordinal } from './wording.js'

const SHOWN_TAGS = 5

/** What stands before the reason of the plan that is applied. */
export const BY_PLAN = 'by the plan: '

/** One sentence for a reason. A new code without a line does not compile. */
export function reasonText(reason: Reason): string {
  switch (reason.code) {
    case 'frozen':
      return `the package is frozen: ${freezeText(reason.freeze)}`
    case 'future-dated':
      return `dated ${ageText(reason.aheadMs)} in the future`
    case 'too-young':
      return `untagged and only ${ageText(reason.ageMs)} old, not older than untagged-grace ${reason.grace}`
    case 'unknown-manifest':
      return 'the registry does not know its manifest, and no rule asks for such'
    case 'helper-tags-only':
      return 'it has helper tags only, and what they belong to can not be known here'
    case 'not-told':
      return 'the saved list does not tell what needs it'
    case 'kept-by-rule':
      return `${becauseText(reason.because, 'kept')}, by ${reason.rule}`
    case 'within-quota':
      return `${quotaText(reason.quota, reason.rank)}${groupText(reason.group)} by ${reason.rule}`
    case 'beside-quota':
      return `part of ${reason.root.label}, which ${reason.rule} keeps`
    case 'unanswered':
      return `kept by ${reason.rule}, whose question could not be answered: ${reason.why}`
    case 'needed':
      return relationText(reason.as, reason.root)
    case 'in-circle':
      return 'part of a circle of versions that need each other, and no root leads there'
    case 'not-selected':
      return 'no rule selects it'
    case 'partly-selected':
      return partlySelectedText(reason.selected, reason.total, reason.holding)
    case 'last-version':
      return `the newest, kept by last-version: ${lastVersionText(reason.case)}`
    case 'last-version-fail':
      return `last-version: fail stops this package: ${lastVersionText(reason.case)}`
    case 'already-there':
      return 'it is there already'
    case 'not-planned':
      return 'the plan does not delete it'
    case 'already-gone':
      return 'deleted meanwhile, perhaps by an earlier run'
    case 'not-applied':
      return `not carried out: ${reason.why}`
    case 'selected':
      return becauseText(reason.because, `selected by ${reason.rule}`)
    case 'follows':
      return `${relationText(reason.as, reason.root)}, which goes`
    case 'left-over':
      return 'left over from an image that an earlier run deleted before it was cut off'
    case 'replacement':
      return `left behind by a run that was cut off while it took off the tag ${reason.tag}`
    case 'package-deleted':
      return `the whole package goes by last-version: delete-package, since ${lastVersionText(reason.case)}`
    case 'planned':
      return `${BY_PLAN}${reason.reason}`
    case 'tags-selected':
      return `${enumerate(reason.tags, SHOWN_TAGS)} ${reason.tags.length === 1 ? 'goes' : 'go'}: ${becauseText(reason.because, `selected by ${reason.rule}`)}; the version stays: ${reasonText(reason.stays)}`
    case 'deleted-by-run':
      return reason.isUncertain === true
        ? `perhaps deleted by the run of ${reason.startedAt}, which does not say so`
        : `deleted by the run of ${reason.startedAt}`
    case 'named-by-id':
      return 'named by its id'
    case 'deleted-tag':
      return `its tag ${reason.tag} matches ${reason.pattern}`
    case 'deleted-within':
      return `deleted within the last ${reason.limit}`
    case 'came-with-package':
      return 'it came back with its package, which was deleted as a whole'
    case 'tags-lost':
      return `it is there, but ${enumerate(reason.tags, SHOWN_TAGS)} ${reason.tags.length === 1 ? 'is' : 'are'} on no version any more`
    case 'missing-part':
      return `${relationText(reason.as, reason.root)}, where it is missing`
  }
}

function relationText(as: Relation, { label }: RootName): string {
  switch (as) {
    case 'part':
    case 'attestation':
    case 'signature':
    case 'referrer':
      return `${as} of ${label}`
    case 'sbom':
      return `SBOM of ${label}`
    case 'referrers':
      return `list of referrers of ${label}`
  }
}

function quotaText({ kind, count }: Quota, rank: number): string {
  if (kind !== 'newest') return `${ordinal(rank)} of ${count} ${kind}`
  return rank === 1 ? `newest of ${count}` : `${ordinal(rank)} newest of ${count}`
}

function groupText(group: string | null): string {
  if (group === null) return ''
  return group === '' ? ' among those in no group' : ` in ${group}`
}

function partlySelectedText(selected: number, total: number, holding: readonly string[]): string {
  const verb = selected === 1 ? 'is' : 'are'
  const counts = `only ${selected} of its ${total} tags ${verb} selected`
  if (holding.length === 0) return counts
  return `${counts}; ${enumerate(holding, SHOWN_TAGS)} ${holding.length === 1 ? 'holds' : 'hold'} it`
}

function lastVersionText(which: LastVersionCase): string {
  switch (which) {
    case 'tagged':
      return 'no version with a tag of its own would be left'
    case 'helper-tagged':
      return 'no version with a tag would be left'
    case 'any':
      return 'no version would be left'
  }
}
